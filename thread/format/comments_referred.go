package format

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"skein/thread"
)

// A referredReader reads comments in JSON that only refer to their authors, who
// stand in a list of their own: VK, version 2 of Twitter's API, Zendesk, and
// what follows JSON:API (https://jsonapi.org/format/), as Flarum, Patreon and
// Drupal do.
type referredReader struct {
	people map[string]person // by what refers to them
	model  value             // a comment whose author is known
	discussion
}

// A person is one of those in such a list.
type person struct{ name, address string }

// readReferred reads the comments whose authors are there.
func readReferred(data []byte, b *thread.Builder) error {
	vs, err := readValues(data)
	r := referredReader{people: map[string]person{}}
	for doc := range vs.documents {
		r.meet(doc, "", 0)
	}
	for doc := range vs.documents {
		r.model = r.model.or(firstIn(doc, "", 0, r.isKnown))
	}
	for doc := range vs.documents {
		r.find(doc, "", 0)
	}
	if len(r.comments) == 0 {
		return cmp.Or(err, ErrUnknown)
	}
	r.tell(b)
	return err
}

// sniffReferred looks for a list of comments that refer to their authors, and
// for the name of a list that has those, who may stand far behind.
func sniffReferred(data []byte) bool {
	return firstIn(glance(data), "", 0, isReferring).there() && slices.ContainsFunc(directories, func(name string) bool {
		return bytes.Contains(data, []byte(`"`+name+`"`))
	})
}

// directories are what lists of people are called; that of JSON:API has all
// that is referred to.
var directories = []string{"included", "users", "profiles", "groups", "people", "members", "authors", "accounts", "participants"}

// deepestList bounds how far within a text comments and people are looked for.
const deepestList = 8

// firstIn is the first element of a list in a value that is what is looked for,
// by itself and what the list is called.
func firstIn(v value, list string, depth int, is func(v value, list string) bool) value {
	if depth == deepestList {
		return value{}
	}
	for e := range v.elements {
		if is(e, list) {
			return e
		}
		if one := firstIn(e, list, depth+1, is); one.there() {
			return one
		}
	}
	for part, m := range v.members {
		if one := firstIn(m, nameOfPart(list, part), depth+1, is); one.there() {
			return one
		}
	}
	return value{}
}

// isReferring says whether an object in a list of that name is a comment: it
// has a text and an id, refers to its author, and to what it answers or
// discusses unless the list says what it has.
func isReferring(v value, list string) bool {
	about := attributes(v)
	p := partsOf(about)
	if authorOf(v) == "" || idOf(v, &p) == "" || p.body().Empty() || p.named[theCommit] {
		return false
	}
	kind := v.at("type").text()
	return theReplies.isCalled(list) || p.related() || strings.Contains(kind, "comment") || kind == "posts" && v.has("relationships") ||
		about.at("conversation_id").there() || about.at("parents_stack").of != nil || about.at("thread", "items").of != nil
}

// attributes are what an object says of itself: those of JSON:API stand apart
// from its id and what it refers to.
func attributes(v value) value {
	if in := v.at("attributes"); in.kind() == '{' {
		return in
	}
	return v
}

// idOf is the id of an object, wherever it stands.
func idOf(v value, p *parts) string {
	return cmp.Or(v.at("id").text(), p.found[theID].text())
}

// authorOf is what an object refers to its author with.
func authorOf(v value) string {
	if links := v.at("relationships"); links.kind() == '{' {
		for _, name := range []string{"user", "author", "commenter", "creator", "owner", "sender", "uid"} {
			if to := reference(links.at(name, "data")); to != "" {
				return to
			}
		}
		return ""
	}
	for _, name := range []string{"author_id", "authorId", "from_id", "user_id", "userId", "creator_id", "creatorId", "sender_id", "senderId", "author", "user", "from"} {
		if id := v.at(name).text(); id != "" {
			return id
		}
	}
	return ""
}

// reference is what a link of JSON:API leads to: ids are only unique among
// things of one type.
func reference(v value) string {
	if id := v.at("id").text(); id != "" {
		return v.at("type").text() + " " + id
	}
	return ""
}

// meet notes the people in all lists of them.
func (r *referredReader) meet(v value, list string, depth int) {
	if depth == deepestList {
		return
	}
	known := slices.Contains(directories, list)
	for e := range v.entries {
		if known && e.kind() == '{' {
			r.note(e, list)
			continue
		}
		name := ""
		if v.kind() == '{' {
			name = e.name()
		}
		r.meet(e, name, depth+1)
	}
}

// note notes one of a list's people, if that is what it is.
func (r *referredReader) note(v value, list string) {
	about := attributes(v)
	p := partsOf(about)
	id := v.at("id").text()
	if id == "" && p.found[theID].of == nil {
		id = v.name() // in an object that has them by their ids
	}
	name := cmp.Or(strings.TrimSpace(about.at("first_name").text()+" "+about.at("last_name").text()), p.found[thePerson].text())
	if id == "" || name == "" || !p.body().Empty() {
		return
	}
	switch {
	case v.at("attributes").kind() == '{':
		id = reference(v)
	case list == "groups": // so VK tells them from people
		id = "-" + id
	}
	r.people[id] = person{name, p.addressOf(name)}
}

// find takes the comments of all lists.
func (r *referredReader) find(v value, list string, depth int) {
	if depth == deepestList {
		return
	}
	r.head.Title = cmp.Or(r.head.Title, attributes(v).at("title").text())
	likely := r.isLikely(v, list)
	for e := range v.elements {
		if likely && r.isLike(e) {
			r.comment(e, nil)
			continue
		}
		r.find(e, list, depth+1)
	}
	for part, m := range v.members {
		r.find(m, nameOfPart(list, part), depth+1)
	}
}

// isKnown says whether an object is a comment whose author is known.
func (r *referredReader) isKnown(v value, list string) bool {
	_, known := r.people[authorOf(v)]
	return known && isReferring(v, list)
}

// isLikely says whether a list may have comments: with JSON:API their type
// tells, elsewhere one that says so.
func (r *referredReader) isLikely(v value, list string) bool {
	if !r.model.there() {
		return false
	}
	for e := range v.elements {
		if r.model.at("attributes").there() || isReferring(e, list) {
			return true
		}
	}
	return false
}

// isLike says whether an object is a comment like the one that is known; who
// wrote it may be gone.
func (r *referredReader) isLike(v value) bool {
	stands := r.model.at("attributes").there()
	if v.at("attributes").there() != stands || stands && v.at("type").text() != r.model.at("type").text() {
		return false
	}
	p := partsOf(attributes(v))
	return idOf(v, &p) != "" && (!p.body().Empty() || p.found[theDeletion].there())
}

// comment takes a comment and what stands in it as its replies.
func (r *referredReader) comment(v value, above []string) {
	parts := partsOf(attributes(v))
	p := parts.post()
	p.ID = idOf(v, &parts)
	by := r.people[authorOf(v)]
	p.Author, p.Address = by.name, by.address
	if parent := answeredBy(v, &parts); parent != "" && parent != p.ID {
		p.Refs = append(p.Refs, parent)
	}
	p.Refs = append(p.Refs, above...)
	r.add(p)
	replies := parts.replies()
	if replies.of == nil {
		replies = v.at("thread", "items")
	}
	for e := range replies.elements {
		if e.kind() == '{' {
			r.comment(e, []string{p.ID})
		}
	}
}

// answeredBy is the id of what a comment answers.
func answeredBy(v value, p *parts) string {
	for _, name := range []string{"parent", "pid", "reply_to", "in_reply_to"} {
		if id := v.at("relationships", name, "data", "id").text(); id != "" {
			return id
		}
	}
	for e := range v.at("referenced_tweets").elements {
		if e.at("type").text() == "replied_to" {
			return e.at("id").text()
		}
	}
	if id := v.at("reply_to_comment").text(); id != "" {
		return id
	}
	return p.parent()
}
