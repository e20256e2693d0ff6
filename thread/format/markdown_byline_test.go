package format

import (
	"math/rand/v2"
	"testing"

	"skein/thread/markup"
)

func TestNamesWithoutMarksAreReadAsTheyAre(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(3, 4))
	const signs = "ab1_____ .-é*`<&[]\\@"
	plain := 0
	for range 100_000 {
		name := make([]rune, 1+random.IntN(8))
		for i := range name {
			name[i] = []rune(signs)[random.IntN(len([]rune(signs)))]
		}
		called := "a" + string(name) + "b" // no blanks around it, no list, no number
		if hasMarks(called) {
			continue
		}
		plain++
		if got := (markup.Body{Raw: called, Kind: markup.Markdown}).Plain(); got != called {
			t.Fatalf("%q is read as %q", called, got)
		}
	}
	if plain < 1000 {
		t.Errorf("only %d names have no marks", plain)
	}
	if hasMarks("ann_lee") || !hasMarks("_ann_") {
		t.Error("an underscore in a name is a mark, or one around it is none")
	}
}
