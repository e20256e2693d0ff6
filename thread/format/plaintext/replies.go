package plaintext

import (
	"strings"

	"skein/thread/format/dates"
	"skein/thread/format/lexicon"
)

// findReplies finds the posts of a forum that says of each which reply it is,
// as dumps and copies of SMF's pages have them, and says whether there are
// some. Above that stands its subject, and above this who wrote it:
//
//	Ann Bee
//	Newcomer
//	*
//	Offline Offline
//
//	Posts: 14
//
//	View Profile
//
//	Re: The lamps
//	« Reply #1 on: March 10, 2009, 07:23:49 AM »
//
//	Tar them.
//
//	Logged
//
// The post itself has no number there (`« on: March 9, 2009, 07:11:20 AM »`).
func (p *page) findReplies() bool {
	const several = 2
	var found []*header
	var opener *header
	replies, from := 0, 0
	for i := range p.lines {
		number, date, ok := readReplyLine(p.lines[i].Text)
		if !ok {
			continue
		}
		h := p.replyHeader(from, i)
		if h == nil {
			continue
		}
		h.date, h.body = date, i+1
		from = i + 1
		if number == 0 && len(found) == 0 && opener == nil {
			opener = h
			continue
		}
		if number > 0 {
			replies++
		}
		found = append(found, h)
	}
	if replies < several {
		return false
	}
	if end := p.endOfReply(from, len(p.lines)); end < len(p.lines) {
		p.end = end
	}
	p.opener, p.headers, p.start, p.count = opener, found, -1, len(found)
	for i := range p.lines[:found[0].line] {
		if topic, ok := topicLine(p.lines[i].Text); ok && opener != nil && i < opener.line {
			p.lines[i].Text = topic
			p.named = i
		}
	}
	return true
}

// readReplyLine reads the line that says when a post was written, and which reply
// it is: 0 for the post itself.
func readReplyLine(s string) (number int, date dates.Date, ok bool) {
	const longest, longestWord = 400, 20
	_, inner, ok := strings.Cut(s, "«")
	if !ok || len(s) > longest {
		return 0, date, false
	}
	inner, _, ok = strings.Cut(inner, "»")
	if !ok || !hasDigit(inner) {
		return 0, date, false
	}
	d, at, _ := dates.Find(inner)
	if !d.Strong() {
		d, at = dates.Date{}, strings.IndexByte(inner, ':')+1 // of today
	}
	words := strings.Fields(strings.TrimSuffix(strings.TrimSpace(inner[:at]), ":"))
	switch {
	case len(words) == 1 && len(words[0]) <= longestWord: // `on`
		return 0, d, true
	case len(words) > 1 && len(words) < 4 && words[1][0] == '#' && lexicon.OnlyDigits(words[1][1:]): // `Reply #1 on`
		n, _ := lexicon.Figure(words[1][1:])
		return n, d, true
	}
	return 0, d, false
}

// replyHeader is who wrote the reply whose line with the date is given, nil
// where nothing tells it. It does not begin above from.
func (p *page) replyHeader(from, date int) *header {
	const farthest = 24 // lines
	from = max(from, date-farthest)
	posts := date - 1
	for posts > from && !countsPosts(p.lines[posts].Text) {
		posts--
	}
	if posts <= from {
		return nil
	}
	h := &header{kind: bareHeader, line: p.endOfReply(from, posts)}
	name := h.line + 1
	if h.line == posts { // of the first on the page
		h.line--
		for h.line > from && !p.headsPoster(h.line) {
			h.line--
		}
		name = h.line
	}
	if name >= posts {
		return nil
	}
	h.author, h.column = posterName(p.lines[name].Text), p.lines[name].Indent()
	return h.named()
}

// topicLine reads the topic from the line that says how often it was read:
// `Topic: The lamps  (Read 1234 times)`.
func topicLine(s string) (topic string, ok bool) {
	before, reads, ok := strings.Cut(s, " (")
	what, topic, colon := strings.Cut(before, ": ")
	if !ok || !colon || !hasDigit(reads) || !strings.HasSuffix(reads, ")") || strings.Count(what, " ") > 1 {
		return "", false
	}
	return strings.TrimSpace(topic), topic != ""
}

// endOfReply is the line that ends a reply's text in [from, to): of the tools
// of a moderator, and that its address is known. It is to where there is none.
func (p *page) endOfReply(from, to int) int {
	for i := from; i < to; i++ {
		text := strings.ToLower(cutAvatar(p.lines[i].Text))
		if text == "logged" || text == "gespeichert" || strings.Contains(text, "report to moderator") {
			return i
		}
	}
	return to
}
