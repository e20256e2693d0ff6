package markup

import (
	"strconv"
	"strings"

	"golang.org/x/net/html/atom"
)

// maxLists is how deep lists may stand in each other; what is deeper joins the
// last. Renderers grow slow on more.
const maxLists = 8

// A container is an element that blocks stand in.
type container struct {
	id     int // tells it from every other
	tag    atom.Atom
	quote  bool
	marker string // of the next item of a list, or of an item
	number int    // of the next item of an ordered list
	item   bool   // an item whose marker is written in front of its first block
	used   bool   // the marker is written
	loose  bool   // a list whose items hold several blocks
}

// top is the innermost container.
func (w *htmlWriter) top() container {
	if len(w.open) == 0 {
		return container{}
	}
	return w.open[len(w.open)-1]
}

// push opens a container. Too many quotes are one quote.
func (w *htmlWriter) push(c container) {
	w.pushed++
	c.id = w.pushed
	if c.quote && w.count(func(c container) bool { return c.quote }) >= maxQuotes {
		c.quote = false
	}
	if len(w.open) < maxOpen {
		w.open = append(w.open, c)
	}
}

// maxOpen bounds the containers that are open, which every block looks at.
const maxOpen = 100

func (w *htmlWriter) count(is func(container) bool) int {
	n := 0
	for _, c := range w.open {
		if is(c) {
			n++
		}
	}
	return n
}

// pop closes the innermost container of that tag and all inside it. The end
// of an item does not reach out of its list.
func (w *htmlWriter) pop(tag atom.Atom) {
	for i := len(w.open) - 1; i >= 0; i-- {
		c := w.open[i].tag
		if c == tag {
			w.open = w.open[:i]
			return
		}
		if tag == atom.Li && (c == atom.Ul || c == atom.Ol) {
			return
		}
	}
}

// pushList opens a list. Right behind another it takes other markers, for
// Markdown would read them as one.
func (w *htmlWriter) pushList(tag atom.Atom, a attributes) {
	c := container{tag: tag, marker: "-"}
	if tag == atom.Ol {
		c.marker = "."
		c.number = 1
		if n, err := strconv.Atoi(a.start); err == nil && n >= 0 && n < 1e8 {
			c.number = n
		}
	}
	if i := len(w.open); i < len(w.written) && w.common() == i && w.written[i].marker == c.marker {
		c.marker = string(rune(otherMark[c.marker[0]]))
	}
	w.push(c)
}

// pushItem opens an item of the innermost list and closes the one before.
func (w *htmlWriter) pushItem() {
	w.pop(atom.Li)
	c := container{tag: atom.Li}
	if i := len(w.open) - 1; i >= 0 && (w.open[i].tag == atom.Ul || w.open[i].tag == atom.Ol) {
		list := &w.open[i]
		c.item = w.count(func(c container) bool { return c.item }) < maxLists
		c.marker = list.marker + " "
		if list.tag == atom.Ol {
			c.marker = strconv.Itoa(list.number) + c.marker
			list.number++
		}
	}
	w.push(c)
}

// common is how many containers the last block and the next one share.
func (w *htmlWriter) common() int {
	n := 0
	for n < len(w.open) && n < len(w.written) && w.open[n].id == w.written[n].id {
		n++
	}
	return n
}

// partBlocks parts the next block from the last, unless both are lines of one
// simple list.
func (w *htmlWriter) partBlocks() {
	n := w.common()
	if n == len(w.open) && n == len(w.written) && n > 1 && w.open[n-1].item {
		w.open[n-2].loose = true
	}
	if !w.tight(n) {
		_, prefix := marks(w.open[:n])
		w.part(prefix)
	}
	w.written = append(w.written[:0], w.open...)
}

// tight says whether the next block starts an item that stands directly below
// the last line; n containers are common to both.
func (w *htmlWriter) tight(n int) bool {
	if n == 0 || n == len(w.open) {
		return false
	}
	if next := w.open[n]; next.item && !next.used {
		return !w.open[n-1].loose && len(w.written) > n && w.written[n].item
	}
	// A nested list may follow the words of its item directly when it is one
	// that can interrupt them.
	return w.open[n-1].item && len(w.written) == n && len(w.open) > n+1 && w.open[n+1].item &&
		(w.open[n].tag == atom.Ul || w.open[n+1].marker[:2] == "1.")
}

// prefixes are the marks of the next block's first line and of the others.
func (w *htmlWriter) prefixes() (first, rest string) {
	first, rest = marks(w.open)
	for i := range w.open {
		w.open[i].used = true
	}
	return first, rest
}

// marks are what lines in these containers start with.
func marks(open []container) (first, rest string) {
	for _, c := range open {
		switch {
		case c.quote:
			first += "> "
			rest += "> "
		case c.item:
			blanks := strings.Repeat(" ", len(c.marker))
			rest += blanks
			if c.used {
				first += blanks
			} else {
				first += c.marker
			}
		}
	}
	return first, rest
}
