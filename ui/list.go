package ui

// A cursor walks over a list that may be longer than what shows of it.
type cursor struct {
	at  int // the entry the cursor is on
	top int // the first entry that shows
}

// move goes by so many entries and stops at the ends of a list of n.
func (c *cursor) move(by, n int) { c.at = max(min(c.at+by, n-1), 0) }

// window is the run of n entries that shows in so many lines, the cursor in
// it.
func (c *cursor) window(n, lines int) (from, to int) {
	c.at = max(min(c.at, n-1), 0)
	c.top = min(c.top, c.at)
	c.top = max(c.top, c.at-lines+1, 0)
	c.top = max(min(c.top, n-lines), 0)
	return c.top, min(c.top+lines, n)
}

// A scroller shows a text that may be taller than the screen.
type scroller struct{ top int }

// key scrolls by the reader's own keys, and says whether it was one of them.
func (s *scroller) key(typed string, page int) bool {
	switch typed {
	case "j", "down", "ctrl+e":
		s.top++
	case "k", "up", "ctrl+y":
		s.top--
	case "space", "pgdown", "ctrl+d":
		s.top += max(page-1, 1)
	case "b", "pgup", "ctrl+u":
		s.top -= max(page-1, 1)
	case "g", "home":
		s.top = 0
	case "G", "end":
		s.top = 1 << 30
	default:
		return false
	}
	s.top = max(s.top, 0)
	return true
}

// scrollBy does what the key stands for that was typed.
func (s *scroller) scrollBy(m *Model) {
	if !s.key(m.typed, m.bodyHeight()) {
		m.say(m.typed + " is not a key here (esc closes)")
	}
}

// window is the run of n lines that shows in so many.
func (s *scroller) window(n, lines int) (from, to int) {
	s.top = max(min(s.top, n-lines), 0)
	return s.top, min(s.top+lines, n)
}
