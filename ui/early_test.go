package ui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

func TestEveryKeyIsSafeBeforeThereIsAThread(t *testing.T) {
	t.Parallel()
	m := New(t.Context(), Options{Name: "slow.txt"})
	give(m, tea.WindowSizeMsg{Width: 40, Height: 10})
	for _, binding := range m.keys.all() {
		for _, names := range binding.Keys() {
			for name := range strings.FieldsSeq(names) {
				m.press(keyPress(name))
			}
		}
	}
	for _, msg := range []tea.Msg{
		tea.MouseClickMsg{X: 3, Y: 3, Button: tea.MouseLeft}, tea.MouseWheelMsg{Button: tea.MouseWheelDown},
		tea.PasteMsg{Content: "text"}, tea.WindowSizeMsg{Width: 3, Height: 1},
	} {
		m.Update(msg)
	}
	if m.mode != (reading{}) || m.thread != nil {
		t.Errorf("a key has led into %T", m.mode)
	}
	if cmd := m.press(keyPress("ctrl+c")); cmd == nil || cmd() != tea.Quit() {
		t.Error("nobody can leave before the thread is read")
	}
}
