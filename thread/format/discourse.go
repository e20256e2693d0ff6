package format

import (
	"cmp"
	"strings"

	"skein/thread"
	"skein/thread/markup"
)

// sniffDiscourse looks for a topic, a post or a list of posts.
func sniffDiscourse(data []byte) bool {
	v := glance(data)
	posts := v.at("post_stream", "posts").or(v.at("latest_posts"))
	if v.kind() == '[' {
		posts = v
	}
	return sniffDiscoursePost(posts.first()) || sniffDiscoursePost(v) ||
		v.at("post_stream").has("posts", "stream")
}

func sniffDiscoursePost(v value) bool {
	return v.has("post_number", "username") && (v.has("cooked") || v.has("raw"))
}

// readDiscourse reads topics and posts of Discourse (https://docs.discourse.org,
// t/ID.json, posts/ID.json, posts.json), which answer each other by their
// numbers within the topic. A topic that came in pages may stand as one
// document behind the other.
func readDiscourse(data []byte, b *thread.Builder) error {
	vs, err := readValues(data)
	r := discourseReader{promised: map[string]*discussion{}, have: map[string]bool{}}
	for doc := range vs.documents {
		r.read(doc)
	}
	for id, d := range r.promised {
		if !r.have[id] {
			d.head.More++
		}
	}
	if len(r.all) > 1 { // numbers are a topic's own
		for key, d := range r.by {
			d.within(key + "/")
		}
	}
	r.tell(b)
	return err
}

type discourseReader struct {
	discussions
	topic    string                 // id of the topic that was last spoken of
	promised map[string]*discussion // by the ids of all posts that they say they have
	have     map[string]bool
}

func (r *discourseReader) read(v value) {
	switch {
	case v.kind() == '[':
		for e := range v.elements {
			r.read(e)
		}
	case v.has("post_number"):
		r.post(v)
	case v.has("post_stream"):
		r.topic = v.at("id").text()
		d := r.of(r.topic)
		d.head.ID = "1"
		d.head.Title = cmp.Or(v.at("title").text(), d.head.Title)
		for id := range v.at("post_stream", "stream").elements {
			r.promised[id.text()] = d
		}
		r.read(v.at("post_stream", "posts"))
	default:
		for e := range v.at("latest_posts").or(v.at("posts")).elements {
			r.read(e)
		}
	}
}

func (r *discourseReader) post(v value) {
	r.have[v.at("id").text()] = true
	d := r.of(cmp.Or(v.at("topic_id").text(), r.topic))
	p := discoursePost(v)
	if p.ID == "1" {
		p.Title, p.More = d.head.Title, d.head.More
		d.head = p
	} else {
		d.add(p)
	}
	d.head.ID = "1"
	d.head.Title = cmp.Or(d.head.Title, v.at("topic_title").text())
}

func discoursePost(v value) thread.Post {
	p := thread.Post{
		ID:     v.at("post_number").text(),
		Author: v.at("username").or(v.at("name")).text(),
		Body:   v.at("cooked").body(markup.HTML),
	}
	if raw := v.at("raw"); p.Body.Empty() {
		p.Body = raw.body(markup.Markdown)
	}
	if done := v.at("action_code"); done.there() && p.Body.Empty() {
		p.Body = markup.Body{Raw: strings.NewReplacer(".", ", ", "_", " ").Replace(done.text())}
	}
	if to := v.at("reply_to_post_number").text(); to != "" {
		p.Refs = []string{to}
	}
	p.Time, p.Zone = v.at("created_at").time()
	if v.at("deleted_at").there() || v.at("user_deleted").flag() {
		p.Flags |= thread.Deleted
	}
	if url := v.at("post_url").text(); strings.Contains(url, "://") {
		p.URL = url
	}
	discourseLikes(v, &p)
	return p
}

// discourseLikes gives a post its likes, which are actions of the second kind:
// what Discourse calls a score is how it ranks posts.
func discourseLikes(v value, p *thread.Post) {
	const like = 2
	actions := v.at("actions_summary")
	if !actions.there() {
		return
	}
	p.Flags |= thread.Scored
	for a := range actions.elements {
		if a.at("id").amount() == like {
			p.Score = a.at("count").amount()
		}
	}
}
