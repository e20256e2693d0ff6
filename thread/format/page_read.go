package format

import (
	"strings"

	"skein/thread"
	"skein/thread/format/dom"
)

// readEntries adds comments of any site, and the post above them.
func (p *page) readEntries(entries []entry, id func(dom.Node) string) {
	nodes := make([]dom.Node, len(entries))
	for i, e := range entries {
		nodes[i] = e.Node
	}
	p.readPost(nodes)
	o, answers := newOwner(entries), p.answering(entries)
	shown := map[string]string{} // the texts, by id; a page may have the best comments twice
	for _, e := range entries {
		r := p.read(o, e)
		post := r.post()
		if post.ID = id(e.Node); post.ID == "" {
			post.ID = r.placeID()
		}
		if text, again := shown[post.ID]; again && post.ID != "" && text == post.Body.Raw {
			continue
		}
		shown[post.ID] = post.Body.Raw
		post.URL = r.permalink(post.ID)
		if r.deleted() {
			post.Flags |= thread.Deleted
		}
		answers.read(r, post.ID, p.builder.Add(post))
	}
}

// permalink is the address of a comment, where the comment names it itself.
func (r *reading) permalink(id string) string {
	if id == "" {
		return ""
	}
	for _, n := range r.own {
		if !n.Is("a") || r.body.Contains(n) {
			continue
		}
		href := n.Attr("href")
		if at := strings.IndexByte(href, '#'); at > 0 && strings.HasSuffix(href[at:], id) && strings.HasPrefix(href, "http") {
			return href
		}
	}
	return ""
}

// deleted says whether the comment is only the place of one.
func (r *reading) deleted() bool {
	const longest = 60
	if r.name != "" {
		return false
	}
	text := r.text().First(2 * longest)
	if text == "" || len(text) > longest {
		return false
	}
	for word := range strings.FieldsFuncSeq(strings.ToLower(text), func(c rune) bool { return strings.ContainsRune(" []().:!", c) }) {
		switch word {
		case "deleted", "removed", "gelöscht", "entfernt", "supprimé", "eliminado", "eliminato", "удалён", "удалено":
			return true
		}
	}
	return false
}
