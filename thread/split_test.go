package thread

import (
	"runtime"
	"sync/atomic"
	"testing"
	"time"
)

func TestEveryBlockIsWorkedOnOnce(t *testing.T) {
	t.Parallel()
	for _, n := range []int{0, 1, blockLen, blockLen + 1, 10*blockLen + 7} {
		var sum atomic.Int64
		InBlocks(n, 0, func(block, from, to int) {
			if from != block*blockLen || to <= from || to > n {
				t.Errorf("block %d of %d is [%d, %d)", block, n, from, to)
			}
			sum.Add(int64(to - from))
		})
		if int(sum.Load()) != n {
			t.Errorf("%d of %d comments were worked on", sum.Load(), n)
		}
	}
}

// TestThreadsAreLeftForOthers has more threads than cores, as the program asks
// for: no more goroutines than cores work at a time.
func TestThreadsAreLeftForOthers(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(cores + 2))
	var at, most atomic.Int64
	InBlocks(64*blockLen, 0, func(_, _, _ int) {
		now := at.Add(1)
		for before := most.Load(); now > before && !most.CompareAndSwap(before, now); before = most.Load() {
		}
		time.Sleep(time.Millisecond)
		at.Add(-1)
	})
	if most.Load() > int64(cores) {
		t.Errorf("%d work on %d cores", most.Load(), cores)
	}
}

func TestAPanicOnAnyCoreIsThatOfTheCaller(t *testing.T) {
	t.Parallel()
	for bad := range 8 {
		var recovered any
		func() {
			defer func() { recovered = recover() }()
			InBlocks(8*blockLen, 0, func(block, _, _ int) {
				if block == bad {
					panic("no ground")
				}
			})
		}()
		if recovered != "no ground" {
			t.Errorf("block %d: recovered %v", bad, recovered)
		}
	}
}
