package ui

import (
	"fmt"
	"strings"
	"testing"

	"skein/thread"
	"skein/thread/markup"
	"skein/ui/draw"
)

// TestAVeryLongBodyIsPrintedWhole has more words than are drawn at once, with
// what stands below a body behind the last.
func TestAVeryLongBodyIsPrintedWhole(t *testing.T) {
	t.Parallel()
	var long strings.Builder
	for n := 0; long.Len() < 2*maxPrinted; n++ {
		fmt.Fprintf(&long, "%d ", n)
	}
	words := strings.Fields(long.String())
	b := thread.Builder{Title: "Numbers"}
	b.Add(thread.Post{
		Level: 1, Author: "ann", Body: markup.Body{Raw: long.String(), Kind: markup.Text},
		Attachments: []thread.Attachment{{Name: "more.txt", Type: "text/plain", Size: 7}},
	})
	b.Add(thread.Post{Level: 2, Author: "bo", Body: markup.Body{Raw: "And then?", Kind: markup.Text}})

	var printed strings.Builder
	if err := Print(&printed, b.Thread(), PrintOptions{Width: 80, Theme: draw.Plain()}); err != nil {
		t.Fatal(err)
	}
	got := strings.Fields(strings.ReplaceAll(printed.String(), "│", ""))
	at := 0
	for at < len(got) && got[at] != words[0] {
		at++
	}
	for k, word := range words {
		if at+k >= len(got) || got[at+k] != word {
			t.Fatalf("word %d of %d is missing", k, len(words))
		}
	}
	if rest := strings.Join(got[at+len(words):], " "); !strings.Contains(rest, "more.txt") || !strings.HasSuffix(rest, "And then?") {
		t.Errorf("below it stands %q", rest)
	}
}
