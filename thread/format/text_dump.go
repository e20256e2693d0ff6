package format

import (
	"strings"

	"skein/thread/markup"
)

// controlName is what a button or a link of a page is called: in lower case,
// without what dumps put around it.
func controlName(s string) string {
	s = strings.TrimPrefix(s, "(BUTTON)")
	if number, rest, ok := strings.Cut(s, "]"); ok && onlyDigits(strings.TrimPrefix(number, "[")) {
		s = rest // the number of a link
	}
	s = strings.ReplaceAll(strings.TrimSpace(s), "_", " ")
	return strings.ToLower(strings.Trim(s, " []|\u00a0\u200b"))
}

// fullLine is how many bytes a line has at least that is wrapped.
const fullLine = 60

// joinTexts is the text of lines as one.
func joinTexts(lines []textLine) string {
	texts := make([]string, len(lines))
	for i, l := range lines {
		texts[i] = l.text
	}
	return strings.Join(texts, " ")
}

// textOf is lines as a body.
func textOf(lines []textLine) markup.Body {
	return markup.Body{Raw: textBody(lines), Kind: markup.Text}
}
