package format

import (
	"runtime/debug"
	"sync"

	"skein/thread"
)

// An early look is the beginning of an input read as if it were all, so that a
// screen can be filled while the whole is read. Each is so many times longer
// than the one before that all of them together cost little.
const (
	firstLook  = 64 << 10
	lookGrowth = 8
	worthLook  = 4 // times as long as a look the whole must be
)

// Beginning is the thread in the beginning of an input, as far as that can
// tell; nil where it cannot. In the whole its comments may have other numbers
// (see thread.Renumber).
func Beginning(data []byte, name string) *thread.Thread {
	data, err := decode(data)
	if err != nil {
		return nil
	}
	f := formatFor(data, name)
	if f == nil {
		return nil
	}
	b := &thread.Builder{Format: f.name}
	_ = f.read(data, b) // it breaks off, but that is no news
	if b.Revised() || b.Len() == 0 {
		return nil
	}
	return b.Thread()
}

// A growth hands longer and longer parts of a thread on, whoever has read
// them.
type growth struct {
	grown func(*thread.Thread)

	mu     sync.Mutex
	shown  int  // comments of the longest part so far
	closed bool // the whole thread is there
	own    bool // the format hands on what it has read
}

// fromFormat takes a part from the format that reads the whole.
func (g *growth) fromFormat(t *thread.Thread) {
	g.mu.Lock()
	g.own = true
	g.mu.Unlock()
	g.take(t)
}

func (g *growth) take(t *thread.Thread) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if t == nil || g.closed || t.Len() <= g.shown {
		return
	}
	g.shown = t.Len()
	g.grown(t)
}

// idle says whether nobody else hands parts on, and some are wanted.
func (g *growth) idle() bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	return !g.own && !g.closed
}

func (g *growth) close() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.closed = true
}

// lookAhead takes a first look at data, and longer ones beside the caller
// until the format has parts of its own or the whole is there.
func (g *growth) lookAhead(data []byte, name string) {
	look := func(size int) { g.take(Beginning(data[:size:size], name)) }
	if firstLook*worthLook > len(data) {
		return
	}
	look(firstLook)
	go func() {
		defer func() { _ = recover() }() // who reads the whole meets the same
		debug.SetPanicOnFault(true)
		for size := firstLook * lookGrowth; size*worthLook <= len(data) && g.idle(); size *= lookGrowth {
			look(size)
		}
	}()
}
