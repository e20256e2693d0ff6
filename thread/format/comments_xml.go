package format

import (
	"bytes"
	"encoding/xml"
	"errors"
	"slices"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
	"golang.org/x/net/html/atom"

	"skein/thread"
)

// readCommentsXML reads comments in XML of programs that have no reader of
// their own: exports of blogs and trackers. Their elements and attributes are
// called as the members of comments in JSON are, as which they are read.
func readCommentsXML(data []byte, b *thread.Builder) error {
	x := newElements(data)
	root, ok := x.child()
	if !ok {
		return ErrUnknown
	}
	if err := readComments(x.json(root), b); err != nil {
		return err
	}
	return x.failure()
}

// sniffCommentsXML looks for comments in XML that is no page.
func sniffCommentsXML(data []byte) bool {
	const enough = 64 << 10
	k := kindOf(data)
	if k != isXML && k != isHTML {
		return false
	}
	x, root, ok := xmlRoot(data, enough)
	if !ok || k == isHTML && atom.Lookup([]byte(strings.ToLower(root.Name.Local))) != 0 {
		return false
	}
	return sniffComments(x.json(root))
}

// json is the first element, which is open, as the only member of an object.
func (x *elements) json(root xml.StartElement) []byte {
	tree := x.tree(root, 0)
	return append(tree.json(appendMember([]byte("{"), tree.name)), '}')
}

// A node is an element of XML with what is in it: text, elements, or both.
type node struct {
	name     string
	text     string // as it is written, where elements stand in it
	attrs    []xml.Attr
	children []node
}

// deepestNode is how many elements may stand in each other: more than in
// anything that people wrote in such a form.
const deepestNode = 2000

// tree reads the element that is open, and leaves it.
func (x *elements) tree(el xml.StartElement, depth int) node {
	n := node{name: el.Name.Local, attrs: el.Attr}
	start := x.dec.InputOffset()
	if depth == deepestNode {
		x.err = errors.New("the elements stand too deep in each other")
	}
	var text []byte
	for {
		switch t := x.next().(type) {
		case xml.CharData:
			text = append(text, t...)
		case xml.StartElement:
			n.children = append(n.children, x.tree(t, depth+1))
		case xml.EndElement, nil:
			n.text = string(bytes.TrimSpace(text))
			if x.err == nil && n.isWritten() {
				n.text, n.children = string(x.data[start:x.at]), nil
			}
			return n
		}
	}
}

// isWritten says whether an element is a text with elements in it.
func (n *node) isWritten() bool {
	blocks := []string{"p", "div", "blockquote", "ul", "ol", "pre"}
	return len(n.children) > 0 &&
		(n.text != "" || theText.isCalled(n.name) && slices.Contains(blocks, n.children[0].name))
}

// json appends the element as a value: a string where there is but text, a list
// where there are but elements of one name that is made for lists, else an
// object with its attributes and elements.
func (n *node) json(dst []byte) []byte {
	switch {
	case len(n.attrs) == 0 && n.children == nil:
		return appendQuoted(dst, n.text)
	case n.isList():
		return appendList(dst, n.children)
	}
	dst = append(dst, '{')
	for _, a := range n.attrs {
		dst = appendMember(dst, a.Name.Local)
		dst = append(appendQuoted(dst, a.Value), ',')
	}
	if n.text != "" {
		dst = appendMember(dst, "text")
		dst = append(appendQuoted(dst, n.text), ',')
	}
	names, called := n.byName()
	for _, name := range names {
		dst = appendMember(dst, name)
		if same := called[name]; len(same) > 1 {
			dst = appendList(dst, same)
		} else {
			dst = same[0].json(dst)
		}
		dst = append(dst, ',')
	}
	return append(bytes.TrimSuffix(dst, []byte(",")), '}')
}

// byName is what stands in the element by its names, and these in their order;
// an attribute comes before elements of its name.
func (n *node) byName() (names []string, called map[string][]node) {
	called = make(map[string][]node, len(n.children))
	taken := map[string]bool{"text": n.text != ""}
	for _, a := range n.attrs {
		taken[a.Name.Local] = true
	}
	for _, c := range n.children {
		switch {
		case taken[c.name]:
			continue
		case called[c.name] == nil:
			names = append(names, c.name)
		}
		called[c.name] = append(called[c.name], c)
	}
	return names, called
}

// isList says whether an element only holds others of one name, which is its
// own without the ending of the plural, or often stands in lists.
func (n *node) isList() bool {
	if len(n.children) == 0 {
		return false
	}
	name := n.children[0].name
	if slices.ContainsFunc(n.children, func(c node) bool { return c.name != name }) {
		return false
	}
	return n.name == name+"s" || slices.Contains([]string{"comment", "reply", "row", "item"}, strings.ToLower(name))
}

func appendList(dst []byte, nodes []node) []byte {
	dst = append(dst, '[')
	for i := range nodes {
		dst = append(nodes[i].json(dst), ',')
	}
	return append(bytes.TrimSuffix(dst, []byte(",")), ']')
}

func appendMember(dst []byte, name string) []byte { return append(appendQuoted(dst, name), ':') }

func appendQuoted(dst []byte, s string) []byte {
	dst, _ = jsontext.AppendQuote(dst, s) // what is no UTF-8 becomes U+FFFD
	return dst
}
