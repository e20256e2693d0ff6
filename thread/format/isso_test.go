package format

import (
	"testing"
	"time"

	"skein/thread"
)

func TestIssoKeepsTheTree(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ sample, want string }{
		{"generic", ` : 
  /clock/# : 
    /clock/#0 ann: Since when?
      /clock/#1 bo: On Tuesday.
  /bench/# : 
    /bench/#0 : Where?
`},
		{"replies", ` : 
  1 ann: Since when?
    2 : 
  3 : Where?
`},
	} {
		th := mustRead(t, contents(t, "testdata/isso/"+c.sample+".json"), "")
		if got := outline(th); got != c.want {
			t.Errorf("%s: got\n%swant\n%s", c.sample, got, c.want)
		}
	}
}

func TestIssoTellsWhatItKnows(t *testing.T) {
	t.Parallel()
	th := mustRead(t, contents(t, "testdata/isso/generic.json"), "")
	if c := th.At(1); !c.Is(thread.Topic) || c.Title() != "The clock" || c.URL() != "/clock/" {
		t.Errorf("the topic is %q at %s", c.Title(), c.URL())
	}
	if c := th.At(2); !c.Time().Equal(time.Date(2024, 5, 1, 9, 10, 0, 0, time.UTC)) || c.Is(thread.Zoned) {
		t.Errorf("the time is %v", c.Time())
	}
	th = mustRead(t, contents(t, "testdata/isso/replies.json"), "")
	if th.At(0).More() != 1 || th.At(3).More() != 2 || th.At(1).Score != 2 || !th.At(2).Is(thread.Deleted) || th.At(1).When != 1714554600 {
		t.Errorf("%d and %d more, %d likes", th.At(0).More(), th.At(3).More(), th.At(1).Score)
	}
}

func TestIssoCutAnywhere(t *testing.T) { checkCut(t, "isso") }

func TestRealIssoAsTheStandardLibraryReadsIt(t *testing.T) {
	type page struct {
		ID, Title string
		Comments  []struct {
			ID                    int64
			Author, Text, Created string
		}
	}
	realFiles(t, func(t *testing.T, th *thread.Thread, pages []page) {
		var all []said
		titles := map[string]bool{}
		for _, p := range pages {
			titles[p.Title] = true
			for _, c := range p.Comments {
				at, err := time.Parse(time.DateTime, c.Created)
				if err != nil {
					t.Fatal(err)
				}
				all = append(all, said{p.ID + "#" + number(c.ID), "", c.Author, at.Unix(), c.Text})
			}
		}
		checkSaid(t, th, all)
		for i := range th.Len() {
			delete(titles, th.At(i).Title())
		}
		if len(titles) > 0 {
			t.Errorf("no entries for %v", titles)
		}
	}, "isso_generic_json/*.json")
}

func FuzzReadIsso(f *testing.F) { fuzzReader(f, "isso") }

func BenchmarkReadIsso(b *testing.B) {
	benchReader(b, `[{"id":"/a/","title":"T","comments":[`,
		`{"id":#,"author":"ann#","email":"","website":"","remote_addr":"127.0.0.0","created":"2024-05-01 09:10:00","text":"`+prose+`"}`, `]}]`)
}
