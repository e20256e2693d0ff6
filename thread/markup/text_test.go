package markup

import (
	"fmt"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"
)

func TestTextIsNotMarkup(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, want string }{
		{"2*3*4 and a * b", `2\*3\*4 and a * b`},
		{`C:\dir\*.txt \d`, `C:\dir\\\*.txt \d`},
		{"1986. A year", `1986\. A year`},
		{"1. alone", `1\. alone`},
		{"- alone", `\- alone`},
		{"vector<int> a < b", `vector\<int> a < b`},
		{"# no heading\n\n#tag", "\\# no heading\n\n#tag"},
		{"_x_ snake_case __init__", `\_x\_ snake_case \_\_init\_\_`},
		{"~~x~~ ~5", `~\~x\~\~ ~5`},
		{"[a](b) [1] [x]: y", `[a\](b) [1] [x\]: y`},
		{"![a](b)", `![a\](b)`},
		{"text\n---\nmore\n===", "text  \n\\---  \nmore  \n\\==="},
		{"a | b\n--|--\n1 | 2", "a | b  \n\\--|--  \n1 | 2"},
		{"`code`", "\\`code\\`"},
		{"AT&T &copy; &#27;", `AT&T \&copy; &\#27;`},
		{"\tdeep\n\n        deeper", "deep\n\ndeeper"},
		{"(see http://x.org/a_b_(c)).", "(see <http://x.org/a_b_(c)>)."},
		{"www.x.org and www.x.org/a*b", `www.x.org and www\.x.org/a\*b`},
		{"> a\n>> b\n> > c\nme", "> a\n>\n> > b  \n> > c\n\nme"},
		{"> a\n\n> b", "> a\n\n> b"},
		{"> a\n>\n> b", "> a\n>\n> b"},
		{"so:\n- a\n- b\n  more\nend", "so:\n\n- a\n- b more\n\nend"},
		{"3. a\n4. b\n9. c", "3. a\n4. b\n\n9\\. c"},
		{"1) a\n2) b\n\n1) c\n2) d", "1) a\n2) b\n\n1. c\n2. d"},
		{"001. a\n2. b", "001\\. a  \n2\\. b"},
		{"• a\n• b", "- a\n- b"},
		{"A rose\nis a rose", "A rose  \nis a rose"},
		{"Mail is wrapped where the next word would have had no room left\nin it, so that lines join.",
			"Mail is wrapped where the next word would have had no room left in it, so that lines join."},
		{"This line of a mail is wrapped where the next word has no room left\n---------\nand that is a rule",
			"This line of a mail is wrapped where the next word has no room left  \n\\---------  \nand that is a rule"},
		{"On Monday Ann <ann at b.example\n> wrote:\n> Hello.\n> wrote:", "On Monday Ann \\<ann at b.example> wrote:\n\n> Hello.  \n> wrote:"},
		{"Signed-off-by: Somebody With A Long Name <somebody@island.example>\nAcknowledged-by: Ann <ann@island.example>",
			"Signed-off-by: Somebody With A Long Name \\<somebody@island.example>  \nAcknowledged-by: Ann \\<ann@island.example>"},
	} {
		if got := (Body{c.text, Text}).Markdown(); got != c.want {
			t.Errorf("%s\ngives\n%s\nwant\n%s", c.text, got, c.want)
		}
	}
}

// glamours parses Markdown with the extensions that bodies are drawn with, and
// with the HTML of CommonMark.
func glamours(md string) ast.Node {
	m := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.TaskList, Linkify))
	return m.Parser().Parse(text.NewReader([]byte(md)))
}

// shown gives the words of a Markdown tree in order, the numbers and bullets
// of lists among them, and fails on what text must not become.
func shown(t *testing.T, md string) string {
	t.Helper()
	var b strings.Builder
	ast.Walk(glamours(md), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if n.Type() == ast.TypeBlock {
			b.WriteByte(' ')
		}
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Text:
			b.WriteString(plainText(n.Segment.Value([]byte(md)), false))
			if n.SoftLineBreak() || n.HardLineBreak() {
				b.WriteByte(' ')
			}
		case *ast.AutoLink:
			b.Write(n.Label([]byte(md)))
		case *ast.ListItem:
			list := n.Parent().(*ast.List)
			number := list.Start
			for s := n.PreviousSibling(); s != nil; s = s.PreviousSibling() {
				number++
			}
			if list.IsOrdered() {
				fmt.Fprint(&b, number)
			}
		case *ast.FencedCodeBlock:
			if info := string(n.Info.Value([]byte(md))); info != "diff" {
				t.Fatalf("text became code in %q: %q", info, md)
			}
			b.Write(n.Lines().Value([]byte(md)))
		case *ast.Document, *ast.Paragraph, *ast.TextBlock, *ast.Blockquote, *ast.List:
		default:
			t.Fatalf("text became a %s: %q", n.Kind(), md)
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}

// letters leaves letters and digits only: what must survive any change of
// markup.
func letters(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool {
		return r < 0x80 && !isAlnum(byte(r)) || r == '•' || r == ' '
	}), " ")
}

func FuzzText(f *testing.F) {
	for _, s := range []string{
		"a\n> b\n>> c\n\n1. x\n2. y\n", "*a* _b_ `c` [d](e) <f> &amp; \\", "- a\n- b\n  c\n* d\n* e",
		"a\n: b\n\n: c", "- [ ] x\n- [x] y", "|a|b|\n|-|-|\n", "~~~\nx", "http://a.b/c_d*e*", "www.a.bc/*x*",
		"--- a\n+++ b\n@@ -1 +1,2 @@\n-x\n+y\n+ ```\n-- \nme", "> @@ -1,2 +1 @@\n> a\n\nWhy?\n> \n> -b\n", " a | 1 +\n b | 2 -\n\ndiff -u a b\nindex 1",
		"    code\n\n\tmore", "a@b.cd *x*", "1. a\n1. b\n", "[a]: b", "x\\\ny", "ftp://a.bc/_x_",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		body := Body{s, Text}
		md := body.Markdown()
		checkClean(t, md)
		plain := body.Plain()
		checkClean(t, plain)
		if want, got := letters(plain), letters(shown(t, md)); strings.ReplaceAll(got, " ", "") != strings.ReplaceAll(want, " ", "") {
			t.Errorf("%q\nas Markdown %q\nshows %q\nwant  %q", s, md, got, want)
		}
	})
}
