package ui

import "skein/thread"

// nextOrder sorts by the next order in turn.
func (m *Model) nextOrder() {
	v := m.view
	v.order = (v.order + 1) % thread.Order(len(thread.Orders()))
	m.setView(v)
	m.say("order: " + v.order.String())
}
