package dom

import (
	"strings"

	"golang.org/x/net/html"
)

// Inner is the source of what stands in n.
func (n Node) Inner() string {
	if n.tree == nil {
		return ""
	}
	return n.tree.src[n.node().in:n.node().out]
}

// From is where the source of n begins.
func (n Node) From() int { return int(n.node().from) }

// To is where the source of n ends, its end tag included.
func (n Node) To() int { return int(n.node().to) }

// InnerWithout is the source of what stands in n, without the elements that
// skip names. Where there are none, it is a part of the source itself.
func (n Node) InnerWithout(skip func(Node) bool) string {
	return n.InnerAs(func(m Node) Change { return Change{Drop: skip(m)} })
}

// A Change is what becomes of an element: it is left out with all that is in
// it, or what is in it gets other tags, or, by the zero Change, it stays.
type Change struct {
	Drop       bool
	Start, End string
}

// InnerAs is the source of what stands in n, in which the elements are changed
// as it is told. Where none is, it is a part of the source itself.
func (n Node) InnerAs(told func(Node) Change) string {
	if n.tree == nil {
		return ""
	}
	src, nodes := n.tree.src, n.tree.nodes
	var kept strings.Builder
	at := n.node().in
	type tagged struct {
		at  int32
		end string
	}
	var open []tagged // elements that got other tags
	leave := func(i int32) {
		for len(open) > 0 && nodes[open[len(open)-1].at].end <= i {
			last := open[len(open)-1]
			open = open[:len(open)-1]
			kept.WriteString(src[at:nodes[last.at].out])
			kept.WriteString(last.end)
			at = nodes[last.at].to
		}
	}
	for i := n.at + 1; i < n.node().end; {
		leave(i)
		m := &nodes[i]
		var c Change
		if m.tag != "" {
			c = told(Node{n.tree, i})
		}
		switch {
		case c.Drop:
			kept.WriteString(src[at:m.from])
			at = m.to
			i = m.end
			continue
		case c.Start != "":
			kept.WriteString(src[at:m.from])
			kept.WriteString(c.Start)
			at = m.in
			open = append(open, tagged{i, c.End})
		}
		i++
	}
	leave(n.node().end)
	if kept.Len() == 0 {
		return src[at:n.node().out]
	}
	kept.WriteString(src[at:n.node().out])
	return kept.String()
}

// Text is what one reads in n, on one line.
func (n Node) Text() string { return n.TextWithout(nil) }

// TextWithout is what one reads in n, on one line, without the elements that
// skip names.
func (n Node) TextWithout(skip func(Node) bool) string {
	if n.tree == nil {
		return ""
	}
	var b strings.Builder
	for i := n.at + 1; i < n.node().end; {
		m := &n.tree.nodes[i]
		switch {
		case m.tag == "":
			b.WriteString(n.tree.src[m.from:m.to])
			i++
		case m.tag == "script" || m.tag == "style" || skip != nil && skip(Node{n.tree, i}):
			i = m.end
		default:
			if !inline(m.tag) {
				b.WriteByte(' ')
			}
			i++
		}
	}
	return strings.Join(strings.Fields(html.UnescapeString(b.String())), " ")
}

// A Run is a stretch of text in a page that no element parts.
type Run struct {
	In   Node   // the element that it stands in
	Text string // on one line
}

// Runs are the stretches of text in n that are not blank, in order, without
// those in elements that skip names.
func (n Node) Runs(skip func(Node) bool) []Run {
	var runs []Run
	for i := n.at + 1; i < n.node().end; i++ {
		m := &n.tree.nodes[i]
		switch {
		case m.tag == "script" || m.tag == "style" || m.tag != "" && skip != nil && skip(Node{n.tree, i}):
			i = m.end - 1
		case m.tag == "":
			text := html.UnescapeString(n.tree.src[m.from:m.to])
			if text = strings.Join(strings.Fields(text), " "); text != "" {
				runs = append(runs, Run{Node{n.tree, m.parent}, text})
			}
		}
	}
	return runs
}
