package format

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"skein/thread"
)

func TestHackerNewsKeepsTheTree(t *testing.T) {
	t.Parallel()
	th := mustRead(t, contents(t, "testdata/hackernews/story.json"), "")
	const want = `7001 kim: 
  7002 marta: Who sharpens the chisels?
    7003 odd_job: I do, on Thursdays.
      7004 kim: And we are grateful: café is on us.
    7005 : 
      7006 hanne: Let them rust.
  7007 bo: Insurance is the whole question.
`
	if got := bareOutline(th); got != bare(want) {
		t.Errorf("got\n%swant\n%s", got, bare(want))
	}
	if th.Format != "hackernews" || th.Title != "The town wants a tool library" || th.URL != "https://town.example/tools" {
		t.Errorf("format %q, title %q, url %q", th.Format, th.Title, th.URL)
	}
	if got := th.Link(3); got != "https://news.ycombinator.com/item?id=7004" {
		t.Errorf("the link of a comment is %q", got)
	}
	if got := th.At(1).Time(); !got.Equal(time.Date(2024, 5, 1, 9, 10, 0, 0, time.UTC)) || !th.At(1).Is(thread.Zoned) {
		t.Errorf("the time of a comment is %v", got)
	}
	if !th.At(4).Is(thread.Deleted) || th.At(3).Is(thread.Deleted) || th.At(0).Is(thread.Deleted) {
		t.Error("only the comment without author and text is deleted")
	}
	if !th.At(0).Is(thread.Scored) || th.At(0).Score != 120 || th.At(1).Is(thread.Scored) || !th.At(6).Is(thread.Scored) {
		t.Error("a score is known where there are points, also 0")
	}
}

func TestHackerNewsKeysStandInAnyOrder(t *testing.T) {
	t.Parallel()
	th := mustRead(t, contents(t, "testdata/hackernews/children_first.json"), "")
	const want = `1 hanne: How do you get to the island in winter?
  2 ann: Does the ferry run?
    3 bo: Only on Sundays.
  4 kim: It is cold out there.
`
	if got := outline(th); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if got := th.At(2).Time(); !got.Equal(time.Date(2023, 2, 3, 4, 5, 6, 0, time.UTC)) {
		t.Errorf("a time in words is %v", got)
	}
}

func TestHackerNewsBodiesStayAsTheyAreWritten(t *testing.T) {
	t.Parallel()
	data := contents(t, "testdata/hackernews/story.json")
	th := mustRead(t, data, "")
	for i := range th.Len() {
		if raw := th.At(i).Body.Raw; !bytes.Contains(data, []byte(raw)) {
			t.Errorf("comment %d: %q is not in the file", i, raw)
		}
	}
}

func TestACommentOfHackerNewsCanBeThePost(t *testing.T) {
	t.Parallel()
	th := mustRead(t, []byte(`{"id":5,"author":"ann","text":"Yes.","created_at_i":1714554600,"parent_id":4,"story_id":1,
		"children":[{"id":6,"author":"bo","text":"No.","children":[]}]}`), "")
	if got, want := outline(th), "5 ann: Yes.\n  6 bo: No.\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestHackerNewsCutAnywhereKeepsWhatCameBefore(t *testing.T) {
	t.Parallel()
	for _, sample := range []string{"story", "children_first"} {
		data := bytes.TrimSpace(contents(t, "testdata/hackernews/"+sample+".json"))
		whole := mustRead(t, data, "").Len()
		last := 0
		for cut := 1; cut < len(data); cut++ {
			th, err := Read(data[:cut], "hackernews")
			var at *SyntaxError
			if !errors.As(err, &at) || at.Format != "hackernews" || at.Offset == 0 {
				t.Fatalf("%s cut at %d: %v", sample, cut, err)
			}
			if !errors.Is(err, io.ErrUnexpectedEOF) {
				t.Fatalf("%s cut at %d: %v", sample, cut, err)
			}
			if th == nil {
				if last > 0 {
					t.Fatalf("%s cut at %d loses the thread", sample, cut)
				}
				continue
			}
			checkThread(t, th)
			if th.Len() < last {
				t.Fatalf("%s cut at %d: %d comments, before %d", sample, cut, th.Len(), last)
			}
			last = th.Len()
		}
		if last != whole {
			t.Errorf("%s without its last byte has %d comments, want %d", sample, last, whole)
		}
	}
}

func TestHackerNewsOddValuesDoNoHarm(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, json, want string }{
		{"types", `{"id":"a","author":{"x":[1]},"points":"many","children":[{"id":2,"author":7,"text":["x"],"created_at_i":"soon"}]}`, "a : \n  2 7: \n"},
		{"nulls", `{"id":null,"author":null,"text":null,"title":"T","children":null}`, " : \n"},
		{"fields that are missing", `{"author":"ann","points":1,"children":[{},{"text":"x"},{"children":[{"id":3,"text":"y"}]}]}`, " ann: \n   : x\n   : \n    3 : y\n"},
		{"scalars among children", `{"author":"ann","points":1,"children":[1,"x",null,[2],{"id":3,"text":"y"}]}`, " ann: \n  3 : y\n"},
		{"half a surrogate", `{"author":"ann","text":"a\ud800b","children":[]}`, " ann: a\ufffdb\n"},
		{"a key twice", `{"author":"ann","author":"bo","text":"x","children":[]}`, " bo: x\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			th := mustRead(t, []byte(c.json), "hackernews")
			if got := outline(th); got != c.want {
				t.Errorf("got\n%swant\n%s", got, c.want)
			}
		})
	}
}

func TestHackerNewsBeyondTheDecodersDepth(t *testing.T) {
	t.Parallel()
	const levels = 100_000
	open := strings.Repeat(`{"author":"ann","text":"x","points":1,"children":[`, levels)
	th, err := Read([]byte(open+strings.Repeat("]}", levels)), "")
	if th == nil || th.Len() != 5000 {
		t.Fatal("not 5,000 items", err)
	}
	checkThread(t, th)
	if err == nil || !strings.Contains(err.Error(), "10,000") {
		t.Errorf("the error is %v", err)
	}
}

func TestWhatFollowsAThreadIsAnError(t *testing.T) {
	t.Parallel()
	th, err := Read([]byte("{\"author\":\"ann\",\"text\":\"x\",\"children\":[]}\n{\"author\":\"bo\"}"), "hackernews")
	if th == nil || err == nil || !strings.HasPrefix(err.Error(), "hackernews: line 1: ") {
		t.Errorf("%v, %v", th, err)
	}
}

func FuzzReadHackerNews(f *testing.F) { fuzzReader(f, "hackernews") }

func BenchmarkReadHackerNews(b *testing.B) {
	var item strings.Builder
	item.WriteString(`{"author":"kim","title":"T","points":1,"created_at_i":1714554000,"children":[`)
	for i := range 2000 {
		if i > 0 {
			item.WriteByte(',')
		}
		const reply = `{"id":%d,"created_at":"2024-05-01T09:10:00.000Z","created_at_i":1714554600,"type":"comment","author":"ann%d","title":null,"url":null,"text":%q,"points":null,"parent_id":1,"story_id":1,"options":[],"children":[`
		fmt.Fprintf(&item, reply, i, i%300, strings.Repeat("It&#x27;s a \"long\" answer.<p>", 20))
		fmt.Fprintf(&item, reply+"]}]}", i+5000, i%200, "Short &amp; good.")
	}
	item.WriteString("]}")
	data := []byte(item.String())
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := Read(data, ""); err != nil {
			b.Fatal(err)
		}
	}
}
