package mail

import (
	"bytes"
	"html"
	"strings"
	"time"

	"skein/thread"
	"skein/thread/markup"
)

// A message is one message, decoded.
type message struct {
	letter
	section    *section
	subject    string
	list       string
	parent     string // the id of what it answers where its refs say so plainly, else empty
	hash       uint32 // of id
	parentHash uint32
	endless    bool // its parts have no end
}

// A letter is what a box keeps of a message as it was read.
type letter struct {
	id           string
	refs         string // what names the ids that it refers to, as it is written (see idsIn)
	chain, upper uint64 // hashes of refs, and of them without the last (see saysMore)
	body         markup.Body
	when         time.Time
	zone         thread.ZoneKnown // of when
	extra        *extra           // what few messages have; nil for the others
}

// An extra is what only some messages have.
type extra struct {
	url         string
	attachments []thread.Attachment
}

// readMessage reads a message of a file, but for who wrote it (see writer).
func readMessage(s *section, types *lastType) message {
	h, body := &s.header, s.body
	m := message{section: s, subject: headerText(h.subject), list: listName(h)}
	m.id = markup.CleanLine(firstID(h.id))
	m.refs = references(h, m.id)
	m.chain, m.upper = chainHashes(m.refs)
	m.parent = plainRef(m.refs)
	m.hash, m.parentHash = idHash(m.id), idHash(m.parent)
	m.when, m.zone = written(h, s.envelope)
	if s.quoted {
		body = unquoteFrom(body)
	}
	var room [1]passage
	r := reading{passages: room[:0], types: types}
	r.part(h, body, 0)
	m.body = joinPassages(r.passages)
	m.endless = r.endless || s.endless
	if url := archivedAt(h); url != "" || len(r.attachments) > 0 {
		m.extra = &extra{url, r.attachments}
	}
	return m
}

// post is the message as the builder takes it.
func (m *kept) post() thread.Post {
	p := thread.Post{ID: m.id, Writer: m.writer, Time: m.when, Zone: m.zone, Body: m.body}
	if m.extra != nil {
		p.URL, p.Attachments = m.extra.url, m.extra.attachments
	}
	return p
}

// writer is who wrote a message, as well as it can be known. Most From fields
// are as written in another message, too.
func (b *Box) writer(s *section) thread.Writer {
	from := shared(s.header.from)
	if w, known := b.writers[from]; known {
		return w
	}
	name, address := author(s.header.from)
	if name == "" && address == "" {
		return b.authors.Writer(sender(&s.header, s.envelope))
	}
	w := b.authors.Writer(name, address)
	const longest = 200 // that is worth its memory
	if len(from) <= longest {
		b.writers[b.shelf.Keep(from)] = w
	}
	return w
}

// sender is who sent a message that does not say who wrote it.
func sender(h *header, envelope []byte) (name, address string) {
	for _, field := range [][]byte{h.sender, h.replyTo} {
		if name, address = author(field); name != "" || address != "" {
			return name, address
		}
	}
	fields := bytes.Fields(envelope)
	switch {
	case len(fields) > 3 && string(fields[2]) == "at":
		return "", string(fields[1]) + "@" + string(fields[3])
	case len(fields) > 1 && bytes.IndexByte(fields[1], '@') > 0:
		return "", shared(fields[1])
	}
	return "", ""
}

// written is when a message was written, or at least when it came.
func written(h *header, envelope []byte) (time.Time, thread.ZoneKnown) {
	if t, zone, ok := parseDate(shared(h.date)); ok {
		return t, zone
	}
	if i := bytes.LastIndexByte(h.received, ';'); i >= 0 {
		if t, zone, ok := parseDate(shared(h.received[i+1:])); ok {
			return t, zone
		}
	}
	if len(envelope) > 0 {
		_, when, _ := strings.Cut(shared(envelope[len("From "):]), " ")
		if t, zone, ok := parseDate(when); ok && t.Unix() != 0 {
			return t, zone
		}
	}
	return time.Time{}, thread.LocalTime
}

// listName is the mailing list or newsgroup of a message.
func listName(h *header) string {
	name := headerText(h.listID)
	if before, _, ok := strings.Cut(name, "<"); ok {
		if before = strings.Trim(before, "\" \t"); before != "" {
			return before
		}
		return strings.Trim(name, "<> ")
	}
	if name != "" {
		return name
	}
	group, _, _ := strings.Cut(headerText(h.newsgroups), ",")
	return group
}

// archivedAt is the address at which an archive shows the message (RFC 5064).
func archivedAt(h *header) string {
	url := strings.Trim(headerText(h.archivedAt), "<> ")
	if !strings.HasPrefix(url, "http://") && !strings.HasPrefix(url, "https://") {
		return ""
	}
	return strings.Join(strings.Fields(url), "")
}

// joinPassages makes one body of the texts of a message. Text becomes HTML
// where some of it is.
func joinPassages(passages []passage) markup.Body {
	if len(passages) == 1 && !passages[0].html {
		body := textBody(passages[0].text)
		if passages[0].markdown {
			body.Kind = markup.Markdown
		}
		return body
	}
	rich := false
	for _, p := range passages {
		rich = rich || p.html
	}
	var all strings.Builder
	for i, p := range passages {
		text := string(bytes.Trim(p.text, "\r\n"))
		switch {
		case i > 0 && rich:
			all.WriteString("\n<hr>\n")
		case i > 0:
			all.WriteString("\n\n")
		}
		if rich && !p.html {
			text = "<p>" + strings.ReplaceAll(strings.ReplaceAll(html.EscapeString(text), "\n\n", "<p>"), "\n", "<br>") + "</p>"
		}
		all.WriteString(text)
	}
	if rich {
		return markup.Body{Raw: all.String(), Kind: markup.HTML}
	}
	return markup.Body{Raw: all.String(), Kind: markup.Text}
}
