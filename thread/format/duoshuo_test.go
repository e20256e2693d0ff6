package format

import (
	"testing"
	"time"

	"skein/thread"
)

func TestDuoshuoKeepsTheTree(t *testing.T) {
	t.Parallel()
	th := mustRead(t, contents(t, "testdata/duoshuo/export.json"), "")
	const want = ` : 
  thread/71 : 
    1 ann: Since when?
      2 bo: On Tuesday.
        4 ann: 1 < 2
  thread/72 : 
    3 hanne: Where?
`
	if got := outline(th); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestDuoshuoTellsWhatItKnows(t *testing.T) {
	t.Parallel()
	th := mustRead(t, contents(t, "testdata/duoshuo/export.json"), "")
	clock, ann, hanne := th.At(1), th.At(2), th.At(6)
	if !clock.Is(thread.Topic) || clock.Title() != "The clock" || clock.URL() != "https://town.example/clock" {
		t.Errorf("the topic is %q at %s", clock.Title(), clock.URL())
	}
	if ann.Score != 2 || !ann.Time().Equal(time.Date(2014, 5, 1, 1, 10, 0, 0, time.UTC)) || th.Authors[ann.Author].Address != "ann@harbour.example" || !hanne.Is(thread.Deleted) {
		t.Errorf("ann's has %d likes, at %v", ann.Score, ann.Time())
	}
}

func TestDuoshuosNearestParentMayStandAnywhere(t *testing.T) {
	t.Parallel()
	for _, parents := range []string{`"1","2"`, `"2","1"`} {
		th := mustRead(t, []byte(`{"generator":"duoshuo","posts":[{"post_id":"1","message":"x"},{"post_id":"2","message":"y","parents":["1"]},{"post_id":"3","message":"z","parents":[`+parents+`]}]}`), "")
		if th.Len() != 4 || th.Depth(3) != 3 {
			t.Errorf("%s: got\n%s", parents, outline(th))
		}
	}
}

func TestDuoshuoCutAnywhere(t *testing.T) { checkCut(t, "duoshuo") }

func FuzzReadDuoshuo(f *testing.F) { fuzzReader(f, "duoshuo") }

func BenchmarkReadDuoshuo(b *testing.B) {
	benchReader(b, `{"generator":"duoshuo","threads":[{"thread_id":"7","title":"T"}],"posts":[`,
		`{"post_id":"#","thread_id":"7","parents":null,"author_name":"ann#","author_email":"a@b.example","ip":"127.0.0.1","created_at":"2014-05-01T09:10:00+08:00","message":"`+prose+`","likes":0}`, `]}`)
}
