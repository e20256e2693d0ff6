package cli

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"time"

	"skein/thread"
	"skein/thread/format"
	"skein/thread/source"
	"skein/ui"
)

// A load is a thread on its way, read beside everything else.
type load struct {
	done   chan struct{} // closed when the others hold
	thread *thread.Thread
	err    error               // with a thread: why it was read in part only
	grown  chan *thread.Thread // the longest part so far that nobody has taken

	growing bool
	begun   chan struct{} // closed when there is a part
	shown   chan struct{} // closed when the first part is about to be drawn
}

// begin has read start at once. A panic in it is an error of the load, and so
// is a mapped file that somebody cuts short meanwhile.
func begin(read func(grown func(*thread.Thread)) (*thread.Thread, error)) *load {
	l := &load{done: make(chan struct{}), grown: make(chan *thread.Thread, 1), begun: make(chan struct{}), shown: make(chan struct{})}
	go func() {
		defer close(l.grown)
		defer close(l.done)
		defer func() {
			if v := recover(); v != nil {
				l.thread, l.err = nil, ui.Broken(v)
			}
		}()
		debug.SetPanicOnFault(true)
		l.thread, l.err = read(l.grow)
	}()
	return l
}

// grow offers a longer part in place of one that was not taken. The first has
// the machine to itself until it is drawn: reading on would take the cores
// from whoever waits for a screen.
func (l *load) grow(t *thread.Thread) {
	if !l.growing {
		l.growing = true
		close(l.begun)
		l.grown <- t
		select {
		case <-l.shown:
			time.Sleep(untilSeen)
		case <-time.After(longestWait):
		}
		return
	}
	select {
	case <-l.grown:
	default:
	}
	l.grown <- t
}

// untilSeen is how long it takes from when a part is about to be drawn to when
// the terminal has it: the frame clock's next tick, and the writing.
const untilSeen = 16 * time.Millisecond

// longestWait is how long reading rests for a first part that nobody draws, as
// while the program is stopped.
const longestWait = 50 * time.Millisecond

// moment is how long the screen stays closed for a thread that may turn out to
// be none: most do so at once.
const moment = 3 * time.Millisecond

// early is the error of a load that soon comes to nothing. Then there is no
// need to open the screen, and to ask the terminal what it answers too late.
func (l *load) early() error {
	select {
	case <-l.done:
		if l.thread == nil {
			return l.err
		}
	case <-l.begun:
	case <-time.After(moment):
	}
	return nil
}

// wait is the thread once it is read.
func (l *load) wait(ctx context.Context) (*thread.Thread, error) {
	select {
	case <-l.done:
		return l.thread, l.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// part is the error of a load that has come and holds only a part.
func (l *load) part() error {
	select {
	case <-l.done:
		if l.thread != nil && l.err != nil {
			return partError{l.err}
		}
	default:
	}
	return nil
}

// parse finds the thread in the input. Its errors name the input.
func (c *call) parse(ctx context.Context, in input, grown func(*thread.Thread)) (*thread.Thread, error) {
	var part func(*thread.Thread)
	if grown != nil {
		part = func(t *thread.Thread) { grown(c.dressed(t, in)) }
	}
	t, err := c.find(ctx, in, part)
	if errors.Is(err, source.ErrTooLarge) {
		err = fmt.Errorf("is larger than the %s that --max-size allows", sizeText(in.max))
	}
	if err != nil {
		err = &namedError{in.name, err}
	}
	if t != nil {
		t = c.dressed(t, in)
	}
	return t, err
}

// dressed is the thread with what its format does not know: the input's title
// where it has none of its own, and replies that only its texts tell of.
func (c *call) dressed(t *thread.Thread, in input) *thread.Thread {
	if t.Title == "" && t.At(0).Body.Empty() {
		t.Title = in.title
	}
	if !c.asRead {
		t = t.Inferred()
	}
	return t
}

// find finds the thread in the input's bytes or its files.
func (c *call) find(ctx context.Context, in input, grown func(*thread.Thread)) (*thread.Thread, error) {
	if in.files == nil {
		growth := format.NewGrowth(c.from, grown)
		data, cut := in.bytes(ctx, growth.Arrived)
		if len(data) == 0 && cut != nil {
			return nil, cut
		}
		t, err := growth.Read(data)
		if cut != nil {
			err = cut // the reason for what the format may have found amiss
		}
		return t, err
	}
	files, err := in.files(ctx)
	if err != nil {
		return nil, err
	}
	all := make([]format.File, len(files))
	for i, f := range files {
		all[i] = format.File(f)
	}
	return format.ReadFolder(all, c.from, !c.asRead)
}
