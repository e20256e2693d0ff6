package format

import (
	"skein/thread"
	"skein/thread/markup"
)

// sniffHNAPI says whether data is an item as node-hnapi has it.
func sniffHNAPI(v value) bool {
	if v.at("comments").first().has("id", "level", "content") {
		return true
	}
	ago := v.has("time_ago") || v.has("timeago")
	count := v.has("comments_count") || v.has("commentscount")
	return v.at("comments").kind() == '[' && v.has("id", "time") && (ago || count && v.has("user"))
}

// readHNAPI reads items of node-hnapi (https://github.com/cheeaun/node-hnapi,
// item/ID), one behind the other or alone: a story with its comments nested in
// it, which say their level from 0 as well.
func readHNAPI(vs *values, b *thread.Builder) {
	var ds discussions
	for v := range vs.documents {
		item := hnapiItem(v)
		d := ds.of(item.ID)
		d.head = item
		hnapiComments(d, v.at("comments"), 1)
	}
	ds.tell(b)
}

func hnapiComments(d *discussion, list value, level int) {
	for v := range list.elements {
		if v.kind() != '{' {
			continue
		}
		p := hnapiItem(v)
		p.Level = level
		d.add(p)
		hnapiComments(d, v.at("comments"), level+1)
	}
}

func hnapiItem(v value) thread.Post {
	p := thread.Post{
		ID:     v.at("id").text(),
		Author: v.at("user").text(),
		Title:  v.at("title").text(),
		URL:    hnAddress(v.at("url").text()),
		Body:   v.at("content").body(markup.HTML),
	}
	p.Time, p.Zone = v.at("time").time()
	v.at("points").score(&p)
	if v.at("deleted").flag() {
		p.Flags |= thread.Deleted
	}
	return p
}

// hnAddress is the address of a story; one without a link names itself by
// `item?id=`.
func hnAddress(url string) string {
	const own = "item?id="
	if len(url) > len(own) && url[:len(own)] == own {
		return "https://news.ycombinator.com/" + url
	}
	return url
}
