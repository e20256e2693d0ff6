package ui

import (
	tea "charm.land/bubbletea/v2"
)

// saidMsg is what a command has to say when it is done.
type saidMsg struct {
	text   string
	failed bool
}

// copyLink copies the address of the comment, or of the thread.
func (m *Model) copyLink() tea.Cmd {
	address, whose := m.permalink()
	if address == "" {
		m.say("neither the comment nor the thread has an address")
		return nil
	}
	m.say("copied the address of " + whose + ": " + address)
	return tea.SetClipboard(address)
}

// copyText copies the comment's text as Markdown.
func (m *Model) copyText() tea.Cmd {
	text := m.thread.At(m.focus).Body.Markdown()
	if text == "" {
		m.say("there is no text to copy")
		return nil
	}
	m.say("copied the text")
	return tea.SetClipboard(text)
}
