package format

import (
	"strings"
	"testing"

	"skein/thread"
	"skein/thread/markup"
)

func TestYouTubeKeepsTheTree(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ sample, title, want string }{
		{"threads", "", `watch?v=clock01 : 
  Ug1 @ann: It's *back*!
    Ug1.a @bo: Since when?
  Ug2 @ann: I like
`},
		{"video.info", "The clock is back", `clock01 kim: On the church tower.
  Ug1 @ann: It's back!
    Ug1.a @bo: Since when?
  Ug2 @ann: I like it <3
`},
	} {
		th := mustRead(t, contents(t, "testdata/youtube/"+c.sample+".json"), "")
		if got := outline(th); got != c.want {
			t.Errorf("%s: got\n%swant\n%s", c.sample, got, c.want)
		}
		if th.Title != c.title || th.URL != "https://www.youtube.com/watch?v=clock01" {
			t.Errorf("%s: title %q, url %q", c.sample, th.Title, th.URL)
		}
		if th.At(1).Author == th.At(3).Author || th.At(1).Score != 4 {
			t.Errorf("%s: two channels of one name are two people", c.sample)
		}
	}
}

func TestYouTubeTellsWhatItKnows(t *testing.T) {
	t.Parallel()
	th := mustRead(t, contents(t, "testdata/youtube/threads.json"), "")
	if th.At(1).More() != 2 || th.Link(2) != "https://www.youtube.com/watch?v=clock01&lc=Ug1.a" {
		t.Errorf("%d more, at %s", th.At(1).More(), th.Link(2))
	}
	for i, want := range []markup.Kind{1: markup.Text, 2: markup.HTML, 3: markup.Text | markup.JSON} {
		if got := th.At(i).Body.Kind; i > 0 && got != want {
			t.Errorf("comment %d is of kind %x, want %x", i, got, want)
		}
	}
}

func TestCommentsBehindManyFormatsAreFound(t *testing.T) {
	t.Parallel()
	captions := strings.Repeat(`"x":[{"ext":"vtt","url":"https://v.example/"},{"ext":"srt"}],`, 4000)
	th := mustRead(t, []byte(`{"id":"v","title":"T","formats":[],"captions":{`+captions+`"y":[]},"comments":[{"id":"a","parent":"root","text":"x","author":"ann","timestamp":1}]}`), "")
	if got, want := outline(th), "v : \n  a ann: x\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if _, err := Read([]byte(`{"id":"v","title":"T","formats":[],"comments":null,"extractor":"x"}`), ""); err == nil {
		t.Error("a video without comments is taken for a thread")
	}
}

func TestYouTubeCutAnywhere(t *testing.T) { checkCut(t, "youtube") }

func TestRealYouTubeAsTheStandardLibraryReadsIt(t *testing.T) {
	type comment struct {
		ID      string
		Snippet struct{ TextOriginal, AuthorDisplayName, PublishedAt, ParentID string }
	}
	type item struct {
		Snippet struct{ TopLevelComment comment }
		Replies struct{ Comments []comment }
	}
	realFiles(t, func(t *testing.T, th *thread.Thread, items []item) {
		var all []said
		known := map[string]bool{} // the pages were fetched several times
		for _, it := range items {
			for _, c := range append([]comment{it.Snippet.TopLevelComment}, it.Replies.Comments...) {
				s := c.Snippet
				if known[c.ID] {
					continue
				}
				known[c.ID] = true
				all = append(all, said{c.ID, s.ParentID, s.AuthorDisplayName, seconds(t, s.PublishedAt), s.TextOriginal})
			}
		}
		checkSaid(t, th, all)
	}, "youtube_json/*.json")
}

func FuzzReadYouTube(f *testing.F) { fuzzReader(f, "youtube") }

func BenchmarkReadYouTube(b *testing.B) {
	benchReader(b, `[`,
		`{"kind":"youtube#commentThread","etag":"x","id":"#","snippet":{"channelId":"UC","videoId":"v","topLevelComment":{"kind":"youtube#comment","id":"#","snippet":{"channelId":"UC","videoId":"v","textDisplay":"`+prose+`","textOriginal":"`+prose+`","authorDisplayName":"@ann#","authorChannelId":{"value":"UC#"},"canRate":true,"likeCount":0,"publishedAt":"2024-05-01T09:10:00Z"}},"totalReplyCount":0}}`, `]`)
}
