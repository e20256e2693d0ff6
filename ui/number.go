package ui

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// numbering asks for the number of a comment.
type numbering struct{ line }

func (m *Model) askNumber() tea.Cmd {
	l, cmd := m.newLine(":", "")
	m.mode = &numbering{l}
	return cmd
}

func (n *numbering) press(m *Model, k tea.KeyPressMsg) tea.Cmd {
	switch m.typed {
	case "esc":
		m.leave()
	case "enter":
		m.leave()
		return m.perform(command{name: "to number", jump: true, do: func(m *Model) { m.toNumber(n.input.Value()) }})
	case "backspace":
		if n.input.Value() == "" {
			m.leave()
			return nil
		}
		return n.insert(m, k)
	default:
		return n.insert(m, k)
	}
	return nil
}

func (n *numbering) insert(_ *Model, msg tea.Msg) tea.Cmd {
	_, cmd := n.edit(msg)
	return cmd
}

func (n *numbering) prompt(m *Model) string {
	return n.draw(m, "a comment's number · 0 is the post · enter · esc", "enter · esc")
}

func (m *Model) toNumber(typed string) {
	number, err := strconv.Atoi(strings.TrimPrefix(strings.TrimSpace(typed), "#"))
	if err != nil {
		m.say("not a number: " + oneLine(typed))
		return
	}
	i := m.thread.Numbered(number)
	if i < 0 {
		m.say("there is no comment " + strconv.Itoa(number))
		return
	}
	m.goTo(i)
}
