package format

import (
	"cmp"
	"strings"

	"skein/thread"
)

// build gives the builder the entries in their places.
func (f *feed) build(b *thread.Builder) {
	if len(f.entries) == 0 {
		return
	}
	b.Title, b.URL = feedSubject(f.title), f.link
	post := f.post()
	known := f.names(post)
	if post >= 0 {
		p := f.entries[post].Post
		b.Title, b.URL = cmp.Or(p.Title, b.Title), cmp.Or(p.URL, b.URL)
		p.Title = ""
		b.Post(p)
	}
	for i := range f.entries {
		if i == post {
			continue
		}
		e := &f.entries[i]
		p := e.Post
		if p.Title = subject(p.Title, p.Author); strings.TrimPrefix(p.Title, "Re: ") == b.Title {
			p.Title = ""
		}
		if id, here := f.answers(e, known); !here {
			known[id] = id
			b.Add(thread.Post{ID: id, URL: e.refURL, Flags: thread.Ghost})
			p.Refs = []string{id}
		} else if id != "" {
			p.Refs = []string{id}
		}
		b.Add(p)
	}
}

// post is the only entry that is no comment, None where there is none or where
// there are several.
func (f *feed) post() int {
	post := thread.None
	for i := range f.entries {
		if f.entries[i].isComment() {
			continue
		}
		if post != thread.None {
			return thread.None
		}
		post = i
	}
	if len(f.entries) == 1 {
		return thread.None
	}
	return post
}

// names are the ids of the entries by all that may refer to them. The feed
// itself stands for the post.
func (f *feed) names(post int) map[string]string {
	known := map[string]string{}
	id := ""
	if post >= 0 {
		id = f.entries[post].ID
	}
	known[f.id], known[f.link] = id, id
	for i := range f.entries {
		e := &f.entries[i]
		for _, name := range []string{e.URL, e.ID, resolvedText(*e, e.ID)} {
			known[name] = e.ID
		}
	}
	return known
}

// answers is the id of what an entry answers, empty for the post, and whether
// it is here.
func (f *feed) answers(e *feedEntry, known map[string]string) (id string, here bool) {
	if e.ref == "" && e.refURL == "" {
		return "", true
	}
	for _, name := range []string{e.ref, resolvedText(*e, e.ref), e.refURL} {
		if id, ok := known[name]; ok && name != "" && id != e.ID {
			return id, true
		}
	}
	return cmp.Or(e.ref, e.refURL), false
}
