package cli

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

func TestColumnsStandStraightWhateverIsInThem(t *testing.T) {
	t.Parallel()
	names := []string{"", "ann", "道具係", "é", "e\u0301", "👩‍🔧 fixer", "שרה", strings.Repeat("long ", 20)}
	people := table{right: []bool{false, true, true, true}}
	for _, name := range names {
		people.rows = append(people.rows, []string{name, "7"})
	}
	var b strings.Builder
	if err := people.write(&b); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(b.String(), "\n"), "\n")
	if len(lines) != len(names) {
		t.Fatalf("%d lines", len(lines))
	}
	for i, line := range lines {
		if !strings.HasPrefix(line, names[i]) || ansi.StringWidth(line) != ansi.StringWidth(lines[0]) {
			t.Errorf("%q is %d cells wide, the first line %d", line, ansi.StringWidth(line), ansi.StringWidth(lines[0]))
		}
	}
}
