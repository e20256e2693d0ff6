package plaintext

import (
	"maps"
	"slices"
)

// setLevels gives every header its level: by the columns they begin in, or
// where all begin in one, by their marks and verbs in order of appearance.
func (p *page) setLevels() {
	columns := p.levelColumns()
	level := map[int]int{}
	for _, c := range columns {
		level[c] = 0
	}
	distinct := slices.Sorted(maps.Keys(level))
	tolerance := columnTolerance(columns)
	from, rank := -1, 0
	for _, c := range distinct {
		if from < 0 || c-from > tolerance {
			from, rank = c, rank+1
		}
		level[c] = rank
	}
	if rank <= 1 {
		if !p.setLevelsByNames() {
			p.setLevelsByMarks()
		}
		return
	}
	for i := range p.headers {
		p.headers[i].level = int32(level[columns[i]])
	}
}

// setLevelsByNames puts a comment below the last one of whom it says that it
// answers, and says whether any does.
func (p *page) setLevelsByNames() bool {
	last := map[string]int32{} // of an author, counted from 1
	for i, h := range p.headers {
		h.level, h.answers = 1, last[h.extras().to]
		p.answers = p.answers || h.answers > 0
		last[h.author] = int32(i) + 1
	}
	return p.answers
}

func (p *page) setLevelsByMarks() {
	type mark struct {
		kind  string
		parts int
		reply bool
	}
	level := map[mark]int32{}
	flat := countsAll(p.headers)
	for _, h := range p.headers {
		if flat {
			h.level = 1
			continue
		}
		m := mark{h.mark.kind, h.mark.parts, h.reply}
		if level[m] == 0 {
			level[m] = int32(len(level)) + 1
		}
		h.level = level[m]
	}
}

// countsAll says whether the numbers of the headers count all of them, those
// without one too.
func countsAll(headers []*header) bool {
	right, wrong := 0, 0
	for i, h := range headers {
		switch {
		case h.mark.kind != "1":
		case h.mark.number == i+1:
			right++
		default:
			wrong++
		}
	}
	return right > 4*wrong
}

// levelColumns are the columns that tell the levels: those of the headers,
// but a header in a rare column whose text stands like that of most others
// was only moved by the dump.
func (p *page) levelColumns() []int {
	const rare = 5
	known := func(of func(*traits) int32) habit {
		return habitOf(p.headers, nil, 1, func(h *header) (int, bool) { return int(of(&h.traits)), !h.traits.empty })
	}
	least, first := known(func(t *traits) int32 { return t.least }), known(func(t *traits) int32 { return t.delta })
	count := map[int]int{}
	for i := range p.headers {
		count[p.headers[i].column]++
	}
	columns := make([]int, len(p.headers))
	for i, h := range p.headers {
		columns[i] = h.column
		by := h.column + int(h.traits.least) - least.value
		if least.weight > 0 && !h.traits.empty && count[h.column]*rare <= count[by] && !p.hasTextAt(i, h.column+first.value) {
			columns[i] = by
		}
	}
	return columns
}

// hasTextAt says whether the text of a comment has a line in a column.
func (p *page) hasTextAt(i, column int) bool {
	end := len(p.lines)
	if i+1 < len(p.headers) {
		end = p.headers[i+1].line
	}
	for j := p.headers[i].body; j < end; j++ {
		if p.lines[j].Indent() == column {
			return true
		}
	}
	return false
}

// columnTolerance is how far columns of one level may stand apart: less than
// half of the commonest step from a comment to its reply.
func columnTolerance(columns []int) int {
	steps := map[int]int{}
	step := 0
	for i := 1; i < len(columns); i++ {
		if d := columns[i] - columns[i-1]; d > 0 {
			steps[d]++
			if n := steps[d]; n > steps[step] || n == steps[step] && d > step {
				step = d
			}
		}
	}
	return min(max(step-1, 0)/2, near)
}

// cutPictures takes off the names what a dump wrote for the pictures beside
// them: `Avatar ann`, `ann's picture ann` leave the word before the name on
// nearly all.
func cutPictures(headers []*header) {
	first := map[string]int{}
	names := map[string]bool{}
	for i := range headers {
		word, next := cutWord(headers[i].author, 0)
		if next < len(headers[i].author) {
			first[word]++
			names[headers[i].author[next:]] = true
		}
	}
	for word, n := range first {
		if n < 3 || len(names) < 2 || 10*n < 8*len(headers) {
			continue
		}
		for i := range headers {
			headers[i].author = cutPicture(headers[i].author, word)
		}
		return
	}
}

// cutPicture takes off the word for a picture, or a name that stands twice
// because the picture is called like it.
func cutPicture(author, word string) string {
	if n := len(word); len(author) > n && author[:n] == word && author[n] == ' ' {
		return CutByWords(author[n+1:])
	}
	if half := len(author) / 2; len(author)%2 == 1 && author[half] == ' ' && author[:half] == author[half+1:] {
		return author[:half]
	}
	return author
}
