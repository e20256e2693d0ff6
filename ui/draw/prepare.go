package draw

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"
)

// Glamour decodes entities and escapes once more when it draws, so that
// "&#27;" would become a control character. These stand for the two
// characters it looks for until its lines are done.
const (
	maskedAmp       = '\ue000'
	maskedBackslash = '\ue001'
)

var (
	mask   = strings.NewReplacer("&", string(maskedAmp), `\`, string(maskedBackslash))
	unmask = strings.NewReplacer(string(maskedAmp), "&", string(maskedBackslash), `\`)
)

// prepare makes the inline nodes below n ready for Glamour: escapes are
// resolved, lines that go on are joined, links open and close on their own.
func (r *Renderer) prepare(p *page, n ast.Node, inLink bool) {
	for c := n.FirstChild(); c != nil; {
		next := c.NextSibling()
		switch c := c.(type) {
		case *ast.Text:
			p.prepareText(c)
		case *ast.CodeSpan:
			p.replace(c, maskedSpan(p, c))
		case *ast.Link:
			r.prepare(p, c, true)
			r.link(p, c, string(c.Destination), inLink)
		case *ast.AutoLink:
			r.bareLink(p, c, inLink)
		case *ast.Image:
			r.image(p, c, inLink)
		case *ast.Emphasis:
			r.prepare(p, c, inLink)
		case *east.Strikethrough:
			r.prepare(p, c, true) // Glamour draws its words only
		default:
			p.replace(c, p.text(mask.Replace(p.words(c))))
		}
		c = next
	}
}

// prepareText resolves what a text node says into what it shows. A line
// break that only the source has becomes a space; others stay.
func (p *page) prepareText(t *ast.Text) {
	value := t.Segment.Value(p.source)
	shown := mask.Replace(string(util.UnescapePunctuations(value)))
	if t.SoftLineBreak() && !t.HardLineBreak() {
		t.SetSoftLineBreak(false)
		shown += " "
	}
	if shown != string(value) {
		t.Segment = p.text(shown).Segment
	}
}

// maskedSpan is a code span in which nothing is left to decode.
func maskedSpan(p *page, c *ast.CodeSpan) ast.Node {
	code := strings.ReplaceAll(p.words(c), "\n", " ")
	span := ast.NewCodeSpan()
	span.AppendChild(span, p.text(mask.Replace(code)))
	return span
}

// replace puts other nodes where n stands.
func (p *page) replace(n ast.Node, others ...ast.Node) {
	parent := n.Parent()
	for _, o := range others {
		parent.InsertBefore(parent, n, o)
	}
	parent.RemoveChild(parent, n)
}
