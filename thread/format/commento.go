package format

import (
	"cmp"
	"strings"

	"skein/thread"
	"skein/thread/markup"
)

// sniffCommento looks for a comment with the names that only Commento has.
func sniffCommento(data []byte) bool {
	v := glance(data)
	return v.at("comments").first().has("commentHex", "parentHex") ||
		v.has("comments", "commenters") && v.at("commenters").first().has("commenterHex")
}

// readCommento reads what Commento and Commento++ export
// (https://docs.commento.io): the comments on all pages of a site, and beside
// them who wrote them.
func readCommento(data []byte, b *thread.Builder) error {
	vs, err := readValues(data)
	var ds discussions
	for doc := range vs.documents {
		people := map[string]value{}
		commenters := doc.at("commenters")
		for v := range commenters.elements {
			people[v.at("commenterHex").text()] = v
		}
		for hex, v := range commenters.members { // as its API answers
			people[hex] = v
		}
		for v := range doc.at("comments").elements {
			path := v.at("path").or(v.at("url")).text()
			domain := v.at("domain").text()
			d := ds.of(domain + path)
			if d.head.ID = domain + path; domain != "" {
				d.head.URL = "https://" + domain + "/" + strings.TrimPrefix(path, "/")
			}
			d.head.Title = cmp.Or(d.head.Title, d.head.ID)
			d.add(commentoComment(v, people))
		}
	}
	ds.tell(b)
	return err
}

func commentoComment(v value, people map[string]value) thread.Post {
	hex := v.at("commenterHex").text()
	by := people[hex]
	p := thread.Post{
		ID:      v.at("commentHex").text(),
		Author:  by.at("name").text(),
		Address: by.at("email").or(by.at("commenterHex")).text(),
		Body:    v.at("markdown").body(markup.Markdown),
	}
	if p.Author == "" && hex != "anonymous" {
		p.Author = v.at("commenterName").or(v.at("commenterHex")).text()
	}
	if shown := v.at("html"); p.Body.Empty() {
		p.Body = shown.body(markup.HTML)
	}
	if parent := v.at("parentHex").text(); parent != "" && parent != "root" {
		p.Refs = []string{parent}
	}
	p.Time, p.Zone = v.at("creationDate").time()
	v.at("score").score(&p)
	if v.at("deleted").flag() || strings.TrimSpace(p.Body.Raw) == "[deleted]" {
		p.Flags |= thread.Deleted
	}
	return p
}
