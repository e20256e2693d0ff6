package format

import (
	"bytes"
	"errors"
	"io"
	"slices"
)

// A kind is what a file is when one looks at its beginning only.
type kind string

const (
	plain    kind = "text"
	isJSON   kind = "JSON"
	isXML    kind = "XML"
	isHTML   kind = "HTML"
	isBinary kind = "binary"
)

// glimpse is how much of a file is enough to say what it is.
const glimpse = 64 << 10

// kindOf says what the first bytes of a file look like.
func kindOf(data []byte) kind {
	head := bytes.TrimSpace(data[:min(len(data), glimpse)])
	switch {
	case looksBinary(head):
		return isBinary
	case bytes.HasPrefix(head, []byte("<")):
		return markupKind(head)
	case looksJSON(head):
		return isJSON
	}
	return plain
}

// looksBinary says whether there are more control characters than a text has
// by accident.
func looksBinary(head []byte) bool {
	odd := 0
	for _, c := range head {
		switch {
		case c == 0:
			return true
		case c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\b' && c != 0x1b:
			odd++
		}
	}
	return odd > len(head)/20
}

// looksJSON says whether head is the beginning of an object or list and has
// JSON's grammar as far as a few dozen tokens go, or is a word of JSON.
func looksJSON(head []byte) bool {
	if bareJSON(head) {
		return true
	}
	if len(head) == 0 || head[0] != '{' && head[0] != '[' {
		return false
	}
	if commentedJSON(head) {
		return true
	}
	s := newTokens(head)
	for range 64 {
		s.peek()
		s.step()
	}
	return s.err == nil || s.err == io.EOF || errors.Is(s.err, io.ErrUnexpectedEOF)
}

// bareJSON says whether data is a word of JSON and nothing else, as APIs answer
// where there is nothing.
func bareJSON(data []byte) bool {
	switch string(data) {
	case "null", "true", "false":
		return true
	}
	return false
}

// commentedJSON says whether an object or list begins with lines of comments,
// which JSON has not, but settings written in it have.
func commentedJSON(head []byte) bool {
	next := bytes.TrimSpace(head[1:])
	if !bytes.HasPrefix(next, []byte("//")) {
		return false
	}
	for bytes.HasPrefix(next, []byte("//")) {
		_, next, _ = bytes.Cut(next, []byte("\n"))
		next = bytes.TrimSpace(next)
	}
	return len(next) > 0 && next[0] == '"'
}

// guardOf is the length of what stands before JSON against scripts of others.
func guardOf(data []byte) int {
	for _, guard := range []string{")]}'", "for(;;);", "while(1);"} {
		if rest, found := bytes.CutPrefix(data, []byte(guard)); found && looksJSON(bytes.TrimSpace(rest[:min(len(rest), glimpse)])) {
			return len(guard)
		}
	}
	return 0
}

// markupKind tells HTML, XML and text that only begins with "<" apart.
func markupKind(head []byte) kind {
	lower := bytes.ToLower(head[:min(len(head), 1024)])
	name := bytes.TrimLeft(lower[1:], "/")
	end := bytes.IndexAny(name, " \t\r\n/>")
	switch {
	case bytes.Contains(lower, []byte("<!doctype html")), bytes.Contains(lower, []byte("<html")):
		return isHTML
	case bytes.HasPrefix(lower, []byte("<?xml")), bytes.Contains(lower, []byte("xmlns")):
		return isXML
	case bytes.HasPrefix(lower, []byte("<!--")):
		return isHTML
	case bytes.HasPrefix(lower, []byte("<!")), bytes.HasPrefix(name, []byte("rss")), bytes.HasPrefix(name, []byte("feed")):
		return isXML
	case end > 0 && len(bytes.Trim(name[:end], "abcdefghijklmnopqrstuvwxyz0123456789-")) == 0:
		return isHTML
	}
	return plain
}

// decode removes a byte order mark and makes UTF-8 of UTF-16, UTF-32 and pages
// in any encoding; it takes a page out of the file that a browser saved it in,
// and blanks what servers write before JSON so that no script can read it.
func decode(data []byte) ([]byte, error) {
	if rest, marked := bytes.CutPrefix(data, []byte("\xef\xbb\xbf")); marked {
		return rest, nil
	}
	if guard := guardOf(data); guard > 0 {
		data = slices.Clone(data)
		copy(data, bytes.Repeat([]byte(" "), guard))
		return data, nil
	}
	if out, err := narrow(data); out != nil || err != nil {
		return out, err
	}
	return decodePage(unwrapPage(data)), nil
}
