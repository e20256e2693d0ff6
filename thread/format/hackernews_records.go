package format

import (
	"bytes"

	"github.com/go-json-experiment/json/jsontext"

	"skein/thread"
	"skein/thread/markup"
)

// sniffAlgoliaRecords looks for what the Algolia API for Hacker News finds,
// and for lists of its items.
func sniffAlgoliaRecords(v value) bool {
	hit := v.at("hits").first()
	return hit.has("objectID", "author") && (hit.has("comment_text") || hit.has("story_id")) ||
		v.kind() == '[' && (sniffAlgolia(v.first()) || v.first().has("objectID", "comment_text"))
}

// manyItems says whether data is one item a line.
func manyItems(data []byte) bool {
	const longest = 4 << 20 // bytes of an item among many
	line, rest, more := bytes.Cut(data[:min(len(data), longest)], []byte("\n"))
	return more && jsontext.Value(line).IsValid() && sniffAlgolia(glance(rest))
}

// readAlgoliaRecords reads items of the Algolia API with what is nested in them
// and what its search finds (https://hn.algolia.com/api, search), in lists or
// one behind the other. A hit names its parent and its story, which the file
// may not hold.
func readAlgoliaRecords(vs *values, b *thread.Builder) {
	r := algoliaRecords{known: map[string]bool{}}
	for doc := range vs.documents {
		r.gather(doc, "", "")
	}
	for _, story := range r.named {
		if !r.known[story.ID] {
			r.known[story.ID] = true
			r.topic(story)
		}
	}
	r.plant(b)
}

type algoliaRecords struct {
	forest
	known map[string]bool // the stories that are there, by id
	named []thread.Post   // what comments say of their stories
}

// gather takes the items in a value: below a parent, in a story.
func (r *algoliaRecords) gather(v value, parent, story string) {
	switch {
	case v.kind() == '[':
		for e := range v.elements {
			r.gather(e, parent, story)
		}
	case v.at("hits").kind() == '[':
		r.gather(v.at("hits"), parent, story)
	case v.kind() == '{':
		p := algoliaRecord(v)
		if parent == "" {
			parent = v.at("parent_id").text()
		}
		if story == "" {
			story = v.at("story_id").text()
		}
		if parent == "" {
			story = p.ID
			r.known[p.ID] = true
			r.topic(p)
		} else {
			r.reply(v, p, parent, story)
		}
		r.gather(v.at("children"), p.ID, story)
	}
}

func (r *algoliaRecords) reply(v value, p thread.Post, parent, story string) {
	p.Title = ""
	if p.Author == "" && p.Body.Empty() {
		p.Flags |= thread.Deleted
	}
	if parent != story {
		p.Refs = []string{parent}
	}
	r.comment(p, story)
	if !r.known[story] {
		r.named = append(r.named, thread.Post{ID: story, Title: v.at("story_title").text(), URL: v.at("story_url").text()})
	}
}

// algoliaRecord is an item or a hit: those name the same things differently.
func algoliaRecord(v value) thread.Post {
	p := thread.Post{
		ID:     v.at("id").or(v.at("objectID")).text(),
		Author: v.at("author").text(),
		Title:  v.at("title").text(),
		URL:    v.at("url").text(),
		Body:   v.at("text").or(v.at("comment_text")).or(v.at("story_text")).body(markup.HTML),
	}
	p.Time, p.Zone = v.at("created_at_i").or(v.at("created_at")).time()
	v.at("points").score(&p)
	return p
}
