package ui

import (
	"context"
	"strings"

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
	unfill context.CancelFunc // ends the filling of the index
	cancel context.CancelFunc // ends the asking of the last question
	land   bool               // the next answer moves the reader
	busy   bool               // the answer has not come yet

	order   []int // the hits as they stand in reading order
	orderOf view
}

// searching is the mode of typing what to look for.
type searching struct{ line }

func (m *Model) startSearch() tea.Cmd {
	m.search.origin = m.moment()
	m.search.before = len(m.search.opened)
	m.passage.clear()
	l, cmd := m.newLine("/", "")
	m.mode = &searching{l}
	return tea.Batch(cmd, m.fillIndex())
}

func (s *searching) press(m *Model, k tea.KeyPressMsg) tea.Cmd {
	switch m.typed {
	case "esc":
		m.leave()
		m.backToOrigin()
		m.endSearch()
	case "enter":
		m.leave()
		m.keepSearch(s.input.Value())
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
	q, err := thread.ParseQuery(typed)
	if err != nil || q.Empty() {
		m.search.forget()
		m.backToOrigin()
		return nil
	}
	m.search.query, m.search.land = q, true
	return m.ask()
}

// backToOrigin undoes what the search has moved and unfolded.
func (m *Model) backToOrigin() {
	m.restore(m.search.origin)
	m.search.opened = m.search.opened[:m.search.before]
}

// keepSearch ends the typing and stays where the search led.
func (m *Model) keepSearch(typed string) {
	s := &m.search
	if s.query == nil {
		if strings.TrimSpace(typed) != "" {
			m.say("there is nothing to look for in " + oneLine(typed))
		}
		return
	}
	if m.spot() != s.origin.spot {
		m.past.keep(s.origin)
		m.jumps.leave(s.origin.spot)
	}
	if !s.busy && len(s.hits) == 0 {
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
	s.stop()
	s.query, s.hits, s.order, s.land = nil, nil, nil, false
	s.asked++
}
