package format

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
)

// pagesOfAnyKind are the samples and the threads in them.
var pagesOfAnyKind = []struct{ file, title, want string }{
	{"phpbb", "Sharpening stones", `41 kim: Oil or water?
  42 bo: kim wrote:
  43 ann: Oil, and patience.
`},
	{"xenforo", "Lost gloves", `11 kim: Two left ones, by the well.
  12 bo: kim said:
`},
	{"vbulletin", "Rope or chain? - Town Boards", `201 kim: For the bell.
  202 bo: Rope. Always rope.
  203 ann: Chain does not rot.
`},
	{"slashdot", "Robots Mow the Green", ` : In circles, mostly.
  601 kim: Why not squares?
    602 Anonymous Coward: Corners are hard.
  603 bo: Cheaper.
`},
	{"linked", "A quiet harbour", ` : 
  c1 bo: Nor yesterday.
    c2 ann: Fog.
  c3 hanne: Good for fish.
`},
	{"microdata", "Who painted the bench?", ` : Green, overnight.
  1 bo: Not me.
    2 ann: Your hands are green.
  3 kim: It suits the square.
`},
	{"hcite", "On knots", ` : Tie it twice.
  7 bo: Thrice.
  8 ann: Use a splice.
`},
	{"smf", "Rain again", `61 bo: It rains.
  62 ann: Not here.
`},
	{"blogger", "Rain again", ` : It rains.
  111 bo: So it does.
    112 ann: Not here.
  113 kim: We will see.
`},
	{"blogger_dl", "Rain again", ` : It rains.
  21 bo: So it does.
  22 ann: Not here.
`},
	{"movabletype", "Rain again", ` : It rains.
  31 bo: So it does.
  32 ann: Not here.
`},
	{"drupal", "Rain again", ` : It rains.
  11 bo: So it does.
    12 ann: Not here.
  13 kim: We will see.
`},
	{"drupal6", "Rain again", ` : It rains.
  11 bo: So it does.
    12 kim: Not here.
      13 eve: Fog.
  14 zoe: We will see.
`},
	{"drupal7", "Rain again", ` : It rains.
  11 bo: So it does.
    12 kim: Not here.
  14 zoe: We will see.
`},
	{"drupal9", "Rain again", ` : It rains.
  11 bo: So it does.
    12 kim: Not here.
  14 zoe: We will see.
`},
	{"dreamwidth", "Rain again", ` : It rains.
  301 bo: So it does.
    557 kim: Not here.
      813 eve: Fog.
  1069 zoe: We will see.
`},
	{"lesswrong", "Rain again", ` : 
  aaBBccDDee1122ff3 bo: So it does.
    bbBBccDDee1122ff3 kim: Not here.
      ccBBccDDee1122ff3 eve: Fog.
  ddBBccDDee1122ff3 zoe: We will see.
`},
	{"habr", "Rain again", ` : It rains.
  101 bo: So it does.
    102 kim: Not here.
      103 eve: Fog.
  104 zoe: We will see.
`},
	{"substack", "Rain again", ` : It rains.
  301 bo: So it does.
    302 kim: Not here.
  303 zoe: We will see.
`},
	{"disqus", "Rain again", ` : It rains.
  3001 bo: So it does.
    3002 kim: Not here.
  3003 zoe: We will see.
`},
	{"devto", "Rain again", ` : It rains.
  1aa bo: So it does.
    1ab kim: Not here.
      1ac eve: Fog.
  1ad zoe: We will see.
`},
	{"github", "Rain again #5", `77 ann: It rains.
  901 bo: So it does.
  902 kim: We will see.
`},
	{"gitea", "Rain again #5", `70 ann: It rains.
  901 bo: So it does.
  903 kim: We will see.
`},
	{"mastodon", "Rain again - Town", ` ann: It rains.
   bo: So it does.
   kim: We will see.
`},
	{"table", "Rain again", ` : 
  1 bo: So it does.
    2 ann: Not here.
  3 kim: We will see.
`},
	{"margins", "Rain again", ` : 
  101 bo: So it does.
    102 ann: Not here.
`},
	{"unnamed", "Snow on the pass", ` : Closed until May.
   kim: Again?
     bo: Every year.
       ann: Not in 1998.
   hanne: Take the train.
`},
}

func TestAnyPageWithCommentsIsRead(t *testing.T) {
	t.Parallel()
	for _, c := range pagesOfAnyKind {
		th := mustRead(t, contents(t, "testdata/html/"+c.file+".html"), "")
		checkThread(t, th)
		if got := outline(th); got != c.want {
			t.Errorf("%s: got\n%swant\n%s", c.file, got, c.want)
		}
		if th.Title != c.title || th.Format != "html" {
			t.Errorf("%s: title %q, format %s", c.file, th.Title, th.Format)
		}
	}
}

func TestTimesOnForumPages(t *testing.T) {
	t.Parallel()
	for file, want := range map[string]time.Time{
		"phpbb":     time.Date(2024, 5, 1, 10, 0, 0, 0, time.UTC),
		"xenforo":   time.Date(2024, 5, 1, 8, 0, 0, 0, time.UTC),
		"vbulletin": time.Date(2024, 5, 4, 8, 0, 0, 0, time.UTC),
		"slashdot":  time.Date(2024, 5, 1, 9, 10, 0, 0, time.UTC),
		"linked":    time.Date(2024, 5, 1, 8, 0, 0, 0, time.UTC),
		"microdata": time.Date(2024, 5, 1, 10, 0, 0, 0, time.UTC),
		"hcite":     time.Date(2024, 5, 1, 10, 0, 0, 0, time.UTC),
		"unnamed":   time.Date(2024, 5, 1, 9, 10, 0, 0, time.UTC),
	} {
		th := mustRead(t, contents(t, "testdata/html/"+file+".html"), "")
		if got := th.At(1).Time(); !got.Equal(want) {
			t.Errorf("%s: the first comment was written %v, want %v", file, got, want)
		}
	}
	slashdot := mustRead(t, contents(t, "testdata/html/slashdot.html"), "")
	if got := slashdot.At(1).Title(); got != "Circles?" {
		t.Errorf("the subject of a comment is %q", got)
	}
}

func TestPagesWithoutCommentsAreNoThreads(t *testing.T) {
	t.Parallel()
	const head = "<!DOCTYPE html><html><head><title>Town</title></head><body>"
	teaser := func(class string) string {
		var b strings.Builder
		for i := range 8 {
			fmt.Fprintf(&b, `<article class="%s" id="post-%d"><h2><a href="/p/%d">News %d</a></h2><span class="author">kim</span> <time datetime="2024-05-0%dT10:00:00Z">May</time><div class="content"><p>It rained.</p></div></article>`, class, i, i, i, i+1)
		}
		return b.String()
	}
	for name, page := range map[string]string{
		"an article": head + `<article><h1>Rain</h1><span class="author">kim</span><time datetime="2024-05-01">May 1</time><p>It rained.</p></article>` +
			`<div id="comments"><h3>No comments</h3><form id="commentform"><textarea id="comment"></textarea></form></div>`,
		"a blog":            head + teaser("post hentry"),
		"a blog, WordPress": `<link href="/wp-content/x.css">` + head + teaser("post comment-open") + `<a href="/p/1#comment-5">2 comments</a>`,
		"a forum's index":   head + `<p>viewtopic.php</p>` + teaser("topic"),
		"recent comments": head + `<p>Hello.</p><ul id="recentcomments"><li class="recentcomments">ann on <a href="/p/1#comment-5">Rain</a></li>` +
			`<li class="recentcomments">bo on <a href="/p/2#comment-6">Snow</a></li></ul>`,
		"a table":      head + strings.Repeat(`<table><tr><td>May 1, 2024</td><td>kim</td><td>12</td></tr></table>`, 20),
		"a menu":       head + `<ul class="menu">` + strings.Repeat(`<li class="item"><a href="/x">Pages</a></li>`, 30) + `</ul>`,
		"JSON-LD":      head + `<script type="application/ld+json">{"@type":"Article","author":{"name":"kim"},"text":"x"}</script>`,
		"broken JSON":  head + `<script type="application/ld+json">{"comment":[{"text":</script>`,
		"Reddit's ads": head + `<a href="https://www.reddit.com/r/x">us on Reddit</a><div class="interstitial-ad">x</div>`,
	} {
		if th, err := Read([]byte(page), ""); th != nil || !errors.Is(err, ErrUnknown) || !strings.HasPrefix(err.Error(), "is HTML") {
			n := 0
			if th != nil {
				n = th.Len() - 1
			}
			t.Errorf("%s: %d comments, %v", name, n, err)
		}
	}
}

func TestThePageSaysMoreForPeopleThanForMachines(t *testing.T) {
	t.Parallel()
	page := string(contents(t, "testdata/html/unnamed.html"))
	page = strings.Replace(page, "</head>", `<script type="application/ld+json">{"comment":[{"author":"kim","text":"Again?"}]}</script></head>`, 1)
	if th := mustRead(t, []byte(page), ""); th.Len() != 5 {
		t.Errorf("%d comments, want the 4 on the page", th.Len()-1)
	}
}

// BenchmarkReadForumPage is the wait for a page of a site that skein has never
// heard of, in bytes a second.
func BenchmarkReadForumPage(b *testing.B) {
	var page strings.Builder
	page.WriteString(`<!DOCTYPE html><html><head><title>A long topic</title></head><body><div class="thread">`)
	for i := range 2000 {
		fmt.Fprintf(&page, `<div class="msg box" id="m%d"><div class="msg-head"><span class="avatar"><img src="/a/%d.png" alt=""></span><a class="user-link" href="/user/%d">ann%d</a> <span class="when">May 1, 2024 at 10:%02d am</span></div><div class="msg-text"><p>%s</p></div><div class="buttons"><a class="reply" href="#">Reply</a></div></div>`,
			i, i, i, i%300, i%60, strings.Repeat("Some words of an ordinary post. ", 12))
	}
	data := []byte(page.String())
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := Read(data, ""); err != nil {
			b.Fatal(err)
		}
	}
}
