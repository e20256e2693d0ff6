package ui

import (
	tea "charm.land/bubbletea/v2"

	"skein/thread"
)

// wheelLines is how far one notch of the wheel scrolls.
const wheelLines = 3

// mouse scrolls with the wheel, focuses with a click, and folds with a click
// on a header.
func (m *Model) mouse(msg tea.MouseMsg) tea.Cmd {
	if m.thread == nil {
		return nil
	}
	mouse := msg.Mouse()
	m.notice, m.failed, m.touched = "", false, true
	if _, wheel := msg.(tea.MouseWheelMsg); wheel {
		m.wheel(mouse.Button)
		return nil
	}
	if _, click := msg.(tea.MouseClickMsg); !click || mouse.Button != tea.MouseLeft || m.mode != (reading{}) {
		return nil
	}
	row, line := m.rowAt(mouse.Y - m.headHeight())
	if row == thread.None {
		return nil
	}
	before := m.moment()
	m.focus = row
	if line == 0 {
		m.toggleFold()
	}
	m.book(command{name: "click"}, before)
	return nil
}

func (m *Model) wheel(button tea.MouseButton) {
	by := wheelLines
	if button == tea.MouseWheelUp {
		by = -wheelLines
	} else if button != tea.MouseWheelDown {
		return
	}
	switch mode := m.mode.(type) {
	case reading:
		m.scroll(by)
	case *help:
		mode.top = max(mode.top+by, 0)
	case *peek:
		mode.top = max(mode.top+by, 0)
	case *people:
		mode.move(by, len(mode.found))
	case *topics:
		mode.move(by, len(mode.found))
	case *linkList:
		mode.move(by, len(mode.links))
	}
}

// rowAt is the row on that line of the body, and the line within it; None
// below the last.
func (m *Model) rowAt(line int) (row, within int) {
	if line < 0 || line >= m.bodyHeight() {
		return thread.None, 0
	}
	p, moved := m.down(m.top, line)
	if moved < line {
		return thread.None, 0
	}
	return p.row, p.line
}

func (m *Model) toggleMouse() {
	m.mouseOff = !m.mouseOff
	if m.mouseOff {
		m.say("the mouse is the terminal's (alt+m takes it back)")
	} else {
		m.say("the mouse is skein's")
	}
}
