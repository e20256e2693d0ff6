package format

import (
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"skein/thread"
	"skein/thread/markup"
)

func TestAPageHoldsTheThread(t *testing.T) {
	t.Parallel()
	page := written(t, library(), "html", Selection{})
	for _, want := range []string{
		"<title>A *tool* library</title>", `href="https://town.example/tools">A *tool* library</a></h1>`,
		"<b>kim</b>", "<blockquote>\n<p>The town.</p>\n</blockquote>", "<b>odd_job</b> · 1 point · ",
		`<a href="#c1">↑ #1</a>`, `<span class="count">3 replies</span>`, "deleted", "2 more replies",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page has no %q", want)
		}
	}
	checkPage(t, library())
}

// allowed are the attributes of each element that may be on a page.
var allowed = map[string]string{
	"html": "", "head": "", "meta": "charset http-equiv content name", "title": "", "style": "", "body": "", "main": "",
	"article": "id", "details": "id open", "summary": "", "div": "class", "span": "class", "time": "datetime",
	"h1": "", "h2": "", "h3": "", "h4": "", "h5": "", "h6": "", "p": "class", "a": "href rel", "b": "", "strong": "", "em": "", "del": "",
	"blockquote": "", "pre": "", "code": "class", "ul": "", "ol": "start", "li": "", "hr": "", "br": "",
	"table": "", "thead": "", "tbody": "", "tr": "", "td": "align", "th": "align",
}

// checkPage holds a page, as the browser's parser reads it, against the
// thread it was made of.
func checkPage(t *testing.T, th *thread.Thread) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(written(t, th, "html", Selection{})))
	if err != nil {
		t.Fatal(err)
	}
	i := -1
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		checkElement(t, n)
		if n.Data == "article" || n.Data == "details" {
			i++
			checkEntry(t, th, i, n)
		}
	}
	if i+1 != th.Len() {
		t.Errorf("%d entries have become %d", th.Len(), i+1)
	}
}

// checkElement fails for what could run, load or lead anywhere but to the web.
func checkElement(t *testing.T, n *html.Node) {
	t.Helper()
	attributes, ok := allowed[n.Data]
	if !ok {
		t.Errorf("there is a <%s>", n.Data)
	}
	for _, a := range n.Attr {
		if !slices.Contains(strings.Fields(attributes), a.Key) {
			t.Errorf("a <%s> has %s=%q", n.Data, a.Key, a.Val)
		}
		if a.Key == "href" && !strings.HasPrefix(a.Val, "#c") && !webAddress(a.Val) {
			t.Errorf("a link leads to %q", a.Val)
		}
	}
}

// checkEntry holds the element of a comment against the comment.
func checkEntry(t *testing.T, th *thread.Thread, i int, n *html.Node) {
	t.Helper()
	c := th.At(i)
	id := func(n *html.Node) string {
		return n.Attr[slices.IndexFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "id" })].Val
	}
	if id(n) != "c"+strconv.Itoa(int(c.Number)) {
		t.Errorf("entry %d is %s, want c%d", i, id(n), c.Number)
	}
	if d := th.Depth(i); d > 1 && d <= deepestDetails && id(n.Parent) != "c"+strconv.Itoa(int(th.At(th.Parent(i)).Number)) {
		t.Errorf("entry %d stands in %s, want c%d", i, id(n.Parent), th.At(th.Parent(i)).Number)
	}
	var by, at, body string
	for m := range n.ChildNodes() {
		if m.Data == "summary" || m.Data == "p" {
			for l := range m.ChildNodes() {
				switch l.Data {
				case "b":
					by = shownText(l)
				case "time":
					at = l.Attr[0].Val
				}
			}
		}
		if m.Data == "div" {
			body = shownText(m)
		}
	}
	if by != th.Name(i) || at != stamp(c) {
		t.Errorf("entry %d is by %q at %q, want %q, %q", i, by, at, th.Name(i), stamp(c))
	}
	// A picture becomes a link with words of its own.
	if got, want := lettersOf(body), lettersOf(words(c.Body)); got != want && !strings.Contains(got, "image") {
		t.Errorf("entry %d says\n%.300q\nwant\n%.300q", i, got, want)
	}
}

// shownText is the text that a browser shows of an element.
func shownText(n *html.Node) string {
	var b strings.Builder
	for m := range n.Descendants() {
		if m.Type == html.TextNode {
			b.WriteString(m.Data)
		}
	}
	return b.String()
}

// lettersOf is a text without blanks and line ends, which a page has its own of.
func lettersOf(text string) string { return strings.Join(strings.Fields(text), "") }

func TestRealThreadsAreWholeOnAPage(t *testing.T) {
	t.Parallel()
	for _, c := range realCases(t) {
		t.Run(filepath.Base(c.path), func(t *testing.T) {
			t.Parallel()
			checkPage(t, mustRead(t, contents(t, c.path), ""))
		})
	}
}

func TestNothingOnAPageRunsOrLoads(t *testing.T) {
	t.Parallel()
	body := func(text string, kind markup.Kind) markup.Body { return markup.Body{Raw: text, Kind: kind} }
	const evil = `</title></style></script><script>alert(1)</script><img src=x onerror=alert(1)>" onclick="x`
	b := thread.Builder{Title: evil, URL: "javascript:alert(1)"}
	b.Post(thread.Post{Author: evil, URL: "data:text/html,x", Body: body(evil, markup.Markdown)})
	b.Add(thread.Post{Level: 1, ID: evil, Author: evil, Title: evil, Body: body(evil, markup.HTML), Attachments: []thread.Attachment{{Name: evil}}})
	for _, text := range []string{
		"[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1) \"t\")", "[x](&#106;avascript:alert(1))", "![x](https://a.example/x.png)", "[![x](data:y)](https://a.example)",
		"<javascript:alert(1)>", "[x](//a.example)", "[x](/local)", "[x](vbscript:x)", "[x](file:///etc/passwd)", "[x](<https://a.example/\" onclick=\"x>)",
		"<https://a.example/x>", "<ann@a.example>", "|a|\n|:-:|\n|b|", "<b onclick=x>b</b>", "<details><summary>x</summary>", "</details></main>", "```\" onclick=\nx\n```",
		"<!-- -->", "<style>*{display:none}</style>", "&lt;script&gt;",
	} {
		b.Add(thread.Post{Level: 2, Author: "ann", URL: text, Body: body(text, markup.Markdown)})
		b.Add(thread.Post{Level: 3, Author: "ann", URL: text, Body: body(text, markup.Text)})
	}
	checkPage(t, b.Thread())
}

func TestAPageOfALongChainStaysFlatEnough(t *testing.T) {
	t.Parallel()
	var b thread.Builder
	at := time.Date(2024, 5, 1, 0, 0, 0, 0, time.UTC)
	for level := range 5000 {
		b.Add(thread.Post{Level: level + 1, Author: "ann", Time: at, Body: markup.Body{Raw: "x"}})
	}
	b.Add(thread.Post{Level: 2, Author: "bo"})
	checkPage(t, b.Thread())
}

func FuzzWriteHTML(f *testing.F) {
	f.Add("[x](javascript:y) <b>z</b> ![p](https://a.example)", uint8(markup.Markdown))
	f.Add("<a href=javascript:x>y</a><svg onload=z>", uint8(markup.HTML))
	f.Fuzz(func(t *testing.T, text string, kind uint8) {
		b := thread.Builder{Title: text, URL: text}
		b.Add(thread.Post{Level: 1, Author: text, URL: text, Body: markup.Body{Raw: text, Kind: markup.Kind(kind % 3)}})
		root, err := html.Parse(strings.NewReader(written(t, b.Thread(), "html", Selection{})))
		if err != nil {
			t.Skip(err)
		}
		for n := range root.Descendants() {
			if n.Type == html.ElementNode {
				checkElement(t, n)
			}
		}
	})
}

func BenchmarkWriteHTML(b *testing.B) { benchmarkWrite(b, "html") }
