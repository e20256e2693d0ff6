// Package dom is a light tree of an HTML page, of any size and depth.
//
// The parser of golang.org/x/net/html refuses pages with more than 512 open
// elements, which a deep discussion has. Parse takes its tokenizer and keeps
// one flat slice of nodes in the order of the source. Elements end where the
// HTML standard lets them end in the cases that real pages have (section
// 13.1.2.4, optional tags; 13.2.6, tree construction); tables keep what
// stands in them, and nothing is moved.
//
// A Node is a place in a Tree and as cheap as a number. The zero Node is no
// node: everything may be asked of it, and it has nothing.
package dom

import (
	"iter"
	"strings"

	"golang.org/x/net/html"
)

// A Tree is a parsed page.
type Tree struct {
	src   string
	nodes []node // in the order of the source; 0 is the root
}

// A node is an element or, without a tag, a run of text.
type node struct {
	tag    string
	id     string
	class  string
	prop   string
	parent int32
	end    int32 // one past the last descendant
	from   int32 // where its start tag begins
	in     int32 // where its content begins
	out    int32 // where its content ends
	to     int32 // where its end tag ends
}

// A Node is an element of a tree.
type Node struct {
	tree *Tree
	at   int32
}

// Root is what all of the page stands in: no element, but like one.
func (t *Tree) Root() Node { return Node{t, 0} }

// Len is the number of nodes; their indices are below it.
func (t *Tree) Len() int { return len(t.nodes) }

// node is what the tree knows of n.
func (n Node) node() *node {
	if n.tree == nil {
		return &node{}
	}
	return &n.tree.nodes[n.at]
}

// Ok says whether there is such a node.
func (n Node) Ok() bool { return n.tree != nil }

// Index is the node's place among all nodes of the tree.
func (n Node) Index() int { return int(n.at) }

// Tag is the element's name in lower case, empty for text and the root.
func (n Node) Tag() string { return n.node().tag }

// ID is the element's id.
func (n Node) ID() string { return n.node().id }

// Class is the element's classes as written.
func (n Node) Class() string { return n.node().class }

// Prop is what the element is in microdata: its itemprop.
func (n Node) Prop() string { return n.node().prop }

// Has says whether the element has the class.
func (n Node) Has(class string) bool {
	for all := n.node().class; all != ""; {
		at := strings.Index(all, class)
		if at < 0 {
			return false
		}
		rest := all[at+len(class):]
		if (at == 0 || blank(all[at-1])) && (rest == "" || blank(rest[0])) {
			return true
		}
		all = rest
	}
	return false
}

// HasAny says whether the element has one of the classes.
func (n Node) HasAny(classes ...string) bool {
	for _, class := range classes {
		if n.Has(class) {
			return true
		}
	}
	return false
}

// Is says whether the element is one of these.
func (n Node) Is(tags ...string) bool {
	tag := n.Tag()
	for _, t := range tags {
		if tag == t {
			return tag != ""
		}
	}
	return false
}

// Attr is the value of an attribute, decoded.
func (n Node) Attr(name string) string {
	value, _ := n.Lookup(name)
	return value
}

// Lookup is the value of an attribute, and whether it is there.
func (n Node) Lookup(name string) (string, bool) {
	k := n.node()
	if k.tag == "" {
		return "", false
	}
	for key, value := range attributes(n.tree.src[k.from:k.in]) {
		if len(key) == len(name) && strings.EqualFold(key, name) {
			return html.UnescapeString(value), true
		}
	}
	return "", false
}

// Attrs yields the names and values of the element's attributes, the values
// decoded.
func (n Node) Attrs() iter.Seq2[string, string] {
	return func(yield func(name, value string) bool) {
		k := n.node()
		if k.tag == "" {
			return
		}
		for key, value := range attributes(n.tree.src[k.from:k.in]) {
			if !yield(strings.ToLower(key), html.UnescapeString(value)) {
				return
			}
		}
	}
}

// Parent is the element around n.
func (n Node) Parent() Node {
	if n.tree == nil || n.at == 0 {
		return Node{}
	}
	return Node{n.tree, n.node().parent}
}

// FirstChild is the first element in n.
func (n Node) FirstChild() Node {
	for child := range n.Children() {
		return child
	}
	return Node{}
}

// Next is the element after n in the same parent.
func (n Node) Next() Node {
	if n.tree == nil || n.at == 0 {
		return Node{}
	}
	for i := n.node().end; i < n.Parent().node().end; i = n.tree.nodes[i].end {
		if n.tree.nodes[i].tag != "" {
			return Node{n.tree, i}
		}
	}
	return Node{}
}

// Previous is the element before n in the same parent.
func (n Node) Previous() Node {
	if n.tree == nil || n.at == 0 {
		return Node{}
	}
	parent := n.node().parent
	for i := n.at - 1; i > parent; i-- {
		for n.tree.nodes[i].parent != parent {
			i = n.tree.nodes[i].parent
		}
		if n.tree.nodes[i].tag != "" {
			return Node{n.tree, i}
		}
	}
	return Node{}
}

// Contains says whether m is n or stands in it.
func (n Node) Contains(m Node) bool {
	return n.tree != nil && n.tree == m.tree && n.at <= m.at && m.at < n.node().end
}

// Children yields the elements directly in n.
func (n Node) Children() iter.Seq[Node] {
	return func(yield func(Node) bool) {
		for i := n.at + 1; i < n.node().end; i = n.tree.nodes[i].end {
			if n.tree.nodes[i].tag != "" && !yield(Node{n.tree, i}) {
				return
			}
		}
	}
}

// Within yields the elements in n, in the order of the source.
func (n Node) Within() iter.Seq[Node] { return n.Outside(nil) }

// Outside yields the elements in n without those that skip names and all that
// stands in them.
func (n Node) Outside(skip func(Node) bool) iter.Seq[Node] {
	return func(yield func(Node) bool) {
		for i := n.at + 1; i < n.node().end; {
			m := Node{n.tree, i}
			i++
			if m.Tag() == "" {
				continue
			}
			if skip != nil && skip(m) {
				i = m.node().end
				continue
			}
			if !yield(m) {
				return
			}
		}
	}
}

// First is the first element in n that matches.
func (n Node) First(match func(Node) bool) Node {
	for m := range n.Within() {
		if match(m) {
			return m
		}
	}
	return Node{}
}
