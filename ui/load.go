package ui

import (
	"context"
	"fmt"
	"runtime/debug"

	tea "charm.land/bubbletea/v2"

	"skein/thread"
)

// threadLoadedMsg says that the thread was read, whole, in part (with the
// reason) or not at all.
type threadLoadedMsg struct {
	thread *thread.Thread
	err    error
}

func loadThread(ctx context.Context, load func(context.Context) (*thread.Thread, error)) tea.Cmd {
	return func() (msg tea.Msg) {
		defer func() {
			if r := recover(); r != nil {
				msg = threadLoadedMsg{err: fmt.Errorf("reading broke down: %v\n%s", r, debug.Stack())}
			}
		}()
		t, err := load(ctx)
		return threadLoadedMsg{t, err}
	}
}

// loaded shows the thread as the options ask. Without one the reader ends.
func (m *Model) loaded(msg threadLoadedMsg) tea.Cmd {
	if msg.thread == nil {
		m.err = msg.err
		return tea.Quit
	}
	t := msg.thread
	m.source, m.thread = t, t
	m.rows = rows{t: t}
	m.quotes = thread.NewQuotes(t)
	m.focus, m.top = 0, place{}
	if msg.err != nil {
		m.notice, m.failed = "read in part: "+oneLine(msg.err.Error()), true
	}
	m.begin()
	return nil
}

// begin makes the view that the options ask for.
func (m *Model) begin() {
	v := m.view
	v.order = m.options.Order
	if q := m.options.Query; q != nil && !q.Empty() {
		v.limit = &limit{query: q}
	}
	m.setView(v)
	if m.options.Depth > 0 {
		m.foldTo(m.options.Depth)
	}
	m.first()
	if v.limit != nil {
		m.sayLimited()
	}
}
