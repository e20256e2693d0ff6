package markup

import (
	"slices"
	"strings"
)

// What one line may hold before parsing it takes a time that grows with the
// square of its length. People and mail programs stay far below.
const (
	maxNested = 40  // quotes and lists that open
	maxIndent = 60  // blanks in front of such a mark: each list is one deeper for two of them
	maxLinks  = 200 // starts of targets of links
)

// maxBrackets is how many brackets a text may open: the parser keeps hundreds
// of bytes for each.
const maxBrackets = 20_000

// flat is md without what is dear to parse, as long as it was: for the parser
// only, so that what it finds is where it was in md.
func flat(md string) string {
	marks := dear(md)
	if marks == nil {
		return md
	}
	out := []byte(md)
	for _, i := range marks {
		out[i] = 'x'
	}
	return string(out)
}

// shallow is md with a backslash before the marks that are dear to parse, for
// whoever parses it elsewhere.
func shallow(md string) string {
	var edits []edit
	for _, i := range dear(md) {
		edits = append(edits, edit{i, i, `\`})
	}
	if edits == nil {
		return md
	}
	return applyEdits(md, edits)
}

// dear are the places of the marks that must be words: the first of each line
// that would open too many quotes and lists, what would open too many targets
// of links, and the brackets that are too many.
func dear(md string) (marks []int) {
	if strings.Count(md, "[") > maxBrackets {
		defer func() { marks = appendBrackets(marks, md) }()
	}
	at := 0
	for line := range strings.Lines(md) {
		if len(line) > maxNested {
			if i := tooDeep(line); i >= 0 {
				marks = append(marks, at+i)
			}
			marks = appendLinks(marks, line, at)
		}
		at += len(line)
	}
	return marks
}

// tooDeep is where the mark of a line stands that opens more than maxNested
// quotes and lists, or one far to the right; -1 where there is none. A rule
// opens nothing, however long it is.
func tooDeep(line string) int {
	rest := strings.Trim(line, "> \n")
	rule := strings.Trim(rest, "- ") == "" || strings.Trim(rest, "* ") == ""
	nested, blanks := 0, 0
	for i := range len(line) {
		switch c := line[i]; {
		case c == '>', strings.IndexByte("-+*.)", c) >= 0 && !rule && strings.HasPrefix(line[i+1:], " "):
			if nested++; nested > maxNested || blanks > maxIndent {
				return i
			}
		case c == ' ':
			blanks++
		case c < '0' || c > '9':
			return -1
		}
	}
	return -1
}

// appendLinks appends the places of the parentheses that would open more than
// maxLinks targets on a line that begins at a place.
func appendLinks(marks []int, line string, at int) []int {
	if strings.Count(line, "](") <= maxLinks {
		return marks
	}
	links := 0
	for i := 1; i < len(line); i++ {
		if line[i] == '(' && line[i-1] == ']' {
			if links++; links > maxLinks {
				marks = append(marks, at+i)
			}
		}
	}
	return marks
}

// appendBrackets appends the places of the brackets that would open more than
// maxBrackets.
func appendBrackets(marks []int, md string) []int {
	opened := 0
	for i := 0; i < len(md); i++ {
		switch md[i] {
		case '\\':
			i++
		case '[':
			if opened++; opened > maxBrackets {
				marks = append(marks, i)
			}
		}
	}
	slices.Sort(marks)
	return slices.Compact(marks)
}
