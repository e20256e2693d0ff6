package format

import (
	"strings"

	"skein/thread/format/lexicon"
)

// afterSays is a text without the verb that led from the author to it.
func afterSays(source string) string {
	rest := strings.TrimLeft(source, " \t\r\n:|")
	if tags := leadingTags(rest); tags > 0 {
		if after, ok := cutSays(rest[tags:]); ok {
			return rest[:tags] + after
		}
	}
	if word := lexicon.LeadingWord(rest); word != "" && lexicon.Verbs[strings.ToLower(word)] {
		if after := strings.TrimLeft(rest[len(word):], "."); strings.HasPrefix(after, ":") || len(after) < len(rest)-len(word) {
			rest = strings.TrimLeft(after, ": \t\r\n")
		}
	}
	for {
		trimmed := strings.TrimLeft(rest, " \t\r\n")
		for _, br := range []string{"<br>", "<br/>", "<br />"} {
			trimmed = strings.TrimPrefix(trimmed, br)
		}
		if trimmed == rest {
			return rest
		}
		rest = trimmed
	}
}

// leadingTags is the length of the tags and comments that a source begins
// with, and the blanks between them.
func leadingTags(source string) int {
	for at := 0; ; {
		at += len(source[at:]) - len(strings.TrimLeft(source[at:], " \t\r\n"))
		end := ">"
		if strings.HasPrefix(source[at:], "<!--") {
			end = "-->"
		}
		size := strings.Index(source[at:], end)
		if !strings.HasPrefix(source[at:], "<") || size < 0 {
			return at
		}
		at += size + len(end)
	}
}

// cutSays takes a verb and its colon off a text.
func cutSays(text string) (rest string, ok bool) {
	word := lexicon.LeadingWord(text)
	rest, ok = strings.CutPrefix(text[len(word):], ":")
	return rest, ok && lexicon.Verbs[strings.ToLower(word)]
}
