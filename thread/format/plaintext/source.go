package plaintext

import (
	"strings"
	"unsafe"

	"skein/thread/markup"
)

// A source is the text of a page, whose bytes its lines share.
type source string

// body is lines as a body. Where they stand on the page as they are, it is a
// part of that, with its indent.
func (s source) body(lines []Line) markup.Body {
	if len(lines) > 1 {
		if part, ok := s.part(lines); ok {
			return markup.Body{Raw: part, Kind: markup.Text | markup.Indented}
		}
	}
	return Body(lines)
}

// part is the part of the page that lines are, if they are one: nothing was
// taken out of them or put between.
func (s source) part(lines []Line) (part string, ok bool) {
	first, end := 0, 0
	for k := range lines {
		l := &lines[k]
		at := s.offset(l.Text)
		if at < end || l.links != nil {
			return "", false
		}
		begin := strings.LastIndexByte(string(s[end:at]), '\n') + 1 + end
		if k == 0 {
			first = begin
		} else if between := string(s[end:begin]); strings.TrimSpace(between) != "" || strings.Count(between, "\n") != l.Gap()+1 {
			return "", false
		}
		end = at + len(l.Text)
		if text, indent := markup.Undent(string(s[begin:end])); len(text) != len(l.Text) || indent != l.Indent() {
			return "", false
		}
	}
	return string(s[first:end]), true
}

// offset is where on the page a text stands that shares its bytes, -1 where it
// does not.
func (s source) offset(text string) int {
	page, start := uintptr(unsafe.Pointer(unsafe.StringData(string(s)))), uintptr(unsafe.Pointer(unsafe.StringData(text)))
	if start < page || start+uintptr(len(text)) > page+uintptr(len(s)) {
		return -1
	}
	return int(start - page)
}

// Body is lines as a body.
func Body(lines []Line) markup.Body {
	return markup.Body{Raw: textOf(lines), Kind: markup.Text}
}

// textOf is lines without the indent they share, and below them the addresses
// of their numbered links.
func textOf(lines []Line) string {
	plain := make([]markup.Line, len(lines))
	var urls strings.Builder
	for i, l := range lines {
		plain[i] = markup.Line{Text: l.Text, Indent: l.Indent(), Gap: l.Gap()}
		urls.WriteString(l.urls())
	}
	text := markup.JoinLines(plain)
	if urls.Len() > 0 {
		text += "\n\n" + strings.TrimSuffix(urls.String(), "\n")
	}
	return text
}
