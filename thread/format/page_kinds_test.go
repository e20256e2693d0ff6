package format

import (
	"fmt"
	"strings"
	"testing"

	"skein/thread"
)

// markedPages are ways in which sites mark their comments, or do not, with two
// comments or a few. Times are in UTC or as the page has them.
var markedPages = []struct{ name, page, want string }{
	{"without times, its parts named", `<h1>Rain</h1><div class="comment"><div class="comment-author">ann</div><div class="comment-body">Not here.</div></div>
<div class="comment"><div class="comment-author">bo</div><div class="comment-body">So it does.</div></div>`,
		"1 ann none: Not here.\n1 bo none: So it does.\n"},
	{"numbers before ages, replies indented by class", `<article id="cid-5" class="comment js-top"><div class="comment-meta"><h4 class="comment-meta__name"><a href="https://profile.site.example/3">ann</a></h4>
<a class="comment-meta__date" href="/a?cid=5#cid-5">#1 — vor 8 Stunden</a></div><div class="comment__body"><p>Not here.</p></div></article>
<article id="cid-6" class="comment comment--indented"><div class="comment-meta"><h4 class="comment-meta__name"><a href="https://profile.site.example/4">bo</a></h4>
<a class="comment-meta__date" href="/a?cid=6#cid-6">#1.1 — vor 7 Stunden</a></div><div class="comment__body"><p>So it does.</p></div></article>`,
		"1 ann none: Not here.\n2 bo none: So it does.\n"},
	{"RDFa, name and time in a heading", `<article id="comment-7" typeof="schema:Comment" class="js-comment comment"><footer><h6>Ann Lee | Di, 21. April 2020 - 16:40 <span property="schema:dateCreated" content="2020-04-21T14:40:07+00:00"></span></h6></footer>
<div><p property="schema:name"><a href="/comment/7#comment-7" class="permalink" rel="bookmark">Dry feet</a></p><div property="schema:text" class="field">Not here.</div></div></article>`,
		"1 Ann Lee 2020-04-21 14:40: Not here.\n"},
	{"a line that names and dates, a control beside it", `<ul class="comments"><li id="comment-8"><div><h2 id="c8">Weather</h2><span class="metadata">geschrieben von ann am 21. Jan. 2015, 19:04</span><span class="reply-comment">[ <a href="/login">antworten</a> ]</span></div><p>Not here.</p></li>
<li id="comment-9"><div><h2 id="c9">More</h2><span class="metadata">geschrieben von bo am 22. Jan. 2015, 8:30</span><span class="reply-comment">[ <a href="/login">antworten</a> ]</span></div><p>So it does.</p></li></ul>`,
		"1 ann 2015-01-21 19:04: Not here.\n1 bo 2015-01-22 08:30: So it does.\n"},
	{"replies of another name", `<div class="comments"><div class="comment divider"><div class="comment-meta"><div class="comment-author">ann</div><small class="comment-time">August 06, 2019</small><small class="comment-time">7:39 pm</small></div><div class="comment-content"><p>Not here.</p></div></div>
<div class="comment-reply divider"><div class="comment-meta"><div class="comment-author">bo</div><small class="comment-time">August 07, 2019</small></div><div class="comment-content"><p>So it does.</p></div></div>
<div class="comment divider"><div class="comment-meta"><div class="comment-author">kim</div><small class="comment-time">August 08, 2019</small></div><div class="comment-content"><p>We will see.</p></div></div>
<div class="comment-reply divider"><div class="comment-meta"><div class="comment-author">eve</div><small class="comment-time">August 09, 2019</small></div><div class="comment-content"><p>Fog.</p></div></div></div>`,
		"1 ann 2019-08-06 00:00: Not here.\n2 bo 2019-08-07 00:00: So it does.\n1 kim 2019-08-08 00:00: We will see.\n2 eve 2019-08-09 00:00: Fog.\n"},
	{"day and hour without a blank between", `<div class="Comment" id="Comment1"><span class="CommentAccountName">ann</span><span class="CommentTime"><span>28.09.19</span><span>12:44</span></span><div class="CommentText">Not here.</div></div>
<div class="Comment" id="Comment2"><span class="CommentAccountName">bo</span><span class="CommentTime"><span>29.09.19</span><span>08:05</span></span><div class="CommentText">So it does.</div></div>`,
		"1 ann 2019-09-28 12:44: Not here.\n1 bo 2019-09-29 08:05: So it does.\n"},
	{"Blogger that shows hours", `<ol><li class="comment" id="c11"><cite class="user"><a href="http://ann.example/" rel="nofollow">ann</a></cite><span class="datetime secondary-text"><a rel="nofollow" href="https://site.example/a.html?showComment=1381172401460#c11">21:00</a></span><p class="comment-content">Not here.</p></li>
<li class="comment" id="c12"><cite class="user">bo</cite><span class="datetime secondary-text"><a rel="nofollow" href="https://site.example/a.html?showComment=1381298197000#c12">7:56</a></span><p class="comment-content">So it does.</p></li></ol>`,
		"1 ann 2013-10-07 19:00: Not here.\n1 bo 2013-10-09 05:56: So it does.\n"},
	{"a class that stands twice, the name in the content", `<div class="clear comment comment first"><div class="comment-content"><div class="content"><h3 class="name"><span class="username">ann</span></h3><div class="field-comment-body text-area"><p>Not here.</p></div></div><ul><li class="date">April 5, 2018 <span>6:32 PM</span></li></ul></div></div>
<div class="clear comment comment"><div class="comment-content"><div class="content"><h3 class="name"><span class="username">bo</span></h3><div class="field-comment-body text-area"><p>So it does.</p></div></div><ul><li class="date">April 6, 2018 <span>2:20 AM</span></li></ul></div></div>`,
		"1 ann 2018-04-05 18:32: Not here.\n1 bo 2018-04-06 02:20: So it does.\n"},
	{"the best again below all", `<div class="comment" id="comment-21"><b class="author">ann</b> <time datetime="2020-05-01T10:00:00Z"></time><div class="comment-text">Not here.</div></div>
<div class="comment" id="comment-22"><b class="author">bo</b> <time datetime="2020-05-02T10:00:00Z"></time><div class="comment-text">So it does.</div></div>
<h3>Best</h3><div class="comment" id="comment-22"><b class="author">bo</b> <time datetime="2020-05-02T10:00:00Z"></time><div class="comment-text">So it does.</div></div>`,
		"1 ann 2020-05-01 10:00: Not here.\n1 bo 2020-05-02 10:00: So it does.\n"},
	{"controls behind the text, the verb behind the name", `<ul class="CommentList"><li><a name="comment-31"></a><div><strong>ann</strong> <!-- -->sagt:<br/><time datetime="2019-05-23T11:05:00Z">23.05.2019</time><br/><div>Not here.</div><ul><li><a href="#">melden</a></li></ul></div></li>
<li><a name="comment-32"></a><div><strong>bo</strong> <!-- -->sagt:<br/><time datetime="2019-05-24T11:05:00Z">24.05.2019</time><br/><div>So it does.</div><ul><li><a href="#">melden</a></li></ul></div></li></ul>`,
		"1 ann 2019-05-23 11:05: Not here.\n1 bo 2019-05-24 11:05: So it does.\n"},
	{"links that people wrote, called as controls are", `<div class="comment" id="comment-35"><b class="author">ann</b> <time datetime="2020-05-01T10:00:00Z"></time><div class="comment-text"><p>Not here, see this <a href="/map">link</a>.</p><p><a href="https://rain.example/">Link</a></p><p><a href="#respond">Reply</a> | <a href="/report?c=35">Report</a></p></div></div>
<div class="comment" id="comment-36"><b class="author">bo</b> <time datetime="2020-05-02T10:00:00Z"></time><div class="comment-text">So it does.</div></div>`,
		"1 ann 2020-05-01 10:00: Not here, see this link.\n\nLink\n1 bo 2020-05-02 10:00: So it does.\n"},
	{"WordPress, a reply link in the author's head", `<link href="/wp-content/a.css"><article id="comment-45" class="comment even depth-1"><header class="comment__meta comment-author"><span class="comment__author-name">ann</span> <time datetime="2020-08-16T12:56:12Z"><a href="#comment-45">on 16/08/2020</a></time><div class="comment__links"><a href="/a?replytocom=45#respond">Antworten</a></div></header><section class="comment__content comment"><p>Not here.</p></section></article>`,
		"1 ann 2020-08-16 12:56: Not here.\n"},
	{"WordPress, wpDiscuz", `<link href="/wp-content/a.css"><div id="wc-comm-41_0" class="wc-comment wc_comment_level-1"><div class="wc-comment-label"><span class="wc-blog-post_author">Autor</span></div><div id="comment-41" class="wc-comment-right"><div class="wc-comment-header"><div class="wc-comment-author ">ann</div></div><div class="wc-comment-text"><p>Not here.</p></div><div class="wc-comment-date">1. Mai 2020 10:00</div></div></div>
<div id="wc-comm-42_41" class="wc-comment wc-reply wc_comment_level-2"><div id="comment-42" class="wc-comment-right"><div class="wc-comment-header"><div class="wc-comment-author ">bo</div></div><div class="wc-comment-text"><p>So it does.</p></div><div class="wc-comment-date">2. Mai 2020 10:00</div></div></div>`,
		"1 ann 2020-05-01 10:00: Not here.\n2 bo 2020-05-02 10:00: So it does.\n"},
	{"WordPress, the head below the text", `<link href="/wp-content/a.css"><ol id="commentlist"><li id="comment-51"><p>Not here.</p><p><cite>Comment by Ann Lee &#8212; 17.07, 2011 @ <a href="#comment-51">13:04</a></cite></p></li>
<li id="comment-52"><p>So it does.</p><p><cite>Comment by <a href="http://bo.example" rel="external nofollow" class="url">bo</a> &#8212; 18.07, 2011 @ <a href="#comment-52">9:10</a></cite></p></li></ol>`,
		"1 Ann Lee 2011-07-17 13:04: Not here.\n1 bo 2011-07-18 09:10: So it does.\n"},
	{"WordPress, a bare date before the text", `<link href="/wp-content/a.css"><ul class="commentlist"><li class="comment even depth-1" id="li-comment-61"><div id="comment-61" class="comment-body"><div class="wrapper"><div class="comment-author vcard"><img alt="" src="a.png"></div><div class="extra-wrap"><span class="author">ann</span><br />
März 7, 2018 <p>Not here, or not that we have noticed; it has been dry since Easter and the wells are low.</p></div></div><div class="reply"><a class="comment-reply-link" href="#">Reply</a></div></div></li></ul>`,
		"1 ann 2018-03-07 00:00: Not here, or not that we have noticed; it has been dry since Easter and the wells are low.\n"},
	{"WordPress, the text in the author's card", `<link href="/wp-content/a.css"><ol><li class="comment even depth-1" id="comment-71"><div id="div-comment-71"><div class="comment-author vcard"><img alt="" class="avatar"><p>Not here, I would have noticed.</p><p><cite>Kommentar von <span class="fn">ann</span> &#8212; 2019-01-01 @ <a href="#comment-71">00:39</a></cite></p></div></div></li></ol>`,
		"1 ann 2019-01-01 00:39: Not here, I would have noticed.\n"},
	{"WordPress, the author's link in the first paragraph", `<link href="/wp-content/a.css"><div class="comment odd depth-1" id="li-comment-81"><div id="comment-81" class="entry"><p><a href="http://ann.example" rel="external nofollow" class="url">ann</a> <a class="comment-link" href="#comment-81">1 year</a></p><p>Not here.</p></div></div>`,
		"1 ann none: Not here.\n"},
}

func TestPagesOfManyHandsAreRead(t *testing.T) {
	t.Parallel()
	for _, c := range markedPages {
		th, err := Read([]byte("<!DOCTYPE html><html><head><title>Rain</title></head><body>"+c.page+"</body></html>"), "")
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if got := account(th); got != c.want {
			t.Errorf("%s: got\n%swant\n%s", c.name, got, c.want)
		}
	}
}

// account is the comments of a thread, a line each: level, author, time in UTC, and
// text.
func account(th *thread.Thread) string {
	var all strings.Builder
	for i := 1; i < th.Len(); i++ {
		when := "none"
		if at := th.At(i).Time(); !at.IsZero() {
			when = at.UTC().Format("2006-01-02 15:04")
		}
		fmt.Fprintf(&all, "%d %s %s: %s\n", th.Depth(i), th.Name(i), when, th.At(i).Body.Plain())
	}
	return all.String()
}

// TestWhatOnlyLooksLikeCommentsIsNone has pages with names, dates and texts
// that nobody wrote as an answer.
func TestWhatOnlyLooksLikeCommentsIsNone(t *testing.T) {
	t.Parallel()
	for name, page := range map[string]string{
		"the answers of the page itself": `<script type="application/ld+json">{"@type":"FAQPage","mainEntity":[{"@type":"Question","name":"How?","acceptedAnswer":{"@type":"Answer","text":"So."}},{"@type":"Question","name":"Why?","acceptedAnswer":{"@type":"Answer","text":"Because."}}]}</script><p>We answer.</p>`,
		"the newest comments of a site":  strings.Repeat(`<li class="comment-footer-item"><div class="comment-footer-item-meta">06.11.23 - 14:00 von Ann zu</div><div class="comment-footer-item-link"><a href="https://site.example/rain#comment-4">Rain and no end</a></div></li>`, 5),
		"heads of entries":               `<p>phpBB</p>` + strings.Repeat(`<div class="entry-meta"><span class="meta-prep">Publiziert am</span> <a href="/a" title="16:01"><span class="entry-date">13. Januar 2014</span></a> von <span class="author vcard"><a class="url fn n" href="/ann">ann</a></span></div>`, 5),
		"teasers":                        `<p>viewtopic</p>` + strings.Repeat(`<li class="news-content post-format"><a href="/2021/10/12/rain"><strong class="news-headline">Rain again, and no end</strong><span class="news-time">12. Oktober 2021 11:49</span></a></li>`, 5),
		"one article of opinion":         `<div class="opinion article"><div class="author">Ann Lee</div><time datetime="2020-01-20T02:00:00Z"></time><p>Opinion</p></div>`,
		"code in a place for comments": `<div id="comments">` + strings.Repeat(`<div class="highlight"><pre><span>&gt;&gt;</span> find('http://blog.example/2016/12/23/')
<span>'2016-12-23'</span></pre></div>`, 4) + `</div>`,
	} {
		if th, err := Read([]byte("<!DOCTYPE html><html><head><title>Rain</title></head><body>"+page+"</body></html>"), ""); err == nil {
			t.Errorf("%s: a thread of %d comments, %q", name, th.Len()-1, th.Name(th.Len()-1))
		}
	}
}
