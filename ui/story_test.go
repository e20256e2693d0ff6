package ui

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "write what the stories' screens show into their files")

// TestStories plays testdata/*.txtar. A story's sections are its thread (an
// outline), the size of the screen, and then by turns the keys pressed and the
// screen they lead to. A line of keys that begins with > is text typed in.
func TestStories(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no stories: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			t.Parallel()
			play(t, file)
		})
	}
}

func play(t *testing.T, file string) {
	story, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var m *Model
	outline, width, height := "", 60, 16
	open := func() {
		if m == nil {
			m = opened(t, outlined(t, outline), width, height, Options{Name: "story", Topics: true})
		}
	}
	for k, section := range story.Files {
		text := string(section.Data)
		switch section.Name {
		case "thread":
			outline = text
		case "size":
			fmt.Sscanf(text, "%dx%d", &width, &height)
		case "keys":
			open()
			for l := range strings.Lines(text) {
				if typed, ok := strings.CutPrefix(l, "> "); ok {
					typeIn(m, strings.TrimRight(typed, "\n"))
				} else {
					keys(m, l)
				}
			}
		case "screen":
			open()
			shown := strings.TrimRight(screen(m), "\n") + "\n"
			if *update {
				story.Files[k].Data = []byte(shown)
			} else if shown != text {
				t.Errorf("section %d: the screen is\n%swant\n%s", k+1, shown, text)
			}
		default:
			t.Fatalf("a story has no section %q", section.Name)
		}
	}
	if *update {
		if err := os.WriteFile(file, txtar.Format(story), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
