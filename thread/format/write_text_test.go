package format

import (
	"encoding/csv"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"skein/thread"
	"skein/thread/markup"
)

// checkBackFromText writes a thread as text and reads that: the tree, the
// authors and the title are the same.
func checkBackFromText(t *testing.T, th *thread.Thread) {
	t.Helper()
	text := written(t, th, "text", Selection{})
	back, err := Read([]byte(text), "text")
	if text == "0 replies\n" && errors.Is(err, ErrUnknown) {
		return // nothing was written, nothing is read
	}
	if err != nil {
		t.Fatalf("%v in %.2000q", err, text)
	}
	if back.Len() != th.Len() || back.Title != th.Title {
		t.Fatalf("%d entries on %q have become %d on %q in %.2000q", th.Len(), th.Title, back.Len(), back.Title, text)
	}
	for i := range th.Len() {
		if back.Parent(i) != th.Parent(i) || back.Name(i) != th.Name(i) {
			t.Fatalf("comment %d by %q answers %d, was by %q and answered %d", i, back.Name(i), back.Parent(i), th.Name(i), th.Parent(i))
		}
	}
}

// realPaths are all files and folders of real threads but the answers of sites
// that have none and what the cases for threading expect.
func realPaths(t testing.TB) []string {
	t.Helper()
	folder := realFolder(t)
	file, err := os.Open(filepath.Join(folder, "CASES.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	r := csv.NewReader(file)
	r.Comma, r.FieldsPerRecord = '\t', -1
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var paths []string
	for _, row := range rows[1:] {
		expected := strings.HasPrefix(row[0], "imap_thread_cases/") && filepath.Ext(row[0]) != ".mbox"
		if refusing[row[0]] == "" && !expected {
			paths = append(paths, filepath.Join(folder, row[0]))
		}
	}
	return paths
}

func TestRealThreadsComeBackFromText(t *testing.T) {
	t.Parallel()
	for _, path := range realPaths(t) {
		t.Run(filepath.Base(path), func(t *testing.T) {
			t.Parallel()
			th := realThread(t, path)
			checkBackFromText(t, th)
			if back := mustRead(t, []byte(written(t, th, "text", Selection{})), ""); back.Format != "text" {
				t.Errorf("it is taken for %s", back.Format)
			}
		})
	}
}

// oddNames are names that look like something else in a header.
var oddNames = []string{
	"ann", "", "deleted", "missing", "somebody", `"deleted"`, `"somebody`, `missing"`, `"`, "ann says:", "says:", "a: b",
	"3. bob", "7", "7 replies", "2. x says: •", "• bo", "•300 bo", "bo ·", "— May 3, 2014", "by kim", "> x", "ｗｉｄｅ\u3000one", "-", "\u200bbo\u200e",
	"two\nlines", strings.Repeat("long ", 50),
}

// oddBodies are texts with lines that look like what stands around them.
var oddBodies = []string{
	"", "Yes.", "• bo says:", "• bo says:\n\nThat is a quote.", "3 replies\n\n  1. ann says:\n\n    No.", "7 replies", "0 replies",
	"1. ann says:\n\n• bo says:\n\n    • cy says:", "May 1, 2024 at 4:05 pm", "by kim", "by kim\nMay 1, 2024 at 4:05 pm\n\nx",
	"> • bo says:\n>\n> > 2 replies", "\u200b• bo says:\u200b", "\u00a0• bo says:", "•201 bo says:", "```\n• bo says:\n\n 1 reply\n```",
	"- bo says:\n- cy says:\n  - x says:", "x\r\n\r\n• bo says:\r2 replies", "Leave a reply", "ann wrote:\n\n> x", "x\u2028• bo says:\v2 replies",
	"\n\n\n", "\u2800", "    • bo says:\n\n\t2 replies", "# 2 replies", "**• bo says:**", "1\\. ann says:", "Comments are closed.",
}

// oddThread makes a thread of choices, one a byte: who, what, and how much
// deeper than the last.
func oddThread(choices []byte) *thread.Thread {
	next := func(n int) int {
		if len(choices) == 0 {
			return 0
		}
		c := int(choices[0])
		choices = choices[1:]
		return c % n
	}
	post := func(level int) thread.Post {
		p := thread.Post{Level: level, Author: oddNames[next(len(oddNames))]}
		p.Body = markup.Body{Raw: oddBodies[next(len(oddBodies))], Kind: []markup.Kind{markup.Markdown, markup.Text}[next(2)]}
		p.Flags = []thread.Flags{0, thread.Deleted, thread.Ghost, thread.Topic}[next(4)]
		p.Title = []string{"", "2 replies"}[next(2)]
		if day := next(4); day > 0 {
			p.Time = time.Date([]int{0, 1, 2024, 20240}[day], time.March, day, day, day, 0, 0, time.UTC)
		}
		return p
	}
	var b thread.Builder
	b.Title = []string{"", "A bench", "3 replies", "by kim", "• bo says:"}[next(5)]
	b.Post(post(0))
	level := 1
	for len(choices) > 0 {
		b.Add(post(level))
		level = max(1, level+1-next(4))
	}
	return b.Thread()
}

// FuzzThreadsComeBackFromText holds for any tree of comments whose names and
// texts look like what stands around them.
func FuzzThreadsComeBackFromText(f *testing.F) {
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, choices []byte) { checkBackFromText(t, oddThread(choices)) })
}

func TestOddThreadsComeBackFromText(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		choices := make([]byte, random.IntN(60))
		for i := range choices {
			choices[i] = byte(random.Uint32())
		}
		checkBackFromText(t, oddThread(choices))
	}
}

func TestDeepThreadsComeBackFromText(t *testing.T) {
	t.Parallel()
	var b thread.Builder
	for level := range 1000 {
		body := markup.Body{Raw: fmt.Sprintf("•%d bo says:", level+1), Kind: markup.Text}
		b.Add(thread.Post{Level: level + 1, Author: "ann", Body: body})
	}
	for level := 1000; level > 0; level -= 7 {
		b.Add(thread.Post{Level: level, Author: "bo"})
	}
	checkBackFromText(t, b.Thread())
}

func TestTextKeepsWhyNobodyIsNamed(t *testing.T) {
	t.Parallel()
	var b thread.Builder
	b.Add(thread.Post{Level: 1, Flags: thread.Deleted})
	b.Add(thread.Post{Level: 2, Flags: thread.Ghost})
	b.Add(thread.Post{Level: 3})
	b.Add(thread.Post{Level: 4, Author: "deleted"})
	th := mustRead(t, []byte(written(t, b.Thread(), "text", Selection{})), "text")
	for i, want := range []thread.Flags{0, thread.Deleted, thread.Ghost, 0, 0} {
		if got := th.At(i).Flags; got != want {
			t.Errorf("comment %d has the flags %b, want %b", i, got, want)
		}
	}
}
