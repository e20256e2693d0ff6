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
	leads := func(place string, n dom.Node) {
		if to, ok := a.places[place]; ok && to != parent && !stepWords[strings.ToLower(n.Text())] {
			several = parent != none
			parent = to
		}
	}
	own := []string{r.entry.ID(), id}
	for name, value := range r.entry.Attrs() {
		if parentAttributes[name] {
			leads(value, dom.Node{})
		}
	}
	for _, n := range r.own {
		if place := n.ID(); hasDigit(place) { // and not the form to answer with
			own = append(own, place)
		}
		if !n.Is("a") {
			continue
		}
		for name, value := range n.Attrs() {
			switch {
			case name == "href":
				_, fragment, _ := strings.Cut(value, "#")
				leads(fragment, n)
			case name == "name" && hasDigit(value):
				own = append(own, value)
			case parentAttributes[name]:
				leads(value, n)
			}
		}
	}
	a.remember(own, number)
	if parent != none && !several {
		a.page.builder.Hint(number, parent)
	}
}

// remember takes up the places of a comment. The first that has one keeps it.
func (a *answering) remember(places []string, number int) {
	for _, place := range places {
		if _, known := a.places[place]; !known && place != "" {
			a.places[place] = number
		}
	}
}

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

// parentAttributes state the id of what a comment answers.
var parentAttributes = lexicon.Set(`data-topid data-parent-id data-parentid data-reply-to data-in-reply-to`)

// stepWords are links from each comment to the next.
var stepWords = lexicon.Set(`next previous prev first last top up back weiter zurück suivant précédent siguiente anterior > < » « ↓ ↑ → ←`)
