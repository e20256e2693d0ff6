package markup

import (
	"runtime"
	"strings"
	"testing"
)

func TestPlainIsWhatOneReads(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		kind       Kind
		body, want string
	}{
		{Text, "> a\n> b\nc\n\nd *e*", "a\nb\n\nc\n\nd *e*"},
		{HTML, "a &amp; b<p>&gt; c <i>d</i><p><a href='https://x.org/long/path'>https://x.org/lo...</a>",
			"a & b\n\nc d\n\nhttps://x.org/lo... https://x.org/long/path"},
		{HTML, "<a href='https://x.org/'></a><a href='https://y.org'>y</a>", "https://x.org/y"},
		{HTML, "a<script>b</script><blockquote>c</blockquote>", "a\n\nc"},
		{HTML | JSON, `a\u003cbr\u003eb`, "a\nb"},
		{Markdown, "# a\n\n> b *c*\n\n[d](e) ![f](g)", "a\n\nb c\n\nd f"},
	} {
		if got := (Body{c.body, c.kind}).Plain(); got != c.want {
			t.Errorf("%q gives\n%q, want\n%q", c.body, got, c.want)
		}
	}
}

func TestFirstWordsAreTheAuthorsOwn(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		kind       Kind
		body, want string
	}{
		{Text, "> they said\n\nI say\nso", "I say so"},
		{HTML, "&gt; they said<p>I say", "I say"},
		{HTML, "<blockquote>they said</blockquote>I <b>say</b>", "I say"},
		{Markdown, "> they said\n\n*I* say", "I say"},
		{Text, "> only a quote", "only a quote"},
		{Text, "one two three four five six", "one two three four"},
		{HTML, "<aside class=quote data-username=bob><div class=title><div></div>bob:</div><blockquote>x</blockquote></aside>mine", "mine"},
		{Text, "", ""},
	} {
		if got := (Body{c.body, c.kind}).First(20); got != c.want {
			t.Errorf("%q: %q, want %q", c.body, got, c.want)
		}
	}
}

// TestFirstWordsNeedNotAllOfABody has no test beside it that allocates.
func TestFirstWordsNeedNotAllOfABody(t *testing.T) {
	for _, kind := range []Kind{Text, HTML, Markdown, Text | JSON, HTML | JSON} {
		body := Body{strings.Repeat("words and *more* words\n\n", 1<<20), kind}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		first := body.First(40)
		runtime.ReadMemStats(&after)
		if used := after.TotalAlloc - before.TotalAlloc; len(first) < 30 || used > 1<<20 {
			t.Errorf("kind %d: %q from %d bytes", kind, first, used)
		}
	}
}

func TestBodiesAreDecodedBeforeHiddenTextIsLookedFor(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		body Body
		want bool
	}{
		{Body{"a&#x202e;b", HTML}, true},
		{Body{`a\u202eb`, Text | JSON}, true},
		{Body{"a&#x202e;b", Text}, false},
		{Body{"a&b", HTML}, false},
	} {
		if c.body.Hides() != c.want {
			t.Errorf("%q: hides is %v", c.body.Raw, !c.want)
		}
	}
}

func TestPlainIsAppended(t *testing.T) {
	t.Parallel()
	for _, body := range []Body{{"a\n\nb", Text}, {"<p>a<p>b", HTML}, {"*a*\n\nb", Markdown}, {" ", HTML}, {"", Text}} {
		if got, want := string(body.AppendPlain([]byte("x\n\n"))), "x\n\n"+body.Plain(); got != want {
			t.Errorf("%q is appended as %q, want %q", body.Raw, got, want)
		}
	}
}

// TestPartsOfABodyAreTheBody takes words without a blank apart: whatever part
// of them ends where, what the parts say is what the whole says.
func TestPartsOfABodyAreTheBody(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		raw  string
		kind Kind
	}{
		{strings.Repeat("工具", 80), Text},
		{strings.Repeat(`\u5de5\ud83d\ude00a`, 20), Text | JSON},
		{strings.Repeat(`a\\\"\n\\\\u`, 20), Text | JSON},
		{strings.Repeat("ab", 300), Text},
		{"\x80" + strings.Repeat("\xbf", 300), Text},
		{strings.Repeat(strings.Repeat("a", 70)+strings.Repeat(`\\`, 12), 9), Text | JSON},
	} {
		whole := (Body{c.raw, c.kind}).Unwrapped().Raw
		for size := 100; size < 140; size++ {
			got := ""
			for rest := c.raw; rest != ""; {
				part, left := (Body{rest, c.kind}).Head(size)
				if len(part.Raw) == 0 {
					t.Fatalf("nothing of %q in %d bytes", rest, size)
				}
				text := part.Unwrapped().Raw
				got += text
				rest = rest[len(rest)-left:]
			}
			if got != whole {
				t.Fatalf("in parts of %d bytes %q says %q", size, c.raw, got)
			}
		}
	}
}
