package plaintext

import (
	"math"
	"slices"

	"skein/thread"
)

// traits are how a header stands on its page.
type traits struct {
	marked, dated, inline bool
	gapAfter              bool
	followed, empty       bool  // there is a line below it; that is another header
	strange               uint8 // how doubtful its name is, in halves
	gap                   uint8 // blank lines above, no more than three counted
	delta                 int32 // columns from the header to the line below it
	least                 int32 // columns from the header to the leftmost text below it
}

// doubtful is the doubt from which a line is no header.
const doubtful = 2.0

// measureTraits looks at the lines around each candidate.
func (p *page) measureTraits(own []*header) {
	thread.InBlocks(len(own), 0, func(_, from, to int) {
		for i := from; i < to; i++ {
			next := len(p.lines)
			if i+1 < len(own) {
				next = own[i+1].line
			}
			p.measure(own[i], next)
		}
	})
}

// measure looks at the lines around a candidate, of which the next stands at
// line next.
func (p *page) measure(h *header, next int) {
	const near = 8 // lines that tell where the text below begins
	t := &h.traits
	t.marked, t.dated, t.inline = h.mark.kind != "", h.dated(), h.extras().inline != ""
	t.gap = uint8(min(p.lines[h.line].Gap(), 3))
	t.empty = h.body >= next
	if !h.linked {
		t.strange = uint8(min(2*doubtfulName(h.author), math.MaxUint8))
	}
	if h.body == len(p.lines) {
		return
	}
	below := p.lines[h.body]
	t.followed, t.gapAfter, t.delta = true, below.Gap() > 0, int32(below.Indent()-h.column)
	t.least = t.delta
	for j := h.body; j < min(next, h.body+near); j++ {
		if indent := p.lines[j].Indent(); next < len(p.lines) || indent > h.column {
			t.least = min(t.least, int32(indent-h.column))
		}
	}
	t.followed = !p.strayQuote(h, next)
}

// strayQuote says whether what is below a header is a quote that a browser
// for text put too far to the left, as lynx does in lists: the comment goes on
// below it, no further left than its header.
func (p *page) strayQuote(h *header, next int) bool {
	const longest = 40 // lines
	if below := p.lines[h.body]; below.Gap() == 0 || below.Indent() >= h.column {
		return false
	}
	for j := h.body + 1; j < min(next, h.body+longest); j++ {
		if l := p.lines[j]; l.Indent() >= h.column {
			return l.Gap() == 0
		}
	}
	return false
}

// judge sets every candidate's doubt: how much it breaks with what the others
// have in common. Each of them has so many votes on that, all have one for nil;
// the anchor, -1 for none, has two more.
func judge(own []*header, votes []uint8, anchor int) {
	if votes == nil {
		votes = slices.Repeat([]uint8{1}, len(own))
	}
	if anchor >= 0 {
		votes[anchor] += 2
	}
	common := []habit{
		habitOf(own, votes, 1.5, func(h *header) (int, bool) { return truth(h.traits.marked), true }),
		habitOf(own, votes, 2, func(h *header) (int, bool) { return truth(h.traits.dated), true }).orMore(),
		habitOf(own, votes, 2, func(h *header) (int, bool) { return truth(h.traits.inline), true }),
		habitOf(own, votes, 1, func(h *header) (int, bool) { return truth(h.traits.gapAfter), h.traits.followed }),
		habitOf(own, votes, 1.5, func(h *header) (int, bool) { return sign(int(h.traits.delta)), h.traits.followed }),
		habitOf(own, votes, 1, func(h *header) (int, bool) { return int(h.traits.gap), true }).orMore(),
		habitOf(own, votes, 1, func(h *header) (int, bool) { return int(h.joint), h.joint != 0 }),
	}
	marks := marksByColumn(own, votes)
	thread.InBlocks(len(own), 0, func(_, from, to int) {
		for _, h := range own[from:to] {
			h.doubt = doubtOf(h, common, marks[h.column])
		}
	})
	if anchor >= 0 {
		own[anchor].doubt = min(own[anchor].doubt, doubtful/2)
	}
}

// doubtOf is how much a candidate breaks with what is common, and with the
// marks of its column.
func doubtOf(h *header, common []habit, marks *columnMarks) float64 {
	doubt := -1.0 // for what is below it tells most
	if !h.linked {
		doubt = float64(h.traits.strange) / 2
	}
	if h.joint != 0 || h.extras().address != "" { // a name beside a date or a user's number
		doubt /= 2
	}
	if h.traits.inline && h.mark.kind == "" {
		doubt++
	}
	for _, c := range common {
		doubt += c.broken(h)
	}
	if marks != nil && marks.total > 2 && 3*marks.counts[h.mark.kind] < marks.total {
		doubt += 1.5
	}
	return doubt
}

// votes are how many each candidate has once it was judged: none if it is in
// doubt, and more if its number follows the one before.
func votes(own []*header) []uint8 {
	votes := make([]uint8, len(own))
	for i, h := range own {
		switch {
		case h.doubt < 0:
			votes[i] = 4
		case h.doubt < doubtful:
			votes[i] = 1
		}
	}
	return votes
}

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}

func sign(n int) int { return max(-1, min(n, 1)) }

// A habit is what most headers of a page have in common.
type habit struct {
	trait  func(*header) (value int, known bool)
	value  int
	weight float64 // of a break with it; 0 when there is no such habit
	least  bool    // to have more of it is no break
}

func (c habit) orMore() habit {
	c.least = true
	return c
}

// habitOf finds the commonest value of a trait, by votes, of which each header
// has one for nil. It is one only if three of four keep to it.
func habitOf(headers []*header, votes []uint8, weight float64, trait func(*header) (int, bool)) habit {
	counts := map[int]int{}
	total, best := 0, 0
	h := habit{trait: trait}
	for i, s := range headers {
		n := 1
		if votes != nil {
			n = int(votes[i])
		}
		if v, known := trait(s); known && n > 0 {
			counts[v] += n
			total += n
			if counts[v] > best {
				h.value, best = v, counts[v]
			}
		}
	}
	if share := float64(best) / float64(max(total, 1)); share >= 0.75 && total > 1 {
		h.weight = weight * share
	}
	return h
}

func (c *habit) broken(h *header) float64 {
	v, known := c.trait(h)
	if !known || v == c.value || c.least && v > c.value {
		return 0
	}
	return c.weight
}

// columnMarks counts the marks of the headers of one column.
type columnMarks struct {
	counts map[string]int
	total  int
}

func marksByColumn(headers []*header, votes []uint8) map[int]*columnMarks {
	marks := map[int]*columnMarks{}
	for i, h := range headers {
		if votes[i] == 0 {
			continue
		}
		m := marks[h.column]
		if m == nil {
			m = &columnMarks{counts: map[string]int{}}
			marks[h.column] = m
		}
		m.counts[h.mark.kind] += int(votes[i])
		m.total += int(votes[i])
	}
	return marks
}

// threshold is the doubt from which lines are no headers. Where the page says
// how many comments it has, and another threshold gives just that many, that
// one is right.
func (r *reading) threshold(own []*header) float64 {
	const most, clear = 5.0, 0.4
	if r.count <= 0 || r.count > len(own) || countWithin(own, doubtful) == r.count {
		return doubtful
	}
	doubts := make([]float64, len(own))
	for i := range own {
		doubts[i] = own[i].doubt
	}
	slices.Sort(doubts)
	last := doubts[r.count-1]
	if r.count < len(own) {
		if next := doubts[r.count]; next >= last+clear && next >= 1 && last < most {
			return (last + next) / 2
		}
		return doubtful
	}
	if last < most {
		return most
	}
	return doubtful
}
