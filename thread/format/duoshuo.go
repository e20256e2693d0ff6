package format

import (
	"cmp"
	"slices"
	"strings"

	"skein/thread"
	"skein/thread/markup"
)

// sniffDuoshuo looks for threads beside the posts in them.
func sniffDuoshuo(data []byte) bool {
	v := glance(data)
	post := v.at("posts").first()
	return post.has("post_id", "message") && (post.has("thread_id") || post.has("thread_key")) ||
		v.at("threads").first().has("thread_id", "thread_key") || v.at("generator").text() == "duoshuo" && v.has("posts")
}

// readDuoshuo reads what Duoshuo, a service that closed in 2017, exported: one
// list of pages ("threads") and one of the comments on them ("posts"), which
// name all comments above them ("parents").
func readDuoshuo(data []byte, b *thread.Builder) error {
	vs, err := readValues(data)
	var ds discussions
	for doc := range vs.documents {
		depth := map[string]int{} // by id, how many comments are above
		for v := range doc.at("posts").elements {
			depth[v.at("post_id").text()] = v.at("parents").count()
		}
		pages := map[string]value{}
		for v := range doc.at("threads").elements {
			pages[v.at("thread_id").text()] = v
		}
		for v := range doc.at("posts").elements {
			page := v.at("thread_id").text()
			d := ds.of(cmp.Or(page, v.at("thread_key").text()))
			if d.head.ID == "" {
				d.head = duoshuoPage(pages[page])
				d.head.ID = "thread/" + cmp.Or(page, v.at("thread_key").text())
			}
			d.add(duoshuoPost(v, depth))
		}
	}
	ds.tell(b)
	return err
}

func duoshuoPage(v value) thread.Post {
	p := thread.Post{Title: v.at("title").text(), URL: v.at("url").text()}
	p.Time, p.Zone = v.at("created_at").time()
	return p
}

func duoshuoPost(v value, depth map[string]int) thread.Post {
	p := thread.Post{
		ID:      v.at("post_id").text(),
		Author:  v.at("author_name").or(v.at("author", "name")).text(),
		Address: v.at("author_id").or(v.at("author_email")).text(),
		Body:    duoshuoBody(v.at("message")),
	}
	for parent := range v.at("parents").elements {
		if id := parent.text(); id != "" && id != "0" {
			p.Refs = append(p.Refs, id)
		}
	}
	// The order of parents is not the same everywhere, but the nearest one has
	// the most of its own.
	slices.SortStableFunc(p.Refs, func(a, b string) int { return cmp.Compare(depth[b], depth[a]) })
	if nearest := v.at("parent_id").text(); nearest != "" && nearest != "0" {
		p.Refs = append([]string{nearest}, p.Refs...)
	}
	p.Time, p.Zone = v.at("created_at").time()
	v.at("likes").score(&p)
	if state := v.at("status").text(); state == "spam" || state == "deleted" {
		p.Flags |= thread.Deleted
	}
	return p
}

// duoshuoBody is a message: HTML where it has marks of that.
func duoshuoBody(v value) markup.Body {
	text := v.text()
	for _, sign := range []string{"<br", "</", "<img", "&lt;", "&amp;", "&quot;", "&#"} {
		if strings.Contains(text, sign) {
			return v.body(markup.HTML)
		}
	}
	return v.body(markup.Text)
}
