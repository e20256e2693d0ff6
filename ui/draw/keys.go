package draw

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// A KeyGroup is a part of the help.
type KeyGroup struct {
	Name string
	Keys []Key
}

// A Key is one line of it.
type Key struct{ Shown, Does string }

// The cells of the help: a column, and in it the keys' names.
const (
	columnCells = 58
	keyCells    = 23
)

// Keys is the help: the groups in as many columns as the screen is wide for,
// filled one after the other.
func Keys(t *Theme, groups []KeyGroup, width int) []string {
	columns := max(width/columnCells, 1)
	cells := width / columns
	var all [][]string
	total := 0
	for _, g := range groups {
		lines := g.lines(t, min(cells, columnCells))
		all = append(all, lines)
		total += len(lines)
	}
	var rows []string
	for c := range columns {
		var column []string
		share := (total + columns - c - 1) / (columns - c)
		for len(all) > 0 && (len(column) == 0 || c == columns-1 || len(column)+len(all[0])/2 < share) {
			column = append(column, all[0]...)
			total -= len(all[0])
			all = all[1:]
		}
		for k, line := range column {
			for k >= len(rows) {
				rows = append(rows, strings.Repeat(" ", c*cells))
			}
			rows[k] = pad(rows[k], c*cells) + line
		}
	}
	return rows
}

// lines are a group under its name, with a blank line below. What a key does
// goes on in the next line where it must, and so do its names.
func (g KeyGroup) lines(t *Theme, width int) []string {
	cells := min(keyCells, max(width/3, 8))
	lines := []string{" " + clip(t.Heading.Render(g.Name), width-1)}
	for _, key := range g.Keys {
		shown := strings.Split(ansi.Wrap(key.Shown, cells-2, ""), "\n")
		does := strings.Split(ansi.Wrap(key.Does, max(width-cells-4, 1), ""), "\n")
		for k := range max(len(shown), len(does)) {
			lines = append(lines, "   "+pad(t.Key.Render(at(shown, k)), cells)+at(does, k))
		}
	}
	return append(lines, "")
}

// at is line k, empty below the last.
func at(lines []string, k int) string {
	if k < len(lines) {
		return lines[k]
	}
	return ""
}
