package thread

import (
	"iter"
	"slices"
	"sync/atomic"
	"testing"
)

// pipes are the ways to have items made or worked on beside whoever ranges
// over them.
var pipes = map[string]func(items iter.Seq[int], work func(int)) iter.Seq[int]{
	"ahead": func(items iter.Seq[int], work func(int)) iter.Seq[int] {
		return Ahead(func(yield func(int) bool) {
			for i := range items {
				work(i)
				if !yield(i) {
					return
				}
			}
		})
	},
	"in order": InOrder[int],
}

func TestItemsKeepTheirOrder(t *testing.T) {
	t.Parallel()
	want := slices.Collect(upTo(1000))
	for name, pipe := range pipes {
		var worked atomic.Int64
		got := slices.Collect(pipe(upTo(1000), func(i int) { worked.Add(int64(i)) }))
		if !slices.Equal(got, want) || worked.Load() != 999*1000/2 {
			t.Errorf("%s: %d items, %d", name, len(got), worked.Load())
		}
	}
}

func TestItemsThatNobodyWantsAreNotMade(t *testing.T) {
	t.Parallel()
	for name, pipe := range pipes {
		var made atomic.Int64
		for i := range pipe(upTo(1_000_000), func(int) { made.Add(1) }) {
			if i == 3 {
				break
			}
		}
		if most := int64(8 + cores); made.Load() > most {
			t.Errorf("%s: %d items were made", name, made.Load())
		}
	}
}

func TestAPanicReachesWhoeverWaits(t *testing.T) {
	t.Parallel()
	for name, pipe := range pipes {
		seen := 0
		func() {
			defer func() {
				if v := recover(); v != "broken" || seen != 7 {
					t.Errorf("%s: %v after %d items", name, v, seen)
				}
			}()
			for range pipe(upTo(100), func(i int) {
				if i == 7 {
					panic("broken")
				}
			}) {
				seen++
			}
		}()
	}
}

func upTo(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}
