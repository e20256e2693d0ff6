package mail

import (
	"bytes"
	"iter"
)

// rule is the shortest line of equals signs that parts the messages of a
// LISTSERV log; they are 73 long.
var rule = bytes.Repeat([]byte("="), 60)

// startsLog says whether data begins with such a rule and a header.
func startsLog(data []byte) bool {
	if !bytes.HasPrefix(data, rule) {
		return false
	}
	line, rest := cutLine(data)
	if len(bytes.Trim(line, "= ")) > 0 {
		return false
	}
	name, _ := headerName(rest)
	return usual[name]
}

// splitLog yields the messages of a LISTSERV log.
func splitLog(data []byte, start int) iter.Seq[section] {
	return func(yield func(section) bool) {
		for start < len(data) {
			_, rest := cutLine(data[start:])
			from := len(data) - len(rest)
			start = from + endOfEntry(rest)
			h, body := readHeader(data[from:start])
			if !yield(section{header: h, body: body, end: start}) {
				return
			}
		}
	}
}

// endOfEntry is where in data the next message's rule begins.
func endOfEntry(data []byte) int {
	for at := 0; ; {
		i := bytes.Index(data[at:], rule)
		if i < 0 {
			return len(data)
		}
		at += i
		if (at == 0 || data[at-1] == '\n') && startsLog(data[at:]) {
			return at
		}
		line, _ := cutLine(data[at:])
		at += len(line)
	}
}
