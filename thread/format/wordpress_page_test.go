package format

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"skein/thread"
)

func TestWordPressThemesAreRead(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ file, title, want string }{
		{"theme", "Wer schärft die Beile?", ` : Seit Ostern sind sie stumpf.
  11 Märta O’Dell: Ich, am Donnerstag.
    12 Bo: Danke!
  13 Nachbars Blog: Pingback: Nachbars Blog
  14 Hanne: Stumpf ist sicherer.
`},
		{"kubrick", "Rain again", ` : It rains.
  7 bo: So it does.
  8 ann: Not here.
`},
		{"handmade", "The ferry, again", ` : Late, as ever.
  31 ann: By an hour.
  32 bo: I swam.
  33 kim: I swam.
`},
	} {
		th := mustRead(t, contents(t, "testdata/wordpress/"+c.file+".html"), "")
		if got := outline(th); got != c.want {
			t.Errorf("%s: got\n%swant\n%s", c.file, got, c.want)
		}
		if th.Title != c.title {
			t.Errorf("%s: title %q", c.file, th.Title)
		}
	}
}

func TestWordPressTimesComeFromTheSurestPlace(t *testing.T) {
	t.Parallel()
	theme := mustRead(t, contents(t, "testdata/wordpress/theme.html"), "")
	handmade := mustRead(t, contents(t, "testdata/wordpress/handmade.html"), "")
	for _, c := range []struct {
		comment *thread.Comment
		want    time.Time
		zoned   bool
	}{
		{theme.At(0), time.Date(2024, 4, 30, 6, 0, 0, 0, time.UTC), true},
		{theme.At(1), time.Date(2024, 5, 1, 8, 0, 0, 0, time.UTC), true},
		{theme.At(4), time.Date(2024, 5, 2, 18, 5, 0, 0, time.UTC), false},
		{handmade.At(1), time.Date(2024, 5, 2, 16, 8, 0, 0, time.UTC), true},
	} {
		if got := c.comment.Time(); !got.Equal(c.want) || c.comment.Is(thread.Zoned) != c.zoned {
			t.Errorf("comment %s was written %v, want %v", c.comment.ID, got, c.want)
		}
	}
	if got := theme.At(1).URL(); got != "https://dorf.example/beile/#comment-11" {
		t.Errorf("the address of a comment is %q", got)
	}
}

func TestBodiesAreTheSourceOfTheirElement(t *testing.T) {
	t.Parallel()
	data := contents(t, "testdata/wordpress/theme.html")
	th := mustRead(t, data, "")
	if got := th.At(1).Body.Raw; got != "<p>Ich, am Donnerstag.</p><p>Wer <strong>noch</strong>?</p>" {
		t.Errorf("%q", got)
	}
	for i := range th.Len() {
		if raw := th.At(i).Body.Raw; strings.Contains(raw, "reply") || strings.Contains(raw, "sagt:") {
			t.Errorf("comment %d keeps what is not its text: %q", i, raw)
		}
	}
}

// htmlNodes are the elements of a page in order, as the parser of x/net/html
// sees them.
func htmlNodes(t *testing.T, data []byte, match func(*html.Node) bool) []*html.Node {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	var found []*html.Node
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && match(n) {
			found = append(found, n)
		}
	}
	return found
}

func htmlAttr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func htmlHas(n *html.Node, class string) bool {
	return slices.Contains(strings.Fields(htmlAttr(n, "class")), class)
}

// htmlText is all text in n, that of images too, on one line.
func htmlText(n *html.Node) string {
	var b strings.Builder
	for m := range n.Descendants() {
		switch {
		case m.Type == html.TextNode:
			b.WriteString(m.Data)
		case m.Data == "img":
			b.WriteString(htmlAttr(m, "alt"))
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// firstNode is the first element in n that matches, an empty one where none
// does.
func firstNode(n *html.Node, match func(*html.Node) bool) *html.Node {
	for m := range n.Descendants() {
		if m.Type == html.ElementNode && match(m) {
			return m
		}
	}
	return &html.Node{}
}

// checkWords holds that the words of a body stand in the element it is from.
func checkWords(t *testing.T, c *thread.Comment, item *html.Node) {
	t.Helper()
	text := strings.ReplaceAll(htmlText(item), " ", "")
	for word := range strings.FieldsSeq(c.Body.Plain()) {
		if !strings.Contains(text, word) && !strings.Contains(word, "//") {
			t.Errorf("comment %s: %q is not in %.200s", c.ID, word, text)
			return
		}
	}
}

// TestRealWordPressPagesAsAnotherParserReadsThem takes the pages of themes
// with the usual list and holds ids, parents, authors and words against a
// plain parse.
func TestRealWordPressPagesAsAnotherParserReadsThem(t *testing.T) {
	t.Parallel()
	for _, c := range realCases(t) {
		if filepath.Base(filepath.Dir(c.path)) != "wordpress_html" || strings.Contains(c.path, "blogging-horror") || strings.Contains(c.path, "hearya") {
			continue // hand-made: flat, held against their ids below
		}
		data := contents(t, c.path)
		th := mustRead(t, data, "")
		items := htmlNodes(t, data, func(n *html.Node) bool {
			return n.Data == "li" && strings.Contains(htmlAttr(n, "class"), "depth-")
		})
		if len(items) != th.Len()-1 {
			t.Fatalf("%s: %d items, %d comments", c.path, len(items), th.Len()-1)
		}
		for i, item := range items {
			checkWordPressItem(t, th, i+1, item)
		}
	}
}

func checkWordPressItem(t *testing.T, th *thread.Thread, i int, item *html.Node) {
	t.Helper()
	id := func(n *html.Node) string {
		full := htmlAttr(n, "id")
		if full == "" {
			full = htmlAttr(firstNode(n, func(n *html.Node) bool { return strings.Contains(htmlAttr(n, "id"), "comment-") }), "id")
		}
		return full[strings.LastIndexByte(full, '-')+1:]
	}
	c := th.At(i)
	if c.ID != id(item) {
		t.Errorf("comment %d is %q, want %q", i, c.ID, id(item))
	}
	parent := ""
	for n := item.Parent; n != nil && parent == ""; n = n.Parent {
		if n.Data == "li" && strings.Contains(htmlAttr(n, "class"), "depth-") {
			parent = id(n)
		}
	}
	if got := th.At(th.Parent(i)).ID; got != parent {
		t.Errorf("comment %s answers %q, want %q", c.ID, got, parent)
	}
	text := htmlText(item)
	if th.Name(i) == "" || !strings.Contains(text, th.Name(i)) {
		t.Errorf("comment %s by %q: %.200s", c.ID, th.Name(i), text)
	}
	checkWords(t, c, item)
	if !c.Is(thread.Timed) || c.Body.Empty() {
		t.Errorf("comment %s has the time %v and the body %q", c.ID, c.Time(), c.Body.Plain())
	}
}

func TestRealHandmadePagesHaveTheirIdsInOrder(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"blogging-horror.html", "hearya.com.metal.html"} {
		data := contents(t, filepath.Join(realFolder(t), "wordpress_html", name))
		th := mustRead(t, data, "")
		items := htmlNodes(t, data, func(n *html.Node) bool { return numberAfter(htmlAttr(n, "id"), "comment-") != "" })
		if len(items) != th.Len()-1 {
			t.Fatalf("%s: %d items, %d comments", name, len(items), th.Len()-1)
		}
		for i, item := range items {
			c := th.At(i + 1)
			if "comment-"+c.ID != htmlAttr(item, "id") || !strings.Contains(htmlText(item), th.Name(i+1)) || !c.Is(thread.Timed) || c.Body.Empty() {
				t.Errorf("%s: comment %s by %q, %v: %.100s", name, c.ID, th.Name(i+1), c.Time(), htmlText(item))
			}
		}
	}
}

func FuzzReadPage(f *testing.F) {
	for _, folder := range []string{"hackernews", "reddit", "lobsters", "wordpress", "stackexchange", "publicinbox", "debbugs", "chat", "html"} {
		for path, data := range samples(f) {
			if strings.HasPrefix(path, folder+"/") && strings.HasSuffix(path, ".html") {
				f.Add(data)
			}
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		taken := ""
		for _, kind := range pageKinds {
			if sniffPage(kind.format)(data) {
				taken += kind.format
			}
			var b thread.Builder
			if err := kind.read(data, &b); err != nil && b.Len() > 0 && (kind.format != "html" || errors.Is(err, ErrUnknown)) {
				t.Fatalf("%s: %d comments and %v", kind.format, b.Len(), err)
			}
			th := b.Thread()
			checkThread(t, th)
			for i := range th.Len() {
				if raw := th.At(i).Body.Raw; len(raw) > len(data) {
					t.Fatalf("%s: a body of %d bytes in a page of %d", kind.format, len(raw), len(data))
				}
			}
		}
		if name := strings.TrimSpace(taken); name != "" && !known(name) {
			t.Fatalf("taken for %s, more than one format", name)
		}
	})
}

// BenchmarkReadWordPressPage is the wait between choosing a saved page and its
// first screen, in bytes a second.
func BenchmarkReadWordPressPage(b *testing.B) {
	var page strings.Builder
	page.WriteString(`<!DOCTYPE html><html><head><title>T</title><link href="/wp-content/x.css"></head><body><ol class="comment-list">`)
	for i := range 2000 {
		fmt.Fprintf(&page, `<li id="comment-%d" class="comment even depth-1"><article id="div-comment-%d" class="comment-body"><footer class="comment-meta"><div class="comment-author vcard"><img alt="" src="https://avatar.example/%d?s=50" class="avatar photo"><b class="fn">ann%d</b> <span class="says">says:</span></div><div class="comment-metadata"><a href="https://town.example/post/#comment-%d"><time datetime="2024-05-01T10:00:00+02:00">May 1, 2024 at 10:00 am</time></a></div></footer><div class="comment-content"><p>%s</p></div><div class="reply"><a class="comment-reply-link" href="#comment-%d">Reply</a></div></article></li>`,
			i, i, i, i%300, i, strings.Repeat("Some words of an ordinary comment. ", 8), i)
	}
	data := []byte(page.String())
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := Read(data, ""); err != nil {
			b.Fatal(err)
		}
	}
}
