package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"skein/ui/draw"
)

// mouseKeys is what the mouse does.
var mouseKeys = []draw.Key{
	{Shown: "wheel", Does: "scroll"},
	{Shown: "click", Does: "focus; on a header: fold"},
	{Shown: "shift+drag", Does: "select text, in most terminals"},
}

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
		h.scrollBy(m)
	}
	return nil
}

func (h *help) cover(m *Model, body []string) []string {
	var groups []draw.KeyGroup
	for _, g := range m.keys.groups() {
		group := draw.KeyGroup{Name: g.name}
		for _, row := range g.rows {
			group.Keys = append(group.Keys, draw.Key{Shown: strings.Join(row.shown(), " "), Does: row.does})
		}
		groups = append(groups, group)
	}
	groups = append(groups, draw.KeyGroup{Name: "Mouse", Keys: mouseKeys})
	lines := draw.Keys(m.theme, groups, m.width)
	from, to := h.window(len(lines), m.bodyHeight())
	return lines[from:to]
}

func (h *help) prompt(m *Model) string {
	return draw.Status{Place: "keys", Said: m.notice, Hints: "j k scroll · esc closes"}.Line(m.theme, m.pageWidth()+1)
}
