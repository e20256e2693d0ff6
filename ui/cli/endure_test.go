//go:build unix

package cli

import (
	"cmp"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
)

// TestNothingInAThreadHurtsTheReader damages threads and lets off bombs: a
// few of each of skein's own samples and bombs of a hundredth of their size
// by default. SKEIN_MUTATE=2000 has it do so 2,000 times to every file of the
// folder that SKEIN_THREADS names, and up to ownMutants times to the samples,
// and lets the bombs off whole. What is not damaged is read with every key of
// the journey, a mutant with some of them in any order.
func TestNothingInAThreadHurtsTheReader(t *testing.T) {
	mutants, long := mutations(t)
	own := ownThreads(t)
	corpus := maps.Clone(own)
	if long {
		maps.Copy(corpus, realThreads(t))
	}
	var o ordeal
	o.watch(t)
	for _, b := range bombs {
		size := b.size
		if !long {
			size = max(size/100, min(size, 100))
		}
		t.Run(b.name, func(t *testing.T) { o.undergo(t, b.name, []byte(b.make(size)), journey, true) })
	}
	names := slices.Sorted(maps.Keys(corpus))
	others := make([][]byte, len(names))
	for k, name := range names {
		others[k] = corpus[name]
	}
	for _, name := range names {
		t.Run(name, func(t *testing.T) {
			data, count := corpus[name], mutants
			if own[name] != nil {
				count = min(count, ownMutants)
			}
			o.undergo(t, name, data, journey, true)
			for k := range count {
				m := newMutator(name, k, others)
				mutant, keys := m.mutant(data), m.some(journey)
				o.undergo(t, fmt.Sprintf("%s, mutant %d", name, k), mutant, keys, !long || k%outputEvery(len(data)) == 0)
			}
		})
	}
	t.Logf("%d files of others, %d of skein's own, %d mutants of each, %d bombs\n\n%s", len(names)-len(own), len(own), mutants, len(bombs), &o)
}

// ownMutants is how many mutants of one of skein's own files are enough: these
// are short and plain.
const ownMutants = 100

// outputEvery is of how many mutants of a file the long form prints and
// converts one, which for a long thread takes far longer than reading it.
func outputEvery(size int) int { return 2 + size/(16<<10) }

// mutations is how many mutants of each file are asked for.
func mutations(t *testing.T) (n int, long bool) {
	t.Helper()
	const few = 2
	asked := os.Getenv("SKEIN_MUTATE")
	if asked == "" {
		return few, false
	}
	n, err := strconv.Atoi(asked)
	if err != nil {
		t.Fatal("SKEIN_MUTATE: ", err)
	}
	return n, true
}

// ownThreads are the samples, the test data of the formats, and threads of
// hostile text.
func ownThreads(t *testing.T) map[string][]byte {
	t.Helper()
	all := map[string][]byte{}
	for name, text := range hostileThreads(t) {
		all["hostile "+name] = []byte(text)
	}
	addFiles(t, all, "../../sample")
	addFiles(t, all, "../../thread/format/testdata")
	return all
}

func realThreads(t *testing.T) map[string][]byte {
	t.Helper()
	all := map[string][]byte{}
	addFiles(t, all, cmp.Or(os.Getenv("SKEIN_THREADS"), "../../../shared/threads"))
	return all
}

// addFiles adds every file below a folder.
func addFiles(t *testing.T, all map[string][]byte, folder string) {
	t.Helper()
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) == ".go" {
			return err
		}
		data, err := os.ReadFile(path)
		all[path] = data
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
