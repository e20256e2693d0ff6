package ui

import (
	"cmp"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"skein/thread"
	"skein/ui/draw"
)

// draw is the whole screen, a line for each of its lines.
func (m *Model) draw() string {
	if m.width <= 0 || m.height <= 0 {
		return ""
	}
	var head, body []string
	if m.thread == nil {
		body = []string{}
		if m.height >= heightForTitle {
			head = []string{draw.TitleLine(m.theme, m.options.Name, nil, m.width), draw.Crumbs(m.theme, nil, m.width)}
		}
	} else {
		head, body = m.drawHead(), m.drawRows()
		if over, ok := m.mode.(overlay); ok {
			body = over.cover(m, body)
		}
	}
	screen := append(head, body...)
	room := m.height
	if m.height >= heightForStatus {
		room--
	}
	for len(screen) < room {
		screen = append(screen, "")
	}
	screen = screen[:room]
	if m.height >= heightForStatus {
		screen = append(screen, m.drawStatus())
	}
	for k, line := range screen {
		if ansi.StringWidth(line) > m.width {
			screen[k] = ansi.Truncate(line, m.width, "")
		}
	}
	return strings.Join(screen, "\n")
}

func (m *Model) drawHead() []string {
	var head []string
	if m.height >= heightForTitle {
		head = append(head, draw.TitleLine(m.theme, m.title(), m.figures(), m.pageWidth()+1))
	}
	if m.height >= heightForCrumbs {
		names := m.namesAbove()
		if _, over := m.mode.(overlay); over {
			names = nil
		}
		head = append(head, draw.Crumbs(m.theme, names, m.pageWidth()+1))
	}
	return head
}

// figures are those of the thread, the most important first.
func (m *Model) figures() []string {
	var all []string
	n := m.comments()
	switch {
	case n == 0:
		all = []string{"no comments"}
	case m.whole:
		all = []string{draw.Count(n, "comment", "comments")}
	default:
		all = []string{draw.Count(n, "comment", "comments") + " so far"}
	}
	if m.part {
		all = append(all, "read in part")
	}
	if people := len(m.thread.Authors); people > 0 && n > 0 {
		all = append(all, draw.Count(people, "person", "people"))
	}
	return all
}

func (m *Model) title() string {
	if m.thread.Title != "" {
		return m.thread.Title
	}
	return m.options.Name
}

// namesAbove are the authors of the comments above the row on top, which are
// all off the screen, and of that row itself while its header is; from the
// top of the chain down.
func (m *Model) namesAbove() []string {
	const most = 12 // more do not fit on a line
	var names []string
	add := func(i int) {
		name := m.called(i)
		if name == "" {
			name = nobody(i, m.thread.At(i))
		}
		names = append(names, name)
	}
	top := m.top
	if next := m.rows.next(top.row); top.line >= m.size(top.row) && next != thread.None {
		top = place{next, 0} // only the blank line below the row is left of it
	}
	if top.line > 0 && top.row > 0 {
		add(top.row)
	}
	for a := range m.thread.Ancestors(top.row) {
		if a == 0 || len(names) >= most {
			break
		}
		add(a)
	}
	slices.Reverse(names)
	return names
}

// drawRows fills the body from the place on top.
func (m *Model) drawRows() []string {
	room := m.bodyHeight()
	lines := make([]string, 0, room)
	skip := m.top.line
	for row := m.top.row; row != thread.None && len(lines) < room; row = m.rows.next(row) {
		for _, line := range m.drawRow(row)[min(skip, m.rowHeight(row)):] {
			if len(lines) == room {
				break
			}
			lines = append(lines, line)
		}
		skip = 0
	}
	return lines
}

// drawRow is all lines of a row with their gutters, the gap below included.
func (m *Model) drawRow(i int) []string {
	g := m.gutter(i)
	g.Focused = i == m.focus
	g.Open = m.rows.form(i) == full && i > 0 && m.rows.open(i)
	width := max(m.pageWidth()-g.Width(), 1)
	h := m.header(i)
	left := g.Line(m.theme)
	var lines []string
	if m.rows.form(i) != full {
		lines = append(lines, left+m.litHeader(i, h.FoldedLine(m.theme, width), h.Name))
	} else {
		lines = append(lines, left+m.litHeader(i, h.Line(m.theme, width), h.Name))
		for _, line := range m.lit(i, m.body(i).lines) {
			lines = append(lines, left+line)
		}
	}
	if m.gap(i) > 0 {
		lines = append(lines, m.gutter(m.rows.next(i)).Gap(m.theme))
	}
	return lines
}

// drawStatus is the last line.
func (m *Model) drawStatus() string {
	if p, ok := m.mode.(prompter); ok {
		return p.prompt(m)
	}
	s := draw.Status{Said: m.notice, Failed: m.failed}
	if m.thread == nil {
		s.Said = cmp.Or(m.progress, "reading "+m.options.Name)
		return s.Line(m.theme, m.pageWidth()+1)
	}
	n := m.comments()
	s.Hints = "? keys  @ people  / search"
	if n > 0 {
		s.Place = draw.Thousands(m.position()) + " of " + draw.Thousands(n)
		s.Bar = true
		s.Done = float64(m.position()) / float64(n)
	}
	if s.Said == "" {
		s.Said = m.standing()
	}
	return s.Line(m.theme, m.pageWidth()+1)
}

// comments is how many the thread has, without what only stands for one.
func (m *Model) comments() int { return m.thread.Len() - 1 - len(m.stand) }

// position is the place of the focused comment in reading order.
func (m *Model) position() int {
	before, found := slices.BinarySearch(m.stand, m.focus)
	if found {
		before++
	}
	return m.focus - before
}

// standing is what the status line says while there is no notice: the limit
// and the search.
func (m *Model) standing() string {
	var parts []string
	if s := m.search.standing(m); s != "" {
		parts = append(parts, s)
	}
	if l := m.view.limit; l != nil {
		parts = append(parts, "&"+oneLine(l.query.String())+" "+m.placeInLimit())
	}
	if m.view.order != thread.OrderSource {
		parts = append(parts, orderSaid[m.view.order])
	}
	return strings.Join(parts, "  ")
}

func (m *Model) windowTitle() string {
	if m.thread == nil {
		return "skein"
	}
	return m.title() + " — skein"
}
