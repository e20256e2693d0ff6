package main

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// imports is what every package of the module imports, directly or not.
func imports(t *testing.T) map[string][]string {
	t.Helper()
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}} {{join .Deps " "}}`, "./...").Output()
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]string{}
	for line := range strings.Lines(string(out)) {
		fields := strings.Fields(line)
		all[fields[0]] = fields[1:]
	}
	return all
}

// below says whether a package is root or stands in its folder.
func below(pkg, root string) bool {
	return pkg == root || strings.HasPrefix(pkg, root+"/")
}

// TestImportsPointOneWay keeps the house: the command line above the screen,
// the screen above the threads, and nobody who looks up.
func TestImportsPointOneWay(t *testing.T) {
	t.Parallel()
	all := imports(t)
	for _, rule := range []struct {
		pkg   string
		never []string
	}{
		{"skein/ui", []string{"skein/ui/cli", "skein/thread/format", "skein/thread/source", "skein/sample", "github.com/spf13/cobra"}},
		{"skein/ui/draw", []string{"skein/ui", "skein/thread/format", "skein/thread/source", "charm.land/bubbletea"}},
		{"skein/thread", []string{"skein/ui", "skein/thread/format", "skein/thread/source", "charm.land", "github.com/charmbracelet"}},
		{"skein/thread/format", []string{"skein/ui", "skein/thread/source", "charm.land", "github.com/charmbracelet"}},
		{"skein/thread/format/mail", []string{"skein/ui", "skein/thread/format", "skein/thread/source", "charm.land", "github.com/charmbracelet"}},
		{"skein/thread/format/plaintext", []string{"skein/ui", "skein/thread/format/mail", "skein/thread/source", "charm.land", "github.com/charmbracelet"}},
		{"skein/thread/format/dates", []string{"skein/ui", "skein/thread/format/plaintext", "skein/thread/source", "charm.land", "github.com/charmbracelet"}},
		{"skein/thread/format/lexicon", []string{"skein/ui", "skein/thread/format", "skein/thread/source", "charm.land", "github.com/charmbracelet"}},
		{"skein/thread/source", []string{"skein/ui", "skein/thread/format", "charm.land", "github.com/charmbracelet"}},
		{"skein/thread/markup", []string{"skein", "charm.land", "github.com/charmbracelet"}},
		{"skein/sample", []string{"skein"}},
	} {
		for _, pkg := range all[rule.pkg] {
			for _, root := range rule.never {
				if below(pkg, root) {
					t.Errorf("%s imports %s", rule.pkg, pkg)
				}
			}
		}
	}
	for _, pkg := range []string{"skein", "skein/ui/cli", "skein/ui", "skein/thread", "skein/thread/format", "skein/thread/format/mail", "skein/thread/format/plaintext", "skein/thread/format/dates", "skein/thread/format/lexicon", "skein/thread/source", "skein/thread/markup"} {
		if _, ok := all[pkg]; !ok {
			t.Errorf("%s has moved: the rules must follow", pkg)
		}
	}
	if !slices.Contains(all["skein"], "skein/ui/cli") {
		t.Error("main does not start the command line")
	}
}
