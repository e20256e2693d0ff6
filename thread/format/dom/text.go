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
	if n.tree == nil {
		return ""
	}
	src := n.tree.src
	var kept strings.Builder
	at := n.node().in
	for i := n.at + 1; i < n.node().end; {
		m := Node{n.tree, i}
		if m.Tag() == "" || !skip(m) {
			i++
			continue
		}
		kept.WriteString(src[at:m.node().from])
		at = m.node().to
		i = m.node().end
	}
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
