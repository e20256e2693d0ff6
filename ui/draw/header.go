package draw

import (
	"fmt"
	"strings"
	"time"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// A Header is what is said above a comment's body, or on the only line of one
// that is folded.
type Header struct {
	Name      string
	Nobody    string   // said in the name's place where there is none: "deleted"
	Poster    bool     // it is the post's author
	Answers   []string // whom it answers and how deep, where the guides cannot show it; the fullest first
	Alike     string   // whom the name may be mistaken for: "looks like ann, #3"
	Mark      string   // what else must be known: "hidden characters removed"
	Age       string   // "3 h"
	Exact     string   // "2026-03-03 09:12"
	Score     string
	Replies   []string // "12 replies by ann and bo", then "12 replies"
	Number    string   // "#4"
	First     string   // first words, on a folded row
	Focused   bool
	InPassing bool // shown for a reply's sake
}

// Line is the header of a comment on show, in so many cells: the name to the
// left, the figures to the right. What there is no room for is left out, the
// least important first; the number stays.
func (h Header) Line(t *Theme, width int) string {
	replies := last(h.Replies)
	figures := []string{
		joined(h.Age, h.Exact, h.Score, replies, h.Number),
		joined(h.Age, h.Score, replies, h.Number),
		joined(h.Age, replies, h.Number),
		joined(h.Age, h.Number),
		h.Number,
	}
	for k, right := range figures {
		for _, answers := range h.answers(k == len(figures)-1) {
			left := h.name(t) + aside(h.Alike).render(t.Notice) + answers.render(t.Dim) + aside(h.Mark).render(t.Notice)
			if ansi.StringWidth(left)+2+ansi.StringWidth(right) <= width {
				return spread(left, t.Dim.Render(right), width)
			}
		}
	}
	right := t.Dim.Render(h.Number)
	left := ansi.Truncate(h.name(t), max(width-ansi.StringWidth(right)-2, 1), "…")
	return clip(spread(left, right, width), width)
}

// answers are the ways to say whom the comment answers; saying nothing of it
// is one only at the very last.
func (h Header) answers(atLast bool) []aside {
	var ways []aside
	for _, a := range h.Answers {
		ways = append(ways, aside(a))
	}
	if len(ways) == 0 || atLast {
		ways = append(ways, "")
	}
	return ways
}

// An aside is said beside a name, if there is anything to say.
type aside string

func (a aside) render(s lipgloss.Style) string {
	if a == "" {
		return ""
	}
	return "  " + s.Render(string(a))
}

// wordCells is what the first words of a folded comment get before names do.
const wordCells = 26

// FoldedLine is a folded comment on one line: name, age, first words, and the
// replies that the fold hides. Their number stays whatever the width.
func (h Header) FoldedLine(t *Theme, width int) string {
	mark := t.Dim.Render("▸ ")
	switch {
	case h.InPassing:
		mark = "  "
	case h.Focused:
		mark = t.Focus.Render("▸ ")
	}
	left := mark + h.name(t) + aside(h.Age).render(t.Dim)
	right, room := last(h.Replies), 0
	for _, way := range h.Replies {
		room = width - ansi.StringWidth(left) - ansi.StringWidth(way) - 4
		if room >= min(wordCells, ansi.StringWidth(h.First)) {
			right = way
			break
		}
	}
	room = width - ansi.StringWidth(left) - ansi.StringWidth(right) - 4
	const fewest = 8
	if h.First != "" && room >= min(fewest, ansi.StringWidth(h.First)) {
		left += "  " + t.Dim.Render(ansi.Truncate(h.First, room, "…"))
	}
	left = ansi.Truncate(left, max(width-ansi.StringWidth(right)-2, 1), "…")
	return clip(spread(left, t.Dim.Render(right), width), width)
}

func last(ways []string) string {
	if len(ways) == 0 {
		return ""
	}
	return ways[len(ways)-1]
}

func (h Header) name(t *Theme) string {
	style := t.Name
	if h.InPassing {
		style = t.Dim
	}
	name := style.Render(h.Name)
	if h.Name == "" {
		name = t.Dim.Render(h.Nobody)
	}
	if h.Poster {
		name += " " + t.Poster.Render("author")
	}
	if h.Alike != "" {
		name += " " + t.Notice.Render(alike)
	}
	return name
}

// alike stands behind a name that may be mistaken for an earlier one, also
// where there is no room to say for whose.
const alike = "≠"

// joined is the parts that are there, a middle dot between them.
func joined(parts ...string) string {
	var b strings.Builder
	for _, p := range parts {
		if p == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteString(" · ")
		}
		b.WriteString(p)
	}
	return b.String()
}

// spread puts left and right at the ends of a line of so many cells.
func spread(left, right string, width int) string {
	gap := width - ansi.StringWidth(left) - ansi.StringWidth(right)
	if right == "" || gap < 1 {
		return ansi.Truncate(left, width, "…")
	}
	return left + strings.Repeat(" ", gap) + right
}

// Age is how long ago that was, in the largest unit that fits: "now", "5 min",
// "3 h", "2 d", "4 wk", "5 mo", "6 y".
func Age(d time.Duration) string {
	const day = 24 * time.Hour
	switch {
	case d < time.Minute:
		return "now"
	case d < time.Hour:
		return fmt.Sprintf("%d min", d/time.Minute)
	case d < day:
		return fmt.Sprintf("%d h", d/time.Hour)
	case d < 14*day:
		return fmt.Sprintf("%d d", d/day)
	case d < 60*day:
		return fmt.Sprintf("%d wk", d/(7*day))
	case d < 2*365*day:
		return fmt.Sprintf("%d mo", d/(30*day))
	default:
		return fmt.Sprintf("%d y", d/(365*day))
	}
}

// Count is a number of things: "1 reply", "12 replies", "1,204 comments".
func Count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return Thousands(n) + " " + many
}

// Thousands writes a number with commas: 1,204.
func Thousands(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
