package ui

import (
	"strings"
	"testing"
	"time"

	"skein/thread"
	"skein/thread/markup"
	"skein/ui/draw"
)

// TestACommentOfManyMegabytesIsCutOnTheScreenOnly opens, searches and prints
// what would take long to draw.
func TestACommentOfManyMegabytesIsCutOnTheScreenOnly(t *testing.T) {
	t.Parallel()
	b := thread.Builder{Title: "Long"}
	b.Add(thread.Post{Level: 1, Author: "ann", Body: markup.Body{Raw: strings.Repeat("Some words\n\n", maxDrawn/5) + "the very end"}})
	b.Add(thread.Post{Level: 1, Author: "bo", Body: markup.Body{Raw: "Next."}})
	th := b.Thread()
	m := opened(t, th, 60, 12, Options{Name: "long"})
	keys(m, "G")
	if s := screen(m); !strings.Contains(s, "more bytes: skein -t text") || !strings.Contains(s, "Next.") {
		t.Errorf("nothing is said of the cut:\n%s", s)
	}
	var out strings.Builder
	if err := Print(&out, th, PrintOptions{Theme: draw.Plain(), Now: time.Unix(0, 0)}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), "the very end") || strings.Contains(out.String(), "more bytes") {
		t.Error("the print is cut, too")
	}
}
