package draw

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// People is the list of commenters.
type People struct{ Rows []Person }

// A Person is one row of it.
type Person struct {
	Name                     string
	Comments, Words, Replies int
	Chosen                   bool // the cursor is on it
	Poster                   bool
	Alike                    bool // the name may be mistaken for an earlier one
}

// figureCells is the width of a column of figures.
const figureCells = 10

// Lines is the list under its heading: the figures that there is room for to
// the right of the names.
func (p People) Lines(t *Theme, width int) []string {
	columns := min(max((width-24)/figureCells, 0), 3)
	nameCells := max(width-3-columns*figureCells-1, 1)
	names := []string{"comments", "words", "replies"}
	lines := []string{clip("   "+pad(t.Dim.Render("name"), nameCells)+t.Dim.Render(figures(names[:columns])), width)}
	for _, row := range p.Rows {
		cells := []string{Thousands(row.Comments), Thousands(row.Words), Thousands(row.Replies)}
		mark, name := "   ", t.Text.Render(row.Name)
		if row.Chosen {
			mark, name = " "+t.Focus.Render("▍")+" ", t.Name.Render(row.Name)
		}
		if row.Poster {
			name += " " + t.Poster.Render("author")
		}
		if row.Alike {
			name += " " + t.Notice.Render(alike)
		}
		name = pad(ansi.Truncate(name, nameCells-1, "…"), nameCells)
		lines = append(lines, clip(mark+name+t.Dim.Render(figures(cells[:columns])), width))
	}
	return lines
}

// figures are cells of a table, to the right of their columns.
func figures(cells []string) string {
	var b strings.Builder
	for _, c := range cells {
		b.WriteString(strings.Repeat(" ", max(figureCells-ansi.StringWidth(c), 1)))
		b.WriteString(c)
	}
	return b.String()
}

// pad fills a text with blanks to so many cells.
func pad(s string, cells int) string {
	return s + strings.Repeat(" ", max(cells-ansi.StringWidth(s), 0))
}
