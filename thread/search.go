package thread

import (
	"context"
	"sync"
)

// Search is the numbers of the comments that match, ascending, the post's 0
// among them where it does. When the context ends before, what it returns
// means nothing.
func (x *Index) Search(ctx context.Context, q *Query) []int32 {
	return x.SearchFrom(ctx, q, 0, nil)
}

// SearchFrom is Search that begins at comment from and goes on at the top
// after the last. As soon as it knows the first that matches, it calls first
// with its index, if first is not nil.
func (x *Index) SearchFrom(ctx context.Context, q *Query, from int, first func(i int)) []int32 {
	if q.Empty() {
		return nil
	}
	hits := newBitset(x.t.Len())
	query := q.root.prepare(x.t)
	start := from / blockLen
	ahead := race{finished: map[int]int{}, over: first == nil}
	InBlocks(x.t.Len(), start, func(k, lo, hi int) {
		if ctx.Err() != nil {
			return
		}
		best := None
		l := look{t: x.t, block: x.known(k), fold: func() *block { return x.fold(k, lo, hi) }}
		for i := query.next(lo, hi); i < hi; i = query.next(i+1, hi) {
			l.at(i)
			if x.t.At(i).Is(Ghost) || !query.matches(&l) {
				continue
			}
			hits.set(i) // a block fills whole words of the set
			if best == None && (k != start || i >= from) {
				best = i
			}
		}
		turn := (k - start + len(x.blocks)) % len(x.blocks)
		if i := ahead.finish(turn, best); i != None {
			first(i)
		}
	})
	if ctx.Err() != nil {
		return nil
	}
	return x.t.numbers(hits)
}

// numbers are those of comments, given by index, ascending.
func (t *Thread) numbers(indices bitset) []int32 {
	numbers := newBitset(t.Len())
	for _, i := range indices.list() {
		numbers.set(int(t.At(int(i)).Number))
	}
	return numbers.list()
}

// A race is of blocks that finish in any order, for the hit that comes first.
type race struct {
	mu       sync.Mutex
	finished map[int]int // by turn: the first hit in that block, or None
	next     int         // the turn that everything before has finished
	over     bool
}

// finish says that a block is done. It gives the winner once that is known,
// to one caller, and None otherwise.
func (r *race) finish(turn, hit int) int {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.over {
		return None
	}
	r.finished[turn] = hit
	for {
		hit, ok := r.finished[r.next]
		if !ok {
			return None
		}
		r.next++
		if hit != None {
			r.over = true
			return hit
		}
	}
}
