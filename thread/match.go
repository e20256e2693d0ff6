package thread

import "strings"

// Matches says whether comment i matches. It makes the query ready anew each
// time; Select and an Index are for many comments.
func (q *Query) Matches(t *Thread, i int) bool {
	if q.Empty() || t.At(i).Is(Ghost) {
		return false
	}
	return q.root.prepare(t)(&look{t: t, i: i})
}

// A look is one comment under the eyes of a query. Its text is folded when it
// is first asked for.
type look struct {
	t     *Thread
	i     int
	text  folded
	plain []byte // of the comment, not folded
	read  bool
}

// at turns to another comment.
func (l *look) at(i int) {
	l.i, l.read = i, false
	l.text = folded{text: l.text.text[:0], upper: l.text.upper[:0]}
}

func (l *look) folded() *folded {
	if !l.read {
		l.plain = l.t.At(l.i).Body.AppendPlain(l.plain[:0])
		l.text.add(l.plain)
		l.read = true
	}
	return &l.text
}

func (n phrase) prepare(t *Thread) func(*look) bool {
	named := t.by(t.authorsNamed(n.needle.in))
	return func(l *look) bool {
		return named(l.i) || n.needle.index(l.folded(), 0) >= 0
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
	name = strings.TrimSpace(Fold(name))
	authors := t.authorsNamed(func(s string) bool { return strings.TrimSpace(Fold(s)) == name })
	if authors.count() == 0 {
		authors = t.authorsNamed(func(s string) bool { return strings.Contains(Fold(s), name) })
	}
	return t.by(authors)
}

// by is the test whether a comment is by one of the authors.
func (t *Thread) by(authors bitset) func(i int) bool {
	return func(i int) bool {
		a := t.comments[i].Author
		return a >= 0 && authors.has(int(a))
	}
}

// authorsNamed is the authors whose name passes a test.
func (t *Thread) authorsNamed(test func(name string) bool) bitset {
	passed := newBitset(len(t.Authors))
	for i, a := range t.Authors {
		if test(a.Name) {
			passed.set(i)
		}
	}
	return passed
}
