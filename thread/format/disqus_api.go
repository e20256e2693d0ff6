package format

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"skein/thread"
	"skein/thread/markup"
)

// sniffDisqusAPI looks for posts in an answer of Disqus, or a list of them.
func sniffDisqusAPI(data []byte) bool {
	v := glance(data)
	return sniffDisqusPost(disqusPosts(v).first()) || sniffDisqusPost(disqusPosts(v.first()).first())
}

func sniffDisqusPost(v value) bool {
	return v.has("id", "author", "parent", "thread", "createdAt") && (v.has("message") || v.has("raw_message"))
}

// disqusPosts is the list of posts in an answer: of the API, or of what a page
// holds for its own comments.
func disqusPosts(v value) value {
	answer := v.at("response").or(v)
	return answer.at("posts").or(answer)
}

// readDisqusAPI reads posts as the API of Disqus answers with them
// (https://disqus.com/api/docs/posts/list/), a page or more of them, and what
// Disqus puts into pages (disqus.com/embed/comments), where the thread stands
// beside the posts. Times are in UTC and do not say so.
func readDisqusAPI(data []byte, b *thread.Builder) error {
	vs, err := readValues(data)
	r := disqusReader{}
	for doc := range vs.documents {
		r.read(doc)
		for page := range doc.elements {
			r.read(page)
		}
	}
	r.tell(b)
	return err
}

type disqusReader struct{ discussions }

// read takes what one answer holds, the oldest first.
func (r *disqusReader) read(v value) {
	if about := v.at("response", "thread"); about.at("id").there() {
		r.thread(about)
	}
	begin := map[*discussion]int{}
	for post := range disqusPosts(v).elements {
		if post.kind() != '{' || !post.has("author") && !post.has("createdAt") {
			continue
		}
		d := r.thread(post.at("thread"))
		if _, begun := begin[d]; !begun {
			begin[d] = len(d.comments)
		}
		d.add(disqusPost(post))
	}
	for d, first := range begin {
		if posts := d.comments[first:]; newestFirst(len(posts), func(i int) time.Time { return posts[i].Time }) {
			slices.Reverse(posts)
		}
	}
}

// thread is the discussion of a thread: its id, or all that is known of it.
func (r *disqusReader) thread(v value) *discussion {
	id := v.at("id").or(v).text()
	d := r.of(id)
	d.head.ID = disqusThread + id
	d.head.Title = cmp.Or(d.head.Title, v.at("clean_title").or(v.at("title")).text())
	d.head.URL = cmp.Or(d.head.URL, v.at("link").text())
	return d
}

func disqusPost(v value) thread.Post {
	by := v.at("author")
	p := thread.Post{
		ID:      v.at("id").text(),
		Author:  cmp.Or(strings.TrimSpace(by.at("name").text()), by.at("username").text()),
		Address: by.at("username").or(by.at("id")).text(),
		URL:     v.at("url").text(),
		Body:    v.at("message").body(markup.HTML),
	}
	if typed := v.at("raw_message"); p.Body.Empty() {
		p.Body = typed.body(markup.Text)
	}
	parent := v.at("parent")
	if id := parent.at("id").or(parent).text(); id != "" && id != "0" {
		p.Refs = []string{id}
	}
	if p.Time, p.Zone = v.at("createdAt").time(); !p.Time.IsZero() {
		p.Zone = thread.KnownZone
	}
	v.at("points").or(v.at("likes")).score(&p)
	if v.at("isDeleted").flag() || v.at("isSpam").flag() {
		p.Flags |= thread.Deleted
	}
	for m := range v.at("media").elements {
		if url := m.at("url").or(m.at("location")).text(); url != "" {
			p.Attachments = append(p.Attachments, thread.Attachment{Name: described(m.at("title").text(), url), Type: m.at("mimetype").text()})
		}
	}
	return p
}
