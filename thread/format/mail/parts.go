package mail

import (
	"bytes"
	"errors"
	"iter"
	"path"
	"strings"

	"skein/thread"
)

// maxNesting is how deep parts within parts are looked into.
const maxNesting = 20

var errNoEnd = errors.New("the last message breaks off: its parts have no end")

// A reading gathers what there is to read in the parts of a message.
type reading struct {
	passages    []passage
	attachments []thread.Attachment
	endless     bool // a multipart has no end
	types       *lastType
}

// A passage is the text of a part.
type passage struct {
	text     []byte
	html     bool
	markdown bool // RFC 7763
}

// part reads a message's body or one part of it.
func (r *reading) part(h *header, body []byte, depth int) {
	kind, params := r.types.parse(h.contentType)
	switch {
	case strings.HasPrefix(kind, "multipart/") && params.get("boundary") != "" && depth < maxNesting:
		r.multipart(kind, params.get("boundary"), body, depth)
	case kind == "message/rfc822" && depth < maxNesting:
		r.forwarded(decodeTransfer(body, transfer(h.encoding)), depth)
	case attached(h, kind, params) && (depth > 0 || isFile(h, kind)):
		r.attach(h, kind, params, body)
	default:
		r.text(h, kind, params, body)
	}
}

// text reads a part that people read.
func (r *reading) text(h *header, kind string, params params, body []byte) {
	text := decodeTransfer(body, transfer(h.encoding))
	text = decodeCharset(text, params.get("charset"))
	html := kind == "text/html" || kind == "application/xhtml+xml"
	if !html {
		var files []thread.Attachment
		text, files = cutFiles(text)
		r.attachments = append(r.attachments, files...)
	}
	if !html && strings.EqualFold(params.get("format"), "flowed") {
		text = unflow(text, strings.EqualFold(params.get("delsp"), "yes"))
	}
	if len(bytes.TrimSpace(text)) > 0 {
		r.passages = append(r.passages, passage{text, html, kind == "text/markdown"})
	}
}

// multipart reads the parts of a body (RFC 2046, section 5.1): all of them,
// or of alternatives the plain text, and another one only where there is none.
func (r *reading) multipart(kind, boundary string, body []byte, depth int) {
	ended := false
	var plain, rich []passage
	before := r.passages
	for part := range parts(body, boundary, &ended) {
		h, content := readHeader(part)
		r.passages = nil
		r.part(&h, content, depth+1)
		for _, p := range r.passages {
			if p.html {
				rich = append(rich, p)
			} else {
				plain = append(plain, p)
			}
		}
		if kind != "multipart/alternative" {
			before = append(before, r.passages...)
		}
	}
	r.passages = before
	if kind == "multipart/alternative" {
		if len(plain) == 0 {
			plain = rich
		}
		r.passages = append(r.passages, plain...)
	}
	r.endless = r.endless || !ended
}

// forwarded reads a message within a message: who wrote it when about what,
// and its text.
func (r *reading) forwarded(data []byte, depth int) {
	h, body := readHeader(data[skipBlank(data):])
	var top strings.Builder
	for _, field := range []struct {
		name  string
		value []byte
	}{{"From", h.from}, {"Date", h.date}, {"Subject", h.subject}} {
		if len(field.value) > 0 {
			top.WriteString(field.name + ": " + headerText(field.value) + "\n")
		}
	}
	if top.Len() > 0 {
		r.passages = append(r.passages, passage{text: []byte(top.String())})
	}
	r.part(&h, body, depth+1)
}

// readable are the types of text that people read, not programs.
var readable = map[string]bool{
	"": true, "text": true, "text/plain": true, "text/html": true, "application/xhtml+xml": true, "text/markdown": true,
	"text/enriched": true, "text/richtext": true, "text/x-patch": true, "text/x-diff": true, "text/x-log": true,
}

// attached says whether a part is a file that came along, not text to read.
func attached(h *header, kind string, params params) bool {
	disposition, _ := parseParams(h.disposition)
	return !readable[kind] || disposition == "attachment" || params.get("name") != "" && disposition != "inline" && kind != "text/plain"
}

// isFile says whether a message that is not made of parts is a file, as scanners
// and cameras send theirs: with other types, people have written text.
func isFile(h *header, kind string) bool {
	switch class, _, _ := strings.Cut(kind, "/"); class {
	case "image", "audio", "video", "font", "model":
		return true
	case "application":
		return transfer(h.encoding) == "base64"
	}
	return false
}

// attach lists a part that is a file.
func (r *reading) attach(h *header, kind string, params params, body []byte) {
	_, disposition := parseParams(h.disposition)
	name := disposition.get("filename")
	if name == "" {
		name = params.get("name")
	}
	if name = headerText([]byte(name)); name == "" {
		name = headerText(h.description)
	}
	r.attachments = append(r.attachments, thread.Attachment{
		Name: baseName(name),
		Type: kind,
		Size: decodedSize(bytes.TrimRight(body, "\r\n"), transfer(h.encoding)),
	})
}

// baseName is the name of a file without the folders it was in, whatever
// system they were on.
func baseName(name string) string {
	name = path.Base("/" + strings.ReplaceAll(strings.TrimSpace(name), `\`, "/"))
	if name == "/" {
		return ""
	}
	return name
}

// parts yields the parts of a multipart body. Where a boundary is missing, a
// part goes as far as the body.
func parts(body []byte, boundary string, ended *bool) iter.Seq[[]byte] {
	mark := []byte("--" + boundary)
	return func(yield func([]byte) bool) {
		start := -1 // of the part that goes on
		for at := 0; ; {
			i := bytes.Index(body[at:], mark)
			if i < 0 {
				break
			}
			begin := at + i
			at = begin + len(mark)
			if begin > 0 && body[begin-1] != '\n' || !endsMark(body[at:]) {
				continue
			}
			if start >= 0 && !yield(withoutLineEnd(body[start:begin])) {
				return
			}
			if bytes.HasPrefix(body[at:], []byte("--")) {
				*ended = true
				return
			}
			_, rest := cutLine(body[at:])
			start = len(body) - len(rest)
			at = start
		}
		if start >= 0 {
			yield(body[start:])
		}
	}
}

// endsMark says whether a boundary ends here: nothing but "--" and blanks
// follows on its line.
func endsMark(rest []byte) bool {
	line, _ := cutLine(rest[:min(len(rest), 100)])
	return len(bytes.TrimSpace(bytes.TrimPrefix(line, []byte("--")))) == 0
}

// withoutLineEnd is data without the end of line that belongs to the boundary.
func withoutLineEnd(data []byte) []byte {
	return bytes.TrimSuffix(bytes.TrimSuffix(data, []byte("\n")), []byte("\r"))
}
