package ui

import (
	"strings"
	"testing"

	"skein/thread"
	"skein/thread/markup"
)

// TestWhatOnlyStandsForSomethingIsNotCounted reads a thread of two comments
// below a ghost.
func TestWhatOnlyStandsForSomethingIsNotCounted(t *testing.T) {
	t.Parallel()
	var b thread.Builder
	b.Post(thread.Post{ID: "p", Body: markup.Body{Raw: "A post."}})
	b.Add(thread.Post{ID: "a", Refs: []string{"gone"}, Author: "ann", Body: markup.Body{Raw: "One."}})
	b.Add(thread.Post{ID: "b", Refs: []string{"gone"}, Author: "bo", Body: markup.Body{Raw: "Two."}})
	m := opened(t, b.Thread(), 60, 20, Options{})
	for _, c := range []struct{ key, place string }{{"g", "0 of 2"}, {"j", "0 of 2"}, {"j", "1 of 2"}, {"j", "2 of 2"}} {
		keys(m, c.key)
		shown := screen(m)
		if !strings.Contains(shown, "2 comments") || !strings.Contains(shown, " "+c.place) {
			t.Errorf("after %s, want %s:\n%s", c.key, c.place, shown)
		}
	}
}
