package format

import (
	"encoding/json"
	"slices"
	"strings"

	"skein/thread"
	"skein/thread/markup"
)

// A linkedThing is what a page says of a posting in JSON-LD
// (https://schema.org/Comment), as far as a thread needs it. Each member may
// be one thing or a list of them.
type linkedThing struct {
	Type      any             `json:"@type"`
	Graph     json.RawMessage `json:"@graph"`
	Entity    json.RawMessage `json:"mainEntity"`
	Comment   json.RawMessage `json:"comment"`
	Accepted  json.RawMessage `json:"acceptedAnswer"`
	Suggested json.RawMessage `json:"suggestedAnswer"`
	ID        any             `json:"@id"`
	URL       any             `json:"url"`
	Text      any             `json:"text"`
	Author    any             `json:"author"`
	Created   any             `json:"dateCreated"`
	Published any             `json:"datePublished"`
}

// linkedComments are the comments that the page describes in JSON-LD. Where
// nobody wrote them and at no time, they are the answers of the page itself.
func (p *page) linkedComments() []thread.Post {
	var posts []thread.Post
	for _, script := range p.all(isTag("script")) {
		if script.Attr("type") == "application/ld+json" {
			p.linked(json.RawMessage(strings.TrimSpace(script.Inner())), 0, &posts)
		}
	}
	if !slices.ContainsFunc(posts, func(p thread.Post) bool { return p.Author != "" || !p.Time.IsZero() }) {
		return nil
	}
	return posts
}

// linked adds the comments in one thing or a list, which stand below a level.
func (p *page) linked(source json.RawMessage, level int, posts *[]thread.Post) {
	const deepest = 100 // levels; each is decoded anew
	if len(source) == 0 || level > deepest {
		return
	}
	var list []json.RawMessage
	if source[0] != '[' || json.Unmarshal(source, &list) != nil {
		list = []json.RawMessage{source}
	}
	for _, item := range list {
		var thing linkedThing
		if json.Unmarshal(item, &thing) != nil {
			continue
		}
		if level > 0 {
			*posts = append(*posts, p.linkedPost(thing, level))
		}
		if level == 0 {
			p.linked(thing.Graph, 0, posts)
			p.linked(thing.Entity, 0, posts)
		}
		for _, replies := range []json.RawMessage{thing.Accepted, thing.Suggested, thing.Comment} {
			p.linked(replies, level+1, posts)
		}
	}
}

// linkedPost is one described comment.
func (p *page) linkedPost(thing linkedThing, level int) thread.Post {
	post := thread.Post{
		Level:  level,
		ID:     linkedText(thing.ID),
		URL:    linkedText(thing.URL),
		Author: linkedText(thing.Author),
		Body:   markup.Body{Raw: linkedText(thing.Text), Kind: markup.HTML},
	}
	for _, s := range []any{thing.Created, thing.Published} {
		if when := p.parseTime(linkedText(s)); !when.IsZero() && post.Time.IsZero() {
			post.Time, post.Zone = when.Time, when.zone
		}
	}
	return post
}

// linkedText is a value itself, the name of a thing, or the first of a list.
func linkedText(value any) string {
	switch v := value.(type) {
	case string:
		return v
	case map[string]any:
		name, _ := v["name"].(string)
		return name
	case []any:
		if len(v) > 0 {
			if _, list := v[0].([]any); !list {
				return linkedText(v[0])
			}
		}
	}
	return ""
}
