package thread

import (
	"runtime"
	"runtime/debug"
	"sync"
	"sync/atomic"
)

// blockLen is how many comments, or lines of their text, one goroutine takes on
// at a time: enough to make little of the cost of sharing, few enough to stop
// soon.
const blockLen = 1024

// cores is how many goroutines work at a time. The program may have more threads
// than these, for those who wait for a key meanwhile.
var cores = runtime.GOMAXPROCS(0)

// Blocks is how many blocks InBlocks makes of n comments.
func Blocks(n int) int { return (n + blockLen - 1) / blockLen }

// InBlocks calls work for all blocks of n comments, [from, to), on all cores.
// They are begun in their order, block start first, those before it last. A
// panic in any is one of the caller, who can recover.
func InBlocks(n, start int, work func(block, from, to int)) {
	blocks := Blocks(n)
	var next atomic.Int64
	run := func() {
		for {
			turn := int(next.Add(1)) - 1
			if turn >= blocks {
				return
			}
			block := (start + turn) % blocks
			work(block, block*blockLen, min(n, (block+1)*blockLen))
			runtime.Gosched() // those who wait for a key come first
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
	for range min(blocks, cores) - 1 {
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
