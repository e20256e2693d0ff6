package ui

import (
	tea "charm.land/bubbletea/v2"

	"skein/ui/draw"
)

// help shows the keys.
type help struct{ scroller }

func (m *Model) showHelp() tea.Cmd {
	m.mode = &help{}
	return nil
}

func (h *help) press(m *Model, _ tea.KeyPressMsg) tea.Cmd {
	switch m.typed {
	case "esc", "q", "?", "enter":
		m.leave()
	default:
		h.key(m.typed, m.bodyHeight())
	}
	return nil
}

func (h *help) cover(m *Model, body []string) []string {
	var groups []draw.KeyGroup
	for _, g := range m.keys.groups() {
		group := draw.KeyGroup{Name: g.name}
		for _, k := range g.keys {
			group.Keys = append(group.Keys, draw.Key{Shown: k.Help().Key, Does: k.Help().Desc})
		}
		groups = append(groups, group)
	}
	lines := draw.Keys(m.theme, groups, m.width)
	from, to := h.window(len(lines), m.bodyHeight())
	return lines[from:to]
}

func (h *help) prompt(m *Model) string {
	return draw.Status{Place: "keys", Hints: "j k scroll · esc closes"}.Line(m.theme, m.pageWidth()+1)
}
