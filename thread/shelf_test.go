package thread

import (
	"strings"
	"testing"
)

func TestAShelfKeepsWhatWasPutThere(t *testing.T) {
	t.Parallel()
	var shelf Shelf
	var kept []string
	const many = 5000
	for n := range many {
		kept = append(kept, shelf.Keep(strings.Repeat("x", n%100)))
	}
	long := shelf.Keep(strings.Repeat("y", 1<<20))
	for n, text := range kept {
		if text != strings.Repeat("x", n%100) {
			t.Fatalf("text %d became %q", n, text)
		}
	}
	if long != strings.Repeat("y", 1<<20) {
		t.Error("a long text became another")
	}
}
