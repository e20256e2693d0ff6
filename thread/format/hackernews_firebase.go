package format

import (
	"skein/thread"
	"skein/thread/markup"
)

// sniffHNItems says whether a value is an item of Hacker News' own API, or
// holds some: a list, a map from ids, a post with its comments.
func sniffHNItems(v value) bool {
	switch {
	case v.kind() == '[':
		return hasElement(v, sniffHNItem)
	case sniffHNItem(v), hasElement(v.at("comments"), sniffHNItem), v.has("comments") && sniffHNItem(v.at("post")):
		return true
	}
	for name, item := range v.members {
		if sniffHNItem(item) && item.at("id").text() == name {
			return true
		}
	}
	return false
}

func sniffHNItem(v value) bool {
	switch v.at("type").text() {
	case "story", "comment", "job", "poll", "pollopt":
		return v.has("id", "time") && (v.has("by") || v.has("kids") || v.has("deleted") || v.has("parent"))
	}
	return false
}

// readHNItems reads items of Hacker News' own API
// (https://github.com/HackerNews/API), in any order and wherever they stand:
// they name their parents, and by `kids` also replies that the file may not
// hold.
func readHNItems(vs *values, b *thread.Builder) {
	r := hnItems{have: map[string]bool{}}
	for doc := range vs.documents {
		r.gather(doc)
	}
	var ds discussions
	var comments discussion
	for i, v := range r.items {
		parent := v.at("parent").or(v.at("poll")).text()
		p := r.post(v)
		if parent == "" || i == 0 && r.alone(parent) {
			ds.of(p.ID).head = p
			continue
		}
		p.Refs = []string{parent}
		comments.add(p)
	}
	if len(ds.all) == 0 {
		comments.findHead()
		comments.tell(b)
		return
	}
	ds.tell(b)
	for _, p := range comments.comments {
		b.Add(*p)
	}
}

type hnItems struct {
	items []value
	have  map[string]bool // by id
}

// gather collects the items in a value.
func (r *hnItems) gather(v value) {
	switch {
	case v.kind() == '[':
		for e := range v.elements {
			r.gather(e)
		}
	case v.has("id", "type"), v.has("id", "parent"):
		r.items = append(r.items, v)
		r.have[v.at("id").text()] = true
		r.gather(v.at("kids"))
		r.gather(v.at("comments"))
	default:
		for _, m := range v.members {
			if m.kind() == '{' || m.kind() == '[' {
				r.gather(m)
			}
		}
	}
}

// alone says whether the first item is the only one that answers what the file
// does not hold: then it is what the file is about.
func (r *hnItems) alone(parent string) bool {
	if r.have[parent] {
		return false
	}
	for _, v := range r.items[1:] {
		if above := v.at("parent").or(v.at("poll")).text(); !r.have[above] {
			return false
		}
	}
	return true
}

func (r *hnItems) post(v value) thread.Post {
	p := thread.Post{
		ID:     v.at("id").text(),
		Author: v.at("by").text(),
		Title:  v.at("title").text(),
		URL:    v.at("url").text(),
		Body:   v.at("text").body(markup.HTML),
	}
	p.Time, p.Zone = v.at("time").time()
	v.at("score").score(&p)
	if v.at("deleted").flag() {
		p.Flags |= thread.Deleted
	}
	for kid := range v.at("kids").elements {
		if id := kid.text(); id != "" && !r.have[id] {
			p.More++
		}
	}
	return p
}
