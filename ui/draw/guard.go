package draw

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// The limits of what is drawn by its structure. Each is far above what people
// write and far below where parsing or drawing takes long enough to be felt.
const (
	maxText     = 64 << 10 // bytes
	maxQuotes   = 32       // quotes in quotes: long mail threads come to a dozen
	maxBars     = 500      // quotes in all
	maxLists    = 12       // lists in lists
	maxInlines  = 24       // emphasis in emphasis
	maxMarks    = 1500     // marks of emphasis, code and headings
	maxLinks    = 500
	maxOpen     = 64       // brackets left open
	maxTable    = 2000     // cells
	maxLeading  = 48       // list and quote marks in front of one line
	privateUse  = '\ue000' // first of the runes that text cannot hold
	privateLast = '\uf8ff'
)

// printable says whether a rune may go to a terminal as it is.
func printable(r rune) bool {
	switch {
	case r == '\n':
		return true
	case unicode.IsControl(r), r == '\u2028', r == '\u2029':
		return false
	case privateUse <= r && r <= privateLast, r >= 0xf0000:
		return false
	}
	return true
}

// isPrintable says whether all of s may go to a terminal.
func isPrintable(s string) bool {
	for len(s) > 0 && s[0] < utf8.RuneSelf { // nearly all there is
		if !printable(rune(s[0])) {
			return false
		}
		s = s[1:]
	}
	return utf8.ValidString(s) && !strings.ContainsFunc(s, func(r rune) bool { return !printable(r) })
}

// harmless replaces what must not reach the terminal, nor be mistaken for
// what drawing itself puts in. Cleaned text comes back as it is.
func harmless(s string) string {
	clean := func(r rune) rune {
		if printable(r) {
			return r
		}
		return utf8.RuneError
	}
	return strings.Map(clean, strings.ReplaceAll(s, "\t", "    "))
}

// split cuts a text that is too long to draw by its structure, at the end of
// a paragraph or at least of a line where there is one.
func split(s string) (text, rest string) {
	if len(s) <= maxText {
		return s, ""
	}
	for _, end := range []string{"\n\n", "\n", " "} {
		if i := strings.LastIndex(s[:maxText], end); i > maxText/2 {
			return s[:i], s[i+len(end):]
		}
	}
	i := maxText
	for !utf8.RuneStart(s[i]) {
		i--
	}
	return s[:i], s[i:]
}

// refuseText says why a text should not even be parsed; empty where it may.
func refuseText(s string) string {
	marks, open := 0, 0
	for line := range strings.Lines(s) {
		if leading(line) > maxLeading {
			return "too many levels"
		}
	}
	for i := range len(s) {
		switch s[i] {
		case '*', '_', '`', '~', '!', '<', '|', '#':
			if i == 0 || s[i-1] != s[i] { // a run of them is one mark
				marks++
			}
		case '[':
			open++
		case ']':
			open = max(open-1, 0)
		}
	}
	links := strings.Count(s, "[") + strings.Count(s, "://") + strings.Count(s, "@") + strings.Count(s, "www.")
	switch {
	case marks > maxMarks:
		return "too many marks"
	case open > maxOpen:
		return "too many open brackets"
	case links > maxLinks:
		return "too many links"
	}
	return ""
}

// leading is the number of quote and list marks in front of a line, 0 for a
// line that is nothing but a rule.
func leading(line string) int {
	if strings.Trim(line, "- \n") == "" || strings.Trim(line, "* \n") == "" {
		return 0
	}
	n := 0
	for i := range len(line) {
		switch c := line[i]; {
		case c == '>':
			n++
		case strings.IndexByte("-+*.)", c) >= 0:
			if strings.HasPrefix(line[i+1:], line[i:i+1]) {
				return n // a line of dashes or dots
			}
			n++
		case c != ' ' && (c < '0' || c > '9'):
			return n
		}
	}
	return n
}

// refuseTree says why a parsed text should not be drawn; empty where it may.
func refuseTree(root ast.Node) (why string) {
	quotes, lists, inlines, bars := 0, 0, 0, 0
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		step := -1
		if entering {
			step = 1
		}
		switch n.Kind() {
		case ast.KindBlockquote:
			quotes += step
			bars++
		case ast.KindList:
			lists += step
		case ast.KindEmphasis, ast.KindLink, ast.KindImage, east.KindStrikethrough:
			inlines += step
		case east.KindTable:
			if n.ChildCount()*len(n.(*east.Table).Alignments) > maxTable {
				why = "a very large table"
			}
		}
		switch {
		case quotes > maxQuotes:
			why = "quotes nested very deep"
		case bars > 2*maxBars: // each is entered and left
			why = "too many quotes"
		case lists > maxLists:
			why = "lists nested very deep"
		case inlines > maxInlines:
			why = "emphasis nested very deep"
		}
		if why != "" {
			return ast.WalkStop, nil
		}
		return ast.WalkContinue, nil
	})
	return why
}
