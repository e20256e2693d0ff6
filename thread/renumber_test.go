package thread

import (
	"slices"
	"testing"

	"skein/thread/markup"
)

// told is a thread of posts by their texts, the first of which is the post.
func told(texts ...string) *Thread {
	var b Builder
	for k, text := range texts {
		p := Post{Author: "ann", Level: 1, Body: markup.Body{Raw: text}}
		if k == 0 {
			b.Post(p)
		} else {
			b.Add(p)
		}
	}
	return b.Thread()
}

func TestCommentsAreKnownAgainInALongerThread(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name  string
		part  *Thread
		whole *Thread
		want  []int32
	}{
		{"all keep their numbers", told("a", "b", "c"), told("a", "b", "c", "d"), nil},
		{"the post was one of many", told("a", "b", "c"), told("", "a", "b", "c"), []int32{1, 2, 3}},
		{"one came between", told("a", "b", "c"), told("a", "b", "x", "c"), []int32{0, 1, 3}},
		{"one was something else", told("a", "b", "c"), told("a", "c", "d"), []int32{0, None, 1}},
		{"the last broke off", told("a", "b", "the l"), told("a", "b", "the last", "c"), nil},
		{"the last is another one", told("a", "b", "the l"), told("a", "b", "first", "the last"), []int32{0, 1, None}},
		{"the whole is shorter", told("a", "b", "c"), told("a"), []int32{0, None, None}},
		{"two are alike", told("a", "b", "b"), told("", "a", "b", "b"), []int32{1, 2, 3}},
	} {
		if got := c.whole.Renumber(c.part); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}
