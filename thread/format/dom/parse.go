package dom

import (
	"math"
	"strings"

	"golang.org/x/net/html"
)

// Parse makes a tree of a page. There is no page without one; what lies
// beyond the first two gigabytes is left out.
func Parse(src string) *Tree {
	src = src[:min(len(src), math.MaxInt32)]
	const most = 1 << 20 // nodes made room for before one is seen
	room := min(strings.Count(src, "<")+2, most)
	b := builder{tree: &Tree{src: src, nodes: make([]node, 0, room)}, last: map[string]int32{}}
	b.push(node{})
	z := html.NewTokenizer(strings.NewReader(src))
	for at := 0; ; {
		kind := z.Next()
		raw := z.Raw()
		from, to := int32(at), int32(at+len(raw))
		at += len(raw)
		switch kind {
		case html.ErrorToken:
			b.pop(0, int32(len(src)), int32(len(src)))
			return b.tree
		case html.TextToken:
			b.text(from, to)
		case html.StartTagToken, html.SelfClosingTagToken:
			b.start(from, to)
		case html.EndTagToken:
			b.end(from, to)
		}
	}
}

// A builder keeps the elements that are open while a page is read.
type builder struct {
	tree  *Tree
	stack []open
	last  map[string]int32 // the innermost open element of each tag
}

// An open element knows where on the stack to find the nearest others that
// matter for what may end it, so that no tag needs a search: a page of nothing
// but unclosed tags stays linear. None is -1 or, as the root stands there, 0.
type open struct {
	node    int32
	same    int32 // below this one, of the same tag
	block   int32 // this one or below, of kind block
	scope   int32 // this one or below, of kind scope
	barrier int32 // this one or below: ends the search for an open list item
	table   int32 // this one or below
}

func (b *builder) top() *open { return &b.stack[len(b.stack)-1] }

// nearest is where the innermost open element of a tag is on the stack.
func (b *builder) nearest(tag string) int32 {
	if at, ok := b.last[tag]; ok {
		return at
	}
	return -1
}

// push opens an element.
func (b *builder) push(n node) {
	at := int32(len(b.stack))
	o := open{node: int32(len(b.tree.nodes)), same: b.nearest(n.tag)}
	if at > 0 {
		above := b.top()
		n.parent = above.node
		o.block, o.scope, o.barrier, o.table = above.block, above.scope, above.barrier, above.table
	}
	kind := tagKinds[n.tag]
	if kind&block != 0 {
		o.block = at
		if n.tag != "address" && n.tag != "div" && n.tag != "p" {
			o.barrier = at
		}
	}
	if kind&scope != 0 {
		o.scope = at
	}
	if n.tag == "table" {
		o.table = at
	}
	b.last[n.tag] = at
	b.stack = append(b.stack, o)
	b.tree.nodes = append(b.tree.nodes, n)
}

// pop closes the element at a place on the stack and all in it. Their content
// ends at out, the tag that ends the element itself at to.
func (b *builder) pop(at, out, to int32) {
	for i := int32(len(b.stack)) - 1; i >= at; i-- {
		o := b.stack[i]
		n := &b.tree.nodes[o.node]
		n.out, n.to, n.end = out, out, int32(len(b.tree.nodes))
		if i == at {
			n.to = to
		}
		if o.same < 0 {
			delete(b.last, n.tag)
		} else {
			b.last[n.tag] = o.same
		}
	}
	b.stack = b.stack[:at]
}

// text adds a run of text.
func (b *builder) text(from, to int32) {
	if from == to {
		return
	}
	i := int32(len(b.tree.nodes))
	b.tree.nodes = append(b.tree.nodes, node{parent: b.top().node, end: i + 1, from: from, in: from, out: to, to: to})
}

// start adds an element, after it closed those that cannot hold it.
func (b *builder) start(from, to int32) {
	raw := b.tree.src[from:to]
	n := node{tag: strings.ToLower(tagName(raw)), from: from, in: to, out: to, to: to}
	for key, value := range attributes(raw) {
		switch {
		case strings.EqualFold(key, "id") && n.id == "":
			n.id = html.UnescapeString(value)
		case strings.EqualFold(key, "class") && n.class == "":
			n.class = html.UnescapeString(value)
		case strings.EqualFold(key, "itemprop") && n.prop == "":
			n.prop = html.UnescapeString(value)
		case strings.EqualFold(key, "property") && n.prop == "":
			if word, ok := strings.CutPrefix(value, "schema:"); ok {
				n.prop = word
			}
		}
	}
	if (n.tag == "html" || n.tag == "body") && b.nearest(n.tag) >= 0 {
		return
	}
	b.imply(n.tag, from)
	b.push(n)
	if tagKinds[n.tag]&void != 0 {
		b.pop(int32(len(b.stack))-1, to, to)
	}
}

// end closes what an end tag can close; one that fits nothing is left out.
func (b *builder) end(from, to int32) {
	raw := b.tree.src[from:to]
	tag := strings.ToLower(tagName(raw[min(1, len(raw)):]))
	at := b.nearest(tag)
	if at < 1 {
		return
	}
	limit := b.top().scope
	switch {
	case tag == "table" || tag == "body" || tag == "html":
		limit = 0
	case tag == "tr" || tag == "td" || tag == "th" || tag == "tbody" || tag == "thead" || tag == "tfoot":
		limit = b.top().table
	case tag == "li":
		limit = max(limit, b.nearest("ul"), b.nearest("ol"))
	case tagKinds[tag]&block == 0:
		limit = b.top().block
	}
	if at >= limit {
		b.pop(at, from, to)
	}
}
