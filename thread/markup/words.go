package markup

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// Words are the words of Markdown without its marks, parted by single blanks.
func Words(md string) string {
	var p passages
	p.readMarkdown(md)
	return strings.Join(strings.Fields(string(p.plain())), " ")
}

// marksOfMarkdown are the characters without which Markdown is plain text.
const marksOfMarkdown = "\\`*_[]<>&#~|+-=1234567890\t"

// readMarkdown adds the paragraphs of Markdown.
func (p *passages) readMarkdown(md string) {
	if !strings.ContainsAny(md, marksOfMarkdown) {
		p.readText(md)
		return
	}
	own := *p // the walk takes hold of it, and p is to stay where it is
	m := mdReader{passages: &own, source: []byte(md)}
	ast.Walk(parse(md), m.visit)
	*p = own
}

// An mdReader collects the paragraphs of a Markdown tree.
type mdReader struct {
	*passages
	source []byte
	quotes int
}

func (m *mdReader) visit(n ast.Node, entering bool) (ast.WalkStatus, error) {
	if n.Kind() == ast.KindBlockquote {
		if entering {
			m.quotes++
		} else {
			m.quotes--
		}
	}
	if !entering {
		if n.Type() == ast.TypeBlock {
			m.flush()
		}
		return ast.WalkContinue, nil
	}
	switch n := n.(type) {
	case *ast.Text:
		m.text = append(m.text, plainText(n.Segment.Value(m.source), n.Parent().Kind() == ast.KindCodeSpan)...)
		if n.SoftLineBreak() || n.HardLineBreak() {
			m.text = append(m.text, "\n"...)
		}
	case *ast.String:
		m.text = append(m.text, n.Value...)
	case *ast.AutoLink:
		m.text = append(m.text, n.Label(m.source)...)
	case *ast.CodeBlock, *ast.FencedCodeBlock, *ast.HTMLBlock:
		m.text = append(m.text, n.Lines().Value(m.source)...)
	case *ast.RawHTML:
		m.text = append(m.text, n.Segments.Value(m.source)...)
	case *ast.Link:
		if !n.HasChildren() {
			m.text = append(m.text, n.Destination...)
		}
	}
	return ast.WalkContinue, nil
}

// flush ends the paragraph.
func (m *mdReader) flush() {
	m.text = append(m.text[:m.start], Clean(string(m.open()))...)
	m.close(m.quotes > 0)
}

// plainText takes the escapes off a piece of Markdown text.
func plainText(source []byte, code bool) string {
	if code {
		return string(source)
	}
	var b strings.Builder
	s := string(source)
	for {
		i := strings.IndexAny(s, `\&`)
		if i < 0 || i+1 == len(s) {
			break
		}
		b.WriteString(s[:i])
		switch end := -1; {
		case s[i] == '\\' && isPunct(s[i+1]):
			b.WriteByte(s[i+1])
			s = s[i+2:]
		case s[i] == '&' && func() bool { end = entityEnd(s, i); return end > 0 }():
			b.Write(util.ResolveEntityNames(util.ResolveNumericReferences([]byte(s[i:end]))))
			s = s[end:]
		default:
			b.WriteByte(s[i])
			s = s[i+1:]
		}
	}
	b.WriteString(s)
	return b.String()
}
