package draw

import (
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"skein/thread/markup"
)

// newMarkdown reads CommonMark with tables, strikethrough, task lists and
// bare links, but without HTML: markup of that kind was decoded long before,
// so what looks like a tag here is text that somebody wrote.
func newMarkdown() goldmark.Markdown {
	p := parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(parser.NewSetextHeadingParser(), 100),
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(parser.NewListParser(), 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewCodeBlockParser(), 500),
			util.Prioritized(parser.NewATXHeadingParser(), 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(parser.NewBlockquoteParser(), 800),
			util.Prioritized(parser.NewParagraphParser(), 1000),
		),
		parser.WithInlineParsers(
			util.Prioritized(parser.NewCodeSpanParser(), 100),
			util.Prioritized(parser.NewLinkParser(), 200),
			util.Prioritized(parser.NewAutoLinkParser(), 300),
			util.Prioritized(parser.NewEmphasisParser(), 500),
		),
		parser.WithParagraphTransformers(parser.DefaultParagraphTransformers()...),
	)
	return goldmark.New(goldmark.WithParser(p), goldmark.WithExtensions(
		extension.Table, extension.Strikethrough, markup.Linkify, extension.TaskList,
	))
}

// A page is a parsed text. Its nodes point into source, to which drawing
// adds the words that it puts in.
type page struct {
	root   ast.Node
	source []byte
}

// parse reads a text.
func (r *Renderer) parse(markdown string) *page {
	source := []byte(markdown)
	return &page{r.markdown.Parser().Parse(text.NewReader(source)), source}
}

// text makes a node of words that are not in the source.
func (p *page) text(s string) *ast.Text {
	start := len(p.source)
	p.source = append(p.source, s...)
	return ast.NewTextSegment(text.NewSegment(start, len(p.source)))
}

// words are those of an inline node's children, without their looks.
func (p *page) words(n ast.Node) string {
	var b strings.Builder
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.Text:
			if entering {
				b.Write(n.Segment.Value(p.source))
				if n.SoftLineBreak() || n.HardLineBreak() {
					b.WriteByte(' ')
				}
			}
		case *ast.AutoLink:
			if entering {
				b.Write(n.Label(p.source))
			}
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}
