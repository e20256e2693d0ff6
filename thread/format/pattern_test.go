package format

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestExpressionsAreCompiledWhenNeeded keeps them out of every start.
func TestExpressionsAreCompiledWhenNeeded(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("*.go")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") || name == "pattern.go" {
			continue
		}
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(source, []byte("regexp.MustCompile(")) {
			t.Errorf("%s compiles an expression itself: use pattern", name)
		}
	}
}
