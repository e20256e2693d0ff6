package ui

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// keyTable is the keys as the README shows them.
func keyTable() string {
	var b strings.Builder
	b.WriteString("| | keys | do |\n|---|---|---|\n")
	for _, g := range DefaultKeys().groups() {
		name := "**" + g.name + "**"
		for _, row := range g.rows {
			var keys []string
			for _, shown := range row.shown() {
				if shown == "…" {
					keys = append(keys, shown)
				} else {
					keys = append(keys, "`"+shown+"`")
				}
			}
			fmt.Fprintf(&b, "| %s | %s | %s |\n", name, strings.Join(keys, " "), row.does)
			name = ""
		}
	}
	return b.String()
}

// TestTheREADMEShowsTheKeys holds the table in the README against the KeyMap;
// with -update it writes it there.
func TestTheREADMEShowsTheKeys(t *testing.T) {
	const file, begin, end = "../README.md", "<!-- keys -->\n", "## Formats"
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, found := strings.Cut(string(data), begin)
	_, after, ended := strings.Cut(rest, end)
	if !found || !ended {
		t.Fatalf("README.md has no place for the keys between %q and %q", begin, end)
	}
	want := before + begin + "\n" + keyTable() + "\n" + end + after
	if want == string(data) {
		return
	}
	if !*update {
		t.Fatal("the keys in README.md are not those of the KeyMap: run go test ./ui -update")
	}
	if err := os.WriteFile(file, []byte(want), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestEveryKeyIsInTheHelp holds the groups of the help against the KeyMap, and
// both against the commands.
func TestEveryKeyIsInTheHelp(t *testing.T) {
	t.Parallel()
	k := DefaultKeys()
	inHelp := map[string]int{}
	for _, g := range k.groups() {
		for _, row := range g.rows {
			for _, b := range row.keys {
				inHelp[b.Help().Desc]++
			}
		}
	}
	table := commandTable(k)
	seen := map[string]string{}
	for _, b := range k.all() {
		if inHelp[b.Help().Desc] != 1 {
			t.Errorf("%q is %d times in the help", b.Help().Desc, inHelp[b.Help().Desc])
		}
		for _, name := range b.Keys() {
			if _, ok := table[name]; !ok {
				t.Errorf("%s does nothing", name)
			}
			if other, twice := seen[name]; twice {
				t.Errorf("%s does both %q and %q", name, other, b.Help().Desc)
			}
			seen[name] = b.Help().Desc
		}
	}
	if len(inHelp) != len(k.all()) {
		t.Errorf("%d keys in the help, %d in the KeyMap", len(inHelp), len(k.all()))
	}
}
