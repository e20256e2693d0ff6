package draw

import (
	"strings"
	"unicode/utf8"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/yuin/goldmark/ast"
)

// bar stands in front of the lines of a quote.
const bar = "┃ "

// quote draws a quote, its bars in a style. Glamour draws it; what is more
// than text in it is drawn first and carried through line by line.
func (r *Renderer) quote(p *page, n ast.Node, style lipgloss.Style, width int) []string {
	inner := width - ansi.StringWidth(bar)
	if inner < minNested {
		return r.blocks(p, n, width)
	}
	first := len(r.found)
	quote := ast.NewBlockquote()
	for c := n.FirstChild(); c != nil; c = n.FirstChild() {
		n.RemoveChild(n, c)
		switch c.(type) {
		case *ast.Paragraph, *ast.Heading:
			r.prepare(p, c, false)
			quote.AppendChild(quote, c)
		default:
			if drawn := r.node(p, c, inner); len(drawn) > 0 {
				quote.AppendChild(quote, r.carry(p, drawn))
			}
		}
	}
	drawnBar := style.Render(strings.TrimSpace(bar)) + " "
	var lines []string
	for _, line := range r.glamour(p, quote, inner+1) {
		for _, line := range r.carried(strings.TrimPrefix(line, string(quoteMark)), first) {
			lines = append(lines, drawnBar+line)
		}
	}
	r.found = r.found[:first]
	return lines
}

// sourced draws a block as a quote whose source is known.
func (r *Renderer) sourced(p *page, from string, width int) []string {
	quote := p.root
	if c := quote.FirstChild(); c != nil && c == quote.LastChild() && c.Kind() == ast.KindBlockquote {
		quote = c
	}
	style := r.theme.QuoteSource
	lines := r.quote(p, quote, style, width)
	drawnBar, inner := style.Render(strings.TrimSpace(bar))+" ", width-ansi.StringWidth(bar)
	if inner < minNested {
		drawnBar, inner = "", width
	}
	for _, line := range wrapped("— from "+strings.Join(strings.Fields(harmless(from)), " "), inner) {
		lines = append(lines, drawnBar+style.Render(line))
	}
	return lines
}

// firstToken is the first of the runes that stand for drawn passages. Text
// cannot hold them, and none has as many passages as there are runes.
const firstToken = 0xf0000

// carry makes a paragraph of one rune that stands for drawn lines on their
// way through Glamour.
func (r *Renderer) carry(p *page, lines []string) ast.Node {
	para := ast.NewParagraph()
	para.AppendChild(para, p.text(string(rune(firstToken+len(r.found)))))
	r.found = append(r.found, lines)
	return para
}

// carried gives back the drawn lines for the rune that stands for them, any
// other line as it is. What comes before first belongs to a quote further out.
func (r *Renderer) carried(line string, first int) []string {
	c, _ := utf8.DecodeRuneInString(line)
	if i := int(c) - firstToken; i >= first && i < len(r.found) {
		return r.found[i]
	}
	return []string{line}
}
