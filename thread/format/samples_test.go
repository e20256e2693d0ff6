package format

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"skein/thread"
)

// samples are the project's own files, by their path in testdata.
func samples(t testing.TB) map[string][]byte {
	t.Helper()
	paths, err := filepath.Glob("testdata/*/*")
	if err != nil || len(paths) == 0 {
		t.Fatal("no samples", err)
	}
	all := map[string][]byte{}
	for _, path := range paths {
		if strings.HasPrefix(path, filepath.Join("testdata", "fuzz")) {
			continue
		}
		all[strings.TrimPrefix(path, "testdata/")] = contents(t, path)
	}
	return all
}

func contents(t testing.TB, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// seed gives a fuzz target the samples of a format.
func seed(f *testing.F, folder string) {
	for path, data := range samples(f) {
		if strings.HasPrefix(path, folder+"/") {
			f.Add(data)
		}
	}
}

// mustRead reads what is whole.
func mustRead(t testing.TB, data []byte, name string) *thread.Thread {
	t.Helper()
	th, err := Read(data, name)
	if err != nil {
		t.Fatal(err)
	}
	return th
}

// outline draws a tree, one comment a line: id, author, first words.
func outline(t *thread.Thread) string {
	var b strings.Builder
	for i := range t.Len() {
		c := t.At(i)
		fmt.Fprintf(&b, "%s%s %s: %s\n", strings.Repeat("  ", t.Depth(i)), c.ID, t.Name(i), firstLine(c.Body.Plain()))
	}
	return b.String()
}

func firstLine(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	return line
}

// bareOutline draws a tree by ids and authors only: bodies are markup's work.
func bareOutline(th *thread.Thread) string { return bare(outline(th)) }

func bare(outline string) string {
	var b strings.Builder
	for line := range strings.Lines(outline) {
		line, _, _ = strings.Cut(line, ":")
		b.WriteString(line + "\n")
	}
	return b.String()
}

// written is a thread as it goes out.
func written(t testing.TB, th *thread.Thread, name string, s Selection) string {
	t.Helper()
	var b strings.Builder
	if err := Write(&b, th, name, s); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// checkThread holds what every thread promises: replies stand behind what
// they answer, one level deeper, and the walks agree.
func checkThread(t testing.TB, th *thread.Thread) {
	t.Helper()
	replies := make([]int, th.Len())
	for i := th.Len() - 1; i > 0; i-- {
		p := th.Parent(i)
		if p < 0 || p >= i || th.Depth(i) != th.Depth(p)+1 || !th.Contains(p, i) {
			t.Fatalf("comment %d of %d answers %d, depth %d", i, th.Len(), p, th.Depth(i))
		}
		if th.Replies(i) != replies[i] {
			t.Fatalf("comment %d has %d replies, counted %d", i, th.Replies(i), replies[i])
		}
		replies[p] += 1 + replies[i]
	}
	if th.Replies(0) != th.Len()-1 {
		t.Fatalf("%d comments, %d replies", th.Len(), th.Replies(0))
	}
}

// checkAnything reads what may be anything: there is a whole thread, or an
// error that says why not, and what is read can be written and read again.
func checkAnything(t *testing.T, data []byte, name string) *thread.Thread {
	t.Helper()
	th, err := Read(data, name)
	if th == nil {
		if err == nil {
			t.Fatal("neither a thread nor an error")
		}
		return nil
	}
	checkThread(t, th)
	checkRoundTrip(t, th)
	return th
}

// benchmarkRead reads a file that is recognised.
func benchmarkRead(b *testing.B, file string) {
	data := []byte(file)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := Read(data, ""); err != nil {
			b.Fatal(err)
		}
	}
}
