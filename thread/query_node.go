package thread

import (
	"fmt"
	"strings"
)

// A node is a part of a query: a phrase, a fieldTerm, a negation, an and, an or.
type node interface {
	fmt.Stringer

	// prepare makes the question ready to be asked of the thread's comments.
	prepare(t *Thread) prepared
}

// A phrase is text that must stand in a comment or its author's name.
type phrase struct {
	text   string
	needle needle
}

// A fieldTerm is a field and what was asked of it.
type fieldTerm struct {
	field *field
	value string
}

// A field is what may stand before a colon.
type field struct {
	name  string
	want  string                               // what must stand after the colon
	among func(t *Thread, value string) bitset // the comments it finds, by index
}

var fields = []field{
	{"by", "a name", byName},
}

type (
	negation struct{ node node }
	and      []node
	or       []node
)

// newPhrase is nil where nothing of the text can be seen.
func newPhrase(text string) node {
	text = strings.Join(strings.Fields(text), " ")
	n := newNeedle(text)
	if len(n.text) == 0 {
		return nil
	}
	return phrase{text, n}
}

// newFieldTerm is nil where nothing of the value can be seen.
func newFieldTerm(f *field, value string) node {
	value = strings.Join(strings.Fields(value), " ")
	if strings.TrimSpace(Fold(value)) == "" {
		return nil
	}
	return fieldTerm{f, value}
}

// negate and the other makers of nodes take nil for what is not there.
func negate(n node) node {
	switch n := n.(type) {
	case nil:
		return nil
	case negation:
		return n.node
	}
	return negation{n}
}

func joinAnd(nodes []node) node {
	var all and
	for _, n := range nodes {
		if inner, ok := n.(and); ok {
			all = append(all, inner...)
		} else if n != nil {
			all = append(all, n)
		}
	}
	switch len(all) {
	case 0:
		return nil
	case 1:
		return all[0]
	}
	return all
}

func joinOr(nodes []node) node {
	var any or
	for _, n := range nodes {
		if inner, ok := n.(or); ok {
			any = append(any, inner...)
		} else if n != nil {
			any = append(any, n)
		}
	}
	switch len(any) {
	case 0:
		return nil
	case 1:
		return any[0]
	}
	return any
}
