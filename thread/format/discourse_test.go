package format

import (
	"strconv"
	"testing"

	"skein/thread"
)

func TestDiscourseKeepsTheTree(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ sample, title, want string }{
		{"topic", "A key to the shed", `1 kim: Who wants a key to the shed?
  2 ann: I do.
    3 bo: I do.
  4 : 
    5 hanne: Gone already.
  6 kim: closed, enabled
`},
		{"post", "The ferry", `1 : 
  2 : 
    3 bo: Not in winter.
`},
		{"posts", "", ` : 
  8/1 : 
    8/2 ann: It runs.
      8/3 bo: Not in winter.
  7/1 : 
    7/2 ann: A hammer.
`},
	} {
		th := mustRead(t, contents(t, "testdata/discourse/"+c.sample+".json"), "")
		if got := outline(th); got != c.want {
			t.Errorf("%s: got\n%swant\n%s", c.sample, got, c.want)
		}
		if th.Title != c.title {
			t.Errorf("%s: title %q", c.sample, th.Title)
		}
	}
}

func TestDiscourseTellsWhatItKnows(t *testing.T) {
	t.Parallel()
	th := mustRead(t, contents(t, "testdata/discourse/topic.json"), "")
	if post := th.At(0); post.More() != 2 || post.Score != 3 || !post.Is(thread.Scored) {
		t.Errorf("the post has %d more, %d likes", post.More(), post.Score)
	}
	if !th.At(3).Is(thread.Ghost) || !th.At(4).Is(thread.Deleted) || th.At(5).Is(thread.Scored) {
		t.Error("the gap is no ghost, or the deleted post is not deleted")
	}
	topics := mustRead(t, contents(t, "testdata/discourse/posts.json"), "")
	if c := topics.At(1); !c.Is(thread.Topic) || c.Title() != "The ferry" {
		t.Errorf("the topic is %q", c.Title())
	}
}

func TestPagesOfADiscourseTopicAreOneThread(t *testing.T) {
	t.Parallel()
	page := func(posts string) string {
		return `{"post_stream":{"posts":[` + posts + `],"stream":[1,2]},"id":5,"title":"T"}`
	}
	th := mustRead(t, []byte(page(`{"id":1,"post_number":1,"username":"ann","cooked":"x"}`)+"\n"+
		page(`{"id":2,"post_number":2,"username":"bo","cooked":"y","reply_to_post_number":1}`)), "")
	if got, want := outline(th), "1 ann: x\n  2 bo: y\n"; got != want || th.At(0).More() != 0 {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestDiscourseCutAnywhere(t *testing.T) { checkCut(t, "discourse") }

// A discoursePostWanted is a post for the standard library.
type discoursePostWanted struct {
	Number   int `json:"post_number"`
	To       int `json:"reply_to_post_number"`
	Username string
	Cooked   string
	Created  string `json:"created_at"`
	Title    string `json:"topic_title"`
}

func (p discoursePostWanted) said(t *testing.T) said {
	s := said{strconv.Itoa(p.Number), "", p.Username, seconds(t, p.Created), p.Cooked}
	if p.To > 1 {
		s.parent = strconv.Itoa(p.To)
	}
	return s
}

func TestRealDiscourseAsTheStandardLibraryReadsIt(t *testing.T) {
	type topic struct {
		Title  string
		Stream struct{ Posts []discoursePostWanted } `json:"post_stream"`
	}
	realFiles(t, func(t *testing.T, th *thread.Thread, f topic) {
		var all []said
		for _, p := range f.Stream.Posts[1:] {
			all = append(all, p.said(t))
		}
		checkSaid(t, th, all)
		first := f.Stream.Posts[0].said(t)
		if th.Title != f.Title || th.Name(0) != first.author || th.At(0).When != first.at || decoded(t, th.At(0).Body) != first.body {
			t.Errorf("the post of %q is %+v", th.Title, th.At(0))
		}
	}, "discourse_json/*.json")
}

func TestRealDiscoursePostsAsTheStandardLibraryReadsThem(t *testing.T) {
	realFiles(t, func(t *testing.T, th *thread.Thread, p discoursePostWanted) {
		checkSaid(t, th, []said{p.said(t)})
		if th.Title != p.Title {
			t.Errorf("title %q", th.Title)
		}
	}, "discourse_post_json/*.json")
}

func FuzzReadDiscourse(f *testing.F) { fuzzReader(f, "discourse") }

func BenchmarkReadDiscourse(b *testing.B) {
	benchReader(b, `{"id":1,"title":"T","post_stream":{"posts":[`,
		`{"id":#,"username":"ann#","created_at":"2024-05-02T09:20:00.000Z","cooked":"`+prose+`","post_number":#,"post_type":1,"reply_to_post_number":1,"topic_id":1,"topic_slug":"t","reads":34,"score":12.65,"yours":false,"version":1,"moderator":false,"admin":false,"staff":true}`, `],"stream":[]}}`)
}
