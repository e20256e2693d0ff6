package draw

import (
	"slices"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// Highlight marks what a search finds in drawn lines and says in which line
// each match begins. The match of number current gets a look of its own; -1
// is none.
//
// A text is searched as it reads, not as it is broken: find is given the
// words of all lines, without quote bars, joined by blanks, and returns byte
// ranges of that in order. Where a break may stand inside a word it is called once
// more, with such lines joined by nothing.
func Highlight(lines []string, find func(text string) [][2]int, look, currentLook lipgloss.Style, current int) ([]string, []int) {
	bare := make([]string, len(lines))
	for i, line := range lines {
		bare[i] = ansi.Strip(line)
	}
	matches := search(bare, find)
	drawn := slices.Clone(lines)
	at := make([]int, len(matches))
	open, openCurrent := opening(look), opening(currentLook)
	marks := make([][]mark, len(lines))
	for i, m := range matches {
		at[i] = m[0].line
		for _, piece := range m {
			piece.open = open
			if i == current {
				piece.open = openCurrent
			}
			marks[piece.line] = append(marks[piece.line], piece)
		}
	}
	for i := range marks {
		if len(marks[i]) > 0 {
			drawn[i] = paint(lines[i], marks[i])
		}
	}
	return drawn, at
}

// A mark is a run of bytes in the bare text of a line, and the sequence that
// opens its look.
type mark struct {
	line, start, end int
	open             string
}

// paint gives runs of a line their looks. Links stay, and after a run the
// line goes on as it would have.
func paint(line string, marks []mark) string {
	var b strings.Builder
	var pen, open string // the line's own colours, and the mark's
	at := 0              // in the bare text
	var state byte
	for line != "" {
		seq, _, n, next := ansi.DecodeSequence(line, state, nil)
		state, line = next, line[n:]
		if seq[0] == '\x1b' {
			b.WriteString(seq)
			if isColour(seq) {
				pen = penAfter(pen, seq)
				b.WriteString(open)
			}
			continue
		}
		for len(marks) > 0 && marks[0].end <= at {
			marks = marks[1:]
		}
		want := ""
		if len(marks) > 0 && marks[0].start < at+n {
			want = marks[0].open
		}
		if want != open {
			if open != "" {
				b.WriteString(ansi.ResetStyle + pen)
			}
			b.WriteString(want)
			open = want
		}
		b.WriteString(seq)
		at += n
	}
	if open != "" {
		b.WriteString(ansi.ResetStyle + pen)
	}
	return b.String()
}

// penAfter is what brings back the colours of a line after one more change.
func penAfter(pen, seq string) string {
	if seq == "\x1b[m" || seq == "\x1b[0m" {
		return ""
	}
	return pen + seq
}
