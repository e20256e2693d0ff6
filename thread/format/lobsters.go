package format

import (
	"skein/thread"
	"skein/thread/markup"
)

// sniffLobsters looks for a story with its comments.
func sniffLobsters(data []byte) bool {
	v := glance(data)
	if v.at("comments").first().has("short_id", "commenting_user") {
		return true
	}
	return v.has("short_id", "submitter_user") && v.at("comments").kind() == '['
}

// readLobsters reads stories, one behind the other or alone, of Lobsters or a site that runs the same program
// (https://github.com/lobsters/lobsters, s/ID.json) as it was written over the
// years: a comment's place is its parent's id, a depth from 0 or an indent
// from 1, its author a name or an object.
func readLobsters(data []byte, b *thread.Builder) error {
	vs, err := readValues(data)
	var ds discussions
	for v := range vs.documents {
		readStory(v, ds.of(v.at("short_id").text()))
	}
	ds.tell(b)
	return err
}

func readStory(v value, d *discussion) {
	d.head = lobster(v, "submitter_user", "description")
	d.head.Title = v.at("title").text()
	d.head.URL = v.at("url").text()
	if d.head.URL == "" {
		d.head.URL = v.at("comments_url").or(v.at("short_id_url")).text()
	}
	byParent := false
	for c := range v.at("comments").elements {
		byParent = byParent || c.at("parent_comment").there()
	}
	for c := range v.at("comments").elements {
		if c.kind() != '{' {
			continue
		}
		p := lobster(c, "commenting_user", "comment")
		p.URL = c.at("url").or(c.at("short_id_url")).text()
		if byParent {
			if parent := c.at("parent_comment").text(); parent != "" {
				p.Refs = []string{parent}
			}
		} else if depth := c.at("depth"); depth.there() {
			p.Level = 1 + depth.amount()
		} else {
			p.Level = max(1, c.at("indent_level").amount())
		}
		d.add(p)
	}
}

// lobster is what stories and comments have alike.
func lobster(v value, user, text string) thread.Post {
	author := v.at(user)
	p := thread.Post{
		ID:     v.at("short_id").text(),
		Author: author.at("username").or(author).text(),
		Body:   v.at(text).body(markup.HTML),
	}
	p.Time, p.Zone = v.at("created_at").time()
	v.at("score").score(&p)
	if v.at("is_deleted").flag() || v.at("is_moderated").flag() {
		p.Flags |= thread.Deleted
	}
	return p
}
