package ui

import "skein/thread"

// focusOn moves the focus to row i and brings it onto the screen.
func (m *Model) focusOn(i int) {
	m.focus = i
	m.show(i)
}

// next goes to the row below, after scrolling through the rest of a comment
// that is taller than the screen.
func (m *Model) next() {
	if m.scrollWithin(+1) {
		return
	}
	if n := m.rows.next(m.focus); n != thread.None {
		m.focusOn(n)
		return
	}
	if m.thread.Len() == 1 {
		m.say("there are no comments")
		return
	}
	m.say("this is the last comment")
}

func (m *Model) previous() {
	if m.scrollWithin(-1) {
		return
	}
	if p := m.rows.prev(m.focus); p != thread.None {
		m.focusOn(p)
		return
	}
	m.say("this is the top of the thread")
}

// scrollWithin scrolls through the focused comment where it is taller than
// the screen and goes on in that direction.
func (m *Model) scrollWithin(direction int) bool {
	line, found := m.lineOf(m.focus)
	if !found {
		return false
	}
	tall := m.bodyHeight() - 1
	below := line + m.size(m.focus) - m.bodyHeight()
	switch {
	case direction > 0 && below > 0 && m.size(m.focus) > m.bodyHeight():
		m.put(m.focus, line-min(below, max(tall, 1)))
	case direction < 0 && line < 0:
		m.put(m.focus, line+min(-line, max(tall, 1)))
	default:
		return false
	}
	return true
}

func (m *Model) nextSibling() {
	s := m.thread.NextSibling(m.focus)
	for s != thread.None && !m.rows.on(s) {
		s = m.thread.NextSibling(s)
	}
	if s == thread.None {
		m.say("no sibling below")
		return
	}
	m.focusOn(s)
}

func (m *Model) prevSibling() {
	s := m.thread.PrevSibling(m.focus)
	for s != thread.None && !m.rows.on(s) {
		s = m.thread.PrevSibling(s)
	}
	if s == thread.None {
		m.say("no sibling above")
		return
	}
	m.focusOn(s)
}

func (m *Model) parent() {
	p := m.thread.Parent(m.focus)
	if p == thread.None {
		m.say("this is the post")
		return
	}
	m.focusOn(m.rows.nearest(p))
}

func (m *Model) chainTop() {
	if top := m.thread.Top(m.focus); top != m.focus {
		m.focusOn(m.rows.nearest(top))
		return
	}
	m.say("this is the top of its chain")
}

func (m *Model) nextTop() {
	n := m.thread.End(m.thread.Top(m.focus))
	if m.focus == 0 {
		n = 1
	}
	for n < m.thread.Len() && !m.rows.on(n) {
		n = m.thread.End(n)
	}
	if n >= m.thread.Len() {
		m.say("no top-level comment below")
		return
	}
	m.focusOn(n)
}

// prevTop goes to the top of this chain, and from there to the chain above.
func (m *Model) prevTop() {
	n := m.thread.Top(m.focus)
	if n == m.focus {
		n = m.thread.PrevSibling(n)
		for n != thread.None && !m.rows.on(n) {
			n = m.thread.PrevSibling(n)
		}
	}
	if n == thread.None {
		m.say("no top-level comment above")
		return
	}
	m.focusOn(n)
}

func (m *Model) first() {
	i := m.rows.first()
	if at := (place{i, 0}); m.focus == i && m.top == at {
		m.say("this is the top of the thread")
	} else {
		m.focus, m.top = i, at
	}
}

func (m *Model) last() {
	before := place{m.focus, m.top.line}
	m.focus = m.rows.last()
	m.show(m.focus)
	if end := m.size(m.focus); end > m.bodyHeight() {
		m.put(m.focus, m.bodyHeight()-end)
	}
	if before == (place{m.focus, m.top.line}) {
		m.say("this is the end of the thread")
	}
}

// nextByAuthor goes to the next comment by the author of this one.
func (m *Model) nextByAuthor() { m.byAuthor(+1, "below") }
func (m *Model) prevByAuthor() { m.byAuthor(-1, "above") }

func (m *Model) byAuthor(direction int, where string) {
	author := m.thread.At(m.focus).Author
	if author == thread.None {
		m.say("nobody is named here")
		return
	}
	for i := m.focus + direction; i >= 0 && i < m.thread.Len(); i += direction {
		if m.thread.At(i).Author == author && m.reachable(i) {
			m.reveal(i)
			m.focusOn(i)
			return
		}
	}
	m.say("nothing by " + m.thread.Name(m.focus) + " " + where)
}

// reachable says whether comment i can be shown without lifting the limit.
func (m *Model) reachable(i int) bool { return m.rows.sel == nil || m.rows.sel.Shown(i) }

// goTo goes to comment i, opening what hides it.
func (m *Model) goTo(i int) bool {
	if !m.reachable(i) {
		m.say("the limit hides it (esc lifts it)")
		return false
	}
	if i == m.focus {
		m.say("that is where you are")
	}
	m.reveal(i)
	m.focusOn(i)
	return true
}
