package format

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"skein/thread"
)

func TestRedditKeepsTheTree(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ sample, want string }{
		{"listing", `t3_b1 kim: Planks & paint.
  t1_c1 ann: I do <3 it.
    t1_c2 : Me too.
    t1_c3 : [removed]
  t1_c4 bo: Type > to quote.
`},
		{"more", `t3_b1 : 
  t1_d1 odd_job: Which wood?
    t1_d2 hanne: Larch & oak, 2 > 1.
  t1_d3 : 
    t1_d4 bo: And then?
`},
		{"listing_and_more", `t3_b1 kim: Planks & paint.
  t1_c1 ann: I do <3 it.
    t1_c2 : Me too.
    t1_c3 : [removed]
    t1_c9 hanne: Paint it, > twice.
      t1_ca kim: Why?
  t1_c4 bo: Type > to quote.
`},
	} {
		th := mustRead(t, contents(t, "testdata/reddit/"+c.sample+".json"), "")
		if got := outline(th); got != c.want {
			t.Errorf("%s: got\n%swant\n%s", c.sample, got, c.want)
		}
	}
}

func TestRedditTellsWhatItKnows(t *testing.T) {
	t.Parallel()
	th := mustRead(t, contents(t, "testdata/reddit/listing.json"), "")
	if th.Title != "The bench & the pier" || th.URL != "https://www.reddit.com/r/harbour/comments/b1/the_bench/" {
		t.Errorf("title %q, url %q", th.Title, th.URL)
	}
	for i, want := range []struct {
		more    int
		deleted bool
		scored  bool
		link    string
	}{
		{12, false, true, ""},
		{4, false, true, "https://www.reddit.com/r/harbour/comments/b1/the_bench/c1/"},
		{0, false, true, "https://www.reddit.com/comments/b1/_/c2"},
		{1, true, true, "https://www.reddit.com/comments/b1/_/c3"},
		{0, false, false, "https://www.reddit.com/comments/b1/_/c4"},
	} {
		c := th.At(i)
		if c.More() != want.more || c.Is(thread.Deleted) != want.deleted || c.Is(thread.Scored) != want.scored || th.Link(i) != want.link {
			t.Errorf("comment %d: %d more, deleted %v, scored %v, %s", i, c.More(), c.Is(thread.Deleted), c.Is(thread.Scored), th.Link(i))
		}
	}
}

func TestWhatAStubPromisesIsNotLostWithItsParent(t *testing.T) {
	t.Parallel()
	th := mustRead(t, contents(t, "testdata/reddit/more.json"), "")
	if post, reply := th.At(0).More(), th.At(2).More(); post != 5 || reply != 2 {
		t.Errorf("%d more below the post, %d below the reply", post, reply)
	}
}

func TestRedditUndoesOneLayerOfEntities(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ data, want string }{
		{`{"body":"a &amp;gt; b","body_html":"&lt;p&gt;a &amp;amp;gt; b&lt;/p&gt;"`, "a &gt; b"},
		{`{"body":"a &gt; b","body_html":"<p>a &amp;gt; b</p>"`, "a &gt; b"},
		{`{"body":"a &gt; b"`, "a > b"},
		{`{"body":"a &gt; b > c"`, "a &gt; b > c"},
		{`{"body":"\u0026gt; quoted\n\n\u0022so\u0022"`, "> quoted\n\n\"so\""},
	} {
		th := mustRead(t, []byte(`{"kind":"t1","data":`+c.data+`,"author":"ann","name":"t1_a","link_id":"t3_b","parent_id":"t3_b"}}`), "")
		if got := decoded(t, th.At(1).Body); got != c.want {
			t.Errorf("%s is %q, want %q", c.data, got, c.want)
		}
	}
}

func TestRedditsRefusalsSayWhy(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ data, want string }{
		{`{"message":"Not Found","error":404}`, "reddit: this is no thread but the answer 404, Not Found"},
		{`{"reason":"private","message":"Forbidden","error":403}`, "reddit: this is no thread but the answer 403, Forbidden (private)"},
		{`{"json":{"errors":[["RATELIMIT","you are doing that too much",null]]}}`, "reddit: this is no thread but an error: RATELIMIT, you are doing that too much"},
	} {
		th, err := Read([]byte(c.data), "")
		var at *SyntaxError
		if th != nil || !errors.As(err, &at) || err.Error() != c.want {
			t.Errorf("%s: %v", c.data, err)
		}
	}
}

func TestRedditsArchivesHaveAnObjectALine(t *testing.T) {
	t.Parallel()
	th := mustRead(t, []byte(`{"author":"bo","body":"y &gt; z","id":"c2","link_id":"t3_b","parent_id":"t1_c1","subreddit":"x","created_utc":1714554700}
{"author":"kim","title":"T","selftext":"x","id":"b","permalink":"/r/x/comments/b/t/","subreddit":"x","created_utc":1714554600}
{"author":"ann","body":"x","id":"c1","link_id":"t3_b","parent_id":"t3_b","created_utc":"1714554700"}
`), "")
	if got, want := outline(th), "t3_b kim: x\n  t1_c1 ann: x\n    t1_c2 bo: y > z\n"; got != want || th.Title != "T" {
		t.Errorf("%q, got\n%swant\n%s", th.Title, got, want)
	}
}

func TestRedditBeyondTheDecodersDepth(t *testing.T) {
	t.Parallel()
	const levels = 50_000
	open := strings.Repeat(`{"kind":"t1","data":{"author":"ann","body":"x","link_id":"t3_a","replies":{"kind":"Listing","data":{"children":[`, levels)
	th, err := Read([]byte(open), "")
	if th == nil || th.Len() != 10_000/5+1 || err == nil || !strings.Contains(err.Error(), "10,000") {
		t.Fatalf("%v", err)
	}
	checkThread(t, th)
}

// TestAPageWithLevelsSavedAsTextHasItsTree is of a dump of a page of 2022 and a
// copy of one of 2018.
func TestAPageWithLevelsSavedAsTextHasItsTree(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"levels": ` kim_berg: Mine bends when it hangs by its handle.… +71
   Bo_Lund: Which saw?… +1200
     kim_berg: A long one. Reply soon. +3
       :  deleted
     : They are all the same. -4 2 more
   Hanne: Carpenter…
`,
		"levels_copied": ` kim_berg: 
   Bo_Lund: Which one? +12
     kim_berg: The long one. +1
`,
	} {
		th := mustRead(t, contents(t, "testdata/reddit/"+name+".txt"), "")
		lines := strings.SplitAfter(firstLines(th), "\n")
		for i := range th.Len() {
			c := th.At(i)
			line := strings.TrimSuffix(lines[i], "\n")
			if c.Is(thread.Scored) {
				line += fmt.Sprintf(" %+d", c.Score)
			}
			if c.Is(thread.Deleted) {
				line += " deleted"
			}
			if c.More() > 0 {
				line += fmt.Sprintf(" %d more", c.More())
			}
			lines[i] = line + "\n"
		}
		if got := strings.Join(lines, ""); got != want || th.Format != "reddit" {
			t.Errorf("%s as %s:\n%swant\n%s", name, th.Format, got, want)
		}
	}
	const title = "How do you keep the blade of a long saw straight over a winter in a shed that is damp all the time?"
	th := mustRead(t, contents(t, "testdata/reddit/levels.txt"), "")
	if th.Title != title {
		t.Errorf("the title is %q", th.Title)
	}
	if got := th.At(5).Body.Plain(); got != "Carpenter\n\nLay it flat.\n\nI have 12" {
		t.Errorf("the last says %q", got)
	}
}

func TestRedditCutAnywhere(t *testing.T) { checkCut(t, "reddit") }

func TestRealRedditAsTheStandardLibraryReadsIt(t *testing.T) {
	realFiles(t, func(t *testing.T, th *thread.Thread, file any) {
		var all []said
		more := 0
		each(file, func(o map[string]any) {
			d, _ := o["data"].(map[string]any)
			switch o["kind"] {
			case "t1":
				s := said{d["name"].(string), d["parent_id"].(string), d["author"].(string), int64(d["created_utc"].(float64)), d["body"].(string)}
				s.author = strings.TrimSuffix(s.author, "[deleted]")
				if strings.HasPrefix(d["body_html"].(string), "&lt;") {
					s.body = strings.NewReplacer("&lt;", "<", "&gt;", ">", "&amp;", "&").Replace(s.body)
				}
				all = append(all, s)
			case "more":
				more += max(int(d["count"].(float64)), 1)
			}
		})
		here := map[string]bool{}
		for _, s := range all {
			here[s.id] = true
		}
		for i, s := range all {
			if strings.HasPrefix(s.parent, "t3_") || !here[s.parent] && th.Title != "" {
				all[i].parent = "" // or on a page that begins with a reply
			}
		}
		checkSaid(t, th, all)
		for i := range th.Len() {
			more -= th.At(i).More()
		}
		if more != 0 {
			t.Errorf("%d replies of stubs are not told", more)
		}
	}, "reddit_json/[^e]*.json")
}

// each calls a function with every object in what the standard library has
// decoded.
func each(v any, do func(map[string]any)) {
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			each(e, do)
		}
	case map[string]any:
		do(v)
		for _, m := range v {
			each(m, do)
		}
	}
}

func FuzzReadReddit(f *testing.F) { fuzzReader(f, "reddit") }

func BenchmarkReadReddit(b *testing.B) {
	filler := strings.Repeat(`"mod_note":null,"approved_by":null,"can_gild":false,"gilded":0,"all_awardings":[],`, 6)
	benchReader(b, `[{"kind":"Listing","data":{"children":[{"kind":"t3","data":{"author":"kim","title":"T","permalink":"/r/x/","name":"t3_a"}}]}},{"kind":"Listing","data":{"children":[`,
		`{"kind":"t1","data":{`+filler+`"author":"ann#","name":"t1_#","link_id":"t3_a","parent_id":"t3_a","score":1,"body":"`+prose+`","body_html":"&lt;p&gt;`+prose+`&lt;/p&gt;","created_utc":1714554000.0,"replies":""}}`, `]}}]`)
}
