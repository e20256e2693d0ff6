package thread

import (
	"slices"
	"strings"
)

// Renumber says what the comments of a part of the thread, which was read
// before the rest was there, are called now: by their number in the part the
// number in t, or None for what has turned out to be something else. It is nil
// where all have kept their numbers, as they usually have.
//
// A comment is the same if its id, author, time and first words are; of
// several that are alike the first is the first.
func (t *Thread) Renumber(part *Thread) []int32 {
	if t.continues(part) {
		return nil
	}
	of := map[likeness][]int32{}
	for number := range part.Len() {
		of[part.likeness(number)] = nil
	}
	for number := range t.Len() {
		l := t.likeness(number)
		if same, asked := of[l]; asked {
			of[l] = append(same, int32(number))
		}
	}
	renumbered := make([]int32, part.Len())
	for number := range renumbered {
		l := part.likeness(number)
		renumbered[number] = None
		if same := of[l]; len(same) > 0 {
			renumbered[number], of[l] = same[0], same[1:]
		}
	}
	return renumbered
}

// continues says whether every comment of the part has kept its number. The last
// may have been broken off.
func (t *Thread) continues(part *Thread) bool {
	if t.Len() < part.Len() {
		return false
	}
	return !slices.ContainsFunc(part.index, func(i int32) bool {
		number := int(part.comments[i].Number)
		was, is := part.likeness(number), t.likeness(number)
		return was != is && !(number == part.Len()-1 && was.begins(is))
	})
}

// A likeness is what a comment is known by again.
type likeness struct {
	id     string
	author Author
	when   int64
	words  string
}

// likeness is that of the comment with a number.
func (t *Thread) likeness(number int) likeness {
	const enough = 64 // bytes of text
	c := &t.comments[t.index[number]]
	l := likeness{id: c.ID, when: c.When, words: c.Body.Raw[:min(len(c.Body.Raw), enough)]}
	if c.Author != None {
		l.author = t.Authors[c.Author]
	}
	return l
}

// begins says whether all that is known of a comment is true of another one, of
// which more is known.
func (l likeness) begins(other likeness) bool {
	return (l.id == "" || l.id == other.id) && (l.author == Author{} || l.author == other.author) &&
		(l.when == 0 || l.when == other.when) && strings.HasPrefix(other.words, l.words)
}
