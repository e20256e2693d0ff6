package format

import (
	"errors"
	"testing"
	"time"

	"skein/thread"
)

func TestRedditPagesOfAllGenerationsHaveTheTree(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ file, want string }{
		{"old", `aa1 hanne: Since Tuesday.
  c1 kim: Mine & yours both.
    c2 : [deleted]
      c3 bo: Well said.
  c4 hanne: It stopped.
`}, {"old_2010", `aa1 hanne: Since Tuesday.
  c1 kim: Mine & yours both.
    c2 : [deleted]
      c3 bo: Well said.
  c4 hanne: It stopped.
`}, {"react", `aa1 hanne: Since Tuesday.
  c1 kim: Mine too.
    c2 : 
      c3 bo: Well said.
  c4 hanne: It stopped.
`}, {"shreddit", `aa1 hanne: Since Tuesday.
  c1 kim: Mine & yours both.
    c2 : [removed]
      c3 bo: Well said.
  c4 hanne: It stopped.
`},
	} {
		th := mustRead(t, contents(t, "testdata/reddit/"+c.file+".html"), "")
		if got := outline(th); got != c.want {
			t.Errorf("%s: got\n%swant\n%s", c.file, got, c.want)
		}
		if th.Title != "The clock runs backwards" || th.URL != "https://www.reddit.com/r/island/comments/aa1/the_clock/" {
			t.Errorf("%s: title %q, address %q", c.file, th.Title, th.URL)
		}
		if !th.At(2).Is(thread.Deleted) || th.At(1).Is(thread.Deleted) {
			t.Errorf("%s: only the comment without author and text is deleted", c.file)
		}
		if c := th.At(4); !c.Is(thread.Scored) || c.Score != -3 || th.At(1).More() == 0 {
			t.Errorf("score %d, %d missing replies", c.Score, th.At(1).More())
		}
	}
}

func TestRedditPagesKnowTheirFigures(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		file        string
		score, more int
		hour        time.Time
		url         string
	}{
		{"old", 12, 5, time.Date(2024, 5, 1, 10, 0, 0, 0, time.UTC), "https://old.reddit.com/r/island/comments/aa1/the_clock/c1/"},
		{"react", 1200, 14, time.Time{}, "https://www.reddit.com/r/island/comments/aa1/comment/c1/"},
		{"shreddit", 12, 5, time.Date(2024, 5, 1, 10, 0, 0, 0, time.UTC), "https://www.reddit.com/r/island/comments/aa1/comment/c1/"},
	} {
		first := mustRead(t, contents(t, "testdata/reddit/"+c.file+".html"), "").At(1)
		if int(first.Score) != c.score || first.More() != c.more || !first.Time().Equal(c.hour) || first.URL() != c.url {
			t.Errorf("%s: score %d, %d more, %v, %s", c.file, first.Score, first.More(), first.Time(), first.URL())
		}
	}
	for file, want := range map[string]int{"old_2010": 99, "react": 1500} {
		if post := mustRead(t, contents(t, "testdata/reddit/"+file+".html"), "").At(0); int(post.Score) != want {
			t.Errorf("%s: the post has %d points, want %d", file, post.Score, want)
		}
	}
	old := mustRead(t, contents(t, "testdata/reddit/old.html"), "")
	if old.At(0).Score != 99 || old.At(3).Is(thread.Scored) {
		t.Error("the post has 99 points; a hidden score is unknown")
	}
}

func TestRedditPagesSayWhatIsMissingBelowThePost(t *testing.T) {
	t.Parallel()
	if th := mustRead(t, contents(t, "testdata/reddit/old_2010.html"), ""); th.At(0).More() != 7 || th.At(1).More() != 5 {
		t.Errorf("%d comments missing below the post, want 7, and %d below the first comment, want 5", th.At(0).More(), th.At(1).More())
	}
}

func TestNewRedditTakesTheTimeFromAnAttribute(t *testing.T) {
	t.Parallel()
	const page = `<html><body><a href="https://www.reddit.com/">x</a><shreddit-post id="t3_aa1" post-title="Clocks" author="hanne"></shreddit-post>
<shreddit-comment author="kim" thingId="t1_c1" depth="0" score="4" created="2025-01-15T11:00:00.250000+0000"><div slot="comment"><p>Mine too.</p></div></shreddit-comment></body></html>`
	c := mustRead(t, []byte(page), "").At(1)
	if want := time.Date(2025, 1, 15, 11, 0, 0, 0, time.UTC); !c.Time().Truncate(time.Second).Equal(want) || !c.Is(thread.Zoned) {
		t.Errorf("the comment was written %v, want %v", c.Time(), want)
	}
}

func TestRedditsNoticesAreNoThreads(t *testing.T) {
	t.Parallel()
	th, err := Read(contents(t, "testdata/reddit/over18.html"), "")
	if th != nil || !errors.Is(err, errRedditAge) {
		t.Errorf("%v", err)
	}
	real := contents(t, realFolder(t)+"/reddit_html_negative/old_reddit_over18_interstitial.html")
	if th, err := Read(real, ""); th != nil || !errors.Is(err, errRedditAge) {
		t.Errorf("%v", err)
	}
}
