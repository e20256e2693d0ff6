package thread

import (
	"cmp"
	"slices"
	"strings"
)

// A Person is what one author did in a thread. The post itself is not counted,
// nor are the replies that it drew; who wrote no more has figures of 0.
type Person struct {
	Author   int // index into Thread.Authors
	Comments int
	Words    int // in their comments, as they are read
	Replies  int // direct replies by others to their comments
	First    int // number of their first entry, 0 where they wrote the post
}

// People is everyone who wrote something, who wrote most comments first, by
// name where they wrote as many. It reads every text once.
func (t *Thread) People() []Person { return t.Count(nil).People }

// people is everyone who wrote one of the entries that count, each of so many
// words.
func (t *Thread) people(counts func(i int) bool, words []int32) []Person {
	people := make([]Person, len(t.Authors))
	for a := range people {
		people[a] = Person{Author: a, First: None}
	}
	for i := range t.Len() {
		c := t.At(i)
		if c.Author >= 0 && counts(i) {
			p := &people[c.Author]
			if p.First == None || int(c.Number) < p.First {
				p.First = int(c.Number)
			}
			if i > 0 {
				p.Comments++
				p.Words += int(words[i])
			}
		}
		if up := t.Parent(i); up > 0 && !c.Is(Ghost) {
			if a := t.At(up).Author; a >= 0 && a != c.Author && counts(up) {
				people[a].Replies++
			}
		}
	}
	people = slices.DeleteFunc(people, func(p Person) bool { return p.First == None })
	t.sortPeople(people)
	return people
}

func (t *Thread) sortPeople(people []Person) {
	names := make([]string, len(t.Authors))
	for _, p := range people {
		names[p.Author] = Fold(t.Authors[p.Author].Name)
	}
	slices.SortFunc(people, func(a, b Person) int {
		return cmp.Or(
			b.Comments-a.Comments,
			strings.Compare(names[a.Author], names[b.Author]),
			a.Author-b.Author,
		)
	})
}
