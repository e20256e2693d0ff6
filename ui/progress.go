package ui

import tea "charm.land/bubbletea/v2"

// progressedMsg says how far reading has come.
type progressedMsg struct{ line string }

// awaitProgress waits for the next line on it; there is none after the last.
func awaitProgress(lines <-chan string) tea.Cmd {
	if lines == nil {
		return nil
	}
	return func() tea.Msg {
		if line, more := <-lines; more {
			return progressedMsg{line}
		}
		return nil
	}
}

// progressed shows a line until there is a thread, and waits for the next.
func (m *Model) progressed(msg progressedMsg) tea.Cmd {
	m.progress = oneLine(msg.line)
	return awaitProgress(m.options.Progress)
}
