package thread

import (
	"iter"
	"runtime/debug"
)

// Ahead makes the next item of a sequence while one is worked on. A panic
// meanwhile is one of whoever ranges over the items.
func Ahead[T any](items iter.Seq[T]) iter.Seq[T] {
	return func(yield func(T) bool) {
		made := make(chan T)
		enough := make(chan struct{})
		defer close(enough)
		ended := Beside(func() {
			defer close(made)
			for item := range items {
				select {
				case made <- item:
				case <-enough:
					return
				}
			}
		})
		for item := range made {
			if !yield(item) {
				return
			}
		}
		ended()
	}
}

// InOrder has work done on items, as many at a time as there are cores, and
// yields them in their order. A panic in any is one of whoever ranges over them.
func InOrder[T any](items iter.Seq[T], work func(T)) iter.Seq[T] {
	type job struct {
		item T
		done func()
	}
	return func(yield func(T) bool) {
		var jobs []job
		finish := func() bool {
			first := jobs[0]
			jobs = jobs[1:]
			first.done()
			return yield(first.item)
		}
		for item := range items {
			jobs = append(jobs, job{item, Beside(func() { work(item) })})
			if len(jobs) > cores && !finish() {
				return
			}
		}
		for len(jobs) > 0 {
			if !finish() {
				return
			}
		}
	}
}

// Beside begins to work beside the caller; what it returns waits for the end
// and panics if the work did.
func Beside(work func()) (wait func()) {
	ended := make(chan any, 1)
	go func() {
		defer func() { ended <- recover() }()
		debug.SetPanicOnFault(true) // a text may lie in a mapped file
		work()
	}()
	return func() {
		if v := <-ended; v != nil {
			panic(v) // where the caller can recover
		}
	}
}
