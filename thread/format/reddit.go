package format

import (
	"cmp"
	"fmt"
	"strings"

	"skein/thread"
)

// sniffReddit looks for the things of Reddit's API: a listing or a list of
// them, the answer to a call for more, or an answer that only says why there
// is none.
func sniffReddit(data []byte) bool {
	v := glance(data)
	if v.kind() == '[' {
		v = v.first()
	}
	list := v.at("data", "children").or(v.at("json", "data", "things"))
	_, refused := redditNoThread(v)
	return sniffThing(list.first()) || sniffThing(v) || refused
}

func sniffThing(v value) bool {
	d := v.at("data")
	if v.at("kind").text() == "more" {
		return d.has("children", "parent_id")
	}
	return d.has("author") && (d.has("link_id", "body") || d.has("title", "permalink")) ||
		v.has("author", "subreddit") && (v.has("link_id", "body") || v.has("title", "permalink", "selftext"))
}

// readReddit reads listings of Reddit's API
// (https://www.reddit.com/dev/api#listings) as they come: a post and its
// comments nested in each other, a comment with those below it, the flat list
// that `api/morechildren` answers with, an archive's object a line, or some of
// these one behind the other. What a stub promises is counted as replies of its parent.
func readReddit(data []byte, b *thread.Builder) error {
	vs, err := readValues(data)
	r := redditReader{escaped: vs.redditEscapes(), more: map[string]int{}}
	for doc := range vs.documents {
		if r.read(doc, 1); r.refusal != nil && err == nil {
			err = r.refusal
		}
	}
	r.promise()
	r.tell(b)
	return err
}

type redditReader struct {
	discussions
	escaped bool           // texts are written as HTML is
	more    map[string]int // by the parent's name
	link    string         // name of the post that was last spoken of
	refusal error
}

// read takes what is in a value: a list, a listing, a thing.
func (r *redditReader) read(v value, level int) {
	switch d := v.at("data"); {
	case v.kind() == '[':
		for e := range v.elements {
			r.read(e, level)
		}
	case v.at("json").there():
		for e := range v.at("json", "data", "things").elements {
			r.read(e, 0)
		}
	case d.at("children").kind() == '[' && !d.at("parent_id").there():
		for e := range d.at("children").elements {
			r.read(e, level)
		}
	case d.kind() == '{':
		r.thing(v.at("kind").text(), d, level)
	case v.has("link_id", "body"): // as archives have it, an object a line
		r.thing("t1", v, 0)
	case v.has("title", "permalink"):
		r.thing("t3", v, 0)
	}
	if why, refused := redditNoThread(v); refused {
		r.refusal = why
	}
}

// thing takes a post, a comment or a stub. Its level is 0 in a flat list.
func (r *redditReader) thing(kind string, d value, level int) {
	name := cmp.Or(d.at("name").text(), kind+"_"+d.at("id").text())
	switch {
	case kind == "more":
		r.more[d.at("parent_id").text()] += max(d.at("count").amount(), d.at("children").count(), 1)
	case kind == "t3" || kind == "" && !d.has("body"):
		r.link = name
		about := r.of(name)
		about.head = r.post(d)
		about.head.ID = name
	case kind == "t1" || kind == "":
		r.comment(name, d, level)
	}
}

func (r *redditReader) comment(name string, d value, level int) {
	parent := d.at("parent_id").text()
	switch link := d.at("link_id").text(); {
	case link != "":
		r.link = link
	case strings.HasPrefix(parent, "t3_"):
		r.link = parent
	}
	about := r.of(r.link)
	if about.head.ID == "" {
		about.head.ID = r.link
		about.head.Title = r.unescaped(d.at("link_title").text())
	}
	p := r.post(d)
	if p.ID, p.Level = name, level; level == 0 && parent != "" {
		p.Refs = []string{parent}
	}
	about.add(p)
	if replies := d.at("replies"); replies.kind() == '{' {
		below := level + 1
		if level == 0 {
			below = 0
		}
		r.read(replies, below)
	}
}

// promise counts what stubs stand for as replies of their parents, or of the
// post where the parent is not there either.
func (r *redditReader) promise() {
	if len(r.all) == 0 {
		return
	}
	posts := map[string]*thread.Post{}
	for _, d := range r.all {
		posts[d.head.ID] = &d.head
		for i := range d.comments {
			posts[d.comments[i].ID] = &d.comments[i]
		}
	}
	for parent, n := range r.more {
		p := posts[parent]
		if p == nil {
			p = &r.all[0].head
		}
		p.More += n
	}
}

// redditNoThread is what an answer without a thread says, and whether it is
// such an answer.
func redditNoThread(v value) (error, bool) {
	if code := v.at("error"); code.kind() == '0' && v.has("message") && !v.has("data") {
		why := v.at("message").text()
		if reason := v.at("reason").text(); reason != "" {
			why += " (" + reason + ")"
		}
		return fmt.Errorf("this is no thread but the answer %s, %s", code.text(), why), true
	}
	if wrong := v.at("json", "errors").first(); wrong.there() {
		var words []string
		for e := range wrong.elements {
			if text := e.text(); text != "" {
				words = append(words, text)
			}
		}
		return fmt.Errorf("this is no thread but an error: %s", strings.Join(words, ", ")), true
	}
	return nil, false
}
