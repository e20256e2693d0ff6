package thread

import (
	"runtime"
	"runtime/debug"
	"sync"
	"sync/atomic"
)

// blockLen is how many comments one goroutine takes on at a time: enough to
// make little of the cost of sharing, few enough to stop soon.
const blockLen = 1024

// inBlocks calls work for all blocks of n comments, [from, to), on all cores.
// A panic in any is one of the caller, who can recover.
func inBlocks(n int, work func(block, from, to int)) {
	blocks := (n + blockLen - 1) / blockLen
	var next atomic.Int64
	run := func() {
		for {
			block := int(next.Add(1)) - 1
			if block >= blocks {
				return
			}
			work(block, block*blockLen, min(n, (block+1)*blockLen))
		}
	}
	panics := make(chan any, 1) // the first
	guarded := func() {
		defer func() {
			if v := recover(); v != nil {
				next.Store(int64(blocks)) // the rest need not begin
				select {
				case panics <- v:
				default:
				}
			}
		}()
		defer debug.SetPanicOnFault(debug.SetPanicOnFault(true)) // a text may lie in a mapped file
		run()
	}
	var others sync.WaitGroup
	for range min(blocks, runtime.GOMAXPROCS(0)) - 1 {
		others.Go(guarded)
	}
	guarded()
	others.Wait()
	select {
	case v := <-panics:
		panic(v)
	default:
	}
}
