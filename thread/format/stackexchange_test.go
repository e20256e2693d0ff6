package format

import (
	"testing"
	"time"

	"skein/thread"
)

func TestAnswersHaveTheirCommentsBelowThem(t *testing.T) {
	t.Parallel()
	th := mustRead(t, contents(t, "testdata/stackexchange/question.html"), "")
	const want = `71 kim: It bends.
  comment901 bo: Which saw?
  72 hanne: Flat.
    comment902 ann: Hung is better.
  73 user73: Lend it out.
`
	if got := outline(th); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if th.Title != "How to store a saw?" || th.URL != "https://sheds.example/questions/71/how-to-store-a-saw" {
		t.Errorf("title %q, address %q", th.Title, th.URL)
	}
	if c := th.At(2); c.Score != -1 || !c.Is(thread.Scored) || !c.Time().Equal(time.Date(2024, 5, 1, 10, 0, 0, 0, time.UTC)) {
		t.Errorf("the answer has %d points and was written %v, not when it was edited", c.Score, c.Time())
	}
	if th.At(1).Score != 2 || th.At(3).Is(thread.Scored) || !th.At(4).Is(thread.Scored) {
		t.Error("comments that nobody voted for have no score, answers always have")
	}
}
