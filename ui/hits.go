package ui

import (
	"slices"

	"skein/ui/draw"
)

// landOn shows a hit: opens what hides it and brings the first match onto the
// screen.
func (m *Model) landOn(i int) {
	before := m.rows.folded
	m.reveal(i)
	m.openUp(i)
	m.search.opened = append(m.search.opened, lost(before, m.rows.folded)...)
	m.focusOn(i)
	if at := m.matchLines(i); len(at) > 0 {
		m.showLine(i, at[0])
	}
}

// lost are the numbers in f that are no longer in g.
func lost(f, g folds) []int {
	var numbers []int
	for word := range f {
		if word < len(g) && f[word] == g[word] {
			continue
		}
		for bit := range 64 {
			if number := word*64 + bit; f.has(number) && !g.has(number) {
				numbers = append(numbers, number)
			}
		}
	}
	return numbers
}

// hitOrder is the hits that can be shown, in reading order.
func (m *Model) hitOrder() []int {
	s := &m.search
	if s.order == nil || s.orderOf.order != m.view.order || s.orderOf.query() != m.view.query() {
		s.order = make([]int, 0, len(s.hits))
		for _, number := range s.hits {
			if i := m.thread.Numbered(int(number)); m.reachable(i) {
				s.order = append(s.order, i)
			}
		}
		slices.Sort(s.order)
		s.orderOf = m.view
	}
	return s.order
}

// nextHit goes to the next match: in a comment taller than the screen that
// may be further down in it.
func (m *Model) nextHit() {
	if !m.canStep() || m.stepWithin(+1) {
		return
	}
	hits := m.hitOrder()
	at, found := slices.BinarySearch(hits, m.focus)
	if found {
		at++
	}
	if at == len(hits) {
		at = 0
		m.say("from the end back to the top")
	}
	m.landOn(hits[at])
}

func (m *Model) prevHit() {
	if !m.canStep() || m.stepWithin(-1) {
		return
	}
	hits := m.hitOrder()
	at, _ := slices.BinarySearch(hits, m.focus)
	if at == 0 {
		at = len(hits)
		m.say("from the top on to the end")
	}
	m.landOn(hits[at-1])
}

// canStep says whether there is anything to step through, and why not.
func (m *Model) canStep() bool {
	switch {
	case m.search.query == nil:
		m.say("nothing is being searched for (/ does)")
	case m.search.busy:
		m.say("still searching")
	case len(m.hitOrder()) == 0:
		m.say("nothing matches " + m.search.query.String())
	default:
		return true
	}
	return false
}

// stepWithin goes to a match in the focused comment that is off the screen in
// that direction.
func (m *Model) stepWithin(direction int) bool {
	line, found := m.lineOf(m.focus)
	if !found || m.size(m.focus) <= m.bodyHeight() {
		return false
	}
	at := m.matchLines(m.focus)
	if direction < 0 {
		slices.Reverse(at)
	}
	for _, l := range at {
		if direction > 0 && line+l >= m.bodyHeight() || direction < 0 && line+l < 0 {
			m.showLine(m.focus, l)
			return true
		}
	}
	return false
}

// count is "3/17", or why there is no such thing.
func (s *search) count(m *Model) string {
	switch {
	case s.query == nil:
		return ""
	case s.busy:
		return "…"
	}
	hits := m.hitOrder()
	at, found := slices.BinarySearch(hits, m.focus)
	switch {
	case len(hits) == 0:
		return "no match"
	case found:
		return draw.Thousands(at+1) + "/" + draw.Thousands(len(hits))
	default:
		return "–/" + draw.Thousands(len(hits))
	}
}

// standing is the search as the status line shows it.
func (s *search) standing(m *Model) string {
	if s.query == nil {
		return ""
	}
	return "/" + oneLine(s.query.String()) + " " + s.count(m)
}

// isHit says whether the comment of that number was found.
func (s *search) isHit(number int) bool {
	_, found := slices.BinarySearch(s.hits, int32(number))
	return found
}
