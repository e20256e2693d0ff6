package format

import (
	"testing"
	"time"

	"skein/thread"
)

func TestLemmyKeepsTheTree(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ sample, url, want string }{
		{"comments", "https://reef.example/post/5", `post/5 : When does it run?
  11 ann: Every hour.
    13 bo: Not in winter.
  18 : 
    19 hanne: 
`},
		{"post_and_comments", "https://ferry.example/", `post/5 kim: When does it run?
  11 ann: Every hour.
`},
	} {
		th := mustRead(t, contents(t, "testdata/lemmy/"+c.sample+".json"), "")
		if got := outline(th); got != c.want {
			t.Errorf("%s: got\n%swant\n%s", c.sample, got, c.want)
		}
		if th.Title != "The ferry" || th.URL != c.url {
			t.Errorf("%s: title %q, url %q", c.sample, th.Title, th.URL)
		}
	}
}

func TestLemmyTellsWhatItKnows(t *testing.T) {
	t.Parallel()
	th := mustRead(t, contents(t, "testdata/lemmy/comments.json"), "")
	ann, bo, hanne := th.At(1), th.At(2), th.At(4)
	if !ann.Time().Equal(time.Date(2023, 5, 1, 9, 10, 0, 0, time.UTC)) || !ann.Is(thread.Scored|thread.Zoned) || ann.Score != 0 {
		t.Errorf("ann's is at %v with %d points", ann.Time(), ann.Score)
	}
	if ann.More() != 2 || bo.More() != 2 || bo.URL() != "https://reef.example/comment/13" || th.Authors[bo.Author].Address != "https://reef.example/u/bo" {
		t.Errorf("%d and %d more, at %s", ann.More(), bo.More(), bo.URL())
	}
	if !hanne.Is(thread.Deleted) || ann.Is(thread.Deleted) {
		t.Error("only hanne's is deleted")
	}
}

func TestCommentsOnSeveralPostsOfLemmyAreTopics(t *testing.T) {
	t.Parallel()
	view := func(id, post string) string {
		return `{"comment":{"id":` + id + `,"content":"x","path":"0.` + id + `"},"creator":{"name":"ann"},"post":{"id":` + post + `,"name":"P` + post + `"}}`
	}
	th := mustRead(t, []byte(`{"comments":[`+view("1", "1")+","+view("2", "9")+","+view("3", "1")+`]}`), "")
	if got, want := outline(th), " : \n  post/1 : \n    1 ann: x\n    3 ann: x\n  post/9 : \n    2 ann: x\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if !th.At(1).Is(thread.Topic) || th.At(1).Title() != "P1" {
		t.Errorf("the topic is %q", th.At(1).Title())
	}
}

func TestLemmyCutAnywhere(t *testing.T) { checkCut(t, "lemmy") }

func FuzzReadLemmy(f *testing.F) { fuzzReader(f, "lemmy") }

func BenchmarkReadLemmy(b *testing.B) {
	benchReader(b, `{"comments":[`,
		`{"comment":{"id":#,"post_id":5,"content":"`+prose+`","removed":false,"published":"2024-05-01T09:10:00Z","deleted":false,"ap_id":"https://reef.example/comment/#","path":"0.1.2.3.#"},"creator":{"id":2,"name":"ann#","actor_id":"https://reef.example/u/ann","bio":"`+prose+`"},"post":{"id":5,"name":"The ferry","body":"`+prose+`"},"counts":{"score":1,"child_count":0}}`, `]}`)
}
