package format

import (
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"skein/thread"
	"skein/thread/markup"
)

// library is a small thread with what makes writing difficult.
func library() *thread.Thread {
	body := func(text string) markup.Body { return markup.Body{Raw: text, Kind: markup.Markdown} }
	b := thread.Builder{Title: "A *tool* library", URL: "https://town.example/tools", Format: "text"}
	b.Post(thread.Post{Author: "kim", Body: body("Who is in?\n\n> The town.")})
	b.Add(thread.Post{Level: 1, Author: "odd_job", Score: 1, Flags: thread.Scored, Body: body("I am.\n\n## 3 → 1 · kim\n\nThat was no heading.")})
	b.Add(thread.Post{Level: 2, Author: "marta", Body: body("```\n## 7 · code\nwithout end")})
	b.Add(thread.Post{Level: 3, Flags: thread.Deleted})
	b.Add(thread.Post{Level: 4, Author: "bo", Body: body("Gone?")})
	b.Add(thread.Post{Level: 1, Author: "ann", Body: body("Me too."), More: 2})
	return b.Thread()
}

func TestMarkdownReadsWellAndShowsTheTree(t *testing.T) {
	t.Parallel()
	const want = `# A \*tool\* library

<https://town.example/tools>

**kim**

Who is in?

> The town.

## 1 · odd\_job

*1 point*

I am.

\## 3 → 1 · kim

That was no heading.

### 2 → 1 · marta

§
## 7 · code
without end
§

#### 3 → 2

*deleted*

##### 4 → 3 · bo

Gone?

## 5 · ann

*2 more replies*

Me too.

`
	if got := written(t, library(), "markdown", Selection{}); got != strings.ReplaceAll(want, "§", "```") {
		t.Errorf("got\n%s", got)
	}
}

func TestMarkdownHeadingsNeverExceedSixLevels(t *testing.T) {
	t.Parallel()
	var b thread.Builder
	for level := range 20 {
		b.Add(thread.Post{Level: level + 1, Author: "ann"})
	}
	got := written(t, b.Thread(), "markdown", Selection{})
	if strings.Contains(got, "#######") || !strings.Contains(got, "\n###### 20 → 19 · ann\n") {
		t.Errorf("got\n%s", got)
	}
}

func TestTextHasTheShapeOfASavedBlog(t *testing.T) {
	t.Parallel()
	const want = `A bench

Where shall it stand?

> By the oak,
> said the town.
>
> Or the mill.

Tell me.

5 replies
  1. ann says:
    May 1, 2024 at 4:05 pm

    By the mill.

    • deleted says:

      • missing says:

        • bo says:

          > > By the mill.

          > It creaks.

          So do you.

  2. kim says:

    By the oak.

`
	body := func(text string) markup.Body { return markup.Body{Raw: text, Kind: markup.Markdown} }
	b := thread.Builder{Title: "A bench"}
	b.Post(thread.Post{Body: body("Where shall it stand?\n\n> By the oak,\n> said the town.\n>\n> Or the mill.\n\nTell me.")})
	b.Add(thread.Post{Level: 1, Author: "ann", Body: body("By the mill."), Time: time.Date(2024, 5, 1, 16, 5, 0, 0, time.UTC)})
	b.Add(thread.Post{Level: 2, Flags: thread.Deleted})
	b.Add(thread.Post{Level: 3, Flags: thread.Ghost})
	b.Add(thread.Post{Level: 4, Author: "bo", Body: body("> > By the mill.\n>\n> It creaks.\n\nSo do you.")})
	b.Add(thread.Post{Level: 1, Author: "kim", Body: body("By the oak.")})
	if got := written(t, b.Thread(), "text", Selection{}); got != want {
		t.Errorf("got\n%s", got)
	}
}

func TestTextOfALongChainStaysLinear(t *testing.T) {
	t.Parallel()
	const n = 20_000
	var b thread.Builder
	for level := range n {
		b.Add(thread.Post{Level: level + 1, Author: "ann"})
	}
	if got := len(written(t, b.Thread(), "text", Selection{})); got > n*500 {
		t.Errorf("%d bytes for %d comments", got, n)
	}
}

func TestOnlyWhatIsSelectedGoesOut(t *testing.T) {
	t.Parallel()
	parts := map[int]Part{1: Context, 2: Hit}
	s := Selection{Part: func(i int) Part { return parts[i] }}
	th := mustRead(t, []byte(written(t, library(), "json", s)), "json")
	if got, want := bareOutline(th), " kim\n  1 odd_job\n    2 marta\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if !th.At(1).Is(thread.Context) || th.At(2).Is(thread.Context) || th.At(0).Is(thread.Context) {
		t.Error("the context of a hit is marked, the hit is not")
	}
	for _, name := range []string{"jsonl", "markdown", "text"} {
		got := written(t, library(), name, s)
		if !strings.Contains(got, "marta") || strings.Contains(got, "Gone?") || strings.Contains(got, "ann") {
			t.Errorf("%s has\n%s", name, got)
		}
	}
}

func TestDepthLimitsWhatGoesOut(t *testing.T) {
	t.Parallel()
	for depth, want := range map[int]int{0: 5, 1: 2, 2: 3, 9: 5} {
		th := mustRead(t, []byte(written(t, library(), "jsonl", Selection{Depth: depth})), "jsonl")
		if th.Len()-1 != want {
			t.Errorf("depth %d: %d comments, want %d", depth, th.Len()-1, want)
		}
	}
}

func TestIDsThatAreMadeUpAreNobodyElses(t *testing.T) {
	t.Parallel()
	var b thread.Builder
	b.Add(thread.Post{Level: 1, Author: "ann"})
	b.Add(thread.Post{Level: 2, Author: "bo", ID: "1"})
	b.Add(thread.Post{Level: 3, Author: "kim"})
	got := bareOutline(mustRead(t, []byte(written(t, b.Thread(), "json", Selection{})), "json"))
	if want := " \n  ~1 ann\n    1 bo\n      3 kim\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestWritersSayWhatWentWrong(t *testing.T) {
	t.Parallel()
	if err := Write(io.Discard, library(), "morse", Selection{}); !errors.Is(err, ErrName) {
		t.Errorf("a name that is none: %v", err)
	}
	for name := range Writers() {
		if err := Write(closedPipe{}, library(), name, Selection{}); !errors.Is(err, io.ErrClosedPipe) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

type closedPipe struct{}

func (closedPipe) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

func BenchmarkWriteJSON(b *testing.B)     { benchmarkWrite(b, "json") }
func BenchmarkWriteMarkdown(b *testing.B) { benchmarkWrite(b, "markdown") }
func BenchmarkWriteText(b *testing.B)     { benchmarkWrite(b, "text") }

func benchmarkWrite(b *testing.B, name string) {
	var all thread.Builder
	for i := range 4000 {
		text := markup.Body{Raw: strings.Repeat("It is long.\n\n> And quoted.\n\n", 20), Kind: markup.Markdown}
		all.Add(thread.Post{Level: 1 + i%7, Author: "ann", Body: text})
	}
	th := all.Thread()
	b.SetBytes(int64(len(written(b, th, name, Selection{}))))
	for b.Loop() {
		if err := Write(io.Discard, th, name, Selection{}); err != nil {
			b.Fatal(err)
		}
	}
}
