package format

import (
	"strings"

	"skein/thread/format/dom"
	"skein/thread/format/lexicon"
)

// answering finds out which comments of a flat page seem to answer others: by
// links to the places of these on the page, and by what elements state.
type answering struct {
	page   *page
	places map[string]int // the numbers of comments, by the places in them
}

// answering is for comments of which none stands in another.
func (p *page) answering(entries []entry) *answering {
	if deepest(entries) > 1 {
		return nil
	}
	p.builder.Flat = true
	return &answering{p, map[string]int{}}
}

// read takes a comment of that number for an answer to the only earlier one
// that it leads to.
func (a *answering) read(r *reading, id string, number int) {
	if a == nil {
		return
	}
	const none = -1
	parent, several := none, false
	leads := func(place string) {
		if place == "" {
			return
		}
		if to, ok := a.places[place]; ok && to != parent {
			several = parent != none
			parent = to
		}
	}
	leads(statedParent(r.entry.Node))
	for _, n := range r.own {
		if n.Is("a") && !leadsNext(n) {
			leads(statedParent(n))
			_, fragment, _ := strings.Cut(n.Attr("href"), "#")
			leads(fragment)
		}
	}
	a.remember(r.entry.ID(), number)
	a.remember(id, number)
	for _, n := range r.own {
		a.remember(n.ID(), number)
		if n.Is("a") {
			a.remember(n.Attr("name"), number)
		}
	}
	if parent != none && !several {
		a.page.builder.Hint(number, parent)
	}
}

func (a *answering) remember(place string, number int) {
	if place == "" {
		return
	}
	if _, known := a.places[place]; !known {
		a.places[place] = number
	}
}

// statedParent is the id that an element states to be that of what the comment
// answers.
func statedParent(n dom.Node) string {
	for name, value := range n.Attrs() {
		switch name {
		case "data-topid", "data-parent-id", "data-parentid", "data-reply-to", "data-in-reply-to":
			return value
		}
	}
	return ""
}

// leadsNext says whether a link is one of those from each comment to the next.
func leadsNext(link dom.Node) bool { return stepWords[strings.ToLower(link.Text())] }

var stepWords = lexicon.Set(`next previous prev first last top up back weiter zurück suivant précédent siguiente anterior > < » « ↓ ↑ → ←`)
