package ui

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// askNumber asks for the number of a comment to go to.
func (m *Model) askNumber() tea.Cmd {
	l, cmd := m.newLine(":", "")
	m.mode = &question{l, []string{"a comment's number · 0 is the post · enter · esc", "enter · esc"}, func(typed string) command {
		return command{name: "to number", jump: true, do: func(m *Model) { m.toNumber(typed) }}
	}}
	return cmd
}

func (m *Model) toNumber(typed string) {
	number, err := strconv.Atoi(strings.TrimPrefix(strings.TrimSpace(typed), "#"))
	if err != nil {
		m.say("not a number: " + typed)
		return
	}
	i := m.thread.Numbered(number)
	if i < 0 {
		m.say("there is no comment " + strconv.Itoa(number))
		return
	}
	m.goTo(i)
}
