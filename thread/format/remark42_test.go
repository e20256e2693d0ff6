package format

import (
	"testing"

	"skein/thread"
)

func TestRemark42KeepsTheTree(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ sample, title, want string }{
		{"backup", "", ` : 
  https://town.example/clock : 
    a1 ann: Since when?
      a2 deleted: 
  https://town.example/bench : 
    b1 hanne: Where?
`},
		{"tree", "The clock", `https://town.example/clock : 
  a1 ann: Since when?
    a2 ann: On Tuesday.
`},
	} {
		th := mustRead(t, contents(t, "testdata/remark42/"+c.sample+".json"), "")
		if got := outline(th); got != c.want || th.Title != c.title {
			t.Errorf("%s: title %q, got\n%swant\n%s", c.sample, th.Title, got, c.want)
		}
	}
}

func TestRemark42TellsWhatItKnows(t *testing.T) {
	t.Parallel()
	th := mustRead(t, contents(t, "testdata/remark42/backup.json"), "")
	clock, ann, gone := th.At(1), th.At(2), th.At(3)
	if !clock.Is(thread.Topic) || clock.Title() != "The clock" || clock.URL() != "https://town.example/clock" {
		t.Errorf("the topic is %q at %s", clock.Title(), clock.URL())
	}
	if ann.Score != 2 || ann.Time().Hour() != 9 || !gone.Is(thread.Deleted) || th.Link(3) != "https://town.example/clock#remark42__comment-a2" {
		t.Errorf("%d points, at %v, %s", ann.Score, ann.Time(), th.Link(3))
	}
	tree := mustRead(t, contents(t, "testdata/remark42/tree.json"), "")
	if tree.At(1).Author == tree.At(2).Author {
		t.Error("two users of one name are one")
	}
}

func TestRemark42CutAnywhere(t *testing.T) { checkCut(t, "remark42") }

func FuzzReadRemark42(f *testing.F) { fuzzReader(f, "remark42") }

func BenchmarkReadRemark42(b *testing.B) {
	benchReader(b, `{"comments":[`,
		`{"id":"#","pid":"","text":"`+prose+`","orig":"`+prose+`","user":{"name":"ann#","id":"github_#","picture":"","admin":false},"locator":{"site":"town","url":"https://town.example/clock"},"score":2,"votes":{},"time":"2024-05-01T09:10:00-05:00"}`, `]}`)
}
