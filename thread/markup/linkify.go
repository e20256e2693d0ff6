package markup

import (
	"bytes"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Linkify makes links of bare addresses, as goldmark's extension of that name
// does, but not of those with a backtick behind them. The extension comes before
// code spans, and the mark that opens one right behind a word
// (user=`ann@example.org`) would be lost in the address.
var Linkify goldmark.Extender = linkify{}

type linkify struct{ parser.InlineParser }

// Extend has a parser know bare addresses.
func (linkify) Extend(m goldmark.Markdown) {
	const last = 999 // of the parsers of what stands in lines
	m.Parser().AddOptions(parser.WithInlineParsers(util.Prioritized(linkify{extension.NewLinkifyParser()}, last)))
}

// Parse reads an address at what may come before one.
func (l linkify) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	const far = 512 // bytes: farther behind a word it is hardly meant for code
	line, _ := block.PeekLine()
	word := line[1:min(len(line), far)]
	if i := bytes.IndexAny(word, " `"); i >= 0 && word[i] == '`' {
		return nil
	}
	return l.InlineParser.Parse(parent, block, pc)
}
