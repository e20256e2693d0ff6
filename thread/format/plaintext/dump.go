package plaintext

import (
	"strings"

	"skein/thread/format/lexicon"
)

// ControlName is what a button or a link of a page is called: in lower case,
// without what dumps put around it.
func ControlName(s string) string {
	s = strings.TrimPrefix(s, "(BUTTON)")
	if number, rest, ok := strings.Cut(s, "]"); ok && lexicon.OnlyDigits(strings.TrimPrefix(number, "[")) {
		s = rest // the number of a link
	}
	s = strings.ReplaceAll(strings.TrimSpace(s), "_", " ")
	return strings.ToLower(strings.Trim(s, " []|\u00a0\u200b"))
}

// FullLine is how many bytes a line has at least that is wrapped.
const FullLine = 60

// Join is the text of lines as one.
func Join(lines []Line) string {
	texts := make([]string, len(lines))
	for i, l := range lines {
		texts[i] = l.Text
	}
	return strings.Join(texts, " ")
}
