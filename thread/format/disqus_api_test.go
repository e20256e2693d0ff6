package format

import (
	"testing"

	"skein/thread"
)

func TestDisqusAPIKeepsTheTree(t *testing.T) {
	t.Parallel()
	th := mustRead(t, contents(t, "testdata/disqus/api.json"), "")
	const want = `thread-77 : 
  901 Cy: The regatta is on Sunday.
    902 Bo: Where?
      903 Ann Bee: At the pier.
  904 : 
`
	if got := outline(th); got != want || th.Format != "disqus" {
		t.Errorf("got as %s\n%swant\n%s", th.Format, got, want)
	}
	if c := th.At(4); !c.Is(thread.Deleted) || c.Author != thread.None {
		t.Errorf("the one that was deleted has the flags %b", c.Flags)
	}
	if c := th.At(3); th.Authors[c.Author].Address != "ann" || stamp(c) != "2024-05-01T09:04:00Z" || c.Score != 1 {
		t.Errorf("%d points, by %v at %s", c.Score, th.Authors[c.Author], stamp(c))
	}
}

func TestDisqusInItsOtherForms(t *testing.T) {
	t.Parallel()
	const post = `{"id":"2","parent":null,"thread":"7","createdAt":"2024-05-01T09:00:00","author":{"name":"Ann","username":"ann"},"message":"<p>Hi</p>"}`
	const reply = `{"id":"3","parent":2,"thread":"7","createdAt":"2024-05-01T09:10:00","author":{"username":"bo"},"raw_message":"Ho"}`
	const want = "thread-7 : \n  2 Ann: Hi\n    3 bo: Ho\n"
	for _, data := range []string{
		`{"code":0,"response":{"lastModified":1,"posts":[` + post + `,` + reply + `],"thread":{"id":"7","clean_title":"Ferry","link":"https://harbour.example/ferry"}}}`,
		`{"code":0,"response":[` + reply + `]}` + "\n" + `{"code":0,"response":[` + post + `]}`,
		`[{"code":0,"response":[` + post + `]},{"code":0,"response":[` + reply + `]}]`,
		`[` + reply + `,` + post + `]`,
	} {
		th := mustRead(t, []byte(data), "")
		if got := outline(th); got != want || th.Format != "disqus" {
			t.Errorf("%s: as %s\n%s", data, th.Format, got)
		}
	}
	th := mustRead(t, []byte(`{"response":{"posts":[`+post+`],"thread":{"id":"7","clean_title":"Ferry","link":"https://harbour.example/ferry"}}}`), "")
	if th.Title != "Ferry" || th.URL != "https://harbour.example/ferry" {
		t.Errorf("%q at %s", th.Title, th.URL)
	}
}
