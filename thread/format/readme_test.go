package format

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// TestTheREADMEListsTheFormats holds the table in the README against what can
// be read and written.
func TestTheREADMEListsTheFormats(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	var rows strings.Builder
	for name, about := range Formats() {
		fmt.Fprintf(&rows, "| `%s` | %s |\n", name, about)
	}
	if !strings.Contains(string(data), "\n|---|---|\n"+rows.String()+"\n") {
		t.Errorf("the README's table of formats is not\n%s", rows.String())
	}
	for name := range Writers() {
		if !strings.Contains(string(data), "`"+name+"`") {
			t.Errorf("the README does not name the writer %s", name)
		}
	}
}
