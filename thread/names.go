package thread

import (
	"bytes"
	"slices"
	"sync"
)

// A nameIndex has the names of all authors as a search compares them, one
// behind the other, and what each of them wrote: in a long thread names and
// comments stand far apart, and to fetch them takes longer than to compare
// them.
type nameIndex struct {
	once    sync.Once
	text    []byte
	ends    []int   // of each author's name in the text
	written []int32 // where in Thread.comments each author's stand, author by author
	begin   []int32 // where each author's begin in written; one more at the end
}

// IndexNames makes ready what by:NAME asks, which else its first use does.
func (t *Thread) IndexNames() { t.indexedNames() }

func (t *Thread) indexedNames() *nameIndex {
	n := t.names
	n.once.Do(func() {
		var f folded
		size := 0
		for a := range t.Authors {
			size += len(t.Authors[a].Name)
		}
		n.text = make([]byte, 0, size)
		n.ends = make([]int, len(t.Authors))
		for a := range t.Authors {
			f.reset()
			f.add([]byte(t.Authors[a].Name))
			n.text = append(n.text, bytes.TrimSpace(f.text)...)
			n.ends[a] = len(n.text)
		}
		n.sortComments(t)
	})
	return n
}

// sortComments puts the comments in the order of their authors.
func (n *nameIndex) sortComments(t *Thread) {
	n.begin = make([]int32, len(t.Authors)+1)
	for i := range t.comments {
		if a := t.comments[i].Author; a >= 0 {
			n.begin[a]++
		}
	}
	total := int32(0)
	for a, count := range n.begin {
		n.begin[a] = total
		total += count
	}
	n.written = make([]int32, total)
	at := slices.Clone(n.begin)
	for i := range t.comments {
		if a := t.comments[i].Author; a >= 0 {
			n.written[at[a]] = int32(i)
			at[a]++
		}
	}
}

// writtenBy is the comments by any of the authors, by index.
func (t *Thread) writtenBy(authors bitset) bitset {
	n := t.indexedNames()
	found := newBitset(t.Len())
	for _, a := range authors.list() {
		for _, i := range n.written[n.begin[a]:n.begin[a+1]] {
			if t.sorted != nil {
				i = t.sorted.places[i]
			}
			found.set(int(i))
		}
	}
	return found
}

// passing is the authors whose name passes a test, asked on all cores.
func (n *nameIndex) passing(test func(name []byte) bool) bitset {
	passed := newBitset(len(n.ends))
	InBlocks(len(n.ends), 0, func(_, from, to int) {
		start := 0
		if from > 0 {
			start = n.ends[from-1]
		}
		for a := from; a < to; a++ {
			if test(n.text[start:n.ends[a]]) {
				passed.set(a) // a block fills whole words of the set
			}
			start = n.ends[a]
		}
	})
	return passed
}
