package mail

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// A message that goes on where its parent's References end says nothing more
// of those above it. To pass over these must change no tree, whatever order
// messages come in and however they contradict each other.
func TestMessagesThatSayNoMoreThanTheirParentsChangeNothing(t *testing.T) {
	t.Parallel()
	passed := 0
	for seed := range uint64(3000) {
		box := disordered(rand.New(rand.NewPCG(seed, 1)))
		got := box.tree()
		all := links{up: make([]int32, box.Len()), root: make([]int32, box.Len()), box: box}
		for i := range all.up {
			all.up[i], all.root[i] = none, int32(i)
		}
		for i := range box.Len() {
			if last := box.lastRef(box.messages[i]); last != "" {
				all.link(int32(i), all.find(last))
			}
		}
		for i := range box.Len() {
			if !box.saysMore(i, all.up[i]) {
				passed++
			}
			box.linkAbove(&all, i)
		}
		want := all.prune(box.Len())
		if !slices.Equal(got.parent, want.parent) || !slices.Equal(got.ghost, want.ghost) {
			t.Fatalf("seed %d: parents %v, ghosts %q; want %v, %q", seed, got.parent, got.ghost, want.parent, want.ghost)
		}
	}
	if passed < 3000 {
		t.Errorf("only %d messages were passed over", passed)
	}
}

// disordered is a box of replies in a random order: most have the references
// of what they answer and its id, others leave some out or name anything.
func disordered(random *rand.Rand) *Box {
	n := 2 + random.IntN(12)
	ids, refs := make([]string, n), make([]string, n)
	for i := range ids {
		ids[i] = fmt.Sprintf("<%d@x>", i)
		if i == 0 {
			continue
		}
		parent := random.IntN(i)
		refs[i] = strings.TrimSpace(refs[parent] + " " + ids[parent])
		switch random.IntN(6) {
		case 0:
			refs[i] = fmt.Sprintf("<%d@x> <%d@x> <gone%d@x>", random.IntN(n), random.IntN(n), random.IntN(3))
		case 1:
			_, refs[i], _ = strings.Cut(refs[i], " ")
		case 2:
			refs[i] = fmt.Sprintf("<%d@x> ", random.IntN(n)) + refs[i]
		}
	}
	var box strings.Builder
	for _, i := range random.Perm(n) {
		if random.IntN(8) == 0 {
			continue // it is missing
		}
		fmt.Fprintf(&box, "From a@x Mon May  6 09:00:00 2024\nFrom: a@x\nMessage-ID: %s\nReferences: %s\n\n%d\n\n", ids[i], refs[i], i)
	}
	b := new(Box)
	_ = b.Read([]byte(box.String() + "From a@x Mon May  6 09:00:00 2024\nFrom: a@x\n\nlast\n"))
	return b
}
