package thread

// A Selection is what a query leaves of a thread: the comments it hits, and
// their ancestors, which show where those stand. It goes by the indices of
// the one thread that it was made for.
type Selection struct {
	hits  bitset
	shown bitset
}

// Select is the selection of the comments that match the query.
func (t *Thread) Select(q *Query) Selection {
	if q.Empty() {
		return Selection{}
	}
	query := q.root.prepare(t)
	hits := newBitset(t.Len())
	InBlocks(t.Len(), 0, func(_, from, to int) {
		l := look{t: t}
		for i := query.next(from, to); i < to; i = query.next(i+1, to) {
			l.at(i)
			if !t.At(i).Is(Ghost) && query.matches(&l) {
				hits.set(i) // a block fills whole words of the set
			}
		}
	})
	return t.selection(hits)
}

// SelectNumbers is the selection of the comments with these numbers, as Search
// found them. Numbers that the thread does not have are passed over.
func (t *Thread) SelectNumbers(numbers []int32) Selection {
	hits := newBitset(t.Len())
	for _, n := range numbers {
		if i := t.Numbered(int(n)); i != None {
			hits.set(i)
		}
	}
	return t.selection(hits)
}

// selection adds the ancestors, each of them once.
func (t *Thread) selection(hits bitset) Selection {
	s := Selection{hits, newBitset(t.Len())}
	for _, hit := range hits.list() {
		for i := int(hit); i != None && !s.shown.has(i); i = t.Parent(i) {
			s.shown.set(i)
		}
	}
	return s
}

// Hit says whether comment i matched.
func (s Selection) Hit(i int) bool { return s.hits.has(i) }

// Shown says whether comment i matched or one of its descendants did.
func (s Selection) Shown(i int) bool { return s.shown.has(i) }

// Count is the number of comments that matched.
func (s Selection) Count() int { return s.hits.count() }

// Hits are the indices of the comments that matched, ascending.
func (s Selection) Hits() []int32 { return s.hits.list() }

// Rows are the indices of the comments shown, ascending.
func (s Selection) Rows() []int32 { return s.shown.list() }
