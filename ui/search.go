package ui

import (
	"context"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"skein/thread"
)

// A search is what is being looked for and where it was found.
type search struct {
	query  *thread.Query // nil while nothing is looked for
	hits   []int32       // the numbers of the comments found
	asked  int           // which question the answer must be to
	origin moment        // where the reader was when it began
	opened []int         // the comments that it unfolded, by number
	before int           // how many of them searches before it had
	index  *thread.Index
	busy   bool // the index is being built
	land   bool // the next answer moves the reader

	order   []int // the hits as they stand in reading order
	orderOf view
}

// indexBuiltMsg says that the text of a thread can be searched.
type indexBuiltMsg struct {
	thread *thread.Thread
	index  *thread.Index
}

// hitsFoundMsg answers a question: the numbers of the comments found.
type hitsFoundMsg struct {
	asked int
	hits  []int32
}

func buildIndex(t *thread.Thread) tea.Cmd {
	return func() tea.Msg { return indexBuiltMsg{t, thread.NewIndex(t)} }
}

func findHits(ctx context.Context, x *thread.Index, q *thread.Query, asked int) tea.Cmd {
	return func() tea.Msg { return hitsFoundMsg{asked, x.Search(ctx, q)} }
}

// searching is the mode of typing what to look for.
type searching struct{ line }

func (m *Model) startSearch() tea.Cmd {
	m.search.origin = m.moment()
	m.search.before = len(m.search.opened)
	m.passage.clear()
	l, cmd := m.newLine("/", "")
	m.mode = &searching{l}
	return tea.Batch(cmd, m.needIndex())
}

// needIndex has the index built, once.
func (m *Model) needIndex() tea.Cmd {
	if m.search.index != nil || m.search.busy {
		return nil
	}
	m.search.busy = true
	return buildIndex(m.source)
}

func (m *Model) indexBuilt(msg indexBuiltMsg) tea.Cmd {
	if msg.thread != m.source {
		return nil
	}
	m.search.index, m.search.busy = msg.index, false
	return m.ask()
}

func (s *searching) press(m *Model, k tea.KeyPressMsg) tea.Cmd {
	switch m.typed {
	case "esc":
		m.leave()
		m.backToOrigin()
		m.endSearch()
	case "enter":
		m.leave()
		m.keepSearch()
	default:
		return s.insert(m, k)
	}
	return nil
}

func (s *searching) insert(m *Model, msg tea.Msg) tea.Cmd {
	changed, cmd := s.edit(msg)
	if !changed {
		return cmd
	}
	return tea.Batch(cmd, m.lookFor(s.input.Value()))
}

func (s *searching) prompt(m *Model) string {
	count := m.search.count(m)
	return s.draw(m, count+"  enter · esc", count)
}

// lookFor asks for what was typed.
func (m *Model) lookFor(typed string) tea.Cmd {
	m.search.asked++
	q, err := thread.ParseQuery(typed)
	if err != nil || q.Empty() {
		m.search.forget()
		m.backToOrigin()
		return nil
	}
	m.search.query, m.search.land = q, true
	return m.ask()
}

func (m *Model) ask() tea.Cmd {
	if m.search.query == nil || m.search.index == nil {
		return nil
	}
	return findHits(m.ctx, m.search.index, m.search.query, m.search.asked)
}

// hitsFound takes the reader to the first hit at or after where the search
// began. An answer to an older question is dropped.
func (m *Model) hitsFound(msg hitsFoundMsg) {
	s := &m.search
	if msg.asked != s.asked || s.query == nil {
		return
	}
	s.hits, s.order = msg.hits, nil
	if !s.land {
		return
	}
	s.land = false
	m.backToOrigin()
	hits := m.hitOrder()
	if len(hits) == 0 {
		return
	}
	at, _ := slices.BinarySearch(hits, m.focus)
	m.landOn(hits[at%len(hits)])
}

// backToOrigin undoes what the search has moved and unfolded.
func (m *Model) backToOrigin() {
	m.restore(m.search.origin)
	m.search.opened = m.search.opened[:m.search.before]
}

// keepSearch ends the typing and stays where the search led.
func (m *Model) keepSearch() {
	s := &m.search
	if s.query == nil {
		return
	}
	if m.spot() != s.origin.spot {
		m.past.keep(s.origin)
		m.jumps.leave(s.origin.spot)
	}
	if s.index != nil && len(s.hits) == 0 && !s.land {
		m.say("nothing matches " + s.query.String())
	}
}

// endSearch clears the search. What it unfolded folds again, except on the
// way to the focus.
func (m *Model) endSearch() {
	f := m.rows.folded.edit(m.thread.Len())
	for _, number := range m.search.opened {
		if !m.thread.Contains(m.thread.Numbered(number), m.focus) {
			f.set(number)
		}
	}
	m.search.forget()
	m.search.opened = nil
	if !f.same(m.rows.folded) {
		m.setFolds(f)
	}
}

func (s *search) active() bool { return s.query != nil }

// forget drops the question, not the index.
func (s *search) forget() {
	s.query, s.hits, s.order, s.land = nil, nil, nil, false
	s.asked++
}

// landOn shows a hit: opens what hides it and brings the first match onto the
// screen.
func (m *Model) landOn(i int) {
	before := m.rows.folded
	m.reveal(i)
	m.openUp(i)
	for _, number := range lost(before, m.rows.folded) {
		m.search.opened = append(m.search.opened, number)
	}
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
	case m.search.index == nil:
		m.say("still reading the text")
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
	case s.index == nil || s.land:
		return "…"
	}
	hits := m.hitOrder()
	at, found := slices.BinarySearch(hits, m.focus)
	switch {
	case len(hits) == 0:
		return "no match"
	case found:
		return fmt.Sprintf("%d/%d", at+1, len(hits))
	default:
		return fmt.Sprintf("–/%d", len(hits))
	}
}

// standing is the search as the status line shows it.
func (s *search) standing(m *Model) string {
	if s.query == nil {
		return ""
	}
	return "/" + s.query.String() + " " + s.count(m)
}
