package markup

import (
	"fmt"
	"strings"
	"testing"
)

func TestBlocksPartQuotesFromTheRest(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, md, want string }{
		{"no quote", "a\n\nb > c", `:"a\n\nb > c"`},
		{"a quote and words", "> a\n> b\n\nc\n\nd", `q:"a\nb" :"c\n\nd"`},
		{"lazy lines", "> a\nb\n\nc", `q:"a\nb" :"c"`},
		{"nested", "> > a\n>\n> b", `q:"> a\n\nb"`},
		{"two quotes", "> a\n\n> b", `q:"a" q:"b"`},
		{"a mark in a fence", "```\n> a\n```", ":\"```\\n> a\\n```\""},
		{"a fence before a quote", "a\n\n~~~\n> x\n\n~~~\n> b", `:"a\n\n~~~\n> x\n\n~~~" q:"b"`},
		{"a quote in a list", "- a\n\n  > b\n\nc", `:"- a\n\n  > b\n\nc"`},
		{"a quote with a fence", "> ```\n> a\n> ```\nb", "q:\"```\\na\\n```\" :\"b\""},
		{"in quotation marks", "a\n\n“they said so.”\n\nb", `:"a" i:"they said so." :"b"`},
		{"rule and heading", "> a\n# b\n***\n> c", `q:"a" :"# b\n***" q:"c"`},
		{"a table", "> a\n\n| a |\n|---|\n| b |\n\n> c", `q:"a" :"| a |\n|---|\n| b |" q:"c"`},
	} {
		var got []string
		for _, b := range Blocks(c.md) {
			kind := map[[2]bool]string{{true, false}: "q", {false, true}: "i"}[[2]bool{b.Quote, b.InQuotes}]
			got = append(got, fmt.Sprintf("%s:%q", kind, b.Inner()))
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s:\n%s gives\n%s, want\n%s", c.name, c.md, s, c.want)
		}
	}
}

func TestOnlyWholeParagraphsStandInQuotes(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"“they provided the Secretary a sense of how the discussions went.”": "they provided the Secretary a sense of how the discussions went.",
		`"so it goes".`: "so it goes",
		"«да»":          "да",
		"„ja“":          "ja",
		"‘it’s fine’":   "it’s fine",
		"“a ‘b’ “c” d”": "a ‘b’ “c” d",
		"Suppose that went like “We drank…”": "",
		"“No” means “no”":                    "",
		`"a" and "b"`:                        "",
		"“”":                                 "",
		"“":                                  "",
		"“a” he said":                        "",
		"":                                   "",
	} {
		if got, ok := Quoted(text); got != want || ok != (want != "") {
			t.Errorf("%s: %q, %v", text, got, ok)
		}
	}
}

func TestWordsHaveNoMarks(t *testing.T) {
	t.Parallel()
	for md, want := range map[string]string{
		"> *a* [b](c) `d` <http://e>\n\n- f\n- g\\*": "a b d http://e f g*",
		"plain words":                     "plain words",
		"| a | b |\n|---|---|\n| c | d |": "a b c d",
		`&\#27; \&amp;`:                   "&#27; &amp;",
	} {
		if got := Words(md); got != want {
			t.Errorf("%s: %q, want %q", md, got, want)
		}
	}
}

func FuzzBlocks(f *testing.F) {
	f.Add("> a\nb\n\n“c.”\n\n- d\n\n  > e\n\n~~~\n> f\n")
	f.Fuzz(func(t *testing.T, s string) {
		var sources []string
		for _, b := range Blocks(s) {
			sources = append(sources, b.Source)
			if b.Quote && !strings.HasPrefix(strings.TrimLeft(b.Source, " "), ">") {
				t.Errorf("%q gives the quote %q", s, b.Source)
			}
		}
		joined := strings.Join(sources, "\n\n")
		if got, want := strings.Fields(joined), strings.Fields(s); strings.Join(got, "") != strings.Join(want, "") {
			t.Errorf("%q became %q", s, sources)
		}
	})
}

func TestAPassageIsWithoutTheLineThatSaysWhoWroteIt(t *testing.T) {
	t.Parallel()
	for md, want := range map[string]string{
		"> ann wrote:\n>\n> The ladder is gone.":                        "The ladder is gone.",
		"> On Monday, Ann <ann@hill.example> wrote:\n> Gone.":           "Gone.",
		"> The ladder is gone.\n> It was mine.":                         "The ladder is gone. It was mine.",
		"> *ann wrote:*\n>\n> The ladder is gone.":                      "The ladder is gone.",
		"> [Quote from: ann on May 3](https://f.example/1)\n>\n> Gone.": "Gone.",
		"> Originally posted by **ann**\\\n> Gone.":                     "Gone.",
		"> There are two kinds:":                                        "There are two kinds:",
		"“The ladder: it is gone.”":                                     "“The ladder: it is gone.”",
	} {
		blocks := Blocks(md)
		if len(blocks) != 1 || blocks[0].Passage() != want {
			t.Errorf("%q is %q, want %q", md, blocks[0].Passage(), want)
		}
	}
}
