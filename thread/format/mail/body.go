package mail

import (
	"bytes"
	"unsafe"

	"skein/thread/markup"
)

// textBody is text as a body. It shares the bytes, which stay as they are for
// as long as the thread lives.
func textBody(text []byte) markup.Body {
	for len(text) > 0 { // blank lines before, not the indent of the first
		line, rest := cutLine(text)
		if len(bytes.TrimSpace(line)) > 0 {
			break
		}
		text = rest
	}
	text = bytes.TrimRight(text, "\r\n\t \x00")
	return markup.Body{Raw: shared(text), Kind: markup.Text}
}

// shared is text as a string of the same bytes, not a copy.
func shared(text []byte) string { return unsafe.String(unsafe.SliceData(text), len(text)) }

// unquoteFrom takes away the ">" that mailboxes set before lines which begin
// with "From ", and mboxrd also before those that have one already. A line
// between others that are quoted as deeply is a quotation.
func unquoteFrom(body []byte) []byte {
	if !bytes.Contains(body, []byte(">From ")) {
		return body
	}
	out := make([]byte, 0, len(body))
	above := 0
	for len(body) > 0 {
		_, rest := cutLine(body)
		line := body[:len(body)-len(rest)]
		marks := quoteMarks(line)
		if marks > 0 && bytes.HasPrefix(line[marks:], []byte("From ")) && above != marks && quoteMarks(rest) != marks {
			line = line[1:]
		}
		out = append(out, line...)
		body, above = rest, marks
	}
	return out
}

// quoteMarks is the number of ">" that line begins with.
func quoteMarks(line []byte) int {
	n := 0
	for n < len(line) && line[n] == '>' {
		n++
	}
	return n
}
