package format

import (
	"testing"

	"skein/thread"
)

func TestCommentoKeepsTheTree(t *testing.T) {
	t.Parallel()
	th := mustRead(t, contents(t, "testdata/commento/export.json"), "")
	const want = ` : 
  town.example/clock : 
    c1 ann: Since when?
      c2 bo: On Tuesday.
  town.example/bench : 
    c3 : [deleted]
`
	if got := outline(th); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestCommentoTellsWhatItKnows(t *testing.T) {
	t.Parallel()
	th := mustRead(t, contents(t, "testdata/commento/export.json"), "")
	clock, ann, gone := th.At(1), th.At(2), th.At(5)
	if !clock.Is(thread.Topic) || clock.URL() != "https://town.example/clock" {
		t.Errorf("the topic is at %s", clock.URL())
	}
	if ann.Score != 3 || th.Authors[ann.Author].Address != "ann@harbour.example" || !gone.Is(thread.Deleted) || gone.Author != thread.None {
		t.Errorf("ann's has %d points, by %+v", ann.Score, th.Authors[ann.Author])
	}
}

func TestCommentoCutAnywhere(t *testing.T) { checkCut(t, "commento") }

func FuzzReadCommento(f *testing.F) { fuzzReader(f, "commento") }

func BenchmarkReadCommento(b *testing.B) {
	benchReader(b, `{"version":1,"comments":[`,
		`{"commentHex":"#","domain":"town.example","url":"/clock","commenterHex":"p#","markdown":"`+prose+`","html":"`+prose+`","parentHex":"root","score":1,"state":"approved","creationDate":"2024-05-01T09:20:00Z","direction":0,"deleted":false}`, `],"commenters":[]}`)
}
