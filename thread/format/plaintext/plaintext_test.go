package plaintext

import (
	"encoding/binary"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/tools/txtar"

	"skein/thread"
)

var updateText = flag.Bool("update-text", false, "write the outlines of ../testdata/text anew")

// readThread reads a page that must be readable.
func readThread(t testing.TB, page string) *thread.Thread {
	t.Helper()
	var b thread.Builder
	Read([]byte(page), &b)
	return b.Thread()
}

// outline draws a thread with all that was read of it: the post on top,
// then one comment a line, two blanks a level, `/` for a new line and `¶` for
// a new paragraph.
func outline(th *thread.Thread) string {
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
		body := strings.ReplaceAll(c.Body.Unwrapped().Raw, "\n\n", " ¶ ")
		line := fmt.Sprintf("%s%s%s: %s", strings.Repeat("  ", max(th.Depth(i)-1, 0)), who, when, strings.ReplaceAll(body, "\n", " / "))
		fmt.Fprintln(&b, strings.TrimRight(line, " "))
	}
	return b.String()
}

// TestTextPages reads the pages in ../testdata/text, each of which stands for a
// way to show comments or for a trap in their text.
func TestTextPages(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("../testdata/text/*.txtar")
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
			got := outline(readThread(t, page))
			if *updateText {
				a.Files[1].Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
			} else if got != want {
				t.Errorf("got\n%swant\n%s", got, want)
			}
			marked := "\ufeff" + strings.ReplaceAll(page, "\n", "\r\n")
			if again := outline(readThread(t, marked)); again != got {
				t.Errorf("with a byte order mark and \\r\\n it is\n%snot\n%s", again, got)
			}
		})
	}
}

// TestTextInAnyBytes reads one page as different programs save it.
func TestTextInAnyBytes(t *testing.T) {
	t.Parallel()
	const page = "Caf\u00e9\n\nThe post.\n\n2 replies\n  1. Zo\u00eb says:\n\n    It\u2019s open.\n\n    \u2022 bob says:\n\n      No.\n\nComments are closed.\n"
	const want = "Caf\u00e9\n: The post.\nZo\u00eb: It\u2019s open.\n  bob: No.\n"
	for _, c := range []struct{ name, page, want string }{
		{"UTF-8", page, want},
		{"old Mac line ends", strings.ReplaceAll(page, "\n", "\r"), want},
		{"Windows 1252", strings.NewReplacer("\u00e9", "\xe9", "\u00eb", "\xeb", "\u2019", "\x92", "\u2022", "\x95").Replace(page), want},
		{"two encodings in one page", strings.Replace(page, "\u2019", "\x92", 1), want},
		{"UTF-16", utf16Page(page), want},
		{"what another program lost", strings.Replace(page, "\u2019", "\ufffd", 1), strings.Replace(want, "\u2019", "\ufffd", 1)},
		{"tabs", strings.NewReplacer("      ", "\t\t\t", "    ", "\t\t", "  ", "\t").Replace(page), want},
		{"hard spaces", strings.ReplaceAll(page, "  ", "\u00a0 "), want},
		{"no end of line at the end", strings.TrimSpace(page), want},
	} {
		if got := outline(readThread(t, c.page)); got != c.want {
			t.Errorf("%s: got\n%swant\n%s", c.name, got, c.want)
		}
	}
}

func utf16Page(s string) string {
	b := []byte("\xff\xfe")
	for _, u := range utf16.Encode([]rune(s)) {
		b = binary.LittleEndian.AppendUint16(b, u)
	}
	return string(b)
}

// TestALineOfMegabytesIsNotTakenApart has no test beside it that allocates.
func TestALineOfMegabytesIsNotTakenApart(t *testing.T) {
	page := []byte(strings.Repeat("word and other words of a line ", 1<<17))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	Read(page, &thread.Builder{})
	runtime.ReadMemStats(&after)
	if used := after.TotalAlloc - before.TotalAlloc; used > 4*uint64(len(page)) {
		t.Errorf("%d bytes for %d", used, len(page))
	}
}
