package format

import (
	"strings"

	"skein/thread"
	"skein/thread/markup"
)

// sniffLemmy looks for a list of comments, a post, or both in one object or
// a list.
func sniffLemmy(data []byte) bool {
	v := glance(data)
	return sniffLemmyView(v) || hasElement(v, sniffLemmyView)
}

func sniffLemmyView(v value) bool {
	comment := v.at("comments").or(v).first().or(v.at("comment_view")).or(v)
	if c := comment.at("comment"); c.has("path", "content") || c.has("path", "body") {
		return comment.has("creator")
	}
	post := v.at("post_view")
	return post.has("creator") && (post.at("post").has("ap_id", "name") || post.at("post").has("ap_id", "title"))
}

// readLemmy reads what the API of Lemmy answers
// (https://join-lemmy.org/api, comment/list and post): comments that name all
// their ancestors in a path, the post itself, or both one behind the other or
// in one value; and what PieFed does, which nests them and calls some things
// otherwise.
func readLemmy(data []byte, b *thread.Builder) error {
	vs, err := readValues(data)
	r := lemmyReader{replies: map[string]int{}}
	for doc := range vs.documents {
		r.read(doc)
	}
	for _, d := range r.all {
		for _, p := range d.comments {
			p.More = max(p.More-r.replies[p.ID], 0)
		}
	}
	r.tell(b)
	return err
}

type lemmyReader struct {
	discussions
	replies map[string]int // by a comment's id, those below it that are there
}

// read finds the views in a value.
func (r *lemmyReader) read(v value) {
	switch {
	case v.kind() == '[':
		for e := range v.elements {
			r.read(e)
		}
	case v.at("comment").has("path"):
		r.comment(v)
	case v.has("post", "creator"):
		r.post(v.at("post"), v)
	default:
		for _, name := range []string{"post_view", "comment_view", "comments", "items"} {
			if m := v.at(name); m.kind() == '{' || m.kind() == '[' {
				r.read(m)
			}
		}
	}
}

// post takes what is discussed, from its own view or a comment's.
func (r *lemmyReader) post(post, view value) {
	id := post.at("id").text()
	d := r.of(id)
	if d.head.Title == "" || view.there() { // the post's own view knows more
		p := lemmyPost(post, view, "body")
		p.ID, p.Title = "post/"+id, post.at("name").or(post.at("title")).text()
		p.URL = post.at("url").or(post.at("ap_id")).text()
		d.head = p
	}
}

func (r *lemmyReader) comment(v value) {
	c := v.at("comment")
	id := c.at("post_id").text()
	if post := v.at("post"); post.there() {
		id = post.at("id").text()
		r.post(post, value{})
	}
	d := r.of(id)
	d.head.ID = "post/" + id
	p := lemmyPost(c, v, "content", "body")
	p.ID, p.URL = c.at("id").text(), c.at("ap_id").text()
	p.More = v.at("counts", "child_count").or(c.at("child_count")).amount()
	path := strings.Split(c.at("path").text(), ".")
	for i := len(path) - 1; i >= 0; i-- {
		if above := path[i]; above != "0" && above != "" && above != p.ID {
			p.Refs = append(p.Refs, above)
			r.replies[above]++
		}
	}
	d.add(p)
	r.read(v.at("replies"))
}

// lemmyPost is what posts and comments have alike, with the text under one of
// some names. Times without a zone are in UTC.
func lemmyPost(v, view value, text ...string) thread.Post {
	by := view.at("creator")
	p := thread.Post{
		Author:  by.at("name").or(by.at("user_name")).text(),
		Address: by.at("actor_id").or(by.at("ap_id")).text(),
	}
	for _, name := range text {
		if p.Body.Empty() {
			p.Body = v.at(name).body(markup.Markdown)
		}
	}
	p.Time, _ = v.at("published").or(v.at("published_at")).time()
	p.Zone = thread.KnownZone
	view.at("counts", "score").or(v.at("score")).score(&p)
	if v.at("deleted").flag() || v.at("removed").flag() {
		p.Flags |= thread.Deleted
	}
	return p
}
