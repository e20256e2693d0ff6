package thread

import "bytes"

// Matches says whether comment i matches. It makes the query ready anew each
// time; Select and an Index are for many comments.
func (q *Query) Matches(t *Thread, i int) bool {
	if q.Empty() || t.At(i).Is(Ghost) {
		return false
	}
	return q.root.prepare(t)(&look{t: t, i: i})
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

func (n phrase) prepare(t *Thread) func(*look) bool {
	named := t.by(t.authorsNamed(n.needle.in))
	return func(l *look) bool {
		return named(l.i) || l.has(n.needle)
	}
}

func (n fieldTerm) prepare(t *Thread) func(*look) bool {
	test := n.field.test(t, n.value)
	return func(l *look) bool { return test(l.i) }
}

func (n negation) prepare(t *Thread) func(*look) bool {
	matches := n.node.prepare(t)
	return func(l *look) bool { return !matches(l) }
}

func (n and) prepare(t *Thread) func(*look) bool {
	kids := prepareAll(t, n)
	return func(l *look) bool {
		for _, matches := range kids {
			if !matches(l) {
				return false
			}
		}
		return true
	}
}

func (n or) prepare(t *Thread) func(*look) bool {
	kids := prepareAll(t, n)
	return func(l *look) bool {
		for _, matches := range kids {
			if matches(l) {
				return true
			}
		}
		return false
	}
}

func prepareAll(t *Thread, nodes []node) []func(*look) bool {
	prepared := make([]func(*look) bool, len(nodes))
	for i, n := range nodes {
		prepared[i] = n.prepare(t)
	}
	return prepared
}

// isBy is the test of by:NAME.
func isBy(t *Thread, name string) func(i int) bool {
	want := bytes.TrimSpace([]byte(Fold(name)))
	names := t.foldedNames()
	authors := names.passing(func(name []byte) bool { return bytes.Equal(name, want) })
	if authors.count() == 0 {
		authors = names.passing(func(name []byte) bool { return bytes.Contains(name, want) })
	}
	return t.by(authors)
}

// by is the test whether a comment is by one of the authors.
func (t *Thread) by(authors bitset) func(i int) bool {
	return func(i int) bool {
		a := t.At(i).Author
		return a >= 0 && authors.has(int(a))
	}
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
