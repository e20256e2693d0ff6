package ui

import "skein/thread"

// A renumbering says which number each comment of the thread on show has in
// one that takes its place, by its number so far; None for one that is gone.
// It is nil where all keep theirs.
type renumbering []int32

// of is the new number of a comment; that of the post where it is gone.
func (r renumbering) of(number int) int {
	if r == nil {
		return number
	}
	if number >= len(r) || r[number] == thread.None {
		return 0
	}
	return int(r[number])
}

func (r renumbering) spot(s spot) spot {
	return spot{r.of(s.focus), r.of(s.row), s.line}
}

// folds is the same comments folded in a thread of n.
func (r renumbering) folds(f folds, n int) folds {
	if r == nil || f == nil {
		return f
	}
	g := make(folds, (n+63)/64)
	for number, now := range r {
		if now != thread.None && f.has(number) {
			g.set(int(now))
		}
	}
	return g
}

func (r renumbering) view(v view, n int) view {
	v.folds = r.folds(v.folds, n)
	if l := v.limit; l != nil {
		v.limit = &limit{l.query, r.numbers(l.hits), r.folds(l.folds, n)}
	}
	return v
}

func (r renumbering) numbers(of []int32) []int32 {
	var now []int32
	for _, number := range of {
		now = append(now, int32(r.of(int(number))))
	}
	return now
}

// arrived are the comments of a thread of n that were not there before, when
// there were as many as before says.
func (r renumbering) arrived(before, n int) folds {
	new := make(folds, (n+63)/64)
	for number := range n {
		if r != nil || number >= before {
			new.set(number)
		}
	}
	for _, number := range r {
		if number != thread.None {
			new.clear(int(number))
		}
	}
	return new
}

// renumber keeps all that is kept by number with the comments that it is
// about, in a thread of n. What the reader could go back through is forgotten:
// no comment was ever where a step led.
func (m *Model) renumber(r renumbering, n int) {
	if r == nil {
		return
	}
	m.view = r.view(m.view, n)
	m.rows.folded = m.view.folded()
	m.past, m.trail, m.jumps = past{}, trail{}, jumps{}
	m.passage = passage{}
	s := &m.search
	s.hits = r.numbers(s.hits)
	s.origin = moment{r.view(s.origin.view, n), r.spot(s.origin.spot)}
	for k, number := range s.opened {
		s.opened[k] = r.of(number)
	}
}
