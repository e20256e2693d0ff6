package markup

import (
	"iter"
	"slices"
	"strings"
	"unicode"
)

// A Line is a line of a page of text that is not blank.
type Line struct {
	Text   string // without the space around it
	Indent int    // in columns
	Gap    int    // the number of blank lines above it
}

// Lines yields the lines of a page of text.
func Lines(page string) iter.Seq[Line] {
	return func(yield func(Line) bool) {
		gap := 0
		for rest := page; len(rest) > 0; {
			var raw string
			raw, rest, _ = strings.Cut(rest, "\n")
			text, indent := Undent(raw)
			if text == "" {
				gap++
				continue
			}
			if !yield(Line{text, indent, gap}) {
				return
			}
			gap = 0
		}
	}
}

// Undent is a line without the space around it, and the column it begins at.
func Undent(line string) (text string, indent int) {
	const tab = 4
	for i, r := range line {
		switch {
		case r == '\t':
			indent += tab - indent%tab
		case r == '\u3000':
			indent += 2
		case Unseen(r):
		case unicode.IsSpace(r):
			indent++
		default:
			return strings.TrimRightFunc(line[i:], leavesNothing), indent
		}
	}
	return "", 0
}

// Unseen is true for the marks of no width that pages leave behind.
func Unseen(r rune) bool { return r == '\u200b' || r == '\ufeff' || r == '\u200e' || r == '\u200f' }

func leavesNothing(r rune) bool { return unicode.IsSpace(r) || Unseen(r) }

// undented is a text without the indent of the page that it stands in.
func undented(text string) string { return JoinLines(slices.Collect(Lines(text))) }

// JoinLines is lines without the indent they share. Of the rest only that of a
// paragraph whose lines all stand deeper, and not all alike or like code, is
// kept: others are strays.
func JoinLines(lines []Line) string {
	if len(lines) == 0 {
		return ""
	}
	if len(lines) == 1 {
		return lines[0].Text
	}
	margin, size := lines[0].Indent, 0
	for _, l := range lines {
		margin = min(margin, l.Indent)
		size += len(l.Text) + len("\n\n")
	}
	var b strings.Builder
	b.Grow(size)
	for from := 0; from < len(lines); {
		to := from + 1
		for to < len(lines) && lines[to].Gap == 0 {
			to++
		}
		if from > 0 {
			b.WriteString("\n\n")
		}
		writeLines(&b, lines[from:to], margin)
		from = to
	}
	return b.String()
}

// writeLines writes the lines of a paragraph.
func writeLines(b *strings.Builder, lines []Line, margin int) {
	const deeper, code, deepest = 2, 4, 80
	least, most := lines[0].Indent, lines[0].Indent
	for _, l := range lines {
		least, most = min(least, l.Indent), max(most, l.Indent)
	}
	keep := least >= margin+code && looksLikeCode(lines) || len(lines) > 1 && least >= margin+deeper && most > least
	for i, l := range lines {
		if i > 0 {
			b.WriteByte('\n')
		}
		if keep {
			b.WriteString(strings.Repeat(" ", min(l.Indent-margin, deepest)))
		}
		b.WriteString(l.Text)
	}
}

// looksLikeCode says whether a paragraph that is set off is a piece of code and
// no quotation: half of its lines hold signs that prose has no use for.
func looksLikeCode(lines []Line) bool {
	const signs, longest = "{}<=|\\`~^", 120
	n := 0
	for _, l := range lines {
		switch s := l.Text; {
		case strings.Contains(s, "://"):
		case len(s) > longest || strings.HasPrefix(s, ">"):
			return false
		case strings.ContainsAny(s, signs), strings.HasSuffix(s, ";"), strings.Contains(s, "()"), strings.HasPrefix(s, "$ "):
			n++
		}
	}
	return 2*n >= len(lines) && n > 0
}
