package mail

import (
	"iter"
	"slices"
	"sync"
)

// batchLen is how many messages are in a batch: enough to make little of the
// cost of handing them on, few enough to take little memory.
const batchLen = 1 << 9

// A batch is some messages that are worked on together.
type batch struct {
	sections []section
	messages []message // what they are read as
}

// batches are those that have been worked on, for others.
var batches = sync.Pool{New: func() any { return new(batch) }}

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

// read reads its messages.
func (b *batch) read() {
	b.messages = slices.Grow(b.messages[:0], len(b.sections))
	var types lastType
	for i := range b.sections {
		b.messages = append(b.messages, readMessage(&b.sections[i], &types))
	}
}

// end is where in the file the last message ends.
func (b *batch) end() int { return b.sections[len(b.sections)-1].end }

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
