package draw

import "github.com/charmbracelet/x/ansi"

// A Topic is one row of the list of threads in a file.
type Topic struct {
	Title    string
	Comments int
	Last     string // how long ago somebody wrote
	Chosen   bool   // the cursor is on it
}

// Topics is the list under its heading.
func Topics(t *Theme, rows []Topic, width int) []string {
	columns := min(max((width-24)/figureCells, 0), 2)
	cells := max(width-3-columns*figureCells-1, 1)
	names := []string{"comments", "last"}
	lines := []string{clip("   "+pad(t.Dim.Render("thread"), cells)+t.Dim.Render(figures(names[:columns])), width)}
	for _, row := range rows {
		mark, title := "   ", t.Text.Render(row.Title)
		if row.Chosen {
			mark, title = " "+t.Focus.Render("▍")+" ", t.Name.Render(row.Title)
		}
		values := []string{Thousands(row.Comments), row.Last}
		title = pad(ansi.Truncate(title, cells-1, "…"), cells)
		lines = append(lines, clip(mark+title+t.Dim.Render(figures(values[:columns])), width))
	}
	return lines
}
