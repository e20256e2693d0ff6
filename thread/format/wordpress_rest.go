package format

import (
	"cmp"
	"html"
	"net/url"
	"strings"

	"skein/thread"
	"skein/thread/markup"
)

// sniffWordPress looks for comments of WordPress' REST API, alone or among the
// posts that they are on.
func sniffWordPress(data []byte) bool {
	for v := range glance(data).documents {
		v = v.at("comments").or(v)
		if sniffWPComment(v) || hasElement(v, func(e value) bool { return sniffWPComment(e) || sniffWPComment(e.first()) }) {
			return true
		}
	}
	return false
}

func sniffWPComment(v value) bool {
	return v.has("post", "parent", "author_name") && v.at("content").has("rendered")
}

// readWordPress reads comments of WordPress' REST API
// (https://developer.wordpress.org/rest-api/reference/comments/), of one post
// or of many, a page or more of them, and those posts where they are there,
// too. The newest usually stand first: they find their places by `parent`.
func readWordPress(data []byte, b *thread.Builder) error {
	vs, err := readValues(data)
	r := wordpressReader{}
	for doc := range vs.documents {
		r.read(doc)
	}
	r.tell(b)
	return err
}

type wordpressReader struct{ discussions }

func (r *wordpressReader) read(v value) {
	for e := range v.elements {
		r.read(e)
	}
	switch {
	case sniffWPComment(v):
		r.comment(v)
	case v.at("title").has("rendered"):
		r.post(v)
	case v.at("comments").there():
		r.read(v.at("comments"))
	}
}

// post takes a post with its text.
func (r *wordpressReader) post(v value) {
	d := r.of(v.at("id").text())
	p := thread.Post{
		ID:    "post/" + v.at("id").text(),
		Title: wordpressTitle(v),
		URL:   v.at("link").text(),
		Body:  v.at("content", "rendered").body(markup.HTML),
	}
	p.Author = v.at("_embedded", "author").first().at("name").text()
	wordpressTime(v, &p)
	d.head = p
}

func (r *wordpressReader) comment(v value) {
	post := v.at("post").text()
	d := r.of(post)
	if d.head.ID == "" {
		d.head.ID = "post/" + post
	}
	address, title := withoutComment(v.at("link").text())
	d.head.URL = cmp.Or(d.head.URL, address)
	if up := v.at("_embedded", "up").first(); up.there() {
		title = wordpressTitle(up)
	}
	d.head.Title = cmp.Or(d.head.Title, title, address)
	p := thread.Post{
		ID:     v.at("id").text(),
		Author: html.UnescapeString(v.at("author_name").text()),
		URL:    v.at("link").text(),
		Body:   v.at("content", "rendered").body(markup.HTML),
	}
	if id := v.at("author").text(); id != "0" {
		p.Address = id
	}
	if parent := v.at("parent").text(); parent != "" && parent != "0" {
		p.Refs = []string{parent}
	}
	if state := v.at("status").text(); state == "spam" || state == "trash" {
		p.Flags |= thread.Deleted
	}
	wordpressTime(v, &p)
	d.add(p)
}

func wordpressTitle(v value) string {
	return html.UnescapeString(v.at("title", "rendered").text())
}

// wordpressTime gives a post its time: of the two forms that there are, both
// without a zone, only one is known to be in UTC.
func wordpressTime(v value, p *thread.Post) {
	if p.Time, _ = v.at("date_gmt").time(); p.Time.IsZero() {
		p.Time, p.Zone = v.at("date").time()
		return
	}
	p.Zone = thread.KnownZone
}

// withoutComment is the address of the post that a comment's address names,
// and what the site calls it there.
func withoutComment(link string) (address, title string) {
	address, _, _ = strings.Cut(link, "#")
	address, page, paged := strings.Cut(address, "/comment-page-")
	if _, _, more := strings.Cut(strings.Trim(page, "/"), "/"); paged && !more {
		address += "/"
	}
	if u, err := url.Parse(address); err == nil {
		path := strings.Trim(u.Path, "/")
		title = strings.ReplaceAll(path[strings.LastIndexByte(path, '/')+1:], "-", " ")
	}
	return address, title
}
