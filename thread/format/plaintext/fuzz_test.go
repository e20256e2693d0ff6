package plaintext

import (
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/tools/txtar"

	"skein/thread"
	"skein/thread/markup"
)

// FuzzReadText holds what is true of any page: the text of the post and of
// all comments stands in the page, in this order and each line once; names
// stand there too; levels begin at 1.
func FuzzReadText(f *testing.F) {
	files, _ := filepath.Glob("../testdata/text/*.txtar")
	for _, file := range files {
		if a, err := txtar.ParseFile(file); err == nil {
			f.Add(string(a.Files[0].Data))
		}
	}
	f.Add("0 sA...\nMAY2000A1\f.")
	f.Add("r : sAY: 0 01\n01\n0000A:\xfe\xab\xab\xab\xabAY: sAY:")
	f.Add("0\n0\nd01\nBY A\xff\x801\nB")
	f.Add("00\n0\n001\nBY Aug1\nBY 0")
	f.Add("ann\nAuthor\nMay 3, 2014 at 9:05 am\na\n\nbo\nAuthor\nMay 3, 2014 at 9:06 am\nb\n")
	f.Add("[…] a\n[…] b\n[…] c\n[…] d\n")
	f.Add("a\n\nPosts: 1\n\n« on: May 3, 2012, 12:00 »\nb\nLogged\nc\nPosts: 2\n« Reply #1 on: 12:00 »\n« Reply #2 on: 12:01 »\n")
	f.Add("1. a says:\r\n\tb\x92\r\n1.1. c says:\n\n\n")
	f.Add("T\nby k\n\np\n\n2 replies\n  1. a says:\n    May 1, 2024 at 4:05 pm\n\n    b\n\n    • deleted says:\n\n")
	f.Fuzz(func(t *testing.T, page string) {
		var b thread.Builder
		Read([]byte(page), &b)
		text := Decode([]byte(page))
		lines := Lines(text)
		if len(lines) == 0 {
			return
		}
		if readOwn(source(text), lines, &thread.Builder{}) {
			checkOwnText(t, lines, b.Thread())
			return
		}
		p := pageOf(text, lines)
		last := 0
		for i := range p.headers {
			h, span := p.headers[i], p.bodies[i]
			if h.level < 1 || h.author == "" && h.extras().id == "" {
				t.Errorf("header %+v", h)
			}
			if span.from < last || span.to < span.from || span.to > len(p.lines) {
				t.Errorf("lines %+v of %d after %d", span, len(p.lines), last)
			}
			below := p.lines[span.from:span.to]
			if got, want := p.text.body(below), Body(below); got.Markdown() != want.Markdown() || got.Plain() != want.Plain() {
				t.Errorf("%q reads %q, but its lines %q", got.Raw, got.Plain(), want.Plain())
			}
			last = span.to
		}
		th := b.Thread()
		if th.Len() != len(p.headers)+1 {
			t.Errorf("%d comments of %d headers", th.Len()-1, len(p.headers))
		}
		for i := range th.Len() {
			if !utf8.ValidString(th.At(i).Body.Unwrapped().Raw) {
				t.Errorf("body %q", th.At(i).Body.Unwrapped().Raw)
			}
		}
		if len(p.headers) == 0 {
			checkWholePost(t, p.lines, th)
		}
	})
}

// checkOwnText holds that a page in the shape of the writer has the comments it
// counts.
func checkOwnText(t *testing.T, lines []Line, th *thread.Thread) {
	t.Helper()
	if _, count := ownCount(lines); count != th.Len()-1 {
		t.Errorf("%d comments of %d", th.Len()-1, count)
	}
}

// checkWholePost holds that a page without comments loses nothing but a
// byline that was read.
func checkWholePost(t *testing.T, lines []Line, th *thread.Thread) {
	t.Helper()
	body := th.At(0).Body.Unwrapped().Raw
	head := 2 // the last line of title and byline
	for i, l := range lines {
		if markup.CleanLine(l.Text) == th.Title {
			head = max(head, i+2)
		}
		if i > head && !strings.Contains(body, l.Text) {
			t.Errorf("%q is not in the post", l.Text)
		}
	}
}

// BenchmarkReadText is the wait between choosing a saved page and its first
// screen, in bytes a second.
func BenchmarkReadText(b *testing.B) {
	const comments = 5000
	var page strings.Builder
	page.WriteString("A long discussion\n\nThe post.\n\n5000 comments\n")
	for i := range comments {
		indent := strings.Repeat("    ", i%4)
		page.WriteString("\n" + indent + "someone — June 24th, 2012, 11:39 pm\n\n")
		for range 3 {
			page.WriteString(indent + "A line of ordinary length, wrapped as browsers do it when they are told to dump.\n")
		}
		page.WriteString(indent + "What they say: it was 2 degrees, and on June 3 it snowed.\n")
	}
	data := []byte(page.String())
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		var t thread.Builder
		if Read(data, &t); t.Len() != comments {
			b.Fatal(t.Len())
		}
	}
}
