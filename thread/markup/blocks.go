package markup

import (
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
)

// A Block is a part of a Markdown text: a quote, a paragraph that stands in
// quotation marks, or all that stands between two of these.
type Block struct {
	Source   string // Markdown, with its marks
	Quote    bool   // a blockquote
	InQuotes bool   // a whole paragraph in quotation marks
}

// Inner is the block without what makes it a quote: one level of quote marks,
// or the quotation marks.
func (b Block) Inner() string {
	switch {
	case b.Quote:
		return unquoteBlock(b.Source)
	case b.InQuotes:
		inner, _ := Quoted(b.Source)
		return inner
	}
	return b.Source
}

// Passage is the words that are quoted: those of the block without the line
// that says who wrote them.
func (b Block) Passage() string {
	if !b.Quote {
		return Words(b.Source)
	}
	inner := strings.TrimSpace(b.Inner())
	first, rest, more := strings.Cut(inner, "\n")
	if more && headsQuote(first) && strings.TrimSpace(rest) != "" {
		return Words(rest)
	}
	return Words(inner)
}

// headsQuote says whether the first line of a quote is what people and forums
// write above it: a name, a date, a verb.
func headsQuote(line string) bool {
	const longest, longestLink = 120, 400 // bytes
	line = strings.Trim(line, " *_\\")
	if strings.HasPrefix(line, "[Quote from") || strings.HasPrefix(line, "Quote from") || strings.HasPrefix(line, "Originally posted by") {
		return len(line) <= longestLink
	}
	return len(line) <= longest && strings.HasSuffix(line, ":")
}

// Blocks parts Markdown where quotes begin and end. Joined with empty lines
// in between, the blocks are the text again.
func Blocks(md string) []Block {
	md = strings.Trim(md, "\n")
	if md == "" {
		return nil
	}
	if !mayQuote(md) {
		return []Block{{Source: md}}
	}
	var blocks []Block
	start := 0
	var last Block
	cut := func(end int, next Block) {
		if source := strings.Trim(md[start:end], "\n"); source != "" {
			last.Source = strings.TrimRight(source, " \n")
			blocks = append(blocks, last)
		}
		start, last = end, next
	}
	for n := parse(md).FirstChild(); n != nil; n = n.NextSibling() {
		at := nodeStart(n)
		if at < 0 {
			continue
		}
		next := blockOf(n, md)
		if next != last || next.Quote || next.InQuotes {
			cut(strings.LastIndexByte(md[:at], '\n')+1, next)
		}
	}
	cut(len(md), Block{})
	return blocks
}

// mayQuote says whether a text has any mark that begins a quote. Looking for
// each by itself is what is fast in a text of megabytes.
func mayQuote(md string) bool {
	for _, mark := range ">" + openingQuotes {
		if strings.ContainsRune(md, mark) {
			return true
		}
	}
	return false
}

// blockOf says what kind of block a node is.
func blockOf(n ast.Node, md string) Block {
	b := Block{Quote: n.Kind() == ast.KindBlockquote}
	if n.Kind() == ast.KindParagraph {
		_, b.InQuotes = Quoted(string(n.Lines().Value([]byte(md))))
	}
	return b
}

// nodeStart is a place on the first line of a block, -1 where it has none.
func nodeStart(n ast.Node) int {
	if at := n.Pos(); at >= 0 {
		return at
	}
	for c := n; c != nil; c = c.FirstChild() {
		if c.Type() == ast.TypeBlock && c.Lines().Len() > 0 {
			return c.Lines().At(0).Start
		}
	}
	return -1
}

// unquoteBlock takes one quote mark off each line. Lines without one go on
// with the paragraph before.
func unquoteBlock(md string) string {
	var b strings.Builder
	for line := range strings.Lines(md) {
		marked := strings.TrimLeft(line, " ")
		if rest, ok := strings.CutPrefix(marked, ">"); ok && len(line)-len(marked) < tabWidth {
			line = strings.TrimPrefix(rest, " ")
		}
		b.WriteString(line)
	}
	return strings.TrimRight(b.String(), "\n")
}

// openingQuotes start a quotation.
const openingQuotes = "“\"«„‘»”'"

// closers are the marks that end a quotation, by the one that starts it.
var closers = map[rune]string{
	'“': "”", '"': "\"", '«': "»", '»': "«", '„': "“”", '‘': "’", '”': "”", '\'': "'",
}

// Quoted says whether a paragraph stands in quotation marks as a whole, and
// what is between them. Emphasis around all of it does not matter, and a full
// stop may follow; a mark inside that ends the quotation early makes it none.
func Quoted(paragraph string) (inner string, ok bool) {
	text := strings.TrimSpace(paragraph)
	for _, mark := range []string{"**", "__", "*", "_"} {
		if bare, ok := strings.CutPrefix(text, mark); ok && strings.HasSuffix(bare, mark) {
			text = strings.TrimSuffix(bare, mark)
		}
	}
	text = strings.TrimSuffix(text, ".")
	opener, size := utf8.DecodeRuneInString(text)
	ends := closers[opener]
	closer, tail := utf8.DecodeLastRuneInString(text)
	if ends == "" || !strings.ContainsRune(ends, closer) || len(text) <= size+tail {
		return "", false
	}
	inner = text[size : len(text)-tail]
	if strings.TrimSpace(inner) == "" || endsEarly(inner, opener, ends) {
		return "", false
	}
	return inner, true
}

// endsEarly says whether the quotation that opener started is over before the
// end of inner. An apostrophe inside a word ends nothing.
func endsEarly(inner string, opener rune, ends string) bool {
	open := 1
	for i, r := range inner {
		switch {
		case strings.ContainsRune(ends, r):
			next, _ := utf8.DecodeRuneInString(inner[i+utf8.RuneLen(r):])
			if (r == '’' || r == '\'') && !isSpaceOrEnd(next) {
				continue
			}
			open--
		case r == opener:
			open++
		}
		if open <= 0 {
			return true
		}
	}
	return false
}

func isSpaceOrEnd(r rune) bool { return r == ' ' || r == '\n' || r == utf8.RuneError }
