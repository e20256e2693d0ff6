package format

import (
	"encoding/xml"
	"errors"
	"fmt"
	"html"
	"path/filepath"
	"strings"
	"testing"

	"skein/thread"
)

func TestAWordPressExportHasATreeForEachPost(t *testing.T) {
	t.Parallel()
	th := mustRead(t, contents(t, "testdata/wordpress/village.xml"), "")
	const want = ` : 
  post-12 kim: Rye
    3 Ann & Bo: How long?
      5 kim: A day.
        6 Cheap ovens: Buy.
  post-3 hanne: It is dry.
    8 The town – Dry: [...] dry as the village [...]
    7 : 
      9 ann: To whom is this the answer?
`
	if got := outline(th); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if th.Title != "The village – a paper" || th.URL != "https://village.example" || th.At(1).Title() != "Bread & butter" {
		t.Errorf("%q, %q, %q", th.Title, th.URL, th.At(1).Title())
	}
	for i, want := range map[int]string{2: "2013-03-04T09:15:00+01:00", 3: "2013-03-04T10:00:00", 4: ""} {
		if got := stamp(th.At(i)); got != want {
			t.Errorf("comment %d is of %q, want %q", i, got, want)
		}
	}
	if got := th.At(2).URL(); got != "https://village.example/bread/#comment-3" {
		t.Errorf("the address of a comment is %q", got)
	}
	if th.At(3).Title() != "awaits approval" || th.At(6).Title() != "pingback" || !th.At(4).Is(thread.Deleted) || th.At(3).Is(thread.Deleted) {
		t.Error("what waits, came by itself or is spam is not marked")
	}
}

func TestTheOnlyDiscussedPostOfAnExportIsThePost(t *testing.T) {
	t.Parallel()
	data := string(contents(t, "testdata/wordpress/village.xml"))
	data = data[:strings.LastIndex(data, "<item>")] + "</channel></rss>"
	th := mustRead(t, []byte(data), "")
	if th.Len() != 4 || th.Title != "Bread & butter" || th.URL != "https://village.example/bread/" || th.Name(0) != "kim" {
		t.Errorf("%d, %q, %q, by %q", th.Len(), th.Title, th.URL, th.Name(0))
	}
	if got, want := th.At(0).Body.Markdown(), "## Rye\n\nFlour and time.  \nAnd water.\n\nMore time."; got != want {
		t.Errorf("the post is\n%s\nwant\n%s", got, want)
	}
}

func TestLinesOfWordPressAreParagraphs(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, want string }{
		{"one", "one"},
		{"one\ntwo\r\n\r\n\nthree", "one<br>\ntwo\n<p>three"},
		{"<ul>\n<li>one</li>\n\n<li>two</li>\n</ul>\nthree", "<ul>\n<li>one</li>\n<li>two</li>\n</ul>\nthree"},
		{"one\n<pre>a\n\nb</pre>\ntwo\nthree", "one\n<pre>a\n\nb</pre>\ntwo<br>\nthree"},
		{"one <b>two</b>\n<i>three</i>", "one <b>two</b><br>\n<i>three</i>"},
		{"<!-- wp:paragraph -->\n<p>one</p>\n<!-- /wp:paragraph -->", "<!-- wp:paragraph -->\n<p>one</p>\n<!-- /wp:paragraph -->"},
	} {
		if got := autoParagraphs(c.text); got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}

func TestAnExportWithoutCommentsIsNoThread(t *testing.T) {
	t.Parallel()
	data := string(contents(t, "testdata/wordpress/village.xml"))
	data = data[:strings.Index(data, "<item>")] + "</channel></rss>"
	if th, err := Read([]byte(data), ""); th != nil || !errors.Is(err, ErrUnknown) {
		t.Errorf("%v, %v", th, err)
	}
}

func TestAWordPressExportCutAnywhereKeepsWhatCameBefore(t *testing.T) {
	t.Parallel()
	checkCuts(t, "wordpress", contents(t, "testdata/wordpress/village.xml"))
}

// A wxrFile is decoded by the standard library, to hold the reader against.
type wxrFile struct {
	Items []struct {
		ID       string `xml:"post_id"`
		Comments []struct {
			ID      string `xml:"comment_id"`
			Author  string `xml:"comment_author"`
			Email   string `xml:"comment_author_email"`
			Date    string `xml:"comment_date_gmt"`
			Content string `xml:"comment_content"`
			Parent  string `xml:"comment_parent"`
		} `xml:"comment"`
	} `xml:"channel>item"`
}

func TestRealExportsAsTheStandardLibraryReadsThem(t *testing.T) {
	t.Parallel()
	for _, c := range realCases(t) {
		if filepath.Base(filepath.Dir(c.path)) != "wordpress_wxr" {
			continue
		}
		data := contents(t, c.path)
		var file wxrFile
		if err := xml.Unmarshal(data, &file); err != nil {
			t.Fatal(err)
		}
		th := mustRead(t, data, "")
		for _, item := range file.Items {
			for _, want := range item.Comments {
				parent := want.Parent
				if parent == "0" {
					parent = "post-" + item.ID
				}
				i := called(th, want.ID)
				got := th.At(i)
				if th.At(th.Parent(i)).ID != parent || th.Name(i) != html.UnescapeString(want.Author) {
					t.Errorf("%s by %q answers %s, want %s, %s", got.ID, th.Name(i), th.At(th.Parent(i)).ID, parent, want.Author)
				}
				if stamp := got.Time().UTC().Format("2006-01-02 15:04:05"); stamp != want.Date {
					t.Errorf("%s is of %s, want %s", got.ID, stamp, want.Date)
				}
				if lines(got.Body.Raw) != lines(want.Content) {
					t.Errorf("%s says\n%s\nwant\n%s", got.ID, got.Body.Raw, want.Content)
				}
			}
		}
	}
}

// called is the comment of that id, 0 for none.
func called(th *thread.Thread, id string) int {
	for i := range th.Len() {
		if th.At(i).ID == id {
			return i
		}
	}
	return 0
}

// lines is a text without what only breaks its lines.
func lines(text string) string {
	text = strings.NewReplacer("<br>", " ", "<p>", " ", "</p>", " ").Replace(text)
	return strings.Join(strings.Fields(text), " ")
}

func FuzzReadWordPressExport(f *testing.F) { fuzzReader(f, "wordpress") }

func BenchmarkReadWordPressExport(b *testing.B) {
	var file strings.Builder
	file.WriteString(`<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><item><title>T</title><wp:post_id>1</wp:post_id>`)
	for i := range 4000 {
		fmt.Fprintf(&file, `<wp:comment><wp:comment_id>%d</wp:comment_id><wp:comment_author><![CDATA[ann%d]]></wp:comment_author>
<wp:comment_date>2013-03-04 09:15:00</wp:comment_date><wp:comment_date_gmt>2013-03-04 08:15:00</wp:comment_date_gmt>
<wp:comment_content><![CDATA[%s]]></wp:comment_content><wp:comment_parent>%d</wp:comment_parent></wp:comment>`,
			i+2, i%300, strings.Repeat("It&#x27;s a \"long\" answer of several lines.\n\n", 20), i+2-i%5)
	}
	file.WriteString("</item></channel></rss>")
	benchmarkRead(b, file.String())
}
