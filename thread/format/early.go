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
	firstLook   = 32 << 10
	lookGrowth  = 8
	emptyGrowth = 2 // after a short look that found nothing
	worthLook   = 4 // times as long as a look the whole must be
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
	b := &thread.Builder{Format: f.name, Part: true}
	_ = f.read(data, b) // it breaks off, but that is no news
	if b.Revised() || b.Len() == 0 {
		return nil
	}
	return b.Thread()
}

// A Growth reads an input that may still be on its way, and hands longer and
// longer parts of its thread on, whoever has read them.
type Growth struct {
	name  string
	grown func(*thread.Thread)
	next  int // how long the next look is

	mu     sync.Mutex
	shown  int  // comments of the longest part so far
	closed bool // the whole thread is there
	own    bool // the format hands on what it has read
}

// NewGrowth is for an input of the named format, or any where that is empty.
// It calls grown, if not nil, with the parts. In a longer one comments may
// have other numbers (see thread.Renumber).
func NewGrowth(name string, grown func(*thread.Thread)) *Growth {
	return &Growth{name: name, grown: grown, next: firstLook}
}

// Arrived takes a look at the beginning of the input that has arrived, if it
// is so much longer than the last that this is worth while. What data holds
// must not change.
func (g *Growth) Arrived(data []byte) {
	if g.grown != nil && len(data) >= g.next {
		g.look(len(data), data)
	}
}

// Read is Read of the whole input.
func (g *Growth) Read(data []byte) (*thread.Thread, error) {
	if g.name != "" && !known(g.name) {
		return nil, unknownName(g.name)
	}
	var grown func(*thread.Thread)
	if g.grown != nil {
		defer g.close()
		g.lookAhead(data)
		grown = g.fromFormat
	}
	return read(data, g.name, grown)
}

// lookAhead takes a look at data, and longer ones beside the caller until the
// format has parts of its own or the whole is there.
func (g *Growth) lookAhead(data []byte) {
	if g.next*worthLook > len(data) {
		return
	}
	g.look(g.next, data)
	go func() {
		defer func() { _ = recover() }() // who reads the whole meets the same
		debug.SetPanicOnFault(true)
		for g.next*worthLook <= len(data) && g.idle() {
			g.look(g.next, data)
		}
	}()
}

// look takes a look at the first size bytes of data.
func (g *Growth) look(size int, data []byte) {
	t := Beginning(data[:size:size], g.name)
	if g.next = size * lookGrowth; t == nil && size < firstLook*lookGrowth {
		g.next = size * emptyGrowth
	}
	g.take(t)
}

// fromFormat takes a part from the format that reads the whole.
func (g *Growth) fromFormat(t *thread.Thread) {
	g.mu.Lock()
	g.own = true
	g.mu.Unlock()
	g.take(t)
}

func (g *Growth) take(t *thread.Thread) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if t == nil || g.closed || t.Len() <= g.shown {
		return
	}
	g.shown = t.Len()
	g.grown(t)
}

// idle says whether nobody else hands parts on, and some are wanted.
func (g *Growth) idle() bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	return !g.own && !g.closed
}

func (g *Growth) close() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.closed = true
}
