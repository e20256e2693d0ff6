package ui

import "skein/thread"

func (m *Model) lineDown() { m.scroll(+1) }
func (m *Model) lineUp()   { m.scroll(-1) }
func (m *Model) halfDown() { m.scroll(max(m.bodyHeight()/2, 1)) }
func (m *Model) halfUp()   { m.scroll(-max(m.bodyHeight()/2, 1)) }

// A page leaves two lines of the last one on the screen, for the eye.
func (m *Model) pageDown() { m.scroll(max(m.bodyHeight()-2, 1)) }
func (m *Model) pageUp()   { m.scroll(-max(m.bodyHeight()-2, 1)) }

// scroll moves the text by so many lines, down where they are positive. The
// focus stays while its comment is on the screen; then it goes to the first
// header there.
func (m *Model) scroll(lines int) {
	before := m.top
	if lines > 0 {
		m.top, _ = m.down(m.top, lines)
		m.fillEnd()
		if m.top.before(before) {
			m.top = before
		}
	} else {
		m.top, _ = m.up(m.top, -lines)
	}
	if m.top == before {
		m.scrolledToTheEnd(lines > 0)
		return
	}
	page := lines > 1 || lines < -1
	if !m.onScreen(m.focus) || page && !m.headerOnScreen(m.focus) {
		m.focus = m.eyeRow()
	}
}

// scrolledToTheEnd is for scrolling that has nowhere to go: the focus goes to
// the last row, or the first, and then there is nothing left to do.
func (m *Model) scrolledToTheEnd(down bool) {
	end, said := m.rows.first(), "this is the top of the thread"
	if down {
		end, said = m.rows.last(), "this is the end of the thread"
	}
	if m.focus == end {
		m.say(said)
	}
	m.focus = end
}

// onScreen says whether a line of row i is on the screen.
func (m *Model) onScreen(i int) bool {
	line, found := m.lineOf(i)
	return found && line < m.bodyHeight() && line+m.size(i) > 0
}

func (m *Model) headerOnScreen(i int) bool {
	line, found := m.lineOf(i)
	return found && line >= 0 && line < m.bodyHeight()
}

// eyeRow is the row that a reader who has just scrolled looks at: the first
// with its header in the upper third of the screen, or the one that fills
// that.
func (m *Model) eyeRow() int {
	if m.top.line == 0 {
		return m.top.row
	}
	rest := m.rowHeight(m.top.row) - m.top.line
	onlyGap := m.top.line >= m.size(m.top.row)
	if next := m.rows.next(m.top.row); next != thread.None && (onlyGap || rest <= m.bodyHeight()/3) {
		return next
	}
	return m.top.row
}
