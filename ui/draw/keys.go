package draw

import (
	"github.com/charmbracelet/x/ansi"
)

// A KeyGroup is a part of the help.
type KeyGroup struct {
	Name string
	Keys []Key
}

// A Key is one line of it.
type Key struct{ Shown, Does string }

const (
	keyCells    = 24 // of a key's name
	columnCells = 66 // of a column of the help
)

// Keys is the help: the groups one below the other, in two columns where the
// screen is wide enough.
func Keys(t *Theme, groups []KeyGroup, width int) []string {
	if width < 2*columnCells {
		return keyColumn(t, groups, width)
	}
	total := 0
	for _, g := range groups {
		total += len(g.Keys) + 2
	}
	split, height := 0, 0
	for split < len(groups) && height < total/2 {
		height += len(groups[split].Keys) + 2
		split++
	}
	left := keyColumn(t, groups[:split], columnCells)
	right := keyColumn(t, groups[split:], width-columnCells)
	lines := make([]string, max(len(left), len(right)))
	for k := range lines {
		var l, r string
		if k < len(left) {
			l = left[k]
		}
		if k < len(right) {
			r = right[k]
		}
		lines[k] = pad(l, columnCells) + r
	}
	return lines
}

func keyColumn(t *Theme, groups []KeyGroup, width int) []string {
	cells := min(keyCells, max(width/3, 8))
	var lines []string
	for k, g := range groups {
		if k > 0 {
			lines = append(lines, "")
		}
		lines = append(lines, clip(" "+t.Title.Render(g.Name), width))
		for _, key := range g.Keys {
			shown := pad(t.Key.Render(ansi.Truncate(key.Shown, cells-1, "…")), cells)
			lines = append(lines, " "+shown+ansi.Truncate(key.Does, max(width-cells-2, 1), "…"))
		}
	}
	return lines
}
