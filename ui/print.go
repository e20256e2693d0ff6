package ui

import (
	"bufio"
	"context"
	"io"
	"iter"
	"strings"
	"time"

	"skein/thread"
	"skein/ui/draw"
)

// PrintOptions say what of a thread is printed, and how wide.
type PrintOptions struct {
	Width int         // cells; 0 for the default
	Theme *draw.Theme // draw.Plain() for text without colours
	Query *thread.Query
	Depth int // levels printed in full; 0 for all
	Now   time.Time
}

// Print writes the thread as indented text, in the look of the screen. With a
// query only what it hits goes out, and what that answers on single lines.
func Print(w io.Writer, t *thread.Thread, o PrintOptions) error {
	width := o.Width
	if width <= 0 {
		width = int(narrow)
	}
	m := New(context.Background(), Options{
		Query: o.Query,
		Depth: o.Depth,
		Width: width,
		Now:   func() time.Time { return o.Now },
	})
	m.uncut = true
	m.setTheme(o.Theme)
	m.width, m.height = width+1, 1<<20
	m.loaded(threadLoadedMsg{arrival: newArrival(t, o.Query)})
	m.focus = thread.None

	out := bufio.NewWriter(w)
	for _, line := range []string{draw.TitleLine(m.theme, m.title(), nil, m.width), draw.Crumbs(m.theme, nil, m.width)} {
		out.WriteString(line + "\n")
	}
	for row := m.rows.first(); row != thread.None; row = m.rows.next(row) {
		for lines := range m.drawWhole(row) {
			for _, line := range lines {
				out.WriteString(strings.TrimRight(line, " ") + "\n")
			}
		}
	}
	return out.Flush()
}

// drawWhole yields the lines of row i, of a very long body so many at once.
func (m *Model) drawWhole(i int) iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		lines, left := m.drawRow(i), m.gutter(i).Line(m.theme)
		gap := m.gap(i)
		if !yield(lines[:len(lines)-gap]) {
			return
		}
		if m.rows.form(i) == full {
			for rest := range m.drawRest(i) {
				rest = m.lit(i, rest)
				for k, line := range rest {
					rest[k] = left + line
				}
				if !yield(rest) {
					return
				}
			}
		}
		yield(lines[len(lines)-gap:])
	}
}
