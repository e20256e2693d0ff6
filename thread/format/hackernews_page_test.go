package format

import (
	"strings"
	"testing"
	"time"

	"skein/thread"
)

func TestHackerNewsPagesKeepTheTree(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ file, title, url, want string }{
		{"item", "Ask: who keeps the town's ladder?", "https://town.example/ladder", `8001 kim: It was by the well.
  8002 marta: It was by the well.
    8003 odd_job: Twice is one too few.
      8004 : [deleted]
        8005 hanne: Harsh, but https://town.example/rules
  8006 bo: Ask at the desk.
`},
		{"item_2009", "Boats for rent", "http://island.example/boats", `501 ann: 
  502 bo: Do they float?
    503 ann: Most do.
  504 kim: I row.
`},
	} {
		th := mustRead(t, contents(t, "testdata/hackernews/"+c.file+".html"), "")
		if got := outline(th); got != c.want {
			t.Errorf("%s: got\n%swant\n%s", c.file, got, c.want)
		}
		if th.Title != c.title || th.URL != c.url {
			t.Errorf("%s: title %q, address %q", c.file, th.Title, th.URL)
		}
	}
}

func TestHackerNewsPagesSayMoreThanText(t *testing.T) {
	t.Parallel()
	th := mustRead(t, contents(t, "testdata/hackernews/item.html"), "")
	if c := th.At(0); !c.Is(thread.Scored) || c.Score != 1120 || c.More() != 4 {
		t.Errorf("the story has %d points and %d comments elsewhere, want 1,120 and 4 of its 9", c.Score, c.More())
	}
	if c := th.At(3); !c.Is(thread.Deleted) || th.At(4).Is(thread.Deleted) {
		t.Error("what is deleted is, what is dead has its text")
	}
	for i, want := range map[int]time.Time{0: time.Unix(1714554000, 0), 5: time.Date(2024, 5, 1, 9, 30, 0, 0, time.UTC)} {
		if c := th.At(i); !c.Time().Equal(want) || !c.Is(thread.Zoned) {
			t.Errorf("comment %d was written %v, want %v", i, c.Time(), want)
		}
	}
	for i := range th.Len() {
		if body := th.At(i).Body.Markdown(); strings.Contains(body, "reply") {
			t.Errorf("comment %d keeps the link to answer: %q", i, body)
		}
	}
	if got := th.Link(1); got != "https://news.ycombinator.com/item?id=8002" {
		t.Errorf("the link of a comment is %q", got)
	}
}

func TestAHackerNewsCommentsPageHasItAsThePost(t *testing.T) {
	t.Parallel()
	page := strings.Replace(string(contents(t, "testdata/hackernews/item.html")), `<span class="titleline">`, `<span>`, 1)
	page = strings.Replace(page, `<td class="title">`, `<td class="default"><span class="comhead"><a href="user?id=odd_job" class="hnuser">odd_job</a> <a href="item?id=7">x</a></span><div class="commtext c00">My ladder.</div>`, 1)
	th := mustRead(t, []byte(page), "hackernews")
	if th.Name(0) != "odd_job" || th.At(0).Body.Plain() != "My ladder." || th.Len() != 6 {
		t.Errorf("%d comments on %q by %q", th.Len()-1, th.At(0).Body.Plain(), th.Name(0))
	}
}
