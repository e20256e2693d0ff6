package format

import (
	"strings"

	"skein/thread"
	"skein/thread/markup"
)

// sniffIsso looks for threads that Isso imports, or for an answer of its API.
func sniffIsso(data []byte) bool {
	v := glance(data)
	if v.has("replies", "hidden_replies") || v.has("replies", "total_replies") {
		first := v.at("replies").first()
		return first.has("id", "parent", "text")
	}
	return hasElement(v, func(e value) bool {
		first := e.at("comments").first()
		return e.has("id", "title") && first.has("author", "text", "created")
	})
}

// readIsso reads the threads of Isso's generic import
// (https://isso-comments.de/docs/guides/migration/), whose comments have ids of
// their thread only, and the comments that its API answers with, which are
// nested.
func readIsso(data []byte, b *thread.Builder) error {
	vs, err := readValues(data)
	var ds discussions
	for doc := range vs.documents {
		if doc.kind() == '{' {
			issoReplies(ds.of(""), doc, 1)
		}
		for v := range doc.elements {
			if path := v.at("id").text(); v.has("comments") {
				issoThread(ds.of(path), v)
			}
		}
	}
	if len(ds.all) > 1 {
		for path, d := range ds.by {
			d.within(path + "#")
		}
	}
	ds.tell(b)
	return err
}

func issoThread(d *discussion, v value) {
	d.head.Title, d.head.URL = v.at("title").text(), v.at("id").text()
	for c := range v.at("comments").elements {
		if c.kind() == '{' {
			p := issoComment(c, markup.Markdown)
			if parent := c.at("parent").text(); parent != "" {
				p.Refs = []string{parent}
			}
			d.add(p)
		}
	}
}

// issoReplies takes the comments below a thread or comment.
func issoReplies(d *discussion, v value, level int) {
	for c := range v.at("replies").elements {
		if c.kind() != '{' {
			continue
		}
		p := issoComment(c, markup.HTML)
		p.Level, p.More = level, c.at("hidden_replies").amount()
		if likes, ok := c.at("likes").number(); ok {
			p.Score, p.Flags = int(likes)-c.at("dislikes").amount(), p.Flags|thread.Scored
		}
		d.add(p)
		issoReplies(d, c, level+1)
	}
	if level == 1 {
		d.head.More += v.at("hidden_replies").amount()
	}
}

func issoComment(c value, kind markup.Kind) thread.Post {
	const gone = 4 // the mode of a comment that was deleted while it had replies
	p := thread.Post{
		ID:      c.at("id").text(),
		Author:  strings.TrimSpace(c.at("author").text()),
		Address: c.at("email").or(c.at("hash")).text(),
		Body:    c.at("text").body(kind),
	}
	p.Time, p.Zone = c.at("created").time()
	if c.at("mode").amount() == gone {
		p.Flags |= thread.Deleted
	}
	return p
}
