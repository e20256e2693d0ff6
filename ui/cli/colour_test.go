package cli

import (
	"io"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
)

func TestSequencesAreTakenOutHoweverTheyArrive(t *testing.T) {
	t.Parallel()
	const line = "\x1b[1;38;2;10;20;30mmarta\x1b[m \x1b]8;;https://example.org\x1b\\there\x1b]8;;\x1b\\ é\n"
	text := strings.Repeat(line, 3) + "end"
	want := strings.Repeat("marta there é\n", 3) + "end"
	for chunk := 1; chunk <= len(text); chunk++ {
		var b strings.Builder
		w := &lineWriter{w: &colorprofile.Writer{Forward: &b, Profile: colorprofile.NoTTY}}
		for rest := text; rest != ""; {
			n, err := io.WriteString(w, rest[:min(chunk, len(rest))])
			if err != nil {
				t.Fatal(err)
			}
			rest = rest[n:]
		}
		if err := w.flush(); err != nil {
			t.Fatal(err)
		}
		if b.String() != want {
			t.Fatalf("in pieces of %d bytes: %q", chunk, b.String())
		}
	}
}
