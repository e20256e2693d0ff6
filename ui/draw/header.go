package draw

import (
	"fmt"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"
)

// A Header is what is said above a comment's body, or on the only line of one
// that is folded.
type Header struct {
	Name      string
	Nobody    string // said in the name's place where there is none: "deleted"
	Poster    bool   // it is the post's author
	Answers   string // whom it answers, where the guides cannot show it
	Mark      string // what else must be known: "edited", "hidden characters removed"
	Age       string // "3 h"
	Exact     string // "2026-03-03 09:12"
	Score     string
	Replies   string // "12 replies"
	Number    string // "#4"
	First     string // first words, on a folded row
	Folded    bool
	Focused   bool
	InPassing bool // shown for a reply's sake
}

// Line is the header of a comment on show, in so many cells: the name to the
// left, the figures to the right. What there is no room for is left out, the
// least important first.
func (h Header) Line(t *Theme, width int) string {
	left := h.name(t)
	if h.Answers != "" {
		left += "  " + t.Dim.Render(h.Answers)
	}
	if h.Mark != "" {
		left += "  " + t.Notice.Render(h.Mark)
	}
	figures := [][]string{
		{h.Age, h.Exact, h.Score, h.Replies, h.Number},
		{h.Age, h.Score, h.Replies, h.Number},
		{h.Age, h.Replies, h.Number},
		{h.Age, h.Number},
		{h.Number},
	}
	for _, f := range figures {
		right := t.Dim.Render(joined(f))
		if ansi.StringWidth(left)+2+ansi.StringWidth(right) <= width {
			return spread(left, right, width)
		}
	}
	return ansi.Truncate(left, width, "…")
}

// FoldedLine is a folded comment on one line: name, age, first words, and the
// replies that the fold hides.
func (h Header) FoldedLine(t *Theme, width int) string {
	mark := "▸ "
	if h.InPassing {
		mark = "  "
	}
	markStyle := t.Dim
	if h.Focused {
		markStyle = t.Focus
	}
	left := markStyle.Render(mark) + h.name(t)
	if h.Age != "" {
		left += "  " + t.Dim.Render(h.Age)
	}
	right := t.Dim.Render(h.Replies)
	if ansi.StringWidth(left)+2+ansi.StringWidth(right) > width {
		return ansi.Truncate(left, width, "…")
	}
	room := width - ansi.StringWidth(left) - ansi.StringWidth(right) - 4
	if h.First != "" && room >= 12 {
		left += "  " + t.Dim.Render(ansi.Truncate(h.First, room, "…"))
	}
	return spread(left, right, width)
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
	return name
}

// joined is the parts that are there, a middle dot between them.
func joined(parts []string) string {
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
