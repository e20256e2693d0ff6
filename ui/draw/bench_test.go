package draw

import (
	"strings"
	"testing"
)

const (
	plainComment = "The insurance question is the whole question. Last time we lent a chainsaw to somebody " +
		"who had never held one, and the council heard of it before we did.\n\nI am for it all the same, if Kim keeps the keys."
	quoteComment = "> Members sign a waiver at the desk.\n\nA waiver at a desk is not a policy, and the council knows it."
	richComment  = "Three things, see [the minutes](https://example.org/minutes):\n\n- **insurance**, *first*\n- the `keys`\n- who sharpens\n\n" +
		"> > Since when?\n>\n> Since May.\n\n```go\nfunc main() { println(\"hi\") } // hello\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
)

func BenchmarkDrawPlainComment(b *testing.B) { benchmarkBody(b, plainComment) }
func BenchmarkDrawQuote(b *testing.B)        { benchmarkBody(b, quoteComment) }
func BenchmarkDrawRichComment(b *testing.B)  { benchmarkBody(b, richComment) }

// benchmarkBody draws one comment, as is done when it comes on the screen.
func benchmarkBody(b *testing.B, markdown string) {
	r := NewRenderer(Dark())
	blocks := []Block{{Markdown: markdown}}
	b.SetBytes(int64(len(markdown)))
	b.ReportAllocs()
	for b.Loop() {
		r.Body(blocks, 76)
	}
}

// BenchmarkHighlightScreen marks what is found on a full screen.
func BenchmarkHighlightScreen(b *testing.B) {
	t := Dark()
	lines := NewRenderer(t).Body([]Block{{Markdown: strings.Repeat(richComment+"\n", 4)}}, 76)
	find := finder("s")
	b.ReportAllocs()
	for b.Loop() {
		Highlight(lines, find, t.Match, t.MatchCurrent, 0)
	}
}
