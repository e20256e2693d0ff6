package format

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"skein/thread"
	"skein/thread/markup"
)

func TestMarkdownHeadingsWithHeadersAreATree(t *testing.T) {
	t.Parallel()
	th := mustRead(t, contents(t, "testdata/markdown/archive.md"), "")
	const want = ` : 4 messages · 3 participants
  k1@tower.example kim ...: It is late again.
    a1@tower.example ann: kim wrote:
       bo: Without a block around it.
         ann: Deeper than headings go.
`
	if got := outline(th); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if th.Title != "Who winds the tower clock?" || th.At(2).Title() != "" || th.At(4).Title() != "A new clock (was: Who winds the tower clock?)" {
		t.Errorf("%q, %q, %q", th.Title, th.At(2).Title(), th.At(4).Title())
	}
	const body = "kim wrote:\n> It is late again.\n\n## 3 · This is no heading\n\n```\ncode within\n```\nSo are you."
	if got := th.At(2).Body; got.Raw != body || got.Kind != markup.Text || th.At(3).Body.Kind != markup.Markdown {
		t.Errorf("the body is %v", got)
	}
	if th.Authors[th.At(1).Author].Address != "kim@tower.example" || stamp(th.At(2)) != "1999-03-07T09:00:00" || stamp(th.At(3)) != "1999-03-07T10:00:00-05:00" {
		t.Errorf("%v at %s, %s", th.Authors[th.At(1).Author], stamp(th.At(2)), stamp(th.At(3)))
	}
}

func TestNestedMarkdownIsATree(t *testing.T) {
	t.Parallel()
	for sample, want := range map[string]string{
		"quotes": ` : Where shall it stand?
   ann: By the mill.
     bo_k: It creaks, though.
       ann: Indeed.
     kim: So do I.
   hanne: By the oak.
`,
		"list": ` : What was said about the bridge.
   ann: It is narrow.
     bo: They wait.
       ann: In winter, too?
     kim: I never wait.
   bo: Next point.
`,
		"headings": ` : 
   ann: Who waits?
     bo: The empty one.
   kim: Nobody.
`,
	} {
		if got := outline(mustRead(t, contents(t, "testdata/markdown/"+sample+".md"), "")); got != want {
			t.Errorf("%s: got\n%swant\n%s", sample, got, want)
		}
	}
}

// TestExportsInMarkdownAreTrees is of the shapes in which scripts save threads.
func TestExportsInMarkdownAreTrees(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, want string }{
		{`# The crane

## Post #1 — ann
*2024-05-01 10:11*

It creaks.

---

## Post #2 — bo
*2024-05-01 11:00*

Oil it.

---
`, ` ann: It creaks.
   bo: Oil it.
`},
		{`# The crane creaks #12

**Author:** ann
**Created:** 2024-05-01T10:00:00Z
**Labels:** noise

Since the storm.

## Comments

### bo - 2024-05-01T11:00:00Z

Oil it.

### cy - 2024-05-01T12:00:00Z

With what?
`, ` ann: Labels: noise
   bo: Oil it.
   cy: With what?
`},
		{`# [\#12 Issue](https://x.example/12): The crane creaks

#### <img src="a.png" width="50">[ann](https://x.example/ann) opened issue at [2024-05-01 10:00](https://x.example/12):

Since the storm.

#### <img src="b.png" width="50">[bo](https://x.example/bo) commented at [2024-05-01 11:00](https://x.example/12#c1):

Oil it.

-------------------------------------------------------------------------------
`, ` ann: Since the storm.
   bo: Oil it.
`},
		{`---
title: "The crane"
author: ann
date: 2024-05-01
---

Since the storm.

- [bo](https://x.example/bo) 2024-05-01T13:00:00Z: Oil it.
    - [cy](https://x.example/cy) 2024-05-01T14:00:00Z: With what?
`, ` ann: Since the storm.
   bo: Oil it.
     cy: With what?
`},
		{`# The crane

By **ann** | 2024-05-01 12:00 | 88 points | 3 comments

Since the storm.

---

##### ⬆️ 45 | [u/bo](https://x.example/u/bo) | 2024-05-01 10:30

Oil it.

##### ├── ⬆️ 12 | u/cy | 2024-05-01 10:45

With what?

##### │   └── ⬆️ 3 | u/bo | 2024-05-01 11:00

With fat.
`, ` ann: Since the storm.
   bo: Oil it.
     cy: With what?
       bo: With fat.
`},
		{"# The crane\n\n* 🟩 **[bo](https://x.example/bo)** ⬆️ 45 _(10:30:00)_\n\n\tOil it.\n\n\t* 🟨 **[cy](https://x.example/cy)** ⬆️ 12 _(10:45:00)_\n\n\t\tWith what?\n", ` : 
   bo: Oil it.
     cy: With what?
`},
	} {
		th := mustRead(t, []byte(c.text), "")
		if got := outline(th); got != c.want || th.Format != "markdown" || !strings.Contains(th.Title, "The crane") {
			t.Errorf("as %s, %q:\n%swant\n%s", th.Format, th.Title, got, c.want)
		}
	}
}

func TestBodiesOfNestedMarkdownLoseOnlyTheNesting(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		sample  string
		comment int
		want    string
	}{
		{"quotes", 0, "Where shall it stand?\n\n> By the oak, said the mayor."},
		{"quotes", 1, "By the mill.\n\nIt creaks, though."},
		{"quotes", 2, "> It creaks, though.\n\n```\n**kim** · 9 points\n```"},
		{"list", 1, "It is narrow.\n\nTwo carts do not pass."},
		{"list", 3, "In winter, too?\n\n- salt\n- sand"},
		{"headings", 2, "The empty one.\n\n#### Why\n\nBecause it can."},
	} {
		th := mustRead(t, contents(t, "testdata/markdown/"+c.sample+".md"), "")
		if got := th.At(c.comment).Body.Markdown(); got != c.want {
			t.Errorf("%s, %d: got\n%s\nwant\n%s", c.sample, c.comment, got, c.want)
		}
	}
	th := mustRead(t, contents(t, "testdata/markdown/quotes.md"), "")
	if th.At(1).Score != 12 || !th.At(1).Is(thread.Scored) || th.At(3).Is(thread.Scored) || stamp(th.At(5)) != "2024-05-01T00:00:00" {
		t.Error("the facts beside the names are not known")
	}
}

func TestArticlesInMarkdownAreNoThreads(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"an article":   "# Pears\n\nThey are ripe.\n\n## 1 Picking\n\nBy hand.\n\n> **Note:** never shake.\n",
		"features":     "# A tool\n\n- **Fast**: it is fast\n- **Small**: it is small\n  - **Really**: it is\n",
		"changes":      "# Changes\n\n## 1.2 — 2024-05-01\n\n- **Fixed**: all\n\n## 2024-05-01\n\nNothing.\n",
		"versions":     "# Changes\n\n## [1.1.0] - 2024-05-01\n\n- **Fixed**: all\n\n## 1.0 — 2024-04-01\n\n## v0.9 — 2024-03-01\n\nx\n",
		"settings":     "# A tool\n\n## The first\n\n- **Name:** x\n- **User:** y\n",
		"concerts":     "- **Berlin** (2024-05-01): at eight\n- **Rome** (2024-06-01): at nine\n",
		"a glossary":   "**oak** · a tree\n\n**elm**: another tree\n",
		"instructions": "1. **Open** the lid\n2. **Close** the lid\n",
		"dialogue":     "ann: Hello.\nbo: Hello.\n",
		"chapters":     "# Book\n\n## 1\n\nOnce.\n\n## 2\n\nTwice.\n",
		"a diary":      "# Diary\n\n### Monday — 2024-05-01\n\nx\n\n### Tuesday — 2024-05-02\n\ny\n\n### Monday — 2024-05-08\n\nz\n",
		"news":         "# News\n\n## Big update — 2024-05-01\n\nx\n\n## Small update — 2024-04-01\n\ny\n\n### Details — 2024-04-02\n\nz\n",
		"decisions":    "# Decisions\n\n## 1: A mill\n\n- **Date:** 2024-05-01\n- **Author:** ann\n\nx\n\n## 2: A pond\n\n- **Date:** 2024-05-02\n- **Author:** bo\n\ny\n",
		"a mail":       "From: ann\nSubject: x\n\n> kim wrote:\n> > ann wrote:\n> > > x\n",
	} {
		if sniffMarkdown([]byte(text)) {
			t.Errorf("%s is taken for a thread: %s", name, outline(mustRead(t, []byte(text), "markdown")))
		}
		if th, _ := Read([]byte(text), ""); name != "dialogue" && th.Format == "text" && th.Len() > 1 {
			t.Errorf("%s has comments as text: %s", name, outline(th))
		}
	}
}

func TestBylines(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		line, author, rest string
		facts              int
	}{
		{"**ann**", "ann", "", 0},
		{"**ann:** Hello.", "ann", "Hello.", 0},
		{"**@ann** (3 days ago · 4 points): Hello: you.", "ann", "Hello: you.", 2},
		{"**[ann b](https://a.example/b)** · ▲ 7 · 2024-05-01 10:00", "ann b", "", 2},
		{"__ann__ wrote on May 1, 2024 at 10:00 am:", "ann", "", 1},
		{"ann: Hello.", "ann", "Hello.", 0},
		{"ann — 2024-05-01", "ann", "", 1},
		{"ann - 2024-05-01T10:00:00Z", "ann", "", 1},
		{"u/ann (45 points)", "ann", "", 1},
		{"⬆️ 45 | [u/ann](https://a.example) | 2024-05-01 10:00", "ann", "", 2},
		{"│   └── ⬆️ 3 | u/ann | 2024-05-01 10:00", "ann", "", 2},
		{"🟩 **[ann](https://a.example/ann)** ⬆️ 45 _(10:30:00)_", "ann", "", 2},
		{`<img src="a.png" width="50">[ann](https://a.example/ann) commented at [2024-05-01 10:00](https://a.example/1#2):`, "ann", "", 1},
		{"[ann](https://a.example/ann) 2024-05-01T10:00:00Z: Hello.", "ann", "Hello.", 1},
		{"**ann** [2024-05-01 10:00]:", "ann", "", 1},
		{"**[@ann](https://a.example/ann)** commented on 2024-05-01", "ann", "", 1},
		{"Comment by ann (2 points)", "ann", "", 1},
	} {
		by, ok := readByline(c.line)
		if !ok || by.Author != c.author || by.rest != c.rest || by.facts != c.facts {
			t.Errorf("%s: %v, %q, %q, %d facts", c.line, ok, by.Author, by.rest, by.facts)
		}
	}
	for _, line := range []string{"**Note** this is no name", "Then they left: all of them", "", "**", "- x", "https://a.example"} {
		if by, ok := readByline(line); ok && (by.bold || by.facts > 0) {
			t.Errorf("%q is by %q", line, by.Author)
		}
	}
}

var (
	realHeading = regexp.MustCompile(`(?m)^#{3,6} .*\n\n(?:_\(reply depth: [0-9]+\)_\n\n)?((?:- \*\*.*\n)+)`)
	realHeader  = regexp.MustCompile(`(?m)^- \*\*(.*?):\*\* (.*)$`)
)

// TestRealMarkdownAsItsReferencesSay holds levels against what the messages
// themselves say they answer, which the reader does not look at.
func TestRealMarkdownAsItsReferencesSay(t *testing.T) {
	t.Parallel()
	for _, c := range realCases(t) {
		if formatOf[filepath.Base(filepath.Dir(c.path))] != "markdown" {
			continue
		}
		data := contents(t, c.path)
		th := mustRead(t, data, "")
		for n, m := range realHeading.FindAllStringSubmatch(string(data), -1) {
			h := map[string]string{}
			for _, f := range realHeader.FindAllStringSubmatch(m[1], -1) {
				h[f[1]] = strings.Trim(f[2], "`")
			}
			i := n + 1
			parent := ""
			if refs := strings.Fields(h["References"]); len(refs) > 0 {
				parent = strings.Trim(refs[len(refs)-1], "<>")
			}
			a := th.Authors[th.At(i).Author]
			if th.At(i).ID != strings.Trim(h["Message-ID"], "<>") || th.At(th.Parent(i)).ID != parent {
				t.Errorf("message %d answers %s, want %s", i, th.At(th.Parent(i)).ID, parent)
			}
			if !strings.Contains(h["From"], a.Name) || !strings.Contains(h["From"], a.Address) || strings.TrimSuffix(stamp(th.At(i)), "Z") != strings.TrimSuffix(h["Date"], "+00:00") {
				t.Errorf("message %d is by %v at %s, want %s, %s", i, a, stamp(th.At(i)), h["From"], h["Date"])
			}
			if body := th.At(i).Body; body.Kind != markup.Text || !strings.Contains(string(data), body.Raw+"\n") {
				t.Errorf("message %d says %q", i, body.Raw)
			}
		}
	}
}

func FuzzReadMarkdown(f *testing.F) {
	seed(f, "markdown")
	f.Add([]byte("## 1 · ann\n\n*3 points*\n\n### 2 → 1\n\nx\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		th, err := Read(data, "markdown")
		if th == nil {
			if err == nil {
				t.Fatal("neither a thread nor an error")
			}
			return
		}
		checkThread(t, th)
		if th.Len() > 1 {
			checkSameTree(t, th, mustRead(t, []byte(written(t, th, "markdown", Selection{})), "markdown"))
		}
	})
}

func BenchmarkReadMarkdown(b *testing.B) {
	b.Run("own", func(b *testing.B) { benchmarkRead(b, benchmarkMarkdown(b)) })
	b.Run("archive", func(b *testing.B) {
		benchmarkRead(b, strings.Repeat(string(contents(b, "testdata/markdown/archive.md"))+strings.Repeat("Words of a long text.\n", 60), 1000))
	})
	b.Run("quotes", func(b *testing.B) {
		benchmarkRead(b, strings.Repeat(string(contents(b, "testdata/markdown/quotes.md"))+strings.Repeat("Words of a long text.\n", 60), 1000))
	})
}

func benchmarkMarkdown(b *testing.B) string {
	var all thread.Builder
	for i := range 4000 {
		text := markup.Body{Raw: strings.Repeat("It is long.\n\n> And quoted.\n\n", 20), Kind: markup.Markdown}
		all.Add(thread.Post{Level: 1 + i%7, Author: "ann", Body: text})
	}
	return written(b, all.Thread(), "markdown", Selection{})
}
