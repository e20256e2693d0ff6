package ui

import "skein/thread"

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
func (m *Model) nextOrder() {
	orders := thread.Order(len(thread.Orders()))
	v := m.view
	for {
		v.order = (v.order + 1) % orders
		if m.canSort(v.order) {
			break
		}
	}
	m.setView(v)
	m.say(orderSaid[v.order])
}

// canSort says whether any comment has what the order goes by.
func (m *Model) canSort(o thread.Order) bool {
	var needs thread.Flags
	switch o {
	case thread.OrderScore:
		needs = thread.Scored
	case thread.OrderOldest, thread.OrderNewest, thread.OrderActivity:
		needs = thread.Timed
	default:
		return true
	}
	for i := 1; i < m.thread.Len(); i++ {
		if m.thread.At(i).Is(needs) {
			return true
		}
	}
	return false
}
