package draw

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// minNested is the fewest cells that a quote or list indents its text from.
const minNested = 8

// blocks draws the children of n below each other, an empty line between
// them. They leave their tree as they are drawn.
func (r *Renderer) blocks(p *page, n ast.Node, width int) []string {
	var lines []string
	for c := n.FirstChild(); c != nil; c = n.FirstChild() {
		n.RemoveChild(n, c)
		drawn := r.node(p, c, width)
		if len(lines) > 0 && len(drawn) > 0 {
			lines = append(lines, "")
		}
		lines = append(lines, drawn...)
	}
	return lines
}

// node draws one block.
func (r *Renderer) node(p *page, n ast.Node, width int) []string {
	switch n := n.(type) {
	case *ast.Paragraph, *ast.TextBlock, *ast.Heading:
		return r.paragraph(p, n, width)
	case *ast.Blockquote:
		return r.quote(p, n, r.theme.Quote, width)
	case *ast.List:
		return r.list(p, n, width)
	case *ast.FencedCodeBlock:
		return r.code(p, n, string(n.Language(p.source)), width)
	case *ast.CodeBlock:
		return r.code(p, n, "", width)
	case *ast.ThematicBreak:
		return []string{r.theme.Rule.Render(strings.Repeat("─", min(width, 8)))}
	case *east.Table:
		return r.table(p, n, width)
	}
	return nil
}

// paragraph draws running text.
func (r *Renderer) paragraph(p *page, n ast.Node, width int) []string {
	r.prepare(p, n, false)
	if _, ok := n.(*ast.Heading); !ok {
		if s, ok := p.onlyText(n); ok {
			return r.text(strings.TrimSpace(s), width)
		}
	}
	return r.glamour(p, n, width)
}

// onlyText is what the node says if it is nothing but text.
func (p *page) onlyText(n ast.Node) (string, bool) {
	var b strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		t, ok := c.(*ast.Text)
		if !ok {
			return "", false
		}
		b.Write(t.Segment.Value(p.source))
		if t.HardLineBreak() {
			b.WriteByte('\n')
		}
	}
	return b.String(), true
}
