package ui

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"skein/thread"
)

// firstHitMsg says what comes first of an answer that is still to come.
type firstHitMsg struct {
	asked int
	i     int // where it stands in the source
}

// hitsFoundMsg answers a question: the numbers of the comments found.
type hitsFoundMsg struct {
	asked int
	hits  []int32
}

// findHits answers a question twice: with the first hit from a comment of the
// source on, and with all of them.
func findHits(ctx context.Context, x *thread.Index, q *thread.Query, asked, from int) tea.Cmd {
	first := make(chan firstHitMsg, 1)
	all := func() tea.Msg {
		defer close(first)
		hits := x.SearchFrom(ctx, q, from, func(i int) { first <- firstHitMsg{asked, i} })
		return hitsFoundMsg{asked, hits}
	}
	await := func() tea.Msg {
		if hit, found := <-first; found {
			return hit
		}
		return nil
	}
	return tea.Batch(all, await)
}

// needIndex makes the index, once.
func (m *Model) needIndex() *thread.Index {
	if m.search.index == nil {
		m.search.index = thread.NewIndex(m.source)
	}
	return m.search.index
}

// fillIndex reads what searches will ask for, while the reader types and after
// an answer: one that is being worked on has the machine to itself.
func (m *Model) fillIndex() tea.Cmd {
	m.search.endFilling()
	ctx, cancel := context.WithCancel(m.ctx)
	x := m.needIndex()
	m.search.unfill = cancel
	return func() tea.Msg {
		x.Fill(ctx)
		return nil
	}
}

func (s *search) endFilling() {
	if s.unfill != nil {
		s.unfill()
	}
	s.unfill = nil
}

// reindex begins again with another thread, and asks again what was asked.
func (m *Model) reindex() tea.Cmd {
	s := &m.search
	s.stop()
	s.endFilling()
	s.index = nil
	if !s.active() {
		return nil
	}
	return m.ask()
}

// ask asks the question anew. The one before is no longer worked on.
func (m *Model) ask() tea.Cmd {
	s := &m.search
	s.stop()
	s.endFilling()
	s.asked++
	ctx, cancel := context.WithCancel(m.ctx)
	s.cancel, s.busy = cancel, true
	from := m.source.Numbered(s.origin.spot.focus)
	return findHits(ctx, m.needIndex(), s.query, s.asked, max(from, 0))
}

// stop gives up the question that is being asked.
func (s *search) stop() {
	if s.cancel != nil {
		s.cancel()
	}
	s.cancel, s.busy = nil, false
}

// firstHit takes the reader to a hit before the others are known, where the
// thread stands as in its source: elsewhere another may come first.
func (m *Model) firstHit(msg firstHitMsg) {
	s := &m.search
	if msg.asked != s.asked || !s.land || m.thread != m.source || !m.reachable(msg.i) {
		return
	}
	s.land = false
	m.backToOrigin()
	m.landOn(msg.i)
}

// hitsFound takes the reader to the first hit at or after where the search
// began. An answer to an older question is dropped.
func (m *Model) hitsFound(msg hitsFoundMsg) tea.Cmd {
	s := &m.search
	if msg.asked != s.asked || s.query == nil {
		return nil
	}
	s.stop()
	s.hits, s.order = msg.hits, nil
	if s.land {
		s.land = false
		m.backToOrigin()
		m.landOnNext(m.hitOrder())
	}
	return m.fillIndex()
}

// landOnNext takes the reader to the first of some hits from the focus on, or
// from the top.
func (m *Model) landOnNext(hits []int) {
	if len(hits) == 0 {
		return
	}
	at, _ := slices.BinarySearch(hits, m.focus)
	m.landOn(hits[at%len(hits)])
}
