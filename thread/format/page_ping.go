package format

import "skein/thread/format/dom"

// readPing reads a pingback or trackback as most themes of WordPress show it:
// as one line with a link to the page that mentions this one, and nothing else
// of a comment. The page is the author; all of the line is the text.
func (r *reading) readPing() bool {
	if !r.entry.HasAny("pingback", "trackback") {
		return false
	}
	link := dom.Node{}
	for _, n := range r.own {
		switch {
		case n.Has("fn") || n.Is("time", "blockquote") || n.HasAny("comment-content", "commentmetadata"):
			return false
		case n.Is("a") && !link.Ok() && n.Text() != "" && !r.page.furniture(n):
			link = n
		}
	}
	if !link.Ok() {
		return false
	}
	r.name = link.Text()
	r.body = link.Parent()
	if r.body == r.entry.Node {
		r.body = dom.Node{}
	}
	return true
}
