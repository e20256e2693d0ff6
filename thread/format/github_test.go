package format

import (
	"strings"
	"testing"

	"skein/thread"
	"skein/thread/markup"
)

func TestGitHubKeepsTheTree(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ sample, title, want string }{
		{"rest", "Oil the clock", `900 kim: It squeaks.
  901 ann: Which oil?
  pullrequestreview-910 bo: changes requested
    911 : Not this one.
      912 kim: Done.
`},
		{"graphql", "", ` : 
  D_1 kim: For gears.
    DC_1 ann: Light.
      DC_2 : Why?
    DC_3 bo: None.
  D_2 hanne: Loud.
`},
		{"pull_request", "Oil the clock", `PR_1 kim: It squeaks.
  IC_1 ann: Which oil?
  R_1 bo: approved
    RC_1 bo: Here, too.
  RC_2 hanne: And here?
    RC_3 kim: No.
`},
		{"flattened", "Which oil?", `8 kim: For gears.
   ann: Light.
     bo: Why?
`},
	} {
		th := mustRead(t, contents(t, "testdata/github/"+c.sample+".json"), "")
		if got := outline(th); got != c.want || th.Title != c.title {
			t.Errorf("%s: title %q, got\n%swant\n%s", c.sample, th.Title, got, c.want)
		}
	}
}

func TestGitHubTellsWhatItKnows(t *testing.T) {
	t.Parallel()
	th := mustRead(t, contents(t, "testdata/github/graphql.json"), "")
	oil := th.At(1)
	if !oil.Is(thread.Topic|thread.Scored) || oil.Title() != "Which oil?" || oil.URL() != "https://github.com/town/clock/discussions/8" || oil.More() != 2 || th.At(4).More() != 2 {
		t.Errorf("the topic is %q at %s, %d more, and %d", oil.Title(), oil.URL(), oil.More(), th.At(4).More())
	}
	if oil.Body.Kind != markup.Markdown || th.At(5).Body.Kind != markup.HTML {
		t.Error("bodies are of another kind")
	}
	th = mustRead(t, contents(t, "testdata/github/rest.json"), "")
	if th.URL != "https://github.com/town/clock/pull/5" || th.At(0).Score != 2 || th.At(4).Title() != "gears.md:4" || th.Link(1) != "https://github.com/town/clock/pull/5#issuecomment-901" {
		t.Errorf("at %s, %q", th.URL, th.At(4).Title())
	}
}

func TestGitHubCommentsNameWhatTheyAreOn(t *testing.T) {
	t.Parallel()
	comment := func(id, issue string) string {
		return `{"id":` + id + `,"user":{"login":"ann"},"body":"x","author_association":"NONE","issue_url":"https://api.github.com/repos/town/clock/issues/` + issue +
			`","html_url":"https://github.com/town/clock/issues/` + issue + `#issuecomment-` + id + `"}`
	}
	th := mustRead(t, []byte("["+comment("1", "5")+","+comment("2", "6")+","+comment("3", "5")+"]"), "")
	const want = " : \n  town/clock#5 : \n    1 ann: x\n    3 ann: x\n  town/clock#6 : \n    2 ann: x\n"
	if got := outline(th); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if th.At(1).URL() != "https://github.com/town/clock/issues/5" {
		t.Errorf("an issue is at %s", th.At(1).URL())
	}
}

func TestGitHubCommentsKeepTheirRepliesWithoutAnIssue(t *testing.T) {
	t.Parallel()
	th := mustRead(t, []byte(`{"author":{"login":"ann"},"body":"x","replies":[{"author":{"login":"bo"},"body":"y"}]}`), "github")
	if got, want := outline(th), " : \n   ann: x\n     bo: y\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestGitHubCutAnywhere(t *testing.T) { checkCut(t, "github") }

func TestRealGitHubAsTheStandardLibraryReadsIt(t *testing.T) {
	type entry struct {
		Title, URL, Body, CreatedAt string
		Author                      struct{ Name string }
		Comments, Replies           []entry
	}
	realFiles(t, func(t *testing.T, th *thread.Thread, all []entry) {
		i := 0
		var check func(parent int, list []entry)
		check = func(parent int, list []entry) {
			for _, e := range list {
				i++
				c := th.At(i)
				if th.Parent(i) != parent || th.Name(i) != e.Author.Name || c.When != seconds(t, e.CreatedAt) || decoded(t, c.Body) != e.Body || c.Title() != strings.Join(strings.Fields(e.Title), " ") || c.URL() != e.URL {
					t.Fatalf("comment %d is %+v by %q, below %d, want %+v below %d", i, c, th.Name(i), th.Parent(i), e, parent)
				}
				if c.Is(thread.Topic) != (parent == 0) || c.Body.Kind&^markup.JSON != markup.HTML && e.Body != "" {
					t.Fatalf("comment %d: %x, %x", i, c.Flags, c.Body.Kind)
				}
				at := i
				check(at, e.Comments)
				check(at, e.Replies)
			}
		}
		check(0, all)
		if i != th.Len()-1 {
			t.Errorf("%d entries, want %d", th.Len()-1, i)
		}
	}, "github_discussions_json/*.json")
}

func FuzzReadGitHub(f *testing.F) { fuzzReader(f, "github") }

func BenchmarkReadGitHub(b *testing.B) {
	benchReader(b, `[`,
		`{"url":"https://api.github.com/repos/a/b/issues/comments/#","html_url":"https://github.com/a/b/issues/1#issuecomment-#","issue_url":"https://api.github.com/repos/a/b/issues/1","id":#,"user":{"login":"ann#","id":1,"type":"User","site_admin":false},"created_at":"2024-05-01T09:10:00Z","author_association":"NONE","body":"`+prose+`","reactions":{"+1":0,"-1":0}}`, `]`)
}
