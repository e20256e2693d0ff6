package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

// reading is the mode one is in while no other is open.
type reading struct{}

// press does what the key, or the pair of keys, stands for.
func (reading) press(m *Model, _ tea.KeyPressMsg) tea.Cmd {
	typed := m.typed
	if m.stroke != "" {
		typed, m.stroke = m.stroke+" "+typed, ""
		if m.typed == "esc" {
			return nil
		}
	}
	if c, ok := m.table[typed]; ok {
		return m.perform(c)
	}
	if m.beginsPair(typed) {
		m.stroke = typed
		m.say(typed + " …")
		return nil
	}
	m.say(typed + " is not a key here (? shows them)")
	return nil
}

// beginsPair says whether a key is the first stroke of a longer one.
func (m *Model) beginsPair(typed string) bool {
	for name := range m.table {
		if strings.HasPrefix(name, typed+" ") {
			return true
		}
	}
	return false
}

// escape leaves what is innermost: what a quote key lit up, the search, the
// limit.
func (m *Model) escape() {
	switch {
	case m.passage.lit():
		m.passage.clear()
	case m.search.active():
		m.endSearch()
	case m.view.limit != nil:
		m.liftLimit()
	default:
		m.say("nothing to clear (q quits)")
	}
}
