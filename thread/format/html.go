package format

import (
	"bytes"
	"strings"

	"skein/thread"
	"skein/thread/format/dom"
	"skein/thread/format/lexicon"
)

// readHTML reads any page on which people answer: as it describes itself for
// machines (JSON-LD, microdata, microformats) or by what repeats on it, which
// must have an author, a time and a text each time it comes.
func readHTML(data []byte, b *thread.Builder) error {
	p := newPage(data, b)
	group := p.discussion(data)
	described := p.linkedComments()
	switch {
	case len(described) > len(group.entries):
		p.readPost(nil)
		for _, post := range described {
			b.Add(post)
		}
	case len(group.entries) == 0:
		return p.readData()
	case group.topic:
		p.readTopic(group.entries)
	default:
		p.readEntries(group.entries, entryID)
	}
	return nil
}

// readTopic adds the posts of a forum's topic, whose first is the post that
// the others answer.
func (p *page) readTopic(entries []entry) {
	nodes := []dom.Node{entries[0].Node}
	p.builder.Title, p.builder.URL = p.title(nodes[0].Index()), p.address()
	if subject := nodes[0].First(hasClass("subject")).Text(); subject != "" {
		p.builder.Title = subject
	}
	o, answers := newOwner(entries), p.answering(entries)
	for i, e := range entries {
		r := p.read(o, e)
		post := r.post()
		if post.ID = entryID(e.Node); post.ID == "" {
			post.ID = r.placeID()
		}
		if i == 0 {
			post.Level, post.Title = 0, ""
			p.builder.Post(post)
			answers.read(r, post.ID, 0)
			continue
		}
		post.URL = r.permalink(post.ID)
		answers.read(r, post.ID, p.builder.Add(post))
	}
}

// entryID is the number in the id of a comment's element or, without one, the
// id itself.
func entryID(n dom.Node) string {
	for _, id := range []string{n.Attr("data-comment-id"), n.ID(), n.Attr("data-content"), n.Attr("data-node-id"), n.Attr("data-pid"), n.Attr("data-id"), idClass(n), n.FirstChild().ID()} {
		if id != "" {
			return numberIn(id)
		}
	}
	return ""
}

// numberIn is the number that an id ends with or, where it has none or is made
// of digits and letters, the id itself.
func numberIn(id string) string {
	prefix := prefixOf(id)
	if len(prefix) == len(id) || strings.ContainsAny(prefix, "0123456789") && !strings.ContainsAny(prefix[len(prefix)-1:], "-_") {
		return id
	}
	return id[len(prefix):]
}

// placeID is the id of a comment by the first address of a comment that stands
// in its head: that of its own place on the page.
func (r *reading) placeID() string {
	for _, n := range r.own {
		if r.body.Contains(n) {
			continue
		}
		for _, attr := range []string{"href", "id", "about", "name"} {
			place := n.Attr(attr)
			if (attr == "id" || attr == "name") && place != "" {
				place = "#" + place
			}
			if at := strings.IndexByte(place, '#'); at >= 0 && commentFragment().MatchString(place[at:]) {
				return numberIn(place[at+1:])
			}
		}
	}
	return ""
}

// idClass is the class of an element that names one comment: `post-12`.
func idClass(n dom.Node) string {
	for class := range strings.FieldsSeq(n.Class()) {
		switch prefixOf(class) {
		case class:
		case "post-", "comment-", "reply-":
			return class
		}
	}
	return ""
}

// prefixOf is an id without the number at its end.
func prefixOf(id string) string {
	end := len(id)
	for end > 0 && lexicon.IsDigit(id[end-1]) {
		end--
	}
	return id[:end]
}

// forumMarks stand in the pages of forums, whose posts no name tells apart
// from the posts of a blog.
var forumMarks = [][]byte{
	[]byte("viewtopic"), []byte("showthread"), []byte("phpbb"), []byte("phpBB"), []byte("vbulletin"), []byte("vBulletin"), []byte("XenForo"),
	[]byte("xenforo"), []byte("SMF"), []byte("Discuz"), []byte("/forum"), []byte("MyBB"), []byte("DiscussionForumPosting"), []byte("topic-body"),
	[]byte("data-xf-"), []byte("bbWrapper"), []byte("/threads/"), []byte("ipsComment"),
	[]byte("hyperkitty"), []byte("HyperKitty"), []byte(`class="post op"`), []byte("opContainer"),
}

func looksLikeForum(data []byte) bool {
	const head = 256 << 10 // bytes
	data = data[:min(len(data), head)]
	for _, mark := range forumMarks {
		if bytes.Contains(data, mark) {
			return true
		}
	}
	return false
}
