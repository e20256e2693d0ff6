package format

import (
	"slices"
	"strings"

	"skein/thread"
	"skein/thread/format/dom"
	"skein/thread/format/lexicon"
)

// answering finds out which comments of a flat page seem to answer others: by
// links to the places of these on the page, and by what elements state.
type answering struct {
	builder *thread.Builder
	places  map[string]int  // the numbers of comments, by the places in them
	self    map[string]bool // the page, as links on it that lead to it call it
}

// answering is for comments of which none stands in another.
func (p *page) answering(entries []entry) *answering {
	if deepest(entries) > 1 {
		return nil
	}
	p.builder.Flat = true
	return &answering{p.builder, map[string]int{}, map[string]bool{"": true}}
}

// read takes a comment of that number for an answer to the only earlier one
// that it leads to.
func (a *answering) read(r *reading, id string, number int) {
	if a == nil {
		return
	}
	own, stated := []string{r.entry.ID(), id}, []string(nil)
	var links []dom.Node
	for name, value := range r.entry.Attrs() {
		if parentAttributes[name] {
			stated = append(stated, value)
		}
	}
	for _, n := range r.own {
		if place := n.ID(); hasDigit(place) { // and not the form to answer with
			own = append(own, place)
		}
		if !n.Is("a") {
			continue
		}
		links = append(links, n)
		for name, value := range n.Attrs() {
			switch {
			case name == "name" && hasDigit(value):
				own = append(own, value)
			case parentAttributes[name]:
				stated = append(stated, value)
			}
		}
	}
	if parent, ok := a.only(append(stated, a.linked(links, own)...)); ok {
		a.builder.Hint(number, parent)
	}
	a.remember(own, number)
}

// linked are the places on the page to which links lead that stand in a comment
// with places of its own.
func (a *answering) linked(links []dom.Node, own []string) (places []string) {
	for _, n := range links {
		if page, place, ok := strings.Cut(n.Attr("href"), "#"); ok && slices.Contains(own, place) {
			a.self[page] = true
		}
	}
	for _, n := range links {
		page, place, ok := strings.Cut(n.Attr("href"), "#")
		if _, known := a.places[place]; ok && known && a.self[page] && !stepWords[strings.ToLower(n.Text())] {
			places = append(places, place)
		}
	}
	return places
}

// only is the comment that all of the places are in that are known.
func (a *answering) only(places []string) (number int, ok bool) {
	for _, place := range places {
		in, known := a.places[place]
		if known && ok && in != number {
			return 0, false
		}
		if known {
			number, ok = in, true
		}
	}
	return number, ok
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
