package ui

import tea "charm.land/bubbletea/v2"

// A mode takes the keys while it lasts.
type mode interface {
	press(m *Model, k tea.KeyPressMsg) tea.Cmd
}

// An overlay is a mode that draws over the thread.
type overlay interface {
	cover(m *Model, body []string) []string
}

// A prompter is a mode that has the status line for itself.
type prompter interface {
	prompt(m *Model) string
}

// A typist is a mode into which text can be pasted.
type typist interface {
	insert(m *Model, msg tea.Msg) tea.Cmd
}

// leave goes back to reading.
func (m *Model) leave() { m.mode = reading{} }

func (m *Model) paste(msg tea.PasteMsg) tea.Cmd {
	if t, ok := m.mode.(typist); ok {
		return t.insert(m, msg)
	}
	return nil
}
