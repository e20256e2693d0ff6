package cli

import (
	"os"
	"runtime"
	"runtime/debug"
	"sync"
	"time"
)

// tune sets the runtime up for somebody who waits for a screen, but for what
// the environment sets.
var tune = sync.OnceFunc(func() {
	if os.Getenv("GOMAXPROCS") == "" {
		runtime.GOMAXPROCS(runtime.GOMAXPROCS(0) + spareThreads)
	}
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(garbageAtStart)
		time.AfterFunc(longestWait, func() { debug.SetGCPercent(garbageLater) })
	}
})

// spareThreads is how many threads there are for those who wait for a key, or
// for the next frame, while all cores read or search. Else a key would wait for
// the scheduler to look for it, which it does every 10 ms then, and for one of
// the others to have had its turn of 10 ms. They are so many because there are
// more at work than cores for moments, and the collector of garbage takes what
// threads it finds idle.
const spareThreads = 4

// How much garbage may lie about before it is collected, as GOGC counts. Until
// the first screen is there it is little, and to look for it would take the
// cores from whoever makes the screen: 8 MB may be allocated. Later most of the
// memory is a thread, which stays: of that, less is asked for garbage than is
// usual.
const (
	garbageAtStart = 200
	garbageLater   = 50
)

// sparing gives the memory of an input back now and then, until it is stopped,
// and all of it then: a reader goes through a large file from its beginning to
// its end.
func sparing(in input) (stop func()) {
	const pause = 2 * time.Millisecond
	done := make(chan struct{})
	go func() {
		tick := time.NewTicker(pause)
		defer tick.Stop()
		for {
			select {
			case <-tick.C:
				in.spare()
			case <-done:
				in.release()
				return
			}
		}
	}()
	return func() { close(done) }
}
