package draw

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

func TestLinksAreListedInReadingOrder(t *testing.T) {
	t.Parallel()
	got := Links("See [the *minutes* of\nMay](https://example.org/m?a=1&copy=2 \"title\") and https://example.org/b, not\n" +
		"[this](javascript:alert(1)) nor `https://example.org/code`.\n\n> <mail@example.org> or www.example.org\n\n" +
		"- ![a plan](http://example.org/ä.png)\n- [r]\n- [rel](/a) [empty]()\n\n[r]: HTTPS://example.org/r\n")
	want := []Link{
		{"the minutes of May", "https://example.org/m?a=1&copy=2"},
		{"https://example.org/b", "https://example.org/b"},
		{"mail@example.org", "mailto:mail@example.org"},
		{"www.example.org", "http://www.example.org"},
		{"a plan", "http://example.org/%C3%A4.png"},
		{"r", "https://example.org/r"},
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%q\nwant\n%q", got, want)
	}
}

func TestLinksCannotPretendToLeadElsewhere(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ markdown, want string }{
		{"[example.org](https://example.org/)", "example.org"},
		{"[https://example.org](https://example.org)", "https://example.org"},
		{"[example.org](https://evil.example/example.org)", "example.org (evil.example)"},
		{"[example.org/evil.example](https://evil.example/)", "example.org/evil.example (evil.example)"},
		{"[here](https://example.org@evil.example/)", "here (evil.example)"},
		{"[write](mailto:ann@example.org?subject=x)", "write (ann@example.org)"},
		{"[here](https://ex%41mple.org/)", "here (https://ex%41mple.org/)"},
		{"[here](https://%zz/)", "here (https://%zz/)"},
		{"[here](/page)", "here (/page)"},
	} {
		got := NewRenderer(Plain()).Body([]Block{{Markdown: tt.markdown}}, 60)
		if bare := ansi.Strip(strings.Join(got, "\n")); bare != tt.want {
			t.Errorf("%s is drawn as %q, want %q", tt.markdown, bare, tt.want)
		}
	}
}

func TestALinkThatWrapsIsOneLinkOnEveryLine(t *testing.T) {
	t.Parallel()
	lines := NewRenderer(Dark()).Body([]Block{{Markdown: "see [one two three four five](https://example.org/a?b=c&d=e) now"}}, 10)
	n := 0
	for _, line := range lines {
		if strings.Contains(line, ";https://example.org/a?b=c&d=e\a") {
			n++
		}
	}
	if n < 3 {
		t.Errorf("%d lines carry the link: %q", n, lines)
	}
	checkLines(t, lines, 10)
}

func TestCodeBehindAWordIsNoAddress(t *testing.T) {
	t.Parallel()
	r := NewRenderer(Plain())
	for _, md := range []string{"user=`ann@example.org`", "www.example.org/`ann`", "see https://example.org/`ann`"} {
		want := strings.ReplaceAll(md, "`", "")
		if got := ansi.Strip(strings.Join(r.Body([]Block{{Markdown: md}}, 60), "\n")); got != want {
			t.Errorf("%s is drawn as %s", md, got)
		}
	}
}
