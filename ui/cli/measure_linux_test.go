package cli

import (
	"bufio"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

var sizes = flag.String("measure", "", "measure skein and its neighbours on threads of so many `comments`, as in 1000,100000")

// What is looked for stands in one comment near the end, and beside it what
// shows that it was found.
const (
	firstWords = "gatepost"
	rareWord   = "zyzzyvaflux"
	besideRare = "besidethat"
	rareAuthor = "solitary"
)

// A measured program shows a file and does what its keys say. Keys that it
// does not have are empty.
type measured struct {
	name    string
	program []string
	write   func(w io.Writer, tree []made)

	next, foldAll, search, author string
	back                          []string // from a search or a limit to the beginning
}

var neighbours = []measured{
	{"less", []string{"less"}, writeMadeText,
		"j", "", "/" + rareWord + "\r", "", []string{"g"}},
	{"vim", []string{"vim", "-n", "-u", "NONE", "-c", "set foldmethod=indent shiftwidth=2 foldlevel=99"}, writeMadeText,
		"j", "zM", "zR/" + rareWord + "\r", "", []string{"gg"}},
	{"neomutt", []string{"neomutt", "-n", "-R", "-F", "/dev/null", "-e", "set folder=/ sort=threads", "-f"}, writeMadeMail,
		"j", "\x1bV", "\x1bV/~b " + rareWord + "\r", "l~f " + rareAuthor + "\r", []string{"lall\r", "="}},
}

// TestMeasure prints how fast skein and its neighbours are on this machine:
// milliseconds, and the memory held at most in MiB, until the search and after
// it.
func TestMeasure(t *testing.T) {
	if *sizes == "" {
		t.Skip("asked for with -measure 1000,100000")
	}
	skein := filepath.Join(t.TempDir(), "skein")
	build := exec.Command("go", "build", "-trimpath", "-ldflags", "-s -w", "-o", skein, "../..")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	all := append([]measured{{"skein", []string{skein, "--theme", "dark"}, writeMadeJSON,
		"j", "zM", "zR/" + rareWord, "&by:" + rareAuthor + "\r", []string{"\x1b", "\x1b", "g"}}}, neighbours...)
	t.Logf("%-8s %9s %9s %9s %9s %9s %9s %7s %8s", "", "comments", "start", "key p95", "fold all", "search", "author", "memory", "searched")
	for field := range strings.SplitSeq(*sizes, ",") {
		n, err := strconv.Atoi(field)
		if err != nil {
			t.Fatal(err)
		}
		tree := makeTree(n)
		for _, m := range all {
			if _, err := exec.LookPath(m.program[0]); err != nil {
				t.Logf("%-8s is not installed", m.name)
				continue
			}
			t.Logf("%-8s %9d %s", m.name, n, m.measure(t, tree))
		}
	}
}

// measure starts the program on the tree and presses its keys.
func (m *measured) measure(t *testing.T, tree []made) string {
	file, err := os.Create(filepath.Join(t.TempDir(), "thread"))
	if err != nil {
		t.Fatal(err)
	}
	w := bufio.NewWriter(file)
	m.write(w, tree)
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	if err := file.Sync(); err != nil { // or the disk is at work while the program starts
		t.Fatal(err)
	}
	file.Close()
	defer os.Remove(file.Name())
	runtime.GC() // or this program is

	command := append(slices.Clone(m.program[1:]), file.Name())
	var starts []time.Duration
	for range 3 {
		t.Run("start", func(t *testing.T) {
			s := watch(t, m.program[0], command...)
			starts = append(starts, s.until(firstWords, s.begun))
		})
	}
	slices.Sort(starts)
	figures := []string{millis(starts[len(starts)/2])}
	s := watch(t, m.program[0], command...)
	s.until(firstWords, s.begun)
	var steps []time.Duration
	for range 60 {
		steps = append(steps, s.press(m.next, ""))
	}
	slices.Sort(steps)
	figures = append(figures, millis(steps[len(steps)*95/100-1]))
	reading := 0
	for _, step := range []struct{ keys, shows string }{{m.foldAll, ""}, {m.search, besideRare}, {m.author, besideRare}} {
		if step.keys == "" {
			figures = append(figures, "–")
			continue
		}
		if reading == 0 && step.shows != "" {
			reading = s.peak()
		}
		figures = append(figures, millis(s.press(step.keys, step.shows)))
		if step.shows != "" {
			for _, keys := range m.back {
				s.press(keys, "")
			}
		}
	}
	return fmt.Sprintf("%9s %9s %9s %9s %9s %7d %8d", figures[0], figures[1], figures[2], figures[3], figures[4], reading, s.peak())
}

func millis(d time.Duration) string { return fmt.Sprintf("%.1f", float64(d.Microseconds())/1000) }

// A made comment is one of a tree that stands in reading order.
type made struct {
	level  int
	author string
	text   string
}

// makeTree is a post and n comments of ordinary shapes and lengths.
func makeTree(n int) []made {
	r := rand.New(rand.NewPCG(7, 7))
	tree := []made{{0, "host", "The " + firstWords + " of it all."}}
	level := 0
	for i := range n {
		level = max(1, min(level+1, level+2-r.IntN(5)))
		var text strings.Builder
		for range 10 + r.IntN(150) {
			fmt.Fprintf(&text, "word%d ", r.IntN(5000))
		}
		c := made{level, fmt.Sprint("author", r.IntN(n/8+1)), text.String()}
		if i == n-1-n/50 {
			c.author, c.text = rareAuthor, rareWord+" "+besideRare
		}
		tree = append(tree, c)
	}
	return tree
}
