package draw

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// titleCells is how much of a long title stays beside the first figure.
const titleCells = 30

// TitleLine is the top of the screen: the title, and the thread's figures to
// the right, as many of them as there is room for.
func TitleLine(t *Theme, title string, figures []string, width int) string {
	room := width - 2*margin
	right := ""
	for k := len(figures); k > 0; k-- {
		right = joined(figures[:k]...)
		if ansi.StringWidth(title)+2+ansi.StringWidth(right) <= room {
			break
		}
	}
	if ansi.StringWidth(right)+2+min(titleCells, ansi.StringWidth(title)) > room {
		right = ""
	}
	title = ansi.Truncate(title, max(room-ansi.StringWidth(right)-2, 1), "…")
	return clip(" "+spread(t.Title.Render(title), t.Dim.Render(right), room), width)
}

// Crumbs is the line below the title: a rule, and in it the names of the
// comments above the first one on the screen, while their headers are off it.
func Crumbs(t *Theme, names []string, width int) string {
	room := width - 2*margin
	if len(names) == 0 || room < 12 {
		return clip(" "+t.Rule.Render(strings.Repeat("─", max(room, 0))), width)
	}
	path := trail(names, room-5)
	rest := max(room-ansi.StringWidth(path)-4, 0)
	return clip(" "+t.Rule.Render("─ ")+t.Dim.Render(path)+" "+t.Rule.Render(strings.Repeat("─", rest+1)), width)
}

// trail is the names joined by ▸; from the left those are dropped for which
// there is no room.
func trail(names []string, room int) string {
	path := ""
	for i := len(names) - 1; i >= 0; i-- {
		longer := names[i]
		if path != "" {
			longer += " ▸ " + path
		}
		if ansi.StringWidth(longer) > room-4 && path != "" {
			return "… ▸ " + path
		}
		path = longer
	}
	return ansi.Truncate(path, room, "…")
}

// A Status is what the last line of the screen says.
type Status struct {
	Place  string  // "4 of 61"
	Bar    bool    // the place has a bar beside it
	Done   float64 // how much of the bar is full, 0 to 1
	Said   string  // a notice, a query and its hits
	Failed bool    // what is said is an error
	Hints  string  // "? keys  @ people  / search"
}

// Line is the status in so many cells. What is said goes before the hints,
// the hints before the bar.
func (s Status) Line(t *Theme, width int) string {
	const bar = 12
	room := width - 2*margin
	left := t.Status.Render(s.Place)
	said := t.Notice.Render(s.Said)
	if s.Failed {
		said = t.Error.Render(s.Said)
	}
	used := ansi.StringWidth(left)
	saidCells := ansi.StringWidth(said)
	if saidCells > 0 {
		saidCells += 2
	}
	hintCells := ansi.StringWidth(s.Hints) + 2
	if s.Bar && room-used-saidCells-hintCells >= bar+2 {
		left += "  " + Bar(t, s.Done, bar)
		used += bar + 2
	}
	if saidCells > 0 {
		if used > 0 {
			left += "  "
		}
		left += said
	}
	right := t.Dim.Render(s.Hints)
	if ansi.StringWidth(left)+hintCells > room {
		right = ""
	}
	return clip(" "+spread(left, right, room), width)
}

// Bar is a quiet progress bar of so many cells.
func Bar(t *Theme, done float64, cells int) string {
	full := min(max(int(done*float64(cells)+0.5), 0), cells)
	return t.Status.Render(strings.Repeat("▂", full)) + t.Rule.Render(strings.Repeat("▁", cells-full))
}

// clip makes sure that a line is no wider than the screen.
func clip(line string, width int) string {
	if ansi.StringWidth(line) <= width {
		return line
	}
	return ansi.Truncate(line, max(width, 0), "")
}
