package ui

import (
	"image/color"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// TestTheGroundIsBelieved has the terminal tell its ground: what was assumed
// changes nothing, the other one brings the other theme, and a theme that was
// asked for stays.
func TestTheGroundIsBelieved(t *testing.T) {
	t.Parallel()
	outline := "A title\npost: Hello.\nann: A text.\n"
	m := opened(t, outlined(t, outline), 60, 10, Options{Theme: "auto"})
	dark := m.View().Content
	assumed := m.theme
	give(m, tea.BackgroundColorMsg{Color: color.Black})
	if m.theme != assumed || m.stale {
		t.Error("a dark ground has the screen drawn anew")
	}
	give(m, tea.BackgroundColorMsg{Color: color.White})
	light := m.View().Content
	if light == dark {
		t.Error("a light ground is drawn like a dark one")
	}
	give(m, tea.BackgroundColorMsg{Color: color.Black})
	if m.View().Content != dark {
		t.Error("back on a dark ground the screen is another than before")
	}
	m = opened(t, outlined(t, outline), 60, 10, Options{Theme: "light"})
	give(m, tea.BackgroundColorMsg{Color: color.Black})
	if m.View().Content != light {
		t.Error("a dark ground changes the theme that was asked for")
	}
}
