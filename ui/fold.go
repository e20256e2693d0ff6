package ui

import (
	"fmt"

	"skein/thread"
)

// edited is the current folds after a change.
func (m *Model) edited(change func(f folds)) folds {
	f := m.rows.folded.edit(m.thread.Len())
	change(f)
	return f
}

func (m *Model) toggleFold() {
	if m.rows.isFolded(m.focus) {
		m.unfold()
	} else {
		m.fold()
	}
}

func (m *Model) fold() {
	switch m.rows.form(m.focus) {
	case passing:
		m.say("it is one line already: shown for the sake of its replies")
	case folded:
		m.say("it is folded already")
	default:
		number := m.number(m.focus)
		m.setFolds(m.edited(func(f folds) { f.set(number) }))
	}
}

func (m *Model) unfold() {
	if !m.rows.isFolded(m.focus) {
		m.say("it is open already")
		return
	}
	number := m.number(m.focus)
	m.setFolds(m.edited(func(f folds) { f.clear(number) }))
}

// left folds the comment; from one that is folded it goes to the parent.
func (m *Model) left() {
	if m.rows.form(m.focus) == full {
		m.fold()
		return
	}
	m.parent()
}

// right unfolds the comment; from one that is open it goes to the first reply.
func (m *Model) right() {
	if m.rows.isFolded(m.focus) {
		m.unfold()
		return
	}
	if n := m.rows.next(m.focus); n != thread.None && m.thread.Contains(m.focus, n) {
		m.focusOn(n)
		return
	}
	m.say("it has no replies")
}

func (m *Model) foldAll()   { m.foldTo(0) }
func (m *Model) unfoldAll() { m.foldTo(everything) }

// foldToTyped shows as many levels in full as the digit says that was typed.
func (m *Model) foldToTyped() { m.foldTo(int(m.typed[0] - '0')) }

// foldTo shows the levels 1 to n in full and folds what is below. The post
// stays as it is.
func (m *Model) foldTo(n int) {
	post := m.rows.folded.has(0)
	f := m.edited(func(f folds) {
		clear(f)
		for i := 1; n != everything && i < m.thread.Len(); i++ {
			if m.thread.Depth(i) > n {
				f.set(m.number(i))
			}
		}
		if post {
			f.set(0)
		}
	})
	if m.setFolds(f) {
		m.say(foldedSaid(n))
	}
	m.view.full = n
}

// foldedSaid tells what was done to a thread that may be mostly off the
// screen.
func foldedSaid(n int) string {
	switch n {
	case everything:
		return "everything is open"
	case 0:
		return "every comment is one line"
	case 1:
		return "level 1 is open"
	default:
		return fmt.Sprintf("levels 1 to %d are open", n)
	}
}

func (m *Model) foldPeers()   { m.foldSiblings(folds.set) }
func (m *Model) unfoldPeers() { m.foldSiblings(folds.clear) }

func (m *Model) foldSiblings(change func(folds, int)) {
	p := m.thread.Parent(m.focus)
	if p == thread.None {
		m.say("the post has no siblings")
		return
	}
	m.setFolds(m.edited(func(f folds) {
		for c := range m.thread.Children(p) {
			change(f, m.number(c))
		}
	}))
}
