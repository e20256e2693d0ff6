package plaintext

import "slices"

// traits are how a header stands on its page.
type traits struct {
	marked, dated, inline bool
	gapAfter              bool
	gap                   int  // blank lines above, no more than three counted
	delta                 int  // columns from the header to the line below it
	least                 int  // columns from the header to the leftmost text below it
	followed, empty       bool // there is a line below it; that is another header
}

// doubtful is the doubt from which a line is no header.
const doubtful = 2.0

// measureTraits looks at the lines around each candidate.
func (p *page) measureTraits(own []*header) {
	const near = 8 // lines that tell where the text below begins
	for i, h := range own {
		next := len(p.lines)
		if i+1 < len(own) {
			next = own[i+1].line
		}
		t := &h.traits
		t.marked, t.dated, t.inline = h.mark.kind != "", h.dated(), h.inline != ""
		t.gap = min(p.lines[h.line].Gap, 3)
		t.empty = h.body >= next
		if h.body == len(p.lines) {
			continue
		}
		below := p.lines[h.body]
		t.followed, t.gapAfter, t.delta = true, below.Gap > 0, below.Indent-h.column
		t.least = t.delta
		for j := h.body; j < min(next, h.body+near); j++ {
			if indent := p.lines[j].Indent; next < len(p.lines) || indent > h.column {
				t.least = min(t.least, indent-h.column)
			}
		}
		t.followed = !p.strayQuote(h, next)
	}
}

// strayQuote says whether what is below a header is a quote that a browser
// for text put too far to the left, as lynx does in lists: the comment goes on
// below it, no further left than its header.
func (p *page) strayQuote(h *header, next int) bool {
	const longest = 40 // lines
	if below := p.lines[h.body]; below.Gap == 0 || below.Indent >= h.column {
		return false
	}
	for j := h.body + 1; j < min(next, h.body+longest); j++ {
		if l := p.lines[j]; l.Indent >= h.column {
			return l.Gap == 0
		}
	}
	return false
}

// judge sets every candidate's doubt: how much it breaks with what the sure
// ones have in common. The anchor is one that counts three times.
func judge(own []*header, sure []*header, anchor int) {
	if anchor >= 0 {
		sure = append(sure, own[anchor], own[anchor])
	}
	common := []habit{
		habitOf(sure, 1.5, func(h *header) (int, bool) { return truth(h.traits.marked), true }),
		habitOf(sure, 2, func(h *header) (int, bool) { return truth(h.traits.dated), true }).orMore(),
		habitOf(sure, 2, func(h *header) (int, bool) { return truth(h.traits.inline), true }),
		habitOf(sure, 1, func(h *header) (int, bool) { return truth(h.traits.gapAfter), h.traits.followed }),
		habitOf(sure, 1.5, func(h *header) (int, bool) { return sign(h.traits.delta), h.traits.followed }),
		habitOf(sure, 1, func(h *header) (int, bool) { return h.traits.gap, true }).orMore(),
		habitOf(sure, 1, func(h *header) (int, bool) { return int(h.joint), h.joint != 0 }),
	}
	marks := marksByColumn(sure)
	for _, h := range own {
		h.doubt = -1 // for what is below it tells most
		if !h.linked {
			h.doubt = doubtfulName(h.author)
		}
		if h.joint != 0 || h.address != "" { // a name beside a date or a user's number
			h.doubt /= 2
		}
		if h.inline != "" && h.mark.kind == "" {
			h.doubt++
		}
		for _, c := range common {
			h.doubt += c.broken(h)
		}
		if m := marks[h.column]; m != nil && m.total > 2 && 3*m.counts[h.mark.kind] < m.total {
			h.doubt += 1.5
		}
	}
	if anchor >= 0 {
		own[anchor].doubt = min(own[anchor].doubt, doubtful/2)
	}
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

// habitOf finds the commonest value of a trait. It is one only if three of four
// keep to it.
func habitOf(sure []*header, weight float64, trait func(*header) (int, bool)) habit {
	counts := map[int]int{}
	total, best := 0, 0
	h := habit{trait: trait}
	for _, s := range sure {
		if v, known := trait(s); known {
			counts[v]++
			total++
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

func marksByColumn(sure []*header) map[int]*columnMarks {
	marks := map[int]*columnMarks{}
	for _, h := range sure {
		m := marks[h.column]
		if m == nil {
			m = &columnMarks{counts: map[string]int{}}
			marks[h.column] = m
		}
		m.counts[h.mark.kind]++
		m.total++
	}
	return marks
}

// threshold is the doubt from which lines are no headers. Where the page says
// how many comments it has, and another threshold gives just that many, that
// one is right.
func (r *reading) threshold(own []*header) float64 {
	const most, clear = 5.0, 0.4
	if r.count <= 0 || r.count > len(own) || len(within(own, doubtful)) == r.count {
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
