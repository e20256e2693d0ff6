package format

import (
	"testing"

	"skein/thread"
)

func TestWordPressFeedsSayInTheTextWhatACommentAnswers(t *testing.T) {
	t.Parallel()
	th := mustRead(t, contents(t, "testdata/feed/replies.rss"), "")
	const want = ` : 
  https://orchard.example/?p=1#comment-11 Ann & Co: Wann sind sie reif?
    https://orchard.example/?p=1#comment-12 bo: Im Oktober.
      https://orchard.example/?p=1#comment-13 kim: Schon im September.
  https://orchard.example/birnen/#comment-7 : 
    https://orchard.example/?p=1#comment-14 eve: Als Antwort auf dan.
  https://orchard.example/?p=1#comment-15 fay: Siehe dort.
`
	if got := outline(th); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if !th.At(4).Is(thread.Ghost) || th.Title != "Birnen" || th.At(1).Title() != "" {
		t.Errorf("%q, %q", th.Title, th.At(1).Title())
	}
	if stamp(th.At(2)) != "2020-05-01T08:00:00Z" || stamp(th.At(3)) != "2020-05-01T09:00:00" {
		t.Errorf("%s, %s", stamp(th.At(2)), stamp(th.At(3)))
	}
}

func TestReplyLinesAreNothingElse(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		``, `<a `, `<p>In reply to <a href=x>ann</a>.</p>`, `<p>In reply to <a href="`, `<p>In reply to <a href="#c1">ann`, `<p>In reply to ann.</p>`,
		`<p><b>In reply to</b> <a href="#c1">ann</a>.</p>`,
		`<p>What all of the people here said before, at such length and so often, of <a href="#c1">ann</a>.</p>`,
		`<p>In reply to <a href="#c1">ann</a>, who had written before that the pears are ripe in the last week of October.</p>`,
	} {
		if l, ok := cutReplyLine(text); ok {
			t.Errorf("%q answers %q", text, l.href)
		}
	}
}

func TestBloggerTellsWhatACommentAnswersBesideThePost(t *testing.T) {
	t.Parallel()
	entry := func(number, more string) string {
		return `<entry><id>tag:blogger.com,1999:blog-5.post-30` + number + `</id><title type='text'>Ripe or not. &lt;br&gt;I...</title>
<content type='html'>Ripe or not.&lt;br /&gt; I forget.</content><link rel='self' href='http://blog.example/feeds/9/comments/default/30` + number + `'/>
<author><name>ann</name><uri>http://blog.example/profile/7</uri><email>noreply@blogger.com</email></author>
<thr:in-reply-to href='http://blog.example/pears.html' ref='tag:blogger.com,1999:blog-5.post-9'/>` + more + `</entry>`
	}
	feed := `<feed xmlns='http://www.w3.org/2005/Atom' xmlns:thr='http://purl.org/syndication/thread/1.0'><id>tag:blogger.com,1999:blog-5.post9..comments</id><title>Comments on Orchard: Pears</title>
<link rel='alternate' href='http://blog.example/pears.html'/>` + entry("2", `<link rel='related' href='http://blog.example/feeds/9/comments/default/301'/>`) + entry("1", "") + `</feed>`
	th := mustRead(t, []byte(feed), "")
	const want = ` : 
  tag:blogger.com,1999:blog-5.post-301 ann: Ripe or not.
    tag:blogger.com,1999:blog-5.post-302 ann: Ripe or not.
`
	if got := outline(th); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if th.At(1).Title() != "" || th.Authors[th.At(1).Author].Address != "http://blog.example/profile/7" {
		t.Errorf("title %q, address %q", th.At(1).Title(), th.Authors[th.At(1).Author].Address)
	}
}

func TestRelativeReferencesInAtomAreRelativeToTheBase(t *testing.T) {
	t.Parallel()
	const feed = `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:t="http://purl.org/syndication/thread/1.0" xml:base="http://orchard.example/x/"><title>Pears</title><id>urn:f</id>
<entry><id>urn:1</id><link href="pears#c1"/><author><name>ann</name></author><t:in-reply-to ref="urn:f"/><content>One</content></entry>
<entry><id>urn:2</id><link href="pears#c2"/><author><name>bo</name></author><t:in-reply-to href="pears#c1"/><content>Two</content></entry></feed>`
	if got, want := outline(mustRead(t, []byte(feed), "")), " : \n  urn:1 ann: One\n    urn:2 bo: Two\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestTheFirstPostOfADiscourseTopicIsThePost(t *testing.T) {
	t.Parallel()
	item := func(number string) string {
		return `<item><title>Pears</title><dc:creator><![CDATA[@ann Ann Marsh]]></dc:creator><description><![CDATA[<p>Ripe.</p>]]></description>
<link>https://d.example/t/pears/5#post_` + number + `</link><guid isPermaLink="false">d.example-post-5-` + number + `</guid></item>`
	}
	feed := `<rss xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Pears</title>` + item("2") + item("1") + `</channel></rss>`
	if got, want := outline(mustRead(t, []byte(feed), "")), "d.example-post-5-1 ann: Ripe.\n  d.example-post-5-2 ann: Ripe.\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}
