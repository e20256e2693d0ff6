package draw

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// A Hint is a link with the key that opens it.
type Hint struct {
	Key    string
	Link   Link
	Chosen bool // the cursor is on it
}

// Lines are the whole address, broken where it must be, and what the link is
// called where that is something else.
func (h Hint) Lines(t *Theme, width int) []string {
	mark := "   "
	if h.Chosen {
		mark = " " + t.Focus.Render("▍") + " "
	}
	const indent = 6
	room := max(width-indent-margin, 1)
	var lines []string
	for k, part := range strings.Split(ansi.Hardwrap(h.Link.URL, room, true), "\n") {
		left := strings.Repeat(" ", indent)
		if k == 0 {
			left = mark + t.Key.Render(h.Key) + "  "
		}
		lines = append(lines, left+t.Link.Render(part))
	}
	text := strings.TrimSpace(h.Link.Text)
	if text == "" || text == h.Link.URL {
		return lines
	}
	end := len(lines) - 1
	if used := ansi.StringWidth(lines[end]); used+2+ansi.StringWidth(text) <= width-margin {
		lines[end] += "  " + t.Dim.Render(text)
	} else {
		lines = append(lines, strings.Repeat(" ", indent)+t.Dim.Render(ansi.Truncate(text, room, "…")))
	}
	return lines
}
