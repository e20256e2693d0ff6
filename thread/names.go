package thread

import (
	"bytes"
	"sync"
)

// A nameIndex has the names of all authors as a search compares them, one
// behind the other: in a long thread they stand far apart, and to fetch them
// takes longer than to compare them.
type nameIndex struct {
	once sync.Once
	text []byte
	ends []int // of each author's name in the text
}

// FoldNames makes ready what by:NAME compares, which else its first use does.
func (t *Thread) FoldNames() { t.foldedNames() }

func (t *Thread) foldedNames() *nameIndex {
	n := t.names
	n.once.Do(func() {
		var f folded
		n.ends = make([]int, len(t.Authors))
		for a := range t.Authors {
			f.reset()
			f.add([]byte(t.Authors[a].Name))
			n.text = append(n.text, bytes.TrimSpace(f.text)...)
			n.ends[a] = len(n.text)
		}
	})
	return n
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
