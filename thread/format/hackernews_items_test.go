package format

import (
	"testing"

	"skein/thread"
)

func TestHackerNewsInItsOtherForms(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ sample, want string }{
		{"hnapi", `9001 kim: Who would sit on it?
  9002 ann: I would, at "low tide".
    9003 : [deleted]
      9004 bo: Agreed.
  9005 odd_job: Oak or larch?
`},
		{"items", `501 kim: It stopped on "Tuesday".
  502 ann: The sexton does.
    504 : 
      505 hanne: He moved away / retired.
  503 bo: Nobody, it seems.
`},
		{"items_by_id", `701 : 
  702 bo: With a rake.
    703 ann: In winter, too?
  704 hanne: By hand.
`},
		{"post_and_comments", `801 kim: 
  802 ann: It runs!
  803 bo: It ran.
`},
	} {
		th := mustRead(t, contents(t, "testdata/hackernews/"+c.sample+".json"), "")
		if got := outline(th); got != c.want {
			t.Errorf("%s: got\n%swant\n%s", c.sample, got, c.want)
		}
	}
}

func TestHackerNewsCountsTheRepliesThatAreNotThere(t *testing.T) {
	t.Parallel()
	th := mustRead(t, contents(t, "testdata/hackernews/items.json"), "")
	for i, want := range []int{1, 2, 0, 0, 0} {
		if got := th.At(i).More(); got != want {
			t.Errorf("comment %d has %d more, want %d", i, got, want)
		}
	}
	if !th.At(2).Is(thread.Deleted) || th.At(1).Is(thread.Deleted) {
		t.Error("504 alone is deleted")
	}
}

func TestSeveralStoriesOfHackerNewsAreTopics(t *testing.T) {
	t.Parallel()
	th := mustRead(t, []byte(`[{"id":1,"by":"ann","type":"story","time":1714554000,"title":"One","url":"https://one.example"},
		{"id":3,"by":"bo","type":"comment","time":1714554001,"parent":2,"text":"x"},
		{"id":2,"by":"kim","type":"story","time":1714554002,"title":"Two"},
		{"id":4,"by":"bo","type":"comment","time":1714554003,"parent":1,"text":"y"}]`), "")
	if got, want := outline(th), " : \n  1 ann: \n    4 bo: y\n  2 kim: \n    3 bo: x\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if one := th.At(1); !one.Is(thread.Topic) || one.Title() != "One" || one.URL() != "https://one.example" || th.At(2).Is(thread.Topic) {
		t.Error("a story stands for its thread")
	}
}

func TestHackerNewsItemsCutAnywhere(t *testing.T) { checkCut(t, "hackernews") }

// An hnapiItemWanted is an item of node-hnapi, for the standard library.
type hnapiItemWanted struct {
	ID       int64
	User     string
	Time     int64
	Content  string
	Level    int
	Deleted  bool
	Comments []hnapiItemWanted
}

func TestRealNodeHNAPIAsTheStandardLibraryReadsIt(t *testing.T) {
	realFiles(t, func(t *testing.T, th *thread.Thread, story hnapiItemWanted) {
		if got := th.At(0); th.Name(0) != story.User || got.When != story.Time || decoded(t, got.Body) != story.Content {
			t.Errorf("the post is %+v", got)
		}
		var all []said
		var walk func(parent string, list []hnapiItemWanted, level int)
		walk = func(parent string, list []hnapiItemWanted, level int) {
			for _, c := range list {
				if c.Level != level {
					t.Fatalf("%d stands at level %d", c.ID, c.Level)
				}
				id := number(c.ID)
				all = append(all, said{id, parent, c.User, c.Time, c.Content})
				walk(id, c.Comments, level+1)
			}
		}
		walk("", story.Comments, 0)
		checkSaid(t, th, all)
	}, "hn_hnapi_json/*.json")
}

func TestRealHackerNewsItemsAsTheStandardLibraryReadsThem(t *testing.T) {
	type item struct {
		ID, Parent, Time int64
		By, Text, Title  string
		Kids             []int64
	}
	type file struct {
		Post     item
		Comments []item
	}
	realFiles(t, func(t *testing.T, th *thread.Thread, f file) {
		more := 0
		var all []said
		for _, c := range f.Comments {
			if c.Parent != f.Post.ID {
				t.Fatalf("%d answers %d", c.ID, c.Parent)
			}
			more += len(c.Kids)
			all = append(all, said{number(c.ID), "", c.By, c.Time, c.Text})
		}
		checkSaid(t, th, all)
		for i := range th.Len() {
			more -= th.At(i).More()
		}
		if th.Title != f.Post.Title || th.At(0).When != f.Post.Time || more != 0 {
			t.Errorf("title %q, %d replies of replies too few", th.Title, more)
		}
	}, "hn_firebase_json/*.json")
}

func BenchmarkReadHackerNewsItems(b *testing.B) {
	benchReader(b, "[", `{"by":"ann#","id":#,"kids":[#1,#2],"parent":100000,"text":"`+prose+`","time":1714554600,"type":"comment"}`, "]")
}

func BenchmarkReadNodeHNAPI(b *testing.B) {
	benchReader(b, `{"id":1,"title":"T","points":1,"user":"kim","time":1714554000,"time_ago":"1 hour ago","comments":[`,
		`{"id":#,"level":0,"user":"ann#","time":1714554600,"time_ago":"1 hour ago","content":"`+prose+`","comments":[]}`, `],"comments_count":9}`)
}
