package ui

import (
	"slices"

	"skein/thread"
)

// rows knows which comments of a thread are on show, each one a row: not
// those that a fold hides, and with a limit only its hits and what they
// answer.
type rows struct {
	t      *thread.Thread
	folded folds
	sel    *thread.Selection // nil where nothing is limited
	shown  []int32           // the comments that the limit shows, ascending
	hits   []int32           // those of them that it is about
}

// A form is how much of a comment its row shows.
type form int

const (
	full    form = iota // header and body
	folded              // one line, the replies hidden
	passing             // one line, for the sake of the replies
)

func (r *rows) form(i int) form {
	switch {
	case r.sel != nil && !r.sel.Hit(i):
		return passing
	case r.isFolded(i):
		return folded
	default:
		return full
	}
}

func (r *rows) isFolded(i int) bool { return r.folded.has(int(r.t.At(i).Number)) }

// hides says whether the replies to i are hidden by a fold. Folding the post
// reduces its body and hides nothing.
func (r *rows) hides(i int) bool { return i > 0 && r.isFolded(i) && r.form(i) == folded }

// next is the row below row i, None after the last.
func (r *rows) next(i int) int {
	n := i + 1
	if r.hides(i) {
		n = r.t.End(i)
	}
	if r.sel != nil {
		at := r.search(n)
		if at == len(r.shown) {
			return thread.None
		}
		n = int(r.shown[at])
	}
	if n >= r.t.Len() {
		return thread.None
	}
	return n
}

// prev is the row above row i, None before the first.
func (r *rows) prev(i int) int {
	p := i - 1
	if r.sel != nil {
		at := r.search(i)
		if at == 0 {
			return thread.None
		}
		p = int(r.shown[at-1])
	}
	if p < 0 {
		return thread.None
	}
	return r.holder(p)
}

// holder is the row in which comment i can be found: its own, or that of the
// outermost fold that hides it. With a limit i must be shown by it.
func (r *rows) holder(i int) int {
	if len(r.folded) == 0 {
		return i
	}
	row := i
	for a := range r.t.Ancestors(i) {
		if r.hides(a) {
			row = a
		}
	}
	return row
}

// nearest is a row for comment i also where the limit leaves it out: the
// first row after it, or else the last before it.
func (r *rows) nearest(i int) int {
	if r.sel == nil || r.sel.Shown(i) {
		return r.holder(i)
	}
	if len(r.shown) == 0 {
		return 0
	}
	at := r.search(i)
	for _, k := range r.shown[at:] {
		if r.sel.Hit(int(k)) {
			return r.holder(int(k))
		}
	}
	return r.holder(int(r.shown[min(at, len(r.shown)-1)]))
}

// search is where comment i stands, or would, among those shown.
func (r *rows) search(i int) int {
	at, _ := slices.BinarySearch(r.shown, int32(i))
	return at
}

// on says whether comment i is a row.
func (r *rows) on(i int) bool {
	return (r.sel == nil || r.sel.Shown(i)) && r.holder(i) == i
}

// first and last are the ends of what is on show.
func (r *rows) first() int {
	if r.sel != nil && len(r.shown) > 0 {
		return r.holder(int(r.shown[0]))
	}
	return 0
}

func (r *rows) last() int {
	i := r.t.Len() - 1
	if r.sel != nil && len(r.shown) > 0 {
		i = int(r.shown[len(r.shown)-1])
	}
	return r.holder(i)
}

// open says whether replies to i are on show.
func (r *rows) open(i int) bool {
	n := r.next(i)
	return n != thread.None && r.t.Contains(i, n) && n != i
}
