package draw

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// Texts of these shapes took Glamour minutes or killed the process. A test
// that hangs or dies is the failure here.
func TestHostileTextsAreDrawn(t *testing.T) {
	t.Parallel()
	deepList := ""
	for i := range 120 {
		deepList += strings.Repeat("  ", i) + "- x\n"
	}
	for _, tt := range []struct{ name, text, note string }{
		{"quotes on one line", strings.Repeat(">", 5000) + "x", "too many levels"},
		{"quotes below each other", strings.Repeat("> ", 40) + "x", "quotes nested very deep"},
		{"text in deep quotes", strings.Repeat("> ", 32) + strings.Repeat("word ", 3000), ""},
		{"many deep quotes", strings.Repeat(strings.Repeat("> ", 30)+"x\n\n", 900), "too many quotes"},
		{"nested lists", deepList, "lists nested very deep"},
		{"lists on one line", strings.Repeat("* - ", 10000), "too many levels"},
		{"numbers on one line", strings.Repeat("1. ", 40) + "x", "lists nested very deep"},
		{"a long list", strings.Repeat("- item\n", 12000), ""},
		{"a long fence", "```go\n" + strings.Repeat("x := 1\n", 12000) + "```", ""},
		{"a long line of code", "```go\n" + strings.Repeat(`x := "`, 5000) + "\n```", ""},
		{"open links", strings.Repeat("[a](", 400) + strings.Repeat("[", 70), "too many open brackets"},
		{"links", strings.Repeat("[a](http://example.org/b) ", 2000), "too many links"},
		{"addresses", strings.Repeat("a@example.org ", 4000), "too many links"},
		{"open emphasis", strings.Repeat("*a _b ", 12000), "too many marks"},
		{"nested emphasis", strings.Repeat("*a **b ", 100) + strings.Repeat("c** d*", 100), "emphasis nested very deep"},
		{"code spans", strings.Repeat("` `` ", 5000), "too many marks"},
		{"escapes", strings.Repeat(`\*`, 30000), "too many marks"},
		{"a long table", "|a|b|\n|-|-|\n" + strings.Repeat("|x|y|\n", 3000), "too many marks"},
		{"a wide table", strings.Repeat("|a", 400) + "|\n" + strings.Repeat("|-", 400) + "|\n", ""},
		{"headings", strings.Repeat("# a\n", 9000), "too many marks"},
		{"entities", strings.Repeat("&amp;", 10000), ""},
		{"a long word", "*a* " + strings.Repeat("x", 60000), ""},
		{"a rule", strings.Repeat("- ", 10000), ""},
		{"dots", strings.Repeat(".", 10000) + " *x*", ""},
		{"stars", strings.Repeat("*", 60000), ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			for _, width := range []int{80, 20} {
				lines := NewRenderer(Dark()).Body([]Block{{Markdown: tt.text}}, width)
				checkLines(t, lines, width)
				if len(lines) == 0 {
					t.Fatal("nothing is drawn")
				}
				if note := ansi.Strip(lines[0]); width == 80 && tt.note != "" && note != "shown as plain text: "+tt.note {
					t.Errorf("the first line is %q, want a note that there are %s", note, tt.note)
				}
			}
		})
	}
}

func TestNothingIsLostFromVeryLongTexts(t *testing.T) {
	t.Parallel()
	for _, between := range []string{" ", "\n", "\n\n", "*\n\n"} {
		text := strings.Repeat("*one two"+between, 9000) + "end"
		lines := NewRenderer(Plain()).Body([]Block{{Markdown: text}}, 60)
		all := strings.Join(lines, "\n")
		if got := strings.Count(all, "two"); got != 9000 {
			t.Errorf("%d of 9000 words are drawn", got)
		}
		if !strings.HasSuffix(all, "end") {
			t.Errorf("ends in %q", lines[len(lines)-1])
		}
	}
}

func TestControlCharactersNeverGetThrough(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"\x1b[31mred\x1b[2J", "\x1b]52;c;aGk=\aclip", "*a* \x1b]0;title\x1b\\", "a\rb", "\u009b31m *c1*",
		"`\x1b[31m`", "~~&**#27;**[31m~~", "`&#27;[31m`", "&#27;[31m *x*", "&#x9b;2J *x*",
		"[a](http://x.y/&#27;]0;t&#7;)", "[a](<http://x.y/\u009c z>)", "[a](javascript:alert%281%29)", "[a](data:text/html,x)",
		"<javascript:alert(1)> <file:///etc/passwd>", "![x](javascript:a&#27;b)", "| &#27;[1m |\n|-|\n| \x1b[1m |",
		"```\n\x1b[31m\n```", "```\x1b\nx\n```", "\ue000#27;[31m *x*", "\ue002 \ue001 \U000f0000 *y*", "> \U000f0000\n> \ue002",
		"\xff\xfe *bad*", "\x9b31m", "a\u2028b *c*",
	} {
		for _, from := range []string{"", "the post", "\x1b[31mann\r\n"} {
			for _, theme := range []*Theme{Plain(), Dark()} {
				lines := NewRenderer(theme).Body([]Block{{Markdown: text, From: from}}, 40)
				checkLines(t, lines, 40)
				for _, line := range lines {
					if bad := strings.IndexFunc(ansi.Strip(line), func(r rune) bool { return !printable(r) }); bad >= 0 {
						t.Errorf("%q draws %q", text, line)
					}
					if strings.Contains(line, ";javascript") || strings.Contains(line, "\x1b[31m") || strings.Contains(line, "\x1b[2J") {
						t.Errorf("%q draws %q", text, line)
					}
				}
			}
		}
	}
}

func FuzzBody(f *testing.F) {
	for _, s := range []string{
		"One.\n\nTwo with [a link](https://example.org/x).", "> quote\n> > deeper\n\nafter", "- a\n  - b\n\n1. c", "```go\nx\n```",
		"| a | b |\n|---|:-:|\n| c | `d` |", "**a _b ~~c~~ d_ e**", "&#27;[31m \\* <b>", "町の人 👩‍🚒 e\u0301 שלום", "# h\n\n---\n\n![i](j)", "- [x] y\n\n\tcode\n",
		"a  \nb\\\nc", "term\n: definition", "[r]\n\n[r]: https://example.org", "* * *\n_ _ _", "www.example.org a@b.cd", "\x1b]8;;x\a\u009b",
	} {
		f.Add(s, "", byte(40))
		f.Add(s, "the post", byte(7))
	}
	f.Fuzz(func(t *testing.T, markdown, from string, w byte) {
		width := int(w)%120 + 1
		lines := NewRenderer(Dark()).Body([]Block{{Markdown: markdown, From: from}}, width)
		checkLines(t, lines, width)
		for _, l := range Links(markdown) {
			if safe, ok := safeAddress(l.URL); !ok || safe != l.URL {
				t.Errorf("unsafe link %q", l.URL)
			}
		}
	})
}
