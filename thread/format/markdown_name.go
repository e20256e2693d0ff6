package format

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// plainName is a name at the start of a byline that nothing marks as one, with
// its "@" or "u/": up to three words before what ends a name there. It is ""
// where none stands.
func plainName(line string) string {
	ends := nameEnds(line)
	for i := len(ends) - 1; i >= 0; i-- {
		if behindName().MatchString(line[ends[i]:]) {
			return line[:ends[i]]
		}
	}
	return ""
}

var behindName = pattern(`^(?::\s|:$| \(| · | \| | — | – | - | [12][0-9]{3}-| (?:` + speaks + `)\b)`)

// isOnlyName says whether a line is a name and nothing else.
func isOnlyName(line string) bool {
	ends := nameEnds(line)
	return len(ends) > 0 && ends[len(ends)-1] == len(line) && !strings.HasPrefix(line, "u/")
}

// nameEnds are the places in a line where a name of one word, of two and of
// three may end.
func nameEnds(line string) []int {
	at := 0
	for _, mark := range []string{"@", "u/"} {
		if strings.HasPrefix(line, mark) {
			at = len(mark)
		}
	}
	var ends []int
	for len(ends) < 3 {
		word := nameWord(line[at:])
		if word == 0 {
			break
		}
		at += word
		ends = append(ends, at)
		if !strings.HasPrefix(line[at:], " ") {
			break
		}
		at++
	}
	return ends
}

// nameWord is the length of the word that a text begins with, if it may be one
// of a name.
func nameWord(text string) int {
	const longest = 31 // letters
	n, letters := 0, 0
	for n < len(text) {
		r, size := utf8.DecodeRuneInString(text[n:])
		letter := unicode.IsLetter(r) || unicode.IsNumber(r)
		if !letter && (n == 0 || !strings.ContainsRune("_.'-", r)) {
			break
		}
		if letters++; letters > longest {
			return 0
		}
		n += size
	}
	return n
}
