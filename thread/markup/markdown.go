package markup

import (
	"html"
	"slices"
	"strings"
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"golang.org/x/net/html/atom"
)

// The parsers read CommonMark with tables and strikethrough. They hold no state
// of a text, so all may use them at once.
var (
	mdParser   = sync.OnceValue(func() parser.Parser { return newParser() })
	linkParser = sync.OnceValue(func() parser.Parser { return newParser(Linkify) })
)

func newParser(more ...goldmark.Extender) parser.Parser {
	return goldmark.New(goldmark.WithExtensions(append(more, extension.Table, extension.Strikethrough)...)).Parser()
}

func parse(md string) ast.Node {
	p := mdParser()
	if strings.Contains(md, `\ `) {
		// A backslash before a blank is taken along to what stands behind a
		// bare address: where it is drawn, \<b> is <b> there.
		p = linkParser()
	}
	return p.Parse(text.NewReader([]byte(flat(md))))
}

// An edit replaces a part of a text.
type edit struct {
	start, stop int
	text        string
}

// fromMarkdown takes the HTML out of clean Markdown: blocks of it become
// Markdown, known tags inside a line go, unknown ones are words (vector<int>).
// Entities become the characters they stand for.
func fromMarkdown(md string) string {
	if !strings.ContainsAny(md, "<&") {
		return md
	}
	replace := replaceHTML
	for range mostPasses {
		edits := htmlEdits(md, replace)
		md = applyEdits(md, edits)
		if len(edits) == 0 || !strings.Contains(md, "<") && !strings.Contains(md, "&#") {
			return md
		}
		replace = escapeHTML
	}
	return noReferences.Replace(escapeHTML(md, wholeBlock))
}

// mostPasses is how often Markdown is read until no HTML is found in it. What
// a tag was taken out of may be a tag now, <<b>script>, and what entities were
// decoded in may be one, &amp;&amp;#27;. Only what was made to be misread has
// any left then, and is words altogether.
const mostPasses = 3

// noReferences takes all numeric references for words: see appendSpecial.
var noReferences = strings.NewReplacer(`\&#`, `&\#`, `&#`, `&\#`)

// applyEdits makes edits, which may come in any order but do not overlap.
func applyEdits(s string, edits []edit) string {
	slices.SortFunc(edits, func(a, b edit) int { return a.start - b.start })
	var b strings.Builder
	done := 0
	for _, e := range edits {
		if e.start < done {
			continue
		}
		b.WriteString(s[done:e.start])
		b.WriteString(e.text)
		done = e.stop
	}
	b.WriteString(s[done:])
	return b.String()
}

// htmlEdits gives the edits that take HTML and entities out of md: what
// replaces HTML is for replace to say.
func htmlEdits(md string, replace func(string, place) string) []edit {
	var edits []edit
	var code []edit // what holds no entities
	add := func(segment text.Segment, at place) {
		s := md[segment.Start:segment.Stop]
		edits = append(edits, edit{segment.Start, segment.Stop, replace(s, at)})
	}
	ast.Walk(parse(md), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.RawHTML:
			for _, s := range n.Segments.Sliced(0, n.Segments.Len()) {
				add(s, tagInLine)
			}
		case *ast.HTMLBlock:
			at := lineOfBlock
			if n.Parent().Kind() == ast.KindDocument {
				at = wholeBlock
			}
			for _, s := range htmlLines(n, md) {
				add(s, at)
			}
		case *ast.CodeBlock, *ast.FencedCodeBlock:
			for _, s := range n.Lines().Sliced(0, n.Lines().Len()) {
				code = append(code, edit{start: s.Start, stop: s.Stop})
			}
		case *ast.CodeSpan:
			if first, ok := n.FirstChild().(*ast.Text); ok {
				last, _ := n.LastChild().(*ast.Text)
				code = append(code, edit{start: first.Segment.Start, stop: last.Segment.Stop})
			}
		}
		return ast.WalkContinue, nil
	})
	return append(edits, entityEdits(md, append(code, edits...))...)
}

// htmlLines are the lines of a block of HTML: one range where it stands at the
// top, one for each line where other marks stand in between.
func htmlLines(n *ast.HTMLBlock, md string) []text.Segment {
	lines := slices.Clone(n.Lines().Sliced(0, n.Lines().Len()))
	if n.HasClosure() {
		lines = append(lines, n.ClosureLine)
	}
	if n.Parent().Kind() != ast.KindDocument || len(lines) == 0 {
		return lines
	}
	return []text.Segment{text.NewSegment(lines[0].Start, min(lines[len(lines)-1].Stop, len(md)))}
}

// entityEdits replaces entities by what they stand for, outside of the ranges
// of except.
func entityEdits(md string, except []edit) []edit {
	slices.SortFunc(except, func(a, b edit) int { return a.start - b.start })
	var edits []edit
	for at := 0; ; at++ {
		i := strings.IndexByte(md[at:], '&')
		if i < 0 {
			return edits
		}
		at += i
		for len(except) > 0 && except[0].stop <= at {
			except = except[1:]
		}
		if len(except) > 0 && except[0].start <= at {
			continue
		}
		if escapedAt(md, at) {
			if strings.HasPrefix(md[at:], "&#") { // see appendSpecial
				edits = append(edits, edit{at - 1, at + 1, `&\`})
			}
			continue
		}
		end := entityEnd(md, at)
		if end < 0 {
			continue
		}
		decoded := html.UnescapeString(md[at:end])
		if decoded == md[at:end] {
			continue
		}
		decoded = strings.Join(strings.Fields(Clean(decoded)), " ")
		if decoded == "" {
			decoded = " "
		}
		next := byte('a')
		edits = append(edits, edit{at, end, string(appendEscaped([]byte("a"), decoded, next, inLink)[1:])})
	}
}

// escapedAt says whether a backslash takes its meaning from s[at].
func escapedAt(s string, at int) bool {
	before := strings.TrimRight(s[:at], `\`)
	return (at-len(before))%2 == 1
}

// entityEnd is where the entity that starts at the & ends, -1 where none does.
func entityEnd(s string, at int) int {
	if rest := s[at+1:]; strings.HasPrefix(rest, "#") {
		if i := strings.IndexByte(rest[:min(len(rest), 12)], ';'); i > 1 {
			return at + 2 + i
		}
		return -1
	}
	if !startsEntity(s[at:]) {
		return -1
	}
	return at + 1 + strings.IndexByte(s[at:], ';')
}

// A place is how HTML stands in Markdown.
type place uint8

const (
	tagInLine   place = iota
	wholeBlock        // lines of HTML that stand in nothing else
	lineOfBlock       // one line of those that stand in quotes or lists
)

// replaceHTML writes HTML that was found in Markdown as Markdown.
func replaceHTML(s string, at place) string {
	switch at {
	case wholeBlock:
		return "\n" + fromHTML(s) + "\n\n"
	case lineOfBlock:
		words := CleanLine(Body{s, HTML}.Plain())
		return guardLine(string(appendText(nil, words, 0, inParagraph))) + "\n"
	}
	name := strings.TrimLeft(s, "</")
	if i := strings.IndexAny(name, " />\n"); i >= 0 {
		name = name[:i]
	}
	known := atom.Lookup([]byte(strings.ToLower(name)))
	switch {
	case known == atom.Br:
		return " "
	case known != 0 || strings.HasPrefix(s, "<!") || strings.HasPrefix(s, "<?"):
		return ""
	}
	return escapeHTML(s, at)
}

// escapeHTML writes HTML so that it is words: every < has a backslash.
func escapeHTML(s string, _ place) string {
	var edits []edit
	for i := range len(s) {
		if s[i] == '<' && !escapedAt(s, i) {
			edits = append(edits, edit{i, i, `\`})
		}
	}
	return applyEdits(s, edits)
}
