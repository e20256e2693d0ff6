package thread

import (
	"fmt"
	"unicode/utf8"
)

// A Query says which comments are looked for.
//
// Words that stand next to each other are one phrase, found in what a comment
// says, as a reader sees it, and in its author's name. `by:NAME` asks for the
// author. Terms of different kinds must all hold (AND may stand between them);
// OR, NOT, a minus before a term and parentheses do what they say. Quotation
// marks hold together what would be taken apart, with \" and \\ for what
// would end them:
//
//	tool library            the phrase, also across a line break
//	by:ann chisels          what ann says of chisels
//	by:"Mary Ann" -spam     all of Mary Ann's but that
//	(saw OR plane) NOT rent
//
// Texts are compared as Fold makes them; one with a capital in it is found
// only where the capitals are the same. A name asks, whatever its case, for
// those authors who are called just that, and where there is nobody, for all
// whose name has it in it. A colon after anything but a known field is text.
//
// A Query belongs to no thread and never changes.
type Query struct{ root node }

// ByName is the query by:NAME, whatever characters the name has.
func ByName(name string) *Query {
	return &Query{newFieldTerm(&fields[0], name)}
}

// Empty says whether the query asks for nothing, and so matches nothing.
func (q *Query) Empty() bool { return q == nil || q.root == nil }

// A QueryError says what in a query makes no sense, and where.
type QueryError struct {
	Query string
	Pos   int // in bytes
	Why   string
}

func (e *QueryError) Error() string {
	column := utf8.RuneCountInString(e.Query[:e.Pos]) + 1
	return fmt.Sprintf("query: column %d: %s", column, e.Why)
}
