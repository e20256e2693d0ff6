package thread

import (
	"bytes"
	"context"
	"slices"
)

// An Index holds the folded texts of a thread for searching, about one byte
// for each character that is read. It does not change and may be used by many
// goroutines.
type Index struct {
	t      *Thread
	blocks []block
}

// A block is the folded texts of a run of comments, one after the other, each
// ended by a zero byte, which no folded text and no needle has in it.
type block struct {
	folded
	first int   // index of the first comment
	ends  []int // one past the zero byte of each
}

// NewIndex folds all texts of the thread, on all cores. On a large thread that
// takes a while.
func NewIndex(t *Thread) *Index {
	x := &Index{t, make([]block, (t.Len()+blockLen-1)/blockLen)}
	inBlocks(t.Len(), func(k, from, to int) {
		var plain []byte
		b := block{first: from, ends: make([]int, 0, to-from)}
		for i := from; i < to; i++ {
			plain = t.At(i).Body.AppendPlain(plain[:0])
			b.add(plain)
			b.text = append(b.text, 0)
			b.ends = append(b.ends, len(b.text))
		}
		b.text = bytes.Clone(b.text)
		x.blocks[k] = b
	})
	return x
}

// Search is the numbers of the comments that match, ascending, the post's 0
// among them where it does. When the context ends before, what it returns
// means nothing.
func (x *Index) Search(ctx context.Context, q *Query) []int32 {
	if q.Empty() {
		return nil
	}
	s := &search{ctx, x}
	hits := q.root.search(s)
	if ctx.Err() != nil {
		return nil
	}
	hits.not(s.where(func(i int) bool { return x.t.At(i).Is(Ghost) }))
	return hits.list()
}

// A search is the asking of one query, until its context ends.
type search struct {
	ctx context.Context
	*Index
}

// where is the numbers of the comments that pass a test.
func (s *search) where(test func(i int) bool) bitset {
	found := newBitset(s.t.Len())
	for i := range s.t.Len() {
		if test(i) {
			found.set(int(s.t.At(i).Number))
		}
	}
	return found
}

func (n phrase) search(s *search) bitset {
	found := newBitset(s.t.Len())
	if authors := s.t.authorsNamed(n.needle.in); authors.count() > 0 {
		found = s.where(s.t.by(authors))
	}
	inBlock := make([][]int, len(s.blocks))
	inBlocks(s.t.Len(), func(k, _, _ int) {
		if s.ctx.Err() == nil {
			inBlock[k] = s.blocks[k].find(n.needle)
		}
	})
	for _, hits := range inBlock {
		for _, i := range hits {
			found.set(int(s.t.At(i).Number))
		}
	}
	return found
}

// find is the comments of the block that have the needle in their text.
func (b *block) find(n needle) []int {
	var hits []int
	k := 0
	for at := n.index(&b.folded, 0); at >= 0; at = n.index(&b.folded, b.ends[k]) {
		ahead, _ := slices.BinarySearch(b.ends[k:], at+1)
		k += ahead
		hits = append(hits, b.first+k)
	}
	return hits
}

func (n fieldTerm) search(s *search) bitset {
	return s.where(n.field.test(s.t, n.value))
}

func (n negation) search(s *search) bitset {
	found := s.where(func(int) bool { return true })
	found.not(n.node.search(s))
	return found
}

func (n and) search(s *search) bitset {
	found := n[0].search(s)
	for _, kid := range n[1:] {
		found.and(kid.search(s))
	}
	return found
}

func (n or) search(s *search) bitset {
	found := n[0].search(s)
	for _, kid := range n[1:] {
		found.or(kid.search(s))
	}
	return found
}
