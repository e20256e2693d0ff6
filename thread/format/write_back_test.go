package format

import (
	"path/filepath"
	"slices"
	"testing"
	"time"

	"skein/thread"
	"skein/thread/markup"
)

// checkComesBack writes a thread and reads that: the tree, authors, times and
// bodies are the same.
func checkComesBack(t *testing.T, th *thread.Thread, writer, reader string) {
	t.Helper()
	back, err := Read([]byte(written(t, th, writer, Selection{})), reader)
	if err != nil {
		t.Fatal(err)
	}
	checkSameTree(t, th, back)
	for i := range th.Len() {
		if was, is := words(th.At(i).Body), words(back.At(i).Body); is != was {
			t.Fatalf("comment %d says\n%.500q\nand said\n%.500q", i, is, was)
		}
	}
}

// checkSameTree compares all but bodies.
func checkSameTree(t *testing.T, th, back *thread.Thread) {
	t.Helper()
	if back.Len() != th.Len() || back.Title != th.Title {
		t.Fatalf("%d entries on %q have become %d on %q", th.Len(), th.Title, back.Len(), back.Title)
	}
	for i := range th.Len() {
		switch was, is := th.At(i), back.At(i); {
		case back.Depth(i) != th.Depth(i):
			t.Fatalf("comment %d has moved from level %d to %d", i, th.Depth(i), back.Depth(i))
		case back.Name(i) != th.Name(i):
			t.Fatalf("comment %d is by %q, was by %q", i, back.Name(i), th.Name(i))
		case stamp(is) != stamp(was):
			t.Fatalf("comment %d is of %q, was of %q", i, stamp(is), stamp(was))
		}
	}
}

// words is what one reads of the Markdown of a body.
func words(body markup.Body) string {
	return markup.Body{Raw: body.Markdown(), Kind: markup.Markdown}.Plain()
}

func TestRealThreadsComeBackFromMarkdown(t *testing.T) {
	t.Parallel()
	for _, c := range realCases(t) {
		t.Run(filepath.Base(c.path), func(t *testing.T) {
			t.Parallel()
			checkComesBack(t, mustRead(t, contents(t, c.path), ""), "markdown", "markdown")
		})
	}
}

func TestThreadsComeBackFromMarkdown(t *testing.T) {
	t.Parallel()
	body := func(text string) markup.Body { return markup.Body{Raw: text, Kind: markup.Markdown} }
	var deep thread.Builder
	for level := range 2000 {
		deep.Add(thread.Post{Level: level + 1, Author: "ann", Body: body("x")})
	}
	var odd thread.Builder
	odd.Post(thread.Post{Body: body("# A heading first\n\n## 1 · ann\n\n\\## 2 · bo")})
	odd.Add(thread.Post{Level: 1, Author: "a*b_c · d\\", Body: body("*3 points*\n\nThis text began like facts.")})
	odd.Add(thread.Post{Level: 2, Body: body("```\n## 9 · code\n```")})
	odd.Add(thread.Post{Level: 3, Author: "→ 1", Title: "a · deleted · b", Flags: thread.Scored, Score: -7, Body: body("~~~\n## 9 · open")})
	odd.Add(thread.Post{Level: 1, Author: "3 · x", Flags: thread.Deleted})
	odd.Add(thread.Post{Level: 1, Author: "  ", Body: body("## 1\n\n### 2 → 1 · x\n\n    ## 3 · code")})
	var bare thread.Builder
	bare.Add(thread.Post{Level: 1, Body: body("Nobody said this.")})
	bare.Add(thread.Post{Level: 1})
	var facts thread.Builder
	facts.Post(thread.Post{Body: body("2024-05-01\n\nA text that begins with a date.")})
	facts.Add(thread.Post{Level: 1, Author: "ann"})
	for name, b := range map[string]*thread.Builder{"a chain": &deep, "odd": &odd, "bare": &bare, "facts": &facts} {
		t.Run(name, func(t *testing.T) { checkComesBack(t, b.Thread(), "markdown", "markdown") })
	}
	th := library()
	checkComesBack(t, th, "markdown", "markdown")
	back := mustRead(t, []byte(written(t, th, "markdown", Selection{})), "")
	if again := written(t, back, "markdown", Selection{}); again != written(t, th, "markdown", Selection{}) {
		t.Errorf("written again it is\n%s", again)
	}
}

func TestRealThreadsComeBackFromMail(t *testing.T) {
	t.Parallel()
	for _, c := range realCases(t) {
		t.Run(filepath.Base(c.path), func(t *testing.T) {
			t.Parallel()
			checkComesBack(t, mustRead(t, contents(t, c.path), ""), "mbox", "mail")
		})
	}
}

func TestNamesAmongFactsOfMarkdownComeBack(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"a · b.pdf", " · ", "deleted · 3 points", "“a” · deleted", "“", "”", "a*", "**", "&#183;", `\`, `\&#183;·`} {
		var b thread.Builder
		at := time.Date(2024, 5, 1, 10, 0, 0, 0, time.UTC)
		b.Post(thread.Post{Title: "The mill", Author: "kim"})
		b.Add(thread.Post{
			Level: 1, Author: "ann", Time: at, Zone: thread.ZoneKnown(true), Title: name,
			Attachments: []thread.Attachment{{Name: name}, {Name: "plan.png"}, {Name: name}},
			Body:        markup.Body{Raw: "Here it is.", Kind: markup.Markdown},
		})
		th := b.Thread()
		checkComesBack(t, th, "markdown", "markdown")
		back := mustRead(t, []byte(written(t, th, "markdown", Selection{})), "")
		was, is := th.At(1), back.At(1)
		if is.Title() != was.Title() || !slices.Equal(is.Attachments(), was.Attachments()) || is.Flags&(thread.Deleted|thread.Scored) != 0 {
			t.Errorf("%q has become %q with %v in\n%s", name, is.Title(), is.Attachments(), written(t, th, "markdown", Selection{}))
		}
	}
}
