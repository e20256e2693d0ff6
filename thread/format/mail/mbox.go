package mail

import (
	"bytes"
	"iter"
	"strconv"
)

// A section is one message as it lies in its file.
type section struct {
	envelope []byte // the line that begins with "From ", empty where there is none
	header   header
	body     []byte
	end      int  // where in the file it ends
	endless  bool // the digest that it is from has no end
	quoted   bool // lines of the body that begin with "From " have a ">"
}

// split yields the messages of a file: a mailbox, what dividers part, or one
// message. What stands before the first one of a mailbox is lost only if it
// is blank.
func split(data []byte) iter.Seq[section] {
	start := skipBlank(data)
	switch {
	case startsEnvelope(data[start:]):
		return splitMbox(data, start)
	}
	if d := dividerOf(data[start:]); d != nil {
		return d.split(data, start)
	}
	return func(yield func(section) bool) {
		h, body := readHeader(data[start:])
		yield(section{header: h, body: body, end: len(data)})
	}
}

// splitMbox yields the messages of a mailbox (RFC 4155 and its relatives:
// mboxo, mboxrd, mboxcl).
func splitMbox(data []byte, start int) iter.Seq[section] {
	return func(yield func(section) bool) {
		for start < len(data) {
			envelope, rest := cutLine(data[start:])
			h, body := readHeader(rest)
			from := len(data) - len(body)
			end := endOfMessage(data, from, &h)
			if !yield(section{envelope: envelope, header: h, body: data[from:end], end: end, quoted: true}) {
				return
			}
			start = end
		}
	}
}

// endOfMessage is where the envelope after the body at from begins. A
// Content-Length is believed when a message ends there.
func endOfMessage(data []byte, from int, h *header) int {
	if n, ok := statedEnd(data, from, h); ok {
		return n
	}
	for at := max(from-1, 0); ; {
		i := bytes.Index(data[at:], []byte("\nFrom "))
		if i < 0 {
			return len(data)
		}
		at += i + 1
		if separates(data, at) {
			return at
		}
	}
}

// separates says whether the line at offset at, which begins with "From ",
// begins a message. Text may stand directly before it only if it is as good
// as an envelope can be.
func separates(data []byte, at int) bool {
	if !startsEnvelope(data[at:]) {
		return false
	}
	before := bytes.TrimSuffix(data[:at-1], []byte("\r"))
	if len(before) == 0 || before[len(before)-1] == '\n' {
		return true
	}
	line, rest := cutLine(data[at:])
	return dated(line) && usualField(rest)
}

// statedEnd is where the next envelope begins if the header states the
// length of the body and a message does end there.
func statedEnd(data []byte, from int, h *header) (int, bool) {
	if len(h.length) == 0 {
		return 0, false
	}
	length, err := strconv.Atoi(string(h.length))
	if err != nil || length < 0 || length > len(data)-from {
		return 0, false
	}
	const gap = 64 // of blank lines, more than any program writes
	end := from + length
	end += skipBlank(data[end:min(end+gap, len(data))])
	return end, end == len(data) || startsEnvelope(data[end:])
}

// skipBlank is how many bytes of blank lines data begins with.
func skipBlank(data []byte) int {
	at := 0
	for i, c := range data {
		switch c {
		case '\n':
			at = i + 1
		case '\r', ' ', '\t':
		default:
			return at
		}
	}
	return len(data)
}

func digit(c byte) bool { return '0' <= c && c <= '9' }
