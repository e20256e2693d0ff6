package thread

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// blockLen is how many comments one goroutine takes on at a time: enough to
// make little of the cost of sharing, few enough to stop soon.
const blockLen = 1024

// inBlocks calls work for all blocks of n comments, [from, to), on all cores.
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
	var others sync.WaitGroup
	for range min(blocks, runtime.GOMAXPROCS(0)) - 1 {
		others.Go(run)
	}
	run()
	others.Wait()
}
