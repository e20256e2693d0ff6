package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// pipe is a pipe whose ends close with the test.
func pipe(t *testing.T) (r, w *os.File) {
	t.Helper()
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close(); w.Close() })
	return r, w
}

func TestAPipeThatNobodyReadsEndsQuietly(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "thread.txt")
	text := "The ladder\n\n" + strings.Repeat("A long story about it.\n", 100)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"-p", path}, {"-t", "json", path}, {"-t", "text", path}, {"--stats", path},
		{"--formats"}, {"--help"}, {"man"}, {"completion", "bash"},
	} {
		r, w := pipe(t)
		r.Close()
		var stderr strings.Builder
		if status := Run(args, os.Stdin, w, &stderr); status != statusOK || stderr.String() != "" {
			t.Errorf("%q: status %d, %q", args, status, stderr.String())
		}
	}
}

func TestAClosedStandardInputBringsNothing(t *testing.T) {
	t.Parallel()
	r, w := pipe(t)
	r.Close()
	c := &call{stdin: r}
	if c.piped() {
		t.Error("a closed file is taken for a pipe")
	}
	w.Close()
}
