package format

import "testing"

func TestWhatGhShowsIsAThread(t *testing.T) {
	t.Parallel()
	const view = "title:\tThe crane creaks\nstate:\tOPEN\nauthor:\tann\nlabels:\t\ncomments:\t2\nnumber:\t12\nurl:\thttps://x.example/12\n--\nSince the storm.\n" +
		"--\nauthor:\tbo\nassociation:\tmember\nedited:\tfalse\nstatus:\tnone\n--\nOil it.\n\n--\n\nWith fat.\n" +
		"--\nauthor:\tcy\nassociation:\tnone\nedited:\tfalse\nstatus:\tnone\n--\nDone.\n--\n"
	th := mustRead(t, []byte(view), "")
	const want = ` ann: Since the storm.
   bo: Oil it.
   cy: Done.
`
	if got := outline(th); got != want || th.Format != "github" || th.Title != "The crane creaks" || th.URL != "https://x.example/12" {
		t.Errorf("as %s, %q:\n%swant\n%s", th.Format, th.Title, got, want)
	}
	if got := th.At(1).Body.Raw; got != "Oil it.\n\n--\n\nWith fat." {
		t.Errorf("bo's text is %q", got)
	}
}
