package format

import (
	"strings"

	"skein/thread"
	"skein/thread/format/dom"
	"skein/thread/markup"
)

// An entry is one comment on a page: the element it stands in, with its
// replies perhaps, and what more belongs to it.
type entry struct {
	dom.Node
	level int
	more  []dom.Node // elements after it that are part of it
	found *finding   // where it has been read already
}

// nested gives each comment the level that it has by standing in others. The
// nodes are in the order of the page.
func nested(nodes []dom.Node) []entry {
	entries := make([]entry, 0, len(nodes))
	var open []dom.Node
	for _, n := range nodes {
		for len(open) > 0 && !open[len(open)-1].Contains(n) {
			open = open[:len(open)-1]
		}
		open = append(open, n)
		entries = append(entries, entry{Node: n, level: len(open)})
	}
	return entries
}

// headAbove is the element directly before a comment's if that is called the
// head of one: bbPress has the date and the number there.
func headAbove(n dom.Node) []dom.Node {
	before := n.Previous()
	if before.Ok() && named(before, []string{"header"}) && named(before, []string{"reply", "comment", "post", "topic"}) {
		return []dom.Node{before}
	}
	return nil
}

// An owner tells the comments of a page apart from each other: what stands in
// one, but not in a reply that it holds.
type owner struct {
	start map[int]bool // the indices of the comments' elements
}

func newOwner(entries []entry) owner {
	o := owner{make(map[int]bool, len(entries))}
	for _, e := range entries {
		o.start[e.Index()] = true
	}
	return o
}

// other says whether n is a comment, when one looks into another.
func (o owner) other(n dom.Node) bool { return o.start[n.Index()] }

// elements appends the comment's own elements, in order.
func (o owner) elements(own []dom.Node, e entry) []dom.Node {
	for i, part := range e.parts() {
		if i > 0 {
			own = append(own, part)
		}
		for n := range part.Outside(func(n dom.Node) bool { return o.other(n) || n.Class() != "" && n.HasAny(cardNames...) }) {
			own = append(own, n)
		}
	}
	return own
}

// parts are the elements that make up the comment.
func (e entry) parts() []dom.Node { return append([]dom.Node{e.Node}, e.more...) }

// A reading is one comment of a page that is looked into without knowing its
// site: by the names that its elements bear and by what they say.
type reading struct {
	page  *page
	owner owner
	entry entry
	own   []dom.Node
	finding
}

// A finding is where the parts of a comment are, and what two of them say.
type finding struct {
	author dom.Node
	when   dom.Node
	body   dom.Node
	name   string
	time   pageTime
	lines  []string // of the head, which stand bare before the text
}

// read finds out who wrote a comment, when, and what. The reading is good until
// the next one.
func (p *page) read(o owner, e entry) *reading {
	p.own = o.elements(p.own[:0], e)
	r := &reading{page: p, owner: o, entry: e, own: p.own}
	if e.found != nil {
		r.finding = *e.found
		return r
	}
	if r.readPing() {
		return r
	}
	r.findBody()
	r.findTime()
	r.findAuthor()
	return r
}

// post is the comment as it was read.
func (r *reading) post() thread.Post {
	post := thread.Post{Level: r.entry.level, Author: r.name, Title: r.subject(), Body: r.text()}
	if !r.time.IsZero() {
		post.Time, post.Zone = r.time.Time, r.time.zone
	}
	return post
}

// subject is the comment's own heading. What repeats on the page is none.
func (r *reading) subject() string {
	const longest = 200
	for _, n := range r.own {
		if !n.Is("h1", "h2", "h3", "h4", "h5", "h6") || r.body.Contains(n) || n.Contains(r.author) || n.Contains(r.when) {
			continue
		}
		if named(n, []string{"user", "usertitle"}) || n.Has("userTitle") {
			continue
		}
		if text := n.Text(); text != "" && len(text) < longest && text != r.name {
			return text
		}
	}
	return ""
}

// text is the body: what stands in the element that holds it or, where none
// is marked, all of the comment that is neither its author nor its time nor
// a control.
func (r *reading) text() markup.Body {
	if r.body.Ok() {
		source := r.inner(r.body, func(dom.Node) bool { return false })
		if r.body.Is("pre") {
			return preformatted(source)
		}
		return htmlBody(source)
	}
	if body := r.without(r.heading); !body.Empty() {
		return body
	}
	return r.without(func(n dom.Node) bool { return n == r.author || n == r.when })
}

// without is the source of the whole comment but for its head.
func (r *reading) without(head func(dom.Node) bool) markup.Body {
	var source strings.Builder
	for _, part := range r.entry.parts() {
		source.WriteString(r.inner(part, head))
	}
	text := afterSays(source.String())
	for range r.lines { // in whatever order they stand
		for _, line := range r.lines {
			tags := leadingTags(text)
			if after, ok := strings.CutPrefix(text[tags:], line); ok {
				text = text[:tags] + afterSays(after)
			}
		}
	}
	return htmlBody(text)
}

// inner is the source of what stands in an element of the comment and is part
// of its text, in which quotations are marked as such.
func (r *reading) inner(n dom.Node, head func(dom.Node) bool) string {
	quotes := r.page.quotes()
	return n.InnerAs(func(m dom.Node) dom.Change {
		if r.page.furniture(m) || r.owner.other(m) || head(m) || r.portrays(m) {
			return dom.Change{Drop: true}
		}
		return quotes.change(m)
	})
}

// portrays says whether n is the picture of the author, or a link around it or
// around nothing to read that leads to the author.
func (r *reading) portrays(n dom.Node) bool {
	if n.Is("a") {
		if href := n.Attr("href"); r.name != "" && strings.HasSuffix(strings.TrimSuffix(href, ".html"), "/"+r.name) && n.Text() == "" {
			return true
		}
		n = n.FirstChild()
	}
	return r.name != "" && n.Is("img") && strings.TrimLeft(n.Attr("alt"), "@") == r.name
}

// heading says whether n is or holds the author or the time and little else.
func (r *reading) heading(n dom.Node) bool {
	if n == r.author || n == r.when || r.page.says(n).heading && !n.Is("blockquote") && !r.holdsText(n) {
		return true
	}
	if !n.Contains(r.author) && !n.Contains(r.when) {
		return false
	}
	most := 60 // characters of other text
	if n.Is("a", "b", "strong", "span", "cite") {
		most = 2
	}
	rest := n.TextWithout(func(m dom.Node) bool {
		return m == r.author || m == r.when || r.page.furniture(m) || r.owner.other(m)
	})
	return len(rest) <= most && !n.First(isTag("p", "blockquote", "ul", "pre")).Ok()
}

// holdsText says whether an element that is called the head of the comment
// holds its text, too.
func (r *reading) holdsText(n dom.Node) bool {
	const short = 20 // bytes
	p := n.First(isTag("p", "blockquote"))
	return p.Ok() && !p.Contains(r.author) && !p.Contains(r.when) && len(p.TextWithout(r.page.furniture)) > short
}

// furniture says whether n is a control or a label of the page, not text that
// somebody wrote.
func (p *page) furniture(n dom.Node) bool {
	switch n.Tag() {
	case "a":
		if isControlLink(n) {
			return true
		}
	case "li", "p":
		const longest = 600 // bytes of a few controls
		if len(n.Inner()) < longest && isControlLink(n.First(isTag("a"))) && strings.Trim(n.TextWithout(isControlLink), parters) == "" {
			return true
		}
	case "form", "script", "style", "button", "nav", "textarea", "input", "select", "template", "svg", "noscript", "iframe", "link", "meta":
		return true
	}
	return n.Class() != "" && p.says(n).furniture
}
