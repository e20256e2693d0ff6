package thread

import "bytes"

// Matches says whether comment i matches. It makes the query ready anew each
// time; Select and an Index are for many comments.
func (q *Query) Matches(t *Thread, i int) bool {
	if q.Empty() || t.At(i).Is(Ghost) {
		return false
	}
	return q.root.prepare(t).matches(&look{t: t, i: i})
}

// A prepared query is ready to be asked of a thread's comments.
type prepared struct {
	among   bitset // only these can match, by index; nil for all
	matches func(*look) bool
}

// next is the first comment in [i, end) that can match, end where there is
// none.
func (p prepared) next(i, end int) int {
	if p.among == nil {
		return i
	}
	return p.among.next(i, end)
}

// A look is one comment under the eyes of a query. Its text is folded when a
// glance at it as it stands can't answer.
type look struct {
	t     *Thread
	i     int
	block *block        // the folded texts of it and others, where they are known
	fold  func() *block // makes them known; nil where nobody keeps them
	reads int           // how many comments had to be read without them
	own   folded
	plain []byte // of the comment, not folded
	read  bool
}

// at turns to another comment.
func (l *look) at(i int) { l.i, l.read = i, false }

// worthFolding is how many comments of a block are read one by one before it
// is better to read all and keep their texts.
const worthFolding = blockLen / 8

// has says whether the needle is in the comment's text.
func (l *look) has(n needle) bool {
	if l.block == nil && l.fold != nil && l.reads > worthFolding {
		l.block = l.fold()
	}
	if l.block != nil {
		from, to := l.block.textOf(l.i)
		return n.index(&l.block.folded, from, to) >= 0
	}
	if !n.mayBeIn(l.t.At(l.i).Body) {
		return false
	}
	if !l.read {
		l.reads++
		l.plain = l.t.At(l.i).Body.AppendPlain(l.plain[:0])
		l.own.reset()
		l.own.add(l.plain)
		l.read = true
	}
	return n.in(&l.own)
}

func (n phrase) prepare(t *Thread) prepared {
	named := t.writtenBy(t.authorsNamed(n.needle.in))
	return prepared{nil, func(l *look) bool {
		return named.has(l.i) || l.has(n.needle)
	}}
}

func (n fieldTerm) prepare(t *Thread) prepared {
	among := n.field.among(t, n.value)
	return prepared{among, func(l *look) bool { return among.has(l.i) }}
}

func (n negation) prepare(t *Thread) prepared {
	inner := n.node.prepare(t)
	return prepared{nil, func(l *look) bool { return !inner.matches(l) }}
}

func (n and) prepare(t *Thread) prepared {
	kids := prepareAll(t, n)
	var among bitset
	for _, kid := range kids {
		switch {
		case among == nil:
			among = kid.among
		case kid.among != nil:
			among = among.and(kid.among)
		}
	}
	return prepared{among, func(l *look) bool {
		for _, kid := range kids {
			if !kid.matches(l) {
				return false
			}
		}
		return true
	}}
}

func (n or) prepare(t *Thread) prepared {
	kids := prepareAll(t, n)
	among := kids[0].among
	for _, kid := range kids[1:] {
		if among == nil || kid.among == nil {
			among = nil
			break
		}
		among = among.or(kid.among)
	}
	return prepared{among, func(l *look) bool {
		for _, kid := range kids {
			if kid.matches(l) {
				return true
			}
		}
		return false
	}}
}

func prepareAll(t *Thread, nodes []node) []prepared {
	all := make([]prepared, len(nodes))
	for i, n := range nodes {
		all[i] = n.prepare(t)
	}
	return all
}

// byName is what by:NAME finds.
func byName(t *Thread, name string) bitset {
	want := bytes.TrimSpace([]byte(Fold(name)))
	names := t.indexedNames()
	authors := names.passing(func(name []byte) bool { return bytes.Equal(name, want) })
	if authors.count() == 0 {
		authors = names.passing(func(name []byte) bool { return bytes.Contains(name, want) })
	}
	return t.writtenBy(authors)
}

// authorsNamed is the authors whose name passes a test, asked on all cores.
func (t *Thread) authorsNamed(test func(name *folded) bool) bitset {
	passed := newBitset(len(t.Authors))
	InBlocks(len(t.Authors), 0, func(_, from, to int) {
		var name []byte
		var f folded
		for i := from; i < to; i++ {
			name = append(name[:0], t.Authors[i].Name...)
			f.reset()
			f.add(name)
			if test(&f) {
				passed.set(i) // a block fills whole words of the set
			}
		}
	})
	return passed
}
