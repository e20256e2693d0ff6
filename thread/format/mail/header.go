package mail

import (
	"bytes"
)

// A header is the fields of a message or part that matter here, as they are
// written: folded and encoded. Of a field that is repeated the first counts.
type header struct {
	from, sender, replyTo, subject, date, received []byte
	id, inReplyTo, references                      []byte
	contentType, encoding, disposition, length     []byte
	listID, newsgroups, archivedAt, description    []byte
	contentID                                      []byte
}

// field is where the field of that name, in small letters, is kept.
func (h *header) field(name []byte) *[]byte {
	switch string(name) {
	case "from":
		return &h.from
	case "sender":
		return &h.sender
	case "reply-to":
		return &h.replyTo
	case "subject":
		return &h.subject
	case "date", "nntp-posting-date":
		return &h.date
	case "received":
		return &h.received
	case "message-id":
		return &h.id
	case "in-reply-to":
		return &h.inReplyTo
	case "references":
		return &h.references
	case "content-length":
		return &h.length
	case "list-id", "x-mailing-list":
		return &h.listID
	case "newsgroups":
		return &h.newsgroups
	case "archived-at":
		return &h.archivedAt
	}
	return h.partField(name)
}

// partField is field for what parts have, too.
func (h *header) partField(name []byte) *[]byte {
	switch string(name) {
	case "content-type":
		return &h.contentType
	case "content-transfer-encoding":
		return &h.encoding
	case "content-disposition":
		return &h.disposition
	case "content-description":
		return &h.description
	case "content-id":
		return &h.contentID
	}
	return nil
}

// usual are the fields that tell a message from a text that only begins with
// a word and a colon.
var usual = map[string]bool{
	"return-path": true, "received": true, "from": true, "date": true, "message-id": true, "subject": true,
	"to": true, "cc": true, "sender": true, "reply-to": true, "references": true, "in-reply-to": true,
	"mime-version": true, "content-type": true, "content-transfer-encoding": true, "delivered-to": true,
	"path": true, "newsgroups": true, "xref": true, "organization": true, "lines": true, "nntp-posting-host": true,
	"x-mailer": true, "user-agent": true, "list-id": true, "dkim-signature": true, "envelope-to": true,
	"delivery-date": true, "x-received": true, "authentication-results": true, "status": true, "x-mozilla-status": true,
	"x-gm-thrid": true, "x-original-to": true, "x-mailman-original-date": true, "approved": true, "article-i.d.": true,
	"relay-version": true, "posting-version": true,
}

// readHeader reads the header that data begins with and returns what comes
// after it. Lines that are no fields are skipped where fields follow; where
// none do, the body has begun without a blank line.
func readHeader(data []byte) (h header, body []byte) {
	var lower fieldName
	for len(data) > 0 {
		line, rest := cutLine(data)
		if len(line) == 0 {
			return h, rest
		}
		name, ok := headerName(line, &lower)
		if !ok {
			if startsEnvelope(data) {
				return h, data
			}
			if _, next := headerName(rest, &lower); !next && !startsBlank(line) {
				return h, data
			}
			data = rest
			continue
		}
		for startsBlank(rest) {
			_, rest = cutLine(rest)
		}
		if f := h.field(name); f != nil && (*f == nil || f == &h.from && isEnvelope(*f)) {
			*f = bytes.TrimSpace(data[len(name)+1 : len(data)-len(rest)])
		}
		data = rest
	}
	return h, nil
}

// isEnvelope says whether a From field is an envelope that somebody took for
// one: an address and a date.
func isEnvelope(from []byte) bool {
	return bytes.IndexByte(from, '<') < 0 && bytes.IndexByte(from, ':') > 0 && dated(from)
}

// startsBlank says whether data begins with a line that continues the one
// before: a blank and something behind it. A line of blanks alone does so if
// the header goes on below it.
func startsBlank(data []byte) bool {
	if !indented(data) {
		return false
	}
	line, rest := cutLine(data)
	next, _ := cutLine(rest)
	switch {
	case len(bytes.TrimSpace(line)) > 0:
		return true
	case indented(next):
		return len(bytes.TrimSpace(next)) > 0
	case len(next) == 0:
		return len(rest) > 0
	}
	var lower fieldName
	_, field := headerName(next, &lower)
	return field
}

func indented(data []byte) bool { return len(data) > 0 && (data[0] == ' ' || data[0] == '\t') }

// fieldName is room for the name of a field.
type fieldName [76]byte

// headerName is the name, in small letters, of the field that data begins
// with, and whether it begins with one. The name stands in lower.
func headerName(data []byte, lower *fieldName) (name []byte, ok bool) {
	for i, c := range data[:min(len(data), len(lower))] {
		switch {
		case c == ':':
			return lower[:i], i > 0
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		case c <= ' ', c >= 0x7f:
			return nil, false
		}
		lower[i] = c
	}
	return nil, false
}
