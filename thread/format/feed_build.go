package format

import (
	"cmp"
	"strings"

	"skein/thread"
	"skein/thread/markup"
)

// build gives the builder the entries in their places.
func (f *feed) build(b *thread.Builder) {
	if len(f.entries) == 0 {
		return
	}
	b.Title, b.URL = feedSubject(f.title), f.link
	post := f.post()
	known, authors := f.names(post)
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
		f.followReplyLine(e, known, authors)
		p := e.Post
		if e.blogger == "post" || e.blogger == "page" {
			p.Flags |= thread.Topic
			b.Add(p)
			continue
		}
		p.Title = subject(p.Title, p.Author)
		if strings.TrimPrefix(p.Title, "Re: ") == b.Title || beginsText(p.Title, p.Body) {
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
		if f.entries[i].isComment() || f.entries[i].cut {
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

// beginsText says whether a title is only how the text begins, as programs
// make one for comments.
func beginsText(title string, body markup.Body) bool {
	title = strings.TrimRight(markup.Body{Raw: title, Kind: markup.HTML}.First(len(title)), " .…")
	return title != "" && strings.HasPrefix(body.First(2*len(title)), title)
}

// names are the ids of the entries by all that may refer to them, and the
// authors by the ids. The feed itself stands for the post.
func (f *feed) names(post int) (known, authors map[string]string) {
	known, authors = map[string]string{}, map[string]string{}
	id := ""
	if post >= 0 {
		id = f.entries[post].ID
	}
	known[f.id], known[f.link] = id, id
	for i := range f.entries {
		e := &f.entries[i]
		for _, name := range []string{e.URL, e.ID, resolvedText(*e, e.ID), e.self} {
			known[name] = e.ID
		}
		authors[e.ID] = e.Author
		if at := strings.IndexByte(e.URL, '#'); at >= 0 { // the place on a page that may have several addresses
			known[e.URL[at+1:]] = e.ID
		}
	}
	return known, authors
}

// answers is the id of what an entry answers, empty for the post, and whether
// it is here.
func (f *feed) answers(e *feedEntry, known map[string]string) (id string, here bool) {
	if id := known[e.related]; e.related != "" && id != "" && id != e.ID {
		return id, true // Blogger's way to tell it, beside that all answer the post
	}
	if e.ref == "" && e.refURL == "" {
		return "", true
	}
	for _, name := range []string{e.ref, resolvedText(*e, e.ref), e.refURL, resolvedText(*e, e.refURL)} {
		if id, ok := known[name]; ok && name != "" && id != e.ID {
			return id, true
		}
	}
	return cmp.Or(e.ref, resolvedText(*e, e.refURL)), false
}
