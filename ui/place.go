package ui

import "skein/thread"

// A place is a line of the thread as it is drawn: a row, and a line within
// it. Line 0 is the row's header.
type place struct {
	row  int
	line int
}

func (p place) before(q place) bool {
	return p.row < q.row || p.row == q.row && p.line < q.line
}

// height is the lines that row i takes, with the blank line below it.
func (m *Model) rowHeight(i int) int { return m.size(i) + m.gap(i) }

// gap is the blank lines below row i: none between rows of one line, so that
// folded comments stand as a list, unless a chain ends there.
func (m *Model) gap(i int) int {
	n := m.rows.next(i)
	if n == thread.None {
		return 0
	}
	short := m.rows.form(i) != full && m.rows.form(n) != full
	if short && m.thread.Depth(n) >= m.thread.Depth(i) {
		return 0
	}
	return 1
}

// down is the place n lines below p, or the last line of all; and how far it
// is.
func (m *Model) down(p place, n int) (place, int) {
	moved := 0
	for {
		rest := m.rowHeight(p.row) - 1 - p.line
		if n-moved <= rest {
			p.line += n - moved
			return p, n
		}
		next := m.rows.next(p.row)
		if next == thread.None {
			p.line += rest
			return p, moved + rest
		}
		moved += rest + 1
		p = place{next, 0}
	}
}

// up is the place n lines above p, or the first line of all; and how far it
// is.
func (m *Model) up(p place, n int) (place, int) {
	moved := 0
	for {
		if n-moved <= p.line {
			p.line -= n - moved
			return p, n
		}
		moved += p.line
		prev := m.rows.prev(p.row)
		if prev == thread.None {
			return place{p.row, 0}, moved
		}
		moved++
		p = place{prev, m.rowHeight(prev) - 1}
	}
}

// lineOf is the screen line of row i's header, counted from the top of the
// body and negative above it. It is not found when i lies below the screen,
// or above with its header not in the row on top.
func (m *Model) lineOf(i int) (line int, found bool) {
	if i == m.top.row {
		return -m.top.line, true
	}
	if i < m.top.row {
		return 0, false
	}
	line = m.rowHeight(m.top.row) - m.top.line
	for row := m.rows.next(m.top.row); row != thread.None && line < m.bodyHeight(); row = m.rows.next(row) {
		if row == i {
			return line, true
		}
		line += m.rowHeight(row)
	}
	return 0, false
}

// put scrolls so that row i's header stands on that line of the body, or as
// near as the beginning of the thread lets it.
func (m *Model) put(i, line int) {
	if line <= 0 {
		m.top = place{i, min(-line, m.size(i)-1)}
		return
	}
	m.top, _ = m.up(place{i, 0}, line)
}

// show scrolls as little as possible to bring row i onto the screen, whole
// where it fits; a row from far away comes to stand a quarter down.
func (m *Model) show(i int) {
	own := m.size(i)
	line, found := m.lineOf(i)
	switch {
	case found && line >= 0 && line+own <= m.bodyHeight():
		return
	case own >= m.bodyHeight():
		m.put(i, 0)
	case found && line < 0:
		m.put(i, 0)
	case found:
		m.put(i, m.bodyHeight()-own)
	case m.rows.next(i) == m.top.row:
		m.put(i, 0)
	case m.rows.prev(i) == m.bottom().row:
		m.put(i, m.bodyHeight()-own)
	default:
		m.put(i, min(m.bodyHeight()/4, m.bodyHeight()-own))
	}
	m.fillEnd()
}

// bottom is the place on the last line of the body.
func (m *Model) bottom() place {
	p, _ := m.down(m.top, m.bodyHeight()-1)
	return p
}

// fillEnd scrolls back where the thread ends above the bottom of the screen.
func (m *Model) fillEnd() {
	if _, lines := m.down(m.top, m.bodyHeight()-1); lines < m.bodyHeight()-1 {
		m.top, _ = m.up(m.top, m.bodyHeight()-1-lines)
	}
}
