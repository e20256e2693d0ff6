package thread

import (
	"fmt"
	"strings"
	"testing"

	"skein/thread/markup"
)

func TestPeopleAreCounted(t *testing.T) {
	t.Parallel()
	var b Builder
	b.Post(Post{Author: "hale", Body: markup.Body{Raw: "The town wants a tool library."}})
	for _, p := range []said{
		{1, "Émile", "One — two"},
		{2, "bo", "three"},
		{3, "bo", "to myself"},
		{3, "Émile", "a\nb  c"},
		{2, "", "nobody's"},
		{1, "dora", "12 > 3"},
		{1, "ann", "- *"},
	} {
		b.Add(Post{Level: p.level, Author: p.author, Body: markup.Body{Raw: p.text}})
	}
	th := b.Thread()
	var got strings.Builder
	for _, p := range th.People() {
		fmt.Fprintf(&got, "%s %d %d %d #%d\n", th.Authors[p.Author].Name, p.Comments, p.Words, p.Replies, p.First)
	}
	want := `bo 2 3 1 #2
Émile 2 5 2 #1
ann 1 0 0 #7
dora 1 2 0 #6
hale 0 0 0 #0
`
	if got.String() != want {
		t.Errorf("comments, words, replies, first:\n%swant\n%s", got.String(), want)
	}
}

func BenchmarkPeople(b *testing.B) {
	th := long(10_000)
	for b.Loop() {
		th.People()
	}
}
