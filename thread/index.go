package thread

import (
	"bytes"
	"context"
	"runtime"
	"sync"
	"sync/atomic"
)

// An Index keeps the folded texts of a thread for searching, about one byte
// for each character that is read. It starts empty: a search looks at texts as
// they stand, and folds a block of which it has to read many. Many goroutines
// may use it at once.
type Index struct {
	t      *Thread
	blocks []block
}

// A block is the folded texts of a run of comments, one after the other, each
// ended by a zero byte, which no folded text and no needle has in it.
type block struct {
	once  sync.Once
	known atomic.Bool // the texts are there
	folded
	first int   // index of the first comment
	ends  []int // one past the zero byte of each
}

// NewIndex is an index of which nothing has been folded yet.
func NewIndex(t *Thread) *Index { return &Index{t, make([]block, Blocks(t.Len()))} }

// Fill folds all that has not been folded, on all cores, until its context
// ends. On a large thread that takes a second or more; no search needs to wait
// for it.
func (x *Index) Fill(ctx context.Context) {
	InBlocks(x.t.Len(), 0, func(k, from, to int) {
		if ctx.Err() == nil {
			x.fold(k, from, to)
		}
	})
}

// fold is the texts of the comments [from, to), block k of all.
func (x *Index) fold(k, from, to int) *block {
	b := &x.blocks[k]
	b.once.Do(func() {
		b.read(x.t, from, to)
		b.known.Store(true)
	})
	return b
}

// known is the texts of block k, nil while nobody has folded them.
func (x *Index) known(k int) *block {
	if b := &x.blocks[k]; b.known.Load() {
		return b
	}
	return nil
}

func (b *block) read(t *Thread, from, to int) {
	size := to - from
	for i := from; i < to; i++ {
		size += len(t.At(i).Body.Raw)
	}
	var plain []byte
	b.first, b.ends = from, make([]int, 0, to-from)
	b.text = make([]byte, 0, size)
	for i := from; i < to; i++ {
		if i%16 == 0 {
			runtime.Gosched() // those who wait for a key come first
		}
		plain = t.At(i).Body.AppendPlain(plain[:0])
		b.add(plain)
		b.text = append(b.text, 0)
		b.ends = append(b.ends, len(b.text))
	}
	if len(b.text) < size*7/8 {
		b.text = bytes.Clone(b.text)
	}
}

// textOf is where the text of comment i stands.
func (b *block) textOf(i int) (from, to int) {
	k := i - b.first
	if k > 0 {
		from = b.ends[k-1]
	}
	return from, b.ends[k] - 1
}
