package format

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"skein/thread"
)

var updateText = flag.Bool("update-text", false, "write the outlines of testdata/text anew")

// textThread reads a page that must be readable.
func textThread(t testing.TB, page string) *thread.Thread {
	t.Helper()
	var b thread.Builder
	if err := readText([]byte(page), &b); err != nil {
		t.Fatal(err)
	}
	return b.Thread()
}

// textOutline draws a thread with all that was read of it: the post on top,
// then one comment a line, two blanks a level, `/` for a new line and `¶` for
// a new paragraph.
func textOutline(th *thread.Thread) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", th.Title)
	for i := range th.Len() {
		c := th.At(i)
		who := th.Name(i)
		if a := c.Author; a >= 0 && th.Authors[a].Address != "" {
			who += " (" + th.Authors[a].Address + ")"
		}
		if c.ID != "" {
			who += " #" + c.ID
		}
		when := ""
		if t := c.Time(); !t.IsZero() {
			when = t.Format(", 2006-01-02 15:04")
			if c.Is(thread.Zoned) {
				when = t.Format(", 2006-01-02 15:04 -0700")
			}
		}
		if c.Is(thread.Scored) {
			when += fmt.Sprintf(", %d points", c.Score)
		}
		body := strings.ReplaceAll(c.Body.Raw, "\n\n", " ¶ ")
		line := fmt.Sprintf("%s%s%s: %s", strings.Repeat("  ", max(th.Depth(i)-1, 0)), who, when, strings.ReplaceAll(body, "\n", " / "))
		fmt.Fprintln(&b, strings.TrimRight(line, " "))
	}
	return b.String()
}

// TestTextPages reads the pages in testdata/text, each of which stands for a
// way to show comments or for a trap in their text.
func TestTextPages(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/text/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d pages, %v", len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			t.Parallel()
			a, err := txtar.ParseFile(file)
			if err != nil || len(a.Files) != 2 {
				t.Fatalf("%d files, %v", len(a.Files), err)
			}
			page, want := string(a.Files[0].Data), string(a.Files[1].Data)
			if !sniffText([]byte(page)) {
				t.Error("it is not taken for text")
			}
			got := textOutline(textThread(t, page))
			if *updateText {
				a.Files[1].Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
			} else if got != want {
				t.Errorf("got\n%swant\n%s", got, want)
			}
			back := strings.ReplaceAll(strings.ReplaceAll(page, "\n", "\r\n"), "    ", "\t")
			if tabs := textOutline(textThread(t, "\ufeff"+back)); tabs != got && !strings.Contains(page, "   ") {
				t.Errorf("with a mark, tabs and \\r\\n it is\n%snot\n%s", tabs, got)
			}
		})
	}
}
