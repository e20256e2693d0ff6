package draw

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// finder searches for a regular expression.
func finder(expr string) func(string) [][2]int {
	return func(text string) (found [][2]int) {
		for _, m := range regexp.MustCompile(expr).FindAllStringIndex(text, -1) {
			found = append(found, [2]int{m[0], m[1]})
		}
		return found
	}
}

// shown draws what is reversed between brackets, slanted between braces.
func shown(lines []string) string {
	s := strings.Join(lines, "\n")
	for _, mark := range [][2]string{{"\x1b[7m", "[]"}, {"\x1b[3m", "{}"}} {
		for {
			before, rest, ok := strings.Cut(s, mark[0])
			if !ok {
				break
			}
			inside, after, _ := strings.Cut(rest, "\x1b[m")
			s = before + mark[1][:1] + inside + mark[1][1:] + after
		}
	}
	return s
}

func TestMatchesAreMarkedAsTheyRead(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name    string
		lines   []string
		expr    string
		current int
		want    string
		at      []int
	}{
		{"in a line", []string{"the cat and the dog"}, "the", 1, "{the} cat and [the] dog", []int{0, 0}},
		{"over a break", []string{"take the", "saw back"}, "the saw", 0, "take [the]\n[saw] back", []int{0}},
		{"not over paragraphs", []string{"take the", "", "saw back"}, "the saw", 0, "take the\n\nsaw back", nil},
		{"past quote bars", []string{"┃ ┃ take the", "┃ ┃ saw back", "┃"}, "the saw", 0, "┃ ┃ take [the]\n┃ ┃ [saw] back\n┃", []int{0}},
		{"in items", []string{"• take the", "  saw back"}, "the saw", -1, "• take {the}\n  {saw} back", []int{0}},
		{"in a broken word", []string{"some http://ex", "ample.org/x end"}, "example", 0, "some http://[ex]\n[ample].org/x end", []int{0}},
		{"after a hyphen", []string{"a well-", "known and long fact"}, "well-known", 0, "a [well-]\n[known] and long fact", []int{0}},
		{"over three lines", []string{"one", "two", "three"}, "one two three", 0, "[one]\n[two]\n[three]", []int{0}},
		{"wide", []string{"町の人たち", "が欲しい"}, "人", 0, "町の[人]たち\nが欲しい", []int{0}},
		{"in reading order", []string{"abab", "ab ab", "abab"}, "ba|ab ab", 1, "a{ba}b\n[ab ab]\na{ba}b", []int{0, 1, 2}},
		{"nothing", []string{"abc", ""}, "x", 0, "abc\n", nil},
		{"no text", nil, "x", 0, "", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			style := lipgloss.NewStyle()
			drawn, at := Highlight(tt.lines, finder(tt.expr), style.Italic(true), style.Reverse(true), tt.current)
			if got := shown(drawn); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
			if !slices.Equal(at, tt.at) {
				t.Errorf("matches begin in lines %v, want %v", at, tt.at)
			}
		})
	}
}

func TestMarksKeepLinksAndColours(t *testing.T) {
	t.Parallel()
	body := Block{Markdown: "One **bold [linked phrase](https://example.org/) that** goes `on and` on.\n\n> quoted *words here*\n\n```go\nreturn x // a remark\n```"}
	for width := 4; width < 60; width++ {
		lines := NewRenderer(Dark()).Body([]Block{body}, width)
		drawn, _ := Highlight(lines, finder("old|phr|ase that|on|words|rem"), Dark().Match, Dark().MatchCurrent, 1)
		checkLines(t, drawn, width)
		for i := range lines {
			if ansi.Strip(drawn[i]) != ansi.Strip(lines[i]) {
				t.Errorf("at %d: the words of %q became %q", width, lines[i], drawn[i])
			}
			if strings.Count(drawn[i], "\x1b]8;") != strings.Count(lines[i], "\x1b]8;") {
				t.Errorf("at %d: the links of %q became %q", width, lines[i], drawn[i])
			}
		}
	}
}

func FuzzHighlight(f *testing.F) {
	f.Add("one **two** three\n\n> four five", "o", byte(5), byte(9))
	f.Add("[町の](https://example.org) 人たち", "の", byte(0), byte(200))
	f.Fuzz(func(t *testing.T, markdown, word string, from, to byte) {
		lines := NewRenderer(Dark()).Body([]Block{{Markdown: markdown}}, 20)
		find := func(text string) [][2]int { // also ranges that no sane search returns
			found := [][2]int{{int(from) - 10, int(to) - 10}}
			if i := strings.Index(text, word); i >= 0 {
				found = append(found, [2]int{i, i + len(word)})
			}
			return found
		}
		drawn, _ := Highlight(lines, find, Dark().Match, Dark().MatchCurrent, 0)
		for i := range lines {
			if ansi.Strip(drawn[i]) != ansi.Strip(lines[i]) {
				t.Errorf("%q became %q", lines[i], drawn[i])
			}
		}
		checkLines(t, drawn, 20)
	})
}
