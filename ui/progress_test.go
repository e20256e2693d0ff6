package ui

import (
	"context"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"skein/thread"
)

func TestProgressIsShownUntilThereIsAThread(t *testing.T) {
	t.Parallel()
	lines := make(chan string, 1)
	m := New(t.Context(), Options{
		Load: func(context.Context) (*thread.Thread, error) {
			return outlined(t, "The ladder\nann: Who keeps it?"), nil
		},
		Progress: lines,
		Name:     "https://example.org/ladder",
		Notice:   func() string { return "a copy from a day ago" },
		Theme:    "plain",
	})
	give(m, tea.WindowSizeMsg{Width: 80, Height: 10})
	if s := m.View().Content; !strings.Contains(s, "reading https://example.org/ladder") {
		t.Errorf("before anything has come:\n%s", s)
	}
	next := awaitProgress(lines)
	for _, line := range []string{"fetching from example.org", "fetching from example.org:\x1b[31m page 2"} {
		lines <- line
		_, next = m.Update(next())
		if s := m.View().Content; !strings.Contains(s, oneLine(line)) || strings.Contains(s, "reading http") {
			t.Errorf("after %q:\n%s", line, s)
		}
	}
	close(lines)
	if msg := next(); msg != nil {
		t.Errorf("after the last line comes %v", msg)
	}
	run(m, m.Init())
	if s := m.View().Content; strings.Contains(s, "fetching") || !strings.Contains(s, "a copy from a day ago") {
		t.Errorf("with the thread:\n%s", s)
	}
}
