package format

import (
	"cmp"

	"skein/thread"
	"skein/thread/markup"
)

// sniffRemark42 looks for comments as remark42 has them: in a backup behind a
// line about it, in a list, or in a tree.
func sniffRemark42(data []byte) bool {
	for v := range glance(data).documents {
		list := v.at("comments").or(v)
		first := list.first()
		if sniffRemark(v) || sniffRemark(first) || sniffRemark(first.at("comment")) {
			return true
		}
	}
	return false
}

func sniffRemark(v value) bool {
	return v.has("id", "pid", "text", "user") && v.at("locator").has("url")
}

// readRemark42 reads backups of remark42 (https://remark42.com/docs/backup/),
// an object a line, and the trees and lists of its API (api/v1/find). Each
// comment names the page that it is on and its parent.
func readRemark42(data []byte, b *thread.Builder) error {
	vs, err := readValues(data)
	r := remark42Reader{}
	for doc := range vs.documents {
		r.read(doc)
	}
	r.tell(b)
	return err
}

type remark42Reader struct{ discussions }

func (r *remark42Reader) read(v value) {
	for e := range v.elements {
		r.read(e)
	}
	switch {
	case v.has("id", "pid"):
		r.comment(v)
	case v.has("comment"):
		r.read(v.at("comment"))
		for reply := range v.at("replies").elements {
			r.read(reply)
		}
	case v.at("comments").kind() == '[':
		r.read(v.at("comments"))
	}
}

func (r *remark42Reader) comment(v value) {
	url := v.at("locator", "url").text()
	d := r.of(url)
	d.head.ID, d.head.URL = url, url
	d.head.Title = cmp.Or(d.head.Title, v.at("title").text())
	p := thread.Post{
		ID:      v.at("id").text(),
		Author:  v.at("user", "name").text(),
		Address: v.at("user", "id").text(),
		Body:    v.at("text").body(markup.HTML),
	}
	if typed := v.at("orig"); p.Body.Empty() {
		p.Body = typed.body(markup.Markdown)
	}
	if parent := v.at("pid").text(); parent != "" {
		p.Refs = []string{parent}
	}
	if url != "" && p.ID != "" {
		p.URL = url + "#remark42__comment-" + p.ID
	}
	p.Time, p.Zone = v.at("time").time()
	v.at("score").score(&p)
	if v.at("delete").flag() {
		p.Flags |= thread.Deleted
	}
	d.add(p)
}
