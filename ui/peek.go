package ui

import (
	"slices"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"skein/thread"
	"skein/ui/draw"
)

// peek shows the text of the comments above the focused one, over the screen.
type peek struct {
	scroller
	lines []string
	width int // that the lines were drawn for
	atEnd bool
}

func (m *Model) showPeek() tea.Cmd {
	switch up := m.thread.Parent(m.focus); {
	case up == thread.None:
		m.say("the post answers nobody")
		return nil
	case up == 0 && m.thread.Topics() != nil:
		m.say("it begins its thread and answers nobody")
		return nil
	}
	m.mode = &peek{atEnd: true}
	return nil
}

func (p *peek) press(m *Model, _ tea.KeyPressMsg) tea.Cmd {
	switch m.typed {
	case "esc", "q", "P", "enter":
		m.leave()
	default:
		p.scrollBy(m)
	}
	return nil
}

// cover lays the ancestors over the body, the nearest at the bottom; the
// focused comment stays in sight below where there is room.
func (p *peek) cover(m *Model, body []string) []string {
	if p.width != m.width {
		p.lines, p.width = m.ancestorLines(m.focus), m.width
	}
	room := m.bodyHeight()
	if room > 8 {
		room = max(room*3/4, 6)
	}
	shown := min(len(p.lines), max(room-1, 1))
	if p.atEnd {
		p.top, p.atEnd = len(p.lines), false
	}
	from, to := p.window(len(p.lines), shown)
	out := slices.Clone(p.lines[from:to])
	for k := range out {
		out[k] = ansi.Truncate(out[k], m.width, "")
	}
	out = append(out, draw.Crumbs(m.theme, nil, m.pageWidth()+1))
	if len(out) < len(body) {
		out = append(out, m.drawRow(m.focus)...)
	}
	return out[:min(len(out), m.bodyHeight())]
}

func (p *peek) prompt(m *Model) string {
	return draw.Status{Place: "what it answers", Said: m.notice, Hints: "j k scroll · esc closes"}.Line(m.theme, m.pageWidth()+1)
}

// maxPeek is how many ancestors are shown: a reader scrolls through some
// screens of them, not through a chain of thousands.
const maxPeek = 50

// ancestorLines are the comments above i, from the top of the chain down.
func (m *Model) ancestorLines(i int) []string {
	var chain []int
	for a := range m.thread.Ancestors(i) {
		if len(chain) == maxPeek {
			break
		}
		chain = append(chain, a)
	}
	slices.Reverse(chain)
	var lines []string
	for _, a := range chain {
		g := draw.Gutter{}
		width := max(m.pageWidth()-g.Width(), 1)
		left := g.Line(m.theme)
		h := m.header(a)
		h.Answers = nil // that one stands right above
		lines = append(lines, left+h.Line(m.theme, width))
		for _, line := range m.painter.Body(m.blocks(a), width) {
			lines = append(lines, left+line)
		}
		lines = append(lines, "")
	}
	return lines
}
