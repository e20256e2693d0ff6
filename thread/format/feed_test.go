package format

import (
	"encoding/xml"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"skein/thread"
)

func TestAtomEntriesHangBelowWhatTheyAnswer(t *testing.T) {
	t.Parallel()
	th := mustRead(t, contents(t, "testdata/feed/threaded.atom"), "")
	const want = ` : 
  tag:orchard.example,2020:c1 ann: When are they ripe?
    tag:orchard.example,2020:c2 bo: In October.
      tag:orchard.example,2020:c3 ann: 1 < 2, as text.
  tag:orchard.example,2020:c0 : 
    tag:orchard.example,2020:c4 kim: To somebody who is gone.
`
	if got := outline(th); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if th.Title != "Pears & quinces" || th.URL != "https://orchard.example/pears/" {
		t.Errorf("%q at %s", th.Title, th.URL)
	}
	if !th.At(4).Is(thread.Ghost) || th.Link(4) != "https://orchard.example/pears/#comment-0" {
		t.Errorf("what is missing is at %q", th.Link(4))
	}
	if th.Link(2) != "https://orchard.example/pears/#comment-2" || th.Link(3) != "https://orchard.example/pears/#comment-3" {
		t.Errorf("%s, %s", th.Link(2), th.Link(3))
	}
	if stamp(th.At(1)) != "2020-05-01T09:00:00+02:00" || stamp(th.At(2)) != "2020-05-01T10:00:00Z" {
		t.Errorf("%s, %s", stamp(th.At(1)), stamp(th.At(2)))
	}
	if th.At(1).Title() != "" || th.At(3).Title() != "A question of my own" || th.At(1).Author == th.At(3).Author {
		t.Error("titles or authors are mixed up")
	}
}

func TestCommentsOfASiteAreAFlatList(t *testing.T) {
	t.Parallel()
	data := strings.ReplaceAll(string(contents(t, "testdata/feed/site.rss")), "é", "\xe9")
	th := mustRead(t, []byte(data), "")
	const want = ` : 
  https://orchard.example/?p=1#comment-12 Ann – of Café: When are they ripe?
  https://orchard.example/?p=2#comment-11 bo: Mine are red.
`
	if got := outline(th); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if th.Title != "The orchard" || th.At(1).Title() != "Pears & quinces" || th.At(2).Title() != "Apples by bo" {
		t.Errorf("%q, %q, %q", th.Title, th.At(1).Title(), th.At(2).Title())
	}
	if th.Authors[th.At(2).Author].Address != "bo@orchard.example" || stamp(th.At(2)) != "2020-04-30T20:00:00Z" {
		t.Errorf("%v at %s", th.Authors[th.At(2).Author], stamp(th.At(2)))
	}
}

func TestTheEntryThatIsNoCommentIsThePost(t *testing.T) {
	t.Parallel()
	th := mustRead(t, contents(t, "testdata/feed/listing.rss"), "")
	if got, want := outline(th), "t3_abc kim: Look at it.\n  t1_d1 ann: Lovely.\n  t1_d2 : [removed]\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if th.Title != "A pear" || th.At(1).Title() != "" || !th.At(2).Is(thread.Deleted) {
		t.Errorf("%q, %q", th.Title, th.At(1).Title())
	}
}

func TestFeedsOfArticlesAreNoThreads(t *testing.T) {
	t.Parallel()
	for name, feed := range map[string]string{
		"nothing":   `<rss><channel></channel></rss>`,
		"a blog":    `<rss xmlns:slash="http://purl.org/rss/1.0/modules/slash/"><channel><title>Comments on life</title><item><title>Re: pears</title><link>https://a.example/?p=7</link><comments>https://a.example/?p=7#comments</comments><slash:comments>3</slash:comments></item></channel></rss>`,
		"news":      `<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>urn:1</id><title>Pears are ripe</title></entry><entry><id>urn:2</id><title>Pears are gone</title></entry></feed>`,
		"a podcast": `<rss><channel><item><title>Part 1</title><guid>https://a.example/1</guid></item><item><title>Part 2</title><guid>https://a.example/2</guid></item></channel></rss>`,
		"a map":     `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://a.example/#comment-1</loc></url></urlset>`,
	} {
		if sniffFeed([]byte(feed)) {
			t.Errorf("%s is taken for a thread", name)
		}
	}
}

func TestFeedsOfManyProgramsAreRecognised(t *testing.T) {
	t.Parallel()
	for name, items := range map[string]string{
		"an RSS 1.0 feed":      `</channel><item rdf:about="https://a.example/x#c1"><title>Pears</title></item><channel>`,
		"questions":            `<item><title>Why?</title><link>https://a.example/q/1</link></item><item><title>Answer by ann for Why?</title><link>https://a.example/q/1/x/2#2</link></item>`,
		"a forum":              `<item><title>Pears</title><guid>a.example-post-12-1</guid></item><item><title>Pears</title><guid>a.example-post-12-2</guid></item>`,
		"a mailing list":       `<item><title>Pears</title></item><item><title>Re: Pears</title></item>`,
		"Hacker News":          `<item><title>New comment by ann in "Pears"</title><link>https://hn.example/item?id=2</link><comments>https://hn.example/item?id=2</comments></item>`,
		"comments in Polish":   `<item><title>Komentarz do Pears, którego autorem jest ann</title></item><item><title>Autor: bo</title></item>`,
		"comments in Italian":  `<item><title>Di: ann</title></item><item><title>Di: bo</title></item>`,
		"comments in Japanese": `<item><title>ann</title><guid isPermaLink="false">https://a.example/?p=3#comment-5</guid></item>`,
	} {
		th, err := Read([]byte(`<rss xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><channel><title>T</title>`+items+`</channel></rss>`), "")
		if err != nil || th.Len() != 2 && th.Len() != 3 {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestTitlesOfFeedsSayWhatTheCommentIsOn(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ title, author, want string }{
		{"By: ann", "ann", ""}, {"Par : ann", "ann", ""}, {"От: ann", "ann", ""}, {"ann より", "ann", ""}, {"Comment by ann", "ann", ""},
		{"Comment on Pears by ann", "ann", "Pears"}, {"Comentario en Peras por ann", "ann", "Peras"}, {"Комментарий к Груши от ann", "ann", "Груши"},
		{`New comment by ann in "Pears"`, "ann", "Pears"}, {"Pears", "ann", "Pears"}, {"Comment by bo", "ann", "Comment by bo"},
	} {
		if got := subject(c.title, c.author); got != c.want {
			t.Errorf("%q by %s is on %q, want %q", c.title, c.author, got, c.want)
		}
	}
	for title, want := range map[string]string{"Comments on: Pears": "Pears", "Комментарии: Груши": "Груши", "梨 へのコメント": "梨", "《梨》的评论": "《梨》", "Pears": "Pears"} {
		if got := feedSubject(title); got != want {
			t.Errorf("%q is on %q, want %q", title, got, want)
		}
	}
}

func TestAJSONFeedOfCommentsIsRead(t *testing.T) {
	t.Parallel()
	const feed = `{"version":"https://jsonfeed.org/version/1.1","title":"Comments on: Pears","home_page_url":"https://orchard.example/pears/","items":[
{"id":"https://orchard.example/?p=1#comment-11","url":"https://orchard.example/pears/#comment-11","title":"By: Ann","authors":[{"name":"Ann","url":"https://ann.example"}],"content_html":"<p>Ripe <em>when</em>?</p>","date_published":"2020-05-01T09:00:00+02:00"},
{"id":"https://orchard.example/?p=1#comment-12","url":"https://orchard.example/pears/#comment-12","author":{"name":"bo"},"content_text":"1 < 2","date_published":"2020-05-01T10:00:00Z"}]}`
	th := mustRead(t, []byte(feed), "")
	const want = ` : 
  https://orchard.example/?p=1#comment-11 Ann: Ripe when?
  https://orchard.example/?p=1#comment-12 bo: 1 < 2
`
	if got := outline(th); got != want || th.Format != "feed" {
		t.Errorf("%s: got\n%swant\n%s", th.Format, got, want)
	}
	if th.Title != "Pears" || th.URL != "https://orchard.example/pears/" || stamp(th.At(1)) != "2020-05-01T09:00:00+02:00" {
		t.Errorf("%q at %s, %s", th.Title, th.URL, stamp(th.At(1)))
	}
}

func TestOfSeveralAuthorsTheFirstIsTold(t *testing.T) {
	t.Parallel()
	const data = `<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>a#comment-1</id>
<author><name>Ann</name><email>ann@pears.example</email></author><author><name>Bo</name><email>bo@pears.example</email></author>
<content>Pears.</content></entry></feed>`
	th := mustRead(t, []byte(data), "feed")
	if who := th.Authors[th.At(1).Author]; who.Name != "Ann" || who.Address != "ann@pears.example" {
		t.Errorf("%+v", who)
	}
}

func TestAFeedThatBreaksOffInAHeadHasNoPostThere(t *testing.T) {
	t.Parallel()
	data := string(contents(t, "testdata/feed/replies.rss"))
	data = data[:strings.Index(data, "<title>Von: fay")+len("<title>Vo")]
	th, err := Read([]byte(data), "")
	if err == nil || th.Title != "Birnen" || th.Name(1) != "Ann & Co" {
		t.Errorf("%v, %q", err, th.Title)
	}
}

func TestTimesOfFeeds(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Wed, 30 Sep 2009 01:44:34 +0000": "2009-09-30T01:44:34Z",
		"30 Sep 2009 01:44:34 -0700":      "2009-09-30T01:44:34-07:00",
		"Wed, 30 Sep 2009 01:44:34 GMT":   "2009-09-30T01:44:34Z",
		"2009-09-30T01:44:34.5+02:00":     "2009-09-30T01:44:34+02:00",
		"2009-09-30":                      "2009-09-30T00:00:00",
		"Wed, 30 Sep 2009 01:44:34 CEST":  "2009-09-30T01:44:34",
		"yesterday":                       "",
	} {
		var b thread.Builder
		at, zone, _ := readTime(text)
		b.Post(thread.Post{Time: at, Zone: zone})
		if got := stamp(b.Thread().At(0)); got != want {
			t.Errorf("%s is %q, want %q", text, got, want)
		}
	}
}

func TestAFeedCutAnywhereKeepsWhatCameBefore(t *testing.T) {
	t.Parallel()
	for _, sample := range []string{"threaded.atom", "site.rss"} {
		checkCuts(t, "feed", contents(t, "testdata/feed/"+sample))
	}
}

// A feedFile is decoded by the standard library, to hold the reader against.
type feedFile struct {
	Items   []feedRow `xml:"channel>item"`
	Entries []feedRow `xml:"entry"`
}

type feedRow struct {
	GUID    string `xml:"guid"`
	ID      string `xml:"id"`
	Creator string `xml:"creator"`
	Name    string `xml:"author>name"`
	Date    string `xml:"pubDate"`
	Updated string `xml:"updated"`
	Encoded string `xml:"encoded"`
	Content string `xml:"content"`
	Reply   struct {
		Ref string `xml:"ref,attr"`
	} `xml:"in-reply-to"`
}

func TestRealFeedsAsTheStandardLibraryReadsThem(t *testing.T) {
	t.Parallel()
	for _, c := range realCases(t) {
		if formatOf[filepath.Base(filepath.Dir(c.path))] != "feed" {
			continue
		}
		data := contents(t, c.path)
		var file feedFile
		if err := xml.Unmarshal(data, &file); err != nil {
			t.Fatal(err)
		}
		th := mustRead(t, data, "")
		for _, row := range append(file.Items, file.Entries...) {
			i := called(th, row.GUID+row.ID)
			c := th.At(i)
			if c.ID != row.GUID+row.ID || th.Name(i) != strings.Replace(strings.TrimPrefix(row.Creator+row.Name, "/u/"), "[deleted]", "", 1) {
				t.Errorf("%s is by %q, want %s by %q", c.ID, th.Name(i), row.GUID+row.ID, row.Creator+row.Name)
			}
			if row.Reply.Ref != "" && th.At(th.Parent(i)).ID != row.Reply.Ref {
				t.Errorf("%s answers %s, want %s", c.ID, th.At(th.Parent(i)).ID, row.Reply.Ref)
			}
			if !strings.Contains(row.Encoded+row.Content, c.Body.Raw) || c.Body.Empty() {
				t.Errorf("%s says %q", c.ID, c.Body.Raw)
			}
			if at, _, ok := readTime(row.Date + row.Updated); !ok || i > 0 && !at.Equal(c.Time()) {
				t.Errorf("%s is of %s", c.ID, c.Time())
			}
		}
	}
}

func FuzzReadFeed(f *testing.F) { fuzzReader(f, "feed") }

func BenchmarkReadFeed(b *testing.B) {
	var file strings.Builder
	file.WriteString(`<rss xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>T</title>`)
	for i := range 4000 {
		fmt.Fprintf(&file, `<item><title>Comment on Pears by ann%d</title><link>https://orchard.example/pears/#comment-%d</link>
<dc:creator>ann%d</dc:creator><pubDate>Wed, 30 Sep 2009 01:44:34 +0000</pubDate><guid isPermaLink="false">https://orchard.example/?p=1#comment-%d</guid>
<content:encoded><![CDATA[%s]]></content:encoded></item>`, i%300, i, i%300, i, strings.Repeat("<p>It&#x27;s a \"long\" answer.</p>", 20))
	}
	file.WriteString("</channel></rss>")
	benchmarkRead(b, file.String())
}
