package ui

import (
	tea "charm.land/bubbletea/v2"

	"skein/thread"
)

// orderSaid is what the status line calls the orders.
var orderSaid = map[thread.Order]string{
	thread.OrderSource:   "in the order of the source",
	thread.OrderOldest:   "oldest first",
	thread.OrderNewest:   "newest first",
	thread.OrderScore:    "highest score first",
	thread.OrderReplies:  "most replies first",
	thread.OrderActivity: "latest activity first",
}

// nextOrder sorts by the next order for which the thread says enough.
func (m *Model) nextOrder() tea.Cmd {
	v := m.view
	v.order = m.following(v.order)
	m.setView(v)
	m.say(orderSaid[v.order])
	return m.sortAhead()
}

// following is the order that comes after one.
func (m *Model) following(o thread.Order) thread.Order {
	orders := thread.Order(len(thread.Orders()))
	for {
		if o = (o + 1) % orders; m.canSort(o) {
			return o
		}
	}
}

// sortedMsg brings a thread in another order, before anybody has asked for it.
type sortedMsg struct {
	source, thread *thread.Thread
	order          thread.Order
}

// sortAhead sorts by the order that comes next, so that whoever asks for it
// need not wait.
func (m *Model) sortAhead() tea.Cmd {
	source, next := m.source, m.following(m.view.order)
	return func() tea.Msg { return sortedMsg{source, source.Sorted(next), next} }
}

// sorted is the thread in an order.
func (m *Model) sorted(o thread.Order) *thread.Thread {
	if m.ahead.source == m.source && m.ahead.order == o {
		return m.ahead.thread
	}
	return m.source.Sorted(o)
}

// canSort says whether any comment has what the order goes by.
func (m *Model) canSort(o thread.Order) bool {
	switch o {
	case thread.OrderScore:
		return m.says&thread.Scored != 0
	case thread.OrderOldest, thread.OrderNewest, thread.OrderActivity:
		return m.says&thread.Timed != 0
	default:
		return true
	}
}
