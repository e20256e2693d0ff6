package mail

import (
	"bytes"
	"iter"
)

// A divider is a line that stands before each message of a file.
type divider struct {
	mark  []byte // what the line begins with
	ok    func(line []byte) bool
	after []byte // what of another line may stand at the end of each message
}

var dividers = []divider{
	// LISTSERV logs: equals signs, 73 of them or a few less.
	{mark: bytes.Repeat([]byte("="), 60), ok: func(line []byte) bool { return len(bytes.Trim(line, "= ")) == 0 }},
	// MMDF: four bytes of 1 before a message and after it.
	{mark: mmdf, ok: func(line []byte) bool { return len(line) == len(mmdf) }, after: mmdf},
	// Batches of news: #! rnews 1234
	{mark: []byte("#! rnews "), ok: func(line []byte) bool { return digit(line[len(line)-1]) || bytes.Count(line, []byte(" ")) > 2 }},
	// News that rn saved: Article 277 of comp.emacs: or Article: 277 of comp.emacs
	{mark: []byte("Article"), ok: numbered},
}

var mmdf = []byte("\x01\x01\x01\x01")

// numbered says whether a line is the number of an article in a newsgroup.
func numbered(line []byte) bool {
	words := bytes.Fields(line)
	return len(words) == 4 && len(bytes.Trim(words[1], "0123456789")) == 0 && string(words[2]) == "of"
}

// dividerOf is the divider that data begins with, nil for none.
func dividerOf(data []byte) *divider {
	for i := range dividers {
		if dividers[i].starts(data) {
			return &dividers[i]
		}
	}
	return nil
}

// starts says whether data begins with the divider and a header below it.
func (d *divider) starts(data []byte) bool {
	if !bytes.HasPrefix(data, d.mark) {
		return false
	}
	line, rest := cutLine(data)
	return d.ok(line) && (usualField(rest) || startsEnvelope(rest))
}

// split yields the messages of a file that begins with the divider at start.
func (d *divider) split(data []byte, start int) iter.Seq[section] {
	return func(yield func(section) bool) {
		for start < len(data) {
			_, rest := cutLine(data[start:])
			start = len(data) - len(rest) + d.next(rest)
			rest = rest[:start-len(data)+len(rest)]
			s := section{end: start}
			if startsEnvelope(rest) {
				s.envelope, rest = cutLine(rest)
			}
			s.header, s.body = readHeader(rest)
			if len(d.after) > 0 {
				s.body = bytes.TrimSuffix(bytes.TrimRight(s.body, "\r\n"), d.after)
			}
			if !yield(s) {
				return
			}
		}
	}
}

// next is where in data the next divider begins.
func (d *divider) next(data []byte) int {
	for at := 0; ; {
		i := bytes.Index(data[at:], d.mark)
		if i < 0 {
			return len(data)
		}
		at += i
		if (at == 0 || data[at-1] == '\n') && d.starts(data[at:]) {
			return at
		}
		line, _ := cutLine(data[at:])
		at += len(line)
	}
}
