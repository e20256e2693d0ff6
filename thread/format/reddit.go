package format

import (
	"fmt"
	"strings"

	"skein/thread"
)

// readReddit reads listings of Reddit's API
// (https://www.reddit.com/dev/api#listings) as they come: a post and its
// comments nested in each other, a comment with those below it, the flat list
// that `api/morechildren` answers with in either of its forms, what archives and
// scripts make of all that (redditFlat), or some of these one behind the
// other. What a stub promises is counted as replies of its parent.
func readReddit(data []byte, b *thread.Builder) error {
	b.Site = redditSite
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
			if e.at("data").has("parent_id") || e.at("data").has("parent") { // of things without a listing around them
				r.read(e, 0)
			} else {
				r.read(e, level)
			}
		}
	case v.at("jquery").kind() == '[':
		r.read(v.at("jquery"), 0)
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
	case d.kind() == '[': // as archives answer
		r.read(d, 0)
	default:
		r.flat(v, level)
	}
	if why, refused := redditNoThread(v); refused {
		r.refusal = why
	}
}

// thing takes a post, a comment or a stub. Its level is 0 in a flat list.
func (r *redditReader) thing(kind string, d value, level int) {
	name := d.at("name").text()
	if name == "" {
		name = kind + "_" + strings.TrimPrefix(d.at("id").text(), kind+"_")
	}
	switch {
	case kind == "more":
		r.more[d.at("parent_id").text()] += max(d.at("count").amount(), d.at("children").count(), 1)
	case kind == "t3" || kind == "" && !d.has("body"):
		r.link = name
		about := r.of(name)
		about.head = r.post(d)
		about.head.ID = name
		if strings.HasPrefix(about.head.URL, "/") {
			about.head.URL = redditSite + about.head.URL
		}
	case kind == "t1" || kind == "":
		r.comment(name, d, level)
	}
}

func (r *redditReader) comment(name string, d value, level int) {
	parent := redditParent(d)
	switch link := d.at("link_id").or(d.at("link")).text(); {
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
	if replies := d.at("replies"); replies.kind() == '{' || replies.kind() == '[' {
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
	if len(r.all) == 0 || len(r.more) == 0 {
		return
	}
	for _, d := range r.all {
		r.keep(&d.head)
		for _, p := range d.comments {
			r.keep(p)
		}
	}
	for _, n := range r.more {
		r.all[0].head.More += n
	}
}

// keep gives a post what is promised below it.
func (r *redditReader) keep(p *thread.Post) {
	if n, promised := r.more[p.ID]; promised {
		p.More += n
		delete(r.more, p.ID)
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
