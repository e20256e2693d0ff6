package draw

import (
	"bytes"
	"fmt"
	"strings"

	gansi "charm.land/glamour/v2/ansi"
	"charm.land/lipgloss/v2"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// maxGlamours bounds how many widths are kept; nested quotes and lists ask
// for a few each.
const maxGlamours = 64

// quoteMark is what Glamour puts in front of the lines of a quote. It counts
// a bar as one cell however wide it is (charmbracelet/glamour#172), so it
// gets one of one cell, which becomes bar and space afterwards.
const quoteMark = '\ue002'

// A glamour draws nodes at one width.
type glamour struct{ renderer.Renderer }

// newGlamour sets Glamour up to draw in a theme's colours.
func newGlamour(t *Theme, width int) *glamour {
	mark, one := string(quoteMark), uint(1)
	styles := gansi.StyleConfig{
		Document:      gansi.StyleBlock{StylePrimitive: primitive(t.Text)},
		BlockQuote:    gansi.StyleBlock{Indent: &one, IndentToken: &mark},
		Heading:       gansi.StyleBlock{StylePrimitive: primitive(t.Heading)},
		Strong:        primitive(t.Strong),
		Emph:          primitive(t.Emph),
		Strikethrough: primitive(lipgloss.NewStyle().Strikethrough(true)),
		LinkText:      primitive(t.Link),
		Code:          gansi.StyleBlock{StylePrimitive: primitive(t.Code)},
	}
	nodes := gansi.NewRenderer(gansi.Options{
		WordWrap: width, Styles: styles, PreserveNewLines: true, InlineTableLinks: true,
	})
	return &glamour{renderer.NewRenderer(renderer.WithNodeRenderers(util.Prioritized(nodes, 1)))}
}

// primitive says a style in Glamour's words.
func primitive(s lipgloss.Style) gansi.StylePrimitive {
	var p gansi.StylePrimitive
	if c := s.GetForeground(); c != (lipgloss.NoColor{}) {
		r, g, b, _ := c.RGBA()
		hex := fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
		p.Color = &hex
	}
	set := func(on bool) *bool {
		if !on {
			return nil
		}
		return &on
	}
	p.Bold, p.Italic = set(s.GetBold()), set(s.GetItalic())
	p.Underline, p.CrossedOut = set(s.GetUnderline()), set(s.GetStrikethrough())
	p.Inverse = set(s.GetReverse())
	return p
}

// glamour draws one block node, which leaves its tree. Should Glamour fail,
// the words still come out.
func (r *Renderer) glamour(p *page, n ast.Node, width int) []string {
	g := r.glamours[width]
	if g == nil {
		if len(r.glamours) >= maxGlamours {
			clear(r.glamours)
		}
		g = newGlamour(r.theme, width)
		r.glamours[width] = g
	}
	doc := ast.NewDocument()
	doc.AppendChild(doc, n)
	var out bytes.Buffer
	if err := g.Render(&out, p.source, doc); err != nil {
		delete(r.glamours, width) // its stack of blocks may be left half full
		return wrapped(p.words(n), width)
	}
	lines := strings.Split(out.String(), "\n")
	for len(lines) > 0 && isBlank(lines[0]) {
		lines = lines[1:]
	}
	for len(lines) > 0 && isBlank(lines[len(lines)-1]) {
		lines = lines[:len(lines)-1]
	}
	return lines
}

// isBlank says whether a line that Glamour drew has no text in it.
func isBlank(line string) bool { return strings.Trim(line, " "+string(quoteMark)) == "" }

// styled says whether a style changes anything.
func styled(s lipgloss.Style) bool { return opening(s) != "" }

// opening is the sequence that begins a style.
func opening(s lipgloss.Style) string {
	open, _, _ := strings.Cut(s.Render("x"), "x")
	return open
}
