package format

import (
	"path"
	"strconv"
	"strings"
	"time"

	"skein/thread"
	"skein/thread/format/dates"
)

// post is what the parts say of a comment, but for what it answers.
func (p *parts) post() thread.Post {
	id := p.found[theID]
	post := thread.Post{ID: id.at("$oid").or(id).text(), Body: p.body()}
	post.Author, post.Address = p.author()
	post.Time, post.Zone = p.time()
	if !post.Body.Empty() {
		post.Title = p.found[theWarning].text()
	}
	for _, name := range []string{"permalink", "url", "href", "html_url"} {
		if url := p.object.at(name).text(); post.URL == "" && strings.Contains(url, "://") {
			post.URL = url
		}
	}
	if points, ok := shortNumber(p.found[theScore].text()); ok {
		post.Score, post.Flags = points, post.Flags|thread.Scored
	}
	if p.found[theDeletion].there() {
		post.Flags |= thread.Deleted
	}
	return post
}

// author is who wrote the comment: a name, or an object with one.
func (p *parts) author() (name, address string) {
	by := p.found[theAuthor]
	if by.kind() != '{' {
		name = strings.TrimSpace(by.text())
		if account, ok := strings.CutPrefix(name, "acct:"); ok { // RFC 7565
			name, _, _ = strings.Cut(account, "@")
		}
		if strings.HasPrefix(name, "https://") && !strings.Contains(name, " ") { // an actor of ActivityPub
			return path.Base(name), name
		}
		return name, p.addressOf(name)
	}
	person := partsOf(by)
	name = strings.TrimSpace(person.found[thePerson].text())
	return name, person.addressOf(name)
}

// addressOf is the address of who has that name, empty where it says no more.
func (p *parts) addressOf(name string) string {
	if address := p.found[theAddress].text(); address != name {
		return address
	}
	return ""
}

// parent is the id of what the comment answers; empty where that is no
// comment. The ids that YouTube gives to replies begin with it, which matters
// to those that scripts saved from its pages.
func (p *parts) parent() string {
	if answered, _, answers := strings.Cut(p.object.at("cid").text(), "."); answers && p.object.at("reply").flag() {
		return answered
	}
	parent := p.found[theParent]
	if parent.kind() == '{' {
		parent = parent.at("$oid").or(partsOf(parent).found[theID])
	}
	for ancestor := range parent.elements { // the nearest is the last
		parent = ancestor
	}
	if parent.of == nil { // Matrix
		parent = p.object.at("content", "m.relates_to", "m.in_reply_to", "event_id")
	}
	switch id := parent.text(); id {
	case "0", "root", "-1", "null":
		return ""
	default:
		return id
	}
}

// replies is what answers the comment: a list, which may be on a page, or an
// object that has the comments by their ids.
func (p *parts) replies() value {
	replies := p.found[theReplies]
	for replies.kind() == '{' {
		page := partsOf(replies).found[thePage]
		if page.of == nil {
			break
		}
		replies = page
	}
	if replies.kind() == '{' && !areObjects(replies) {
		return value{}
	}
	return replies
}

// page is the page that the comment says it is on: a key, or a path.
func (p *parts) page() string {
	page := p.found[thePath].text()
	if strings.Contains(page, "://") || strings.Contains(page, ".") && page[0] != '/' {
		return "" // an address, rather of the comment; a path of ids
	}
	return page
}

// heading is the title of the page that the comment is on.
func (p *parts) heading() string {
	return p.found[theHeading].or(p.object.at("page", "title")).text()
}

// time is when the comment was written: in words, in seconds or milliseconds
// since 1970, or in an object as databases export them.
func (p *parts) time() (time.Time, thread.ZoneKnown) {
	const milliseconds = 1e11 // in seconds, the year 5138
	at := p.found[theTime]
	at = at.at("iso").or(at.at("$date")).or(at.at("seconds")).or(at)
	if n, ok := at.number(); ok && n > milliseconds {
		return time.UnixMilli(n).UTC(), thread.KnownZone
	}
	if t, zone := at.time(); !t.IsZero() || at.kind() != '"' {
		return t, zone
	}
	text := at.text()
	if words := strings.Fields(text); len(words) == 4 && strings.ContainsAny(words[2], "+-") { // as Go writes it
		text = strings.Join(words[:3], " ")
	}
	for _, layout := range []string{"2006-01-02T15:04:05Z0700", "2006-01-02 15:04:05Z0700", "2006-01-02 15:04:05 -0700", "2006/01/02 15:04:05 -0700", time.RubyDate} {
		if t, err := time.Parse(layout, text); err == nil {
			return t, thread.KnownZone
		}
	}
	if t, zone, ok := readTime(text); ok {
		return t, zone
	}
	return timeInWords(text)
}

// timeInWords is a date as people and pages write it (1 May 2024, 9:30), the
// zero time where it may be two.
func timeInWords(text string) (time.Time, thread.ZoneKnown) {
	d, _, _ := dates.Find(clip(text))
	if !d.Strong() || d.Relative || d.Ambiguous() {
		return time.Time{}, thread.LocalTime
	}
	return d.Time(false)
}

// shortNumber is a number that may be written in short: 1.2K, 3M.
func shortNumber(text string) (int, bool) {
	if n, ok := wholeNumber(text); ok {
		return int(n), true
	}
	if text == "" {
		return 0, false
	}
	last := len(text) - 1
	times := map[byte]float64{'k': 1e3, 'm': 1e6}[text[last]|0x20]
	n, err := strconv.ParseFloat(text[:last], 64)
	if err != nil || times == 0 || n < 0 || n > 1e6 {
		return 0, false
	}
	return int(n * times), true
}
