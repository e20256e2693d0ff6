package format

import (
	"testing"
	"time"

	"skein/thread"
)

func TestLobstersPagesKeepTheTree(t *testing.T) {
	t.Parallel()
	th := mustRead(t, contents(t, "testdata/lobsters/story.html"), "")
	const want = `belll1 kim: Who rings it?
  aaa111 bo: The wind, mostly.
    bbb222 ann: The wind
  ccc333 kim: Comment removed by author
`
	if got := outline(th); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if th.Title != "A bell without a rope" || th.URL != "https://island.example/bell" || th.At(0).Score != 21 {
		t.Errorf("title %q, address %q, score %d", th.Title, th.URL, th.At(0).Score)
	}
	if c := th.At(1); c.Score != 5 || !c.Time().Equal(time.Unix(1714554600, 0)) || th.Link(1) != "https://lobste.rs/c/aaa111" {
		t.Errorf("score %d, %v, %s", c.Score, c.Time(), th.Link(1))
	}
	if c := th.At(2); c.Is(thread.Scored) || !c.Time().Equal(time.Date(2015, 1, 21, 19, 37, 28, 0, time.UTC)) {
		t.Errorf("a score of ~ is unknown, the time is %v", c.Time())
	}
	if !th.At(3).Is(thread.Deleted) || th.At(1).Is(thread.Deleted) {
		t.Error("a comment that its author removed is deleted")
	}
}
