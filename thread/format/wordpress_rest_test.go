package format

import (
	"testing"

	"skein/thread"
)

func TestWordPressRESTKeepsTheTree(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ sample, title, want string }{
		{"comments", "", ` : 
  post/7 : 
    24 Hanne & Co: Me too – twice.
    22 ann: Since when?
      23 kim: On Tuesday.
  post/9 : 
    21 A bench in Spring: […] a bench […]
`},
		{"post_and_comments", "The clock — again", `post/7 kim: It runs.
  22 ann: Since when?
`},
	} {
		th := mustRead(t, contents(t, "testdata/wordpress/"+c.sample+".json"), "")
		if got := outline(th); got != c.want || th.Title != c.title {
			t.Errorf("%s: title %q, got\n%swant\n%s", c.sample, th.Title, got, c.want)
		}
	}
}

func TestWordPressRESTTellsWhatItKnows(t *testing.T) {
	t.Parallel()
	th := mustRead(t, contents(t, "testdata/wordpress/comments.json"), "")
	clock, bench, ping := th.At(1), th.At(5), th.At(6)
	if !clock.Is(thread.Topic) || clock.Title() != "the clock" || clock.URL() != "https://town.example/2024/05/the-clock/" || bench.Title() != "A bench & a pier" {
		t.Errorf("the topics are %q at %s and %q", clock.Title(), clock.URL(), bench.Title())
	}
	if !th.At(2).Is(thread.Zoned) || ping.Is(thread.Zoned) || ping.Time().Hour() != 11 || th.Link(6) != "https://town.example/2024/04/a-bench/#comment-21" {
		t.Errorf("the pingback came at %v, %s", ping.Time(), th.Link(6))
	}
}

func TestWordPressRESTCutAnywhere(t *testing.T) { checkCut(t, "wordpress") }

func TestRealWordPressRESTAsTheStandardLibraryReadsIt(t *testing.T) {
	type comment struct {
		ID, Post, Parent int64
		Author           string `json:"author_name"`
		Date             string `json:"date_gmt"`
		Content          struct{ Rendered string }
	}
	realFiles(t, func(t *testing.T, th *thread.Thread, comments []comment) {
		var all []said
		topic := map[string]string{}
		for _, c := range comments {
			s := said{number(c.ID), "", c.Author, seconds(t, c.Date+"Z"), c.Content.Rendered}
			if c.Parent != 0 {
				s.parent = number(c.Parent)
			}
			topic[s.id] = "post/" + number(c.Post)
			all = append(all, s)
		}
		checkSaid(t, th, all)
		for i := 1; i < th.Len(); i++ {
			if above := th.At(th.Parent(i)); above.Is(thread.Topic) && above.ID != topic[th.At(i).ID] {
				t.Errorf("%s is on %s, want %s", th.At(i).ID, above.ID, topic[th.At(i).ID])
			}
		}
	}, "wordpress_rest_json/*.json")
}

func FuzzReadWordPressREST(f *testing.F) { fuzzReader(f, "wordpress") }

func BenchmarkReadWordPressREST(b *testing.B) {
	benchReader(b, `[`,
		`{"id":#,"post":7,"parent":0,"author":0,"author_name":"ann#","author_url":"","date":"2024-05-01T11:10:00","date_gmt":"2024-05-01T09:10:00","content":{"rendered":"`+prose+`"},"link":"https://town.example/the-clock/#c#","status":"approved","type":"comment","_links":{"self":[{"href":"x"}]}}`, `]`)
}
