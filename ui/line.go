package ui

import (
	"strings"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"skein/thread/markup"
)

// A line is a text being typed into the status line, or on top of a list.
type line struct {
	label string
	input textinput.Model
}

func (m *Model) newLine(label, value string) (line, tea.Cmd) {
	l := line{label, textinput.New()}
	l.input.Prompt = ""
	styles := l.input.Styles()
	styles.Focused.Text = m.theme.Text
	styles.Cursor.Blink = false
	l.input.SetStyles(styles)
	l.input.SetValue(oneLine(value))
	return l, l.input.Focus()
}

// edit gives the message to the text, and tells whether that changed it.
func (l *line) edit(msg tea.Msg) (changed bool, cmd tea.Cmd) {
	before := l.input.Value()
	if p, ok := msg.(tea.PasteMsg); ok {
		p.Content = markup.CleanLine(p.Content)
		msg = p
	}
	l.input, cmd = l.input.Update(msg)
	return l.input.Value() != before, cmd
}

// draw is the label, the text with its cursor, and at the right end what is
// said about it: the first of the versions that there is room for.
func (l *line) draw(m *Model, said ...string) string {
	const least = 12 // cells for the text
	width := m.pageWidth()
	label := " " + m.theme.Key.Render(l.label)
	room := width - ansi.StringWidth(label)
	right := ""
	for _, s := range said {
		if ansi.StringWidth(s)+2 <= room-max(least, ansi.StringWidth(l.input.Value())+1) {
			right = s
			break
		}
	}
	l.input.SetWidth(max(room-ansi.StringWidth(right)-3, 2))
	left := label + l.input.View()
	gap := max(width-ansi.StringWidth(left)-ansi.StringWidth(right), 0)
	return left + strings.Repeat(" ", gap) + m.theme.Dim.Render(right)
}

// oneLine is text made safe for the status line.
func oneLine(s string) string { return markup.CleanLine(s) }

func clipTo(s string, width int) string { return ansi.Truncate(s, width, "…") }
