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

// fillIndex reads what searches will ask for, while the reader types.
func fillIndex(ctx context.Context, x *thread.Index) tea.Cmd {
	return func() tea.Msg {
		x.Fill(ctx)
		return nil
	}
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

// needIndex makes the index and has it filled, once.
func (m *Model) needIndex() tea.Cmd {
	s := &m.search
	if s.index != nil {
		return nil
	}
	ctx, cancel := context.WithCancel(m.ctx)
	s.index, s.unfill = thread.NewIndex(m.source), cancel
	return fillIndex(ctx, s.index)
}

// reindex begins again with another thread, and asks again what was asked.
func (m *Model) reindex() tea.Cmd {
	s := &m.search
	s.stop()
	if s.unfill != nil {
		s.unfill()
	}
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
	s.asked++
	ctx, cancel := context.WithCancel(m.ctx)
	s.cancel, s.busy = cancel, true
	from := m.source.Numbered(s.origin.spot.focus)
	fill := m.needIndex()
	return tea.Batch(findHits(ctx, s.index, s.query, s.asked, max(from, 0)), fill)
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
func (m *Model) hitsFound(msg hitsFoundMsg) {
	s := &m.search
	if msg.asked != s.asked || s.query == nil {
		return
	}
	s.stop()
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
