package ui

import tea "charm.land/bubbletea/v2"

// A question is asked in the status line; enter answers it.
type question struct {
	line
	hints  []string // what is said beside it, the longest first
	answer func(typed string) command
}

func (q *question) press(m *Model, k tea.KeyPressMsg) tea.Cmd {
	switch {
	case m.typed == "esc", m.typed == "backspace" && q.input.Value() == "":
		m.leave()
	case m.typed == "enter":
		m.leave()
		return m.perform(q.answer(q.input.Value()))
	default:
		return q.insert(m, k)
	}
	return nil
}

func (q *question) insert(_ *Model, msg tea.Msg) tea.Cmd {
	_, cmd := q.edit(msg)
	return cmd
}

func (q *question) prompt(m *Model) string { return q.draw(m, q.hints...) }
