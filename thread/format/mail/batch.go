package mail

import (
	"iter"
	"runtime/debug"
	"slices"
	"sync"

	"skein/thread"
)

// batchLen is how many messages are in a batch: enough to make little of the
// cost of handing them on.
const batchLen = 1 << 11

// A batch is some messages that are worked on together.
type batch struct {
	sections []section
	messages []message // what they are read as
}

// batches are those that have been worked on, for others.
var batches = sync.Pool{New: func() any { return new(batch) }}

// end is where in the file the last message ends.
func (b *batch) end() int { return b.sections[len(b.sections)-1].end }

// inBatches gathers sections.
func inBatches(sections iter.Seq[section]) iter.Seq[*batch] {
	return func(yield func(*batch) bool) {
		var b *batch
		for s := range sections {
			if b == nil {
				b = batches.Get().(*batch)
				b.sections = b.sections[:0]
			}
			if b.sections = append(b.sections, s); len(b.sections) < batchLen {
				continue
			}
			if !yield(b) {
				return
			}
			b = nil
		}
		if b != nil {
			yield(b)
		}
	}
}

// readAll reads the messages of batches, on all cores.
func readAll(parted iter.Seq[*batch]) iter.Seq[*batch] {
	return func(yield func(*batch) bool) {
		for b := range parted {
			b.messages = slices.Grow(b.messages[:0], len(b.sections))[:len(b.sections)]
			thread.InBlocks(len(b.sections), 0, func(_, from, to int) {
				var types lastType
				for i := from; i < to; i++ {
					b.messages[i] = readMessage(&b.sections[i], &types)
				}
			})
			if !yield(b) {
				return
			}
		}
	}
}

// allButLast leaves the last section out, if it is not the only one.
func allButLast(sections iter.Seq[section]) iter.Seq[section] {
	return func(yield func(section) bool) {
		var before section
		n := 0
		for s := range sections {
			if n > 0 && !yield(before) {
				return
			}
			before = s
			n++
		}
		if n == 1 {
			yield(before)
		}
	}
}

// ahead makes the next item while the last is worked on. A panic meanwhile is
// one of whoever ranges over the items.
func ahead[T any](items iter.Seq[T]) iter.Seq[T] {
	return func(yield func(T) bool) {
		made := make(chan T)
		enough := make(chan struct{})
		ended := make(chan any, 1)
		go func() {
			defer close(made)
			defer func() { ended <- recover() }()
			debug.SetPanicOnFault(true) // the input may lie in a mapped file
			for item := range items {
				select {
				case made <- item:
				case <-enough:
					return
				}
			}
		}()
		defer close(enough)
		for item := range made {
			if !yield(item) {
				return
			}
		}
		if v := <-ended; v != nil {
			panic(v)
		}
	}
}
