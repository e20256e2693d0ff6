package draw

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// A Hint is a link with the key that opens it.
type Hint struct {
	Key    string
	Link   Link
	Note   string // what may be overlooked in the address
	Chosen bool   // the cursor is on it
}

// hintIndent is the cells to the left of an address.
const hintIndent = 6

// Lines are the whole address, broken where it must be, what may be overlooked
// in it, and what the link is called where that is something else.
func (h Hint) Lines(t *Theme, width int) []string {
	mark := "   "
	if h.Chosen {
		mark = " " + t.Focus.Render("▍") + " "
	}
	room := max(width-hintIndent-margin, 1)
	var lines []string
	for k, part := range strings.Split(ansi.Hardwrap(h.Link.URL, room, true), "\n") {
		left := strings.Repeat(" ", hintIndent)
		if k == 0 {
			left = mark + t.Key.Render(h.Key) + "  "
		}
		lines = append(lines, left+t.Link.Render(part))
	}
	lines = h.called(t, lines, width)
	if h.Note != "" {
		for _, part := range wrapped(h.Note, room) {
			lines = append(lines, strings.Repeat(" ", hintIndent)+t.Notice.Render(part))
		}
	}
	return lines
}

// called adds to the lines of an address what the link is called.
func (h Hint) called(t *Theme, lines []string, width int) []string {
	room := max(width-hintIndent-margin, 1)
	text := strings.TrimSpace(h.Link.Text)
	if text == "" || text == h.Link.URL {
		return lines
	}
	end := len(lines) - 1
	if used := ansi.StringWidth(lines[end]); used+2+ansi.StringWidth(text) <= width-margin {
		lines[end] += "  " + t.Dim.Render(text)
	} else {
		lines = append(lines, strings.Repeat(" ", hintIndent)+t.Dim.Render(ansi.Truncate(text, room, "…")))
	}
	return lines
}
