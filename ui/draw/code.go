package draw

import (
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/lexers"
	"github.com/charmbracelet/x/ansi"
	"github.com/yuin/goldmark/ast"
)

// The most code in bytes, and the longest line, that is coloured by its
// syntax. Beyond them lexers take long enough to be felt.
const (
	maxHighlight     = 8 << 10
	maxHighlightLine = 400
)

// code draws a code block, indented, its spacing kept. What is too long for
// a line goes on in the next, behind an arrow.
func (r *Renderer) code(p *page, n ast.Node, language string, width int) []string {
	var b strings.Builder
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		b.Write(line.Value(p.source))
	}
	code := strings.Trim(b.String(), "\n")
	if code == "" {
		return nil
	}
	indent := "  "
	if width < minNested {
		indent = ""
	}
	var lines []string
	for line := range strings.SplitSeq(r.coloured(code, language), "\n") {
		lines = append(lines, r.codeLine(line, indent, width)...)
	}
	return lines
}

// codeLine breaks one line of code wherever it must.
func (r *Renderer) codeLine(line, indent string, width int) []string {
	pieces := strings.Split(hardWrap(line, width-len(indent)), "\n")
	goesOn := indent
	if indent != "" {
		goesOn = r.theme.Dim.Render("↪") + " "
	}
	for i := range pieces {
		if i == 0 {
			pieces[i] = indent + pieces[i]
		} else {
			pieces[i] = goesOn + pieces[i]
		}
	}
	return pieces
}

// coloured gives code its colours, each line complete in itself.
func (r *Renderer) coloured(code, language string) string {
	lexer := lexerFor(language)
	if lexer == nil || len(code) > maxHighlight || longestLine(code) > maxHighlightLine {
		return styleLines(code, r.theme.Code)
	}
	tokens, err := lexer.Tokenise(nil, code)
	if err != nil {
		return styleLines(code, r.theme.Code)
	}
	var b strings.Builder
	var run string // of one look
	var look lipgloss.Style
	for _, t := range tokens.Tokens() {
		if next := r.syntax(t.Type); opening(next) != opening(look) {
			b.WriteString(styleLines(run, look))
			run, look = "", next
		}
		run += t.Value
	}
	b.WriteString(styleLines(run, look))
	return strings.TrimRight(b.String(), "\n")
}

// syntax is the look of a piece of code.
func (r *Renderer) syntax(t chroma.TokenType) lipgloss.Style {
	switch {
	case t == chroma.GenericInserted: // in a patch
		return r.theme.New
	case t == chroma.GenericDeleted:
		return r.theme.Error
	case t == chroma.GenericSubheading, t == chroma.GenericHeading:
		return r.theme.Keyword
	case t.InCategory(chroma.Comment):
		return r.theme.Remark
	case t.InCategory(chroma.Keyword):
		return r.theme.Keyword
	case t.InSubCategory(chroma.LiteralString):
		return r.theme.String
	}
	return r.theme.Code
}

// longestLine is the length in bytes of the longest line.
func longestLine(s string) int {
	longest := 0
	for line := range strings.Lines(s) {
		longest = max(longest, len(line))
	}
	return longest
}

// styleLines gives each line of s a style of its own.
func styleLines(s string, style lipgloss.Style) string {
	open, end, _ := strings.Cut(style.Render("x"), "x")
	if open == "" {
		return s // no look of its own
	}
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		if line != "" {
			lines[i] = open + line + end
		}
	}
	return strings.Join(lines, "\n")
}

// lexerFor knows the languages that people name in comments. Guessing one
// would cost more than drawing the rest of the thread.
func lexerFor(language string) chroma.Lexer {
	if name, ok := languages[strings.ToLower(language)]; ok {
		return lexers.Get(name)
	}
	return nil
}

// languages are the labels of code that is coloured, and chroma's names.
var languages = map[string]string{
	"bash": "bash", "sh": "bash", "shell": "bash", "zsh": "bash", "console": "bash",
	"c": "c", "h": "c", "cpp": "c++", "c++": "c++", "cc": "c++", "cs": "c#", "csharp": "c#",
	"css": "css", "diff": "diff", "patch": "diff", "go": "go", "golang": "go", "haskell": "haskell", "hs": "haskell",
	"html": "html", "ini": "ini", "java": "java", "javascript": "javascript", "js": "javascript",
	"json": "json", "kotlin": "kotlin", "lua": "lua", "perl": "perl", "php": "php", "python": "python", "py": "python",
	"ruby": "ruby", "rb": "ruby", "rust": "rust", "rs": "rust", "sql": "sql", "swift": "swift", "toml": "toml",
	"typescript": "typescript", "ts": "typescript", "xml": "xml", "yaml": "yaml", "yml": "yaml", "zig": "zig",
}

// hardWrap breaks a styled line at the width, each piece complete in itself.
func hardWrap(line string, width int) string {
	width = max(width, 1)
	if ansi.StringWidth(line) <= width {
		return line
	}
	return complete(ansi.Hardwrap(line, width, true))
}
