package markup

import (
	"strings"
	"testing"
)

// samples are bodies of the usual size and shape.
var samples = map[string]Body{
	"text":     {strings.Repeat("Some words, a *star* and http://x.org/a_b here.\nMore of it.\n\n> quoted words\n\n", 8), Text},
	"HTML":     {strings.Repeat("Some words, it&#x27;s <i>so</i>.<p>&gt; quoted<p><a href=\"https:&#x2F;&#x2F;x.org\">here</a> ", 8), HTML},
	"Markdown": {strings.Repeat("Some words, *so*.\n\n> quoted &amp; more\n\n[here](https://x.org)\n\n", 8), Markdown},
}

func BenchmarkBodyMarkdown(b *testing.B) { benchmarkBodies(b, Body.Markdown) }

func BenchmarkBodyPlain(b *testing.B) { benchmarkBodies(b, Body.Plain) }

func BenchmarkFoldedLine(b *testing.B) {
	benchmarkBodies(b, func(b Body) string { return b.First(60) })
}

func benchmarkBodies(b *testing.B, read func(Body) string) {
	for name, body := range samples {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(body.Raw)))
			for b.Loop() {
				read(body)
			}
		})
	}
}

func BenchmarkBlocks(b *testing.B) {
	md := samples["HTML"].Markdown()
	b.SetBytes(int64(len(md)))
	for b.Loop() {
		Blocks(md)
	}
}

// TestHostileBodiesTakeLinearTime would not end if any of these were squared.
func TestHostileBodiesTakeLinearTime(t *testing.T) {
	t.Parallel()
	const times = 1 << 18
	for _, unit := range []string{
		"> ", ">", "- ", "\n- a", "\n  b", "http://", "www.", "(", "http://((", "*", "_", "`", "[", "](", "&", "&#", "\\",
		"<b>", "<i><b>", "</b>", "<a href=//x>", "<a href=//x>y", "<td>", "<tr><td>", "<table>", "<li>a", "<br>&gt;",
		"<p>&gt;", "<pre>", "<code>", "<blockquote>a", "1. a\n", "“", "a\u0301", "\u200d", "<q>", "<h1>#", "<a b",
	} {
		raw := strings.Repeat(unit, times/len(unit))
		for _, kind := range []Kind{Text, HTML} {
			body := Body{raw, kind}
			body.Markdown()
			body.Plain()
			body.First(60)
			NewWord("zebra").MayBeIn(body)
		}
	}
}
