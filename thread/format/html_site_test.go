package format

import (
	"strings"
	"testing"
)

// TestSitesWithoutAReaderAreRead is of pages of programs whose comments the
// reader of any page knows by what they are called.
func TestSitesWithoutAReaderAreRead(t *testing.T) {
	t.Parallel()
	for file, want := range map[string]string{
		"vanilla": ` ann: The well is dry.
  802 Bo: Since when?
  803 Cleo: Since May.
`,
		"metafilter": ` : The well is dry.
  802 Bo: Since when?
  803 Cleo: Since May.
`,
		"gitlab": ` : It stops. Every time.
  101 Bo Cee: Which lamp?
  102 Ann Bee: added ~bug label
  103 Ann Bee: The green one.
`,
		"phabricator": ` : It stops.
  101 bo: Which lamp?
  102 ann: The green one.
`,
		"lwn": ` : By Ann Bee
  834567 bo: Anything with a flat bed.
    834570 ann: Anything with a flat bed.
  834580 kim: Check the gears.
`,
		"steam": ` : Looking at a used one.
  501 bo: Anything with a flat bed.
  502 kim: Originally posted by bo:
`,
		"flarum": ` : 
  1 Ann Bee: Which one?
  2 Bo Cee: Anything with a flat bed.
`,
		"livejournal": ` : 
  802 bo: Since when?
    803 cleo: Since May.
`,
		"hyperkitty": ` : 
  1 ann: The well is dry.
     Bo: Since when?
       Cleo: Since May.
`,
	} {
		th := mustRead(t, contents(t, "testdata/html/"+file+".html"), "")
		if got := outline(th); got != want || th.Format != "html" || th.At(2).When == 0 {
			t.Errorf("%s as %s: got\n%swant\n%s", file, th.Format, got, want)
		}
	}
}

// TestLinksBetweenCommentsMakeATree is of flat pages, on which links lead from
// comments to what they answer.
func TestLinksBetweenCommentsMakeATree(t *testing.T) {
	t.Parallel()
	for file, want := range map[string]string{
		"imageboard": `51971506 Anonymous: Looking at a used one.
  51971510 Anonymous: >>51971506
    51971533 Anonymous: >>51971510
`,
		"vichan": `100 Anonymous: Looking at a used one.
  101 Anonymous: >>100
    102 Carla: >>101
`,
		"bugzilla": `0 Ann Bee: It stops.
  1 Bo Cee: (In reply to Ann Bee from comment #0)
    2 Ann Bee: (In reply to comment #1)
`,
		"nodebb": `501 ann: Looking at a used one.
  502 bo: Anything with a flat bed.
    503 kim: Why flat?
`,
		"trac": ` : 
  1342087500000000 bo: Cc: kim added
    1342091100000000 ann: Replying to bo:
  1342094700000000 kim: Status: new → closed
`,
	} {
		flat := mustRead(t, contents(t, "testdata/html/"+file+".html"), "")
		if got := outline(flat.Inferred()); got != want || !flat.Flat {
			t.Errorf("%s: got\n%swant\n%s", file, got, want)
		}
	}
}

func TestAListOfRepliesMayStandBesideWhatTheyAnswer(t *testing.T) {
	t.Parallel()
	const want = ` : 
  7001 bo: Anything with a flat bed.
    7002 ann: Why flat?
  7003 kim: Check the gears.
`
	if got := outline(mustRead(t, contents(t, "testdata/html/listbeside.html"), "")); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestPreformattedTextIsReadAsMailIs(t *testing.T) {
	t.Parallel()
	th := mustRead(t, contents(t, "testdata/html/bugzilla.html"), "")
	if got, want := th.At(1).Body.Markdown(), "(In reply to Ann Bee from comment #0)\n\n> Every time.\n\nWhich lamp?"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	const source, want = "1 < 2 <b>&amp;</b>\n<BR/>3 &gt; <", "1 < 2 &\n\n3 > <"
	if got := preformatted(source).Raw; got != want {
		t.Errorf("%q is %q, want %q", source, got, want)
	}
}

func TestLinksToOtherPagesAreNoAnswers(t *testing.T) {
	t.Parallel()
	page := strings.Replace(string(contents(t, "testdata/html/bugzilla.html")), `<a href="show_bug.cgi?id=771234#c1">comment #1</a>`, `<a href="show_bug.cgi?id=5#c1">bug 5 comment #1</a>`, 1)
	th := mustRead(t, []byte(page), "")
	if i := th.Numbered(2); th.Len() != 3 || th.Inferred().Depth(i) != 1 {
		t.Errorf("got\n%s", outline(th.Inferred()))
	}
}

func TestDamagedDataOfAPageIsTold(t *testing.T) {
	t.Parallel()
	whole := string(contents(t, "testdata/html/flarum.html"))
	th, err := Read([]byte(strings.Replace(whole, `"displayName":"Bo Cee"}}]}}`, `"displayName":"Bo Cee"}}]`, 1)), "")
	if th == nil || th.Len() != 3 || err == nil {
		t.Errorf("%d comments, %v", commentsIn(th), err)
	}
}

func TestATopicHasTheSubjectOfItsFirstPost(t *testing.T) {
	t.Parallel()
	for _, file := range []string{"vichan", "imageboard"} {
		if th := mustRead(t, contents(t, "testdata/html/"+file+".html"), ""); th.Title != "Which lathe for a small shed?" {
			t.Errorf("%s: %q", file, th.Title)
		}
	}
}
