package format

import (
	"testing"
	"time"

	"skein/thread"
)

func TestLobstersKeepsTheTree(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ sample, title, url, want string }{
		{"by_indent", "A clock without hands", "https://town.example/clock", `aa0001 kim: 
  c00001 ann: How does one read it?
    c00002 bo: By ear.
      c00003 ann: Comment removed by author
  c00004 hanne: I like it.
`},
		{"by_depth", "Order", "https://reef.example/s/aa0002", `aa0002 kim: In which order?
  d00001 ann: First.
    d00003 bo: Third.
  d00002 kim: Second.
`},
	} {
		th := mustRead(t, contents(t, "testdata/lobsters/"+c.sample+".json"), "")
		if got := outline(th); got != c.want {
			t.Errorf("%s: got\n%swant\n%s", c.sample, got, c.want)
		}
		if th.Title != c.title || th.URL != c.url {
			t.Errorf("%s: title %q, url %q", c.sample, th.Title, th.URL)
		}
	}
}

func TestLobstersTellsWhatItKnows(t *testing.T) {
	t.Parallel()
	th := mustRead(t, contents(t, "testdata/lobsters/by_indent.json"), "")
	removed := th.At(3)
	if !removed.Is(thread.Deleted|thread.Scored|thread.Zoned) || th.At(2).Is(thread.Deleted) {
		t.Error("only the comment that was removed is deleted")
	}
	if got := removed.Time(); !got.Equal(time.Date(2021, 5, 1, 14, 30, 0, 0, time.UTC)) || got.Hour() != 9 {
		t.Errorf("its time is %v", got)
	}
	if got := th.Link(3); got != "https://reef.example/s/aa0001/a_clock#c_c00003" {
		t.Errorf("its address is %q", got)
	}
}

func TestLobstersCutAnywhere(t *testing.T) { checkCut(t, "lobsters") }

func TestRealLobstersAsTheStandardLibraryReadsIt(t *testing.T) {
	type comment struct {
		ID      string `json:"short_id"`
		Parent  string `json:"parent_comment"`
		Text    string `json:"comment"`
		Created string `json:"created_at"`
		User    any    `json:"commenting_user"`
		Indent  int    `json:"indent_level"`
	}
	realFiles(t, func(t *testing.T, th *thread.Thread, story struct{ Comments []comment }) {
		var all []said
		last := map[int]string{} // by indent
		for _, c := range story.Comments {
			if c.Indent > 1 {
				c.Parent = last[c.Indent-1]
			}
			last[c.Indent] = c.ID
			name, ok := c.User.(string)
			if !ok {
				name = c.User.(map[string]any)["username"].(string)
			}
			all = append(all, said{c.ID, c.Parent, name, seconds(t, c.Created), c.Text})
		}
		checkSaid(t, th, all)
	}, "lobsters_json/*.json")
}

func FuzzReadLobsters(f *testing.F) { fuzzReader(f, "lobsters") }

func BenchmarkReadLobsters(b *testing.B) {
	benchReader(b, `{"short_id":"a","submitter_user":"kim","title":"T","comments":[`,
		`{"short_id":"#","created_at":"2024-05-01T09:10:00.000-05:00","is_deleted":false,"score":1,"flags":0,"parent_comment":null,"comment":"`+prose+`","comment_plain":"`+prose+`","depth":0,"commenting_user":"ann#"}`, `]}`)
}
