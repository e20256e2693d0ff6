package thread

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// String is the query in its normal form, which reads back as the same query.
func (q *Query) String() string {
	if q.Empty() {
		return ""
	}
	return q.root.String()
}

func (n phrase) String() string {
	if !n.bare() {
		return quoted(n.text)
	}
	return n.text
}

// bare says whether the phrase reads as itself without quotation marks.
func (n phrase) bare() bool {
	if strings.ContainsAny(n.text, "()") {
		return false
	}
	for word := range strings.FieldsSeq(n.text) {
		if _, ok := operators[word]; ok || word[0] == '-' || quotes(word) {
			return false
		}
		for i := range fields {
			if hasField(word, &fields[i]) {
				return false
			}
		}
	}
	return true
}

func (n fieldTerm) String() string {
	if strings.ContainsAny(n.value, " ()") || quotes(n.value) {
		return n.field.name + ":" + quoted(n.value)
	}
	return n.field.name + ":" + n.value
}

func (n negation) String() string {
	switch inner := n.node.(type) {
	case phrase:
		first, _ := utf8.DecodeRuneInString(inner.text)
		if strings.Contains(inner.text, " ") || !unicode.IsLetter(first) && !unicode.IsDigit(first) {
			return "-" + quoted(inner.text)
		}
	case and, or:
		return "-(" + inner.String() + ")"
	}
	return "-" + n.node.String()
}

// String sets phrases that follow each other apart by quotation marks.
func (n and) String() string {
	terms := make([]string, len(n))
	bare := false
	for i, kid := range n {
		terms[i] = kid.String()
		switch kid := kid.(type) {
		case phrase:
			if bare {
				terms[i] = quoted(kid.text)
			}
			bare = !bare && kid.bare()
			continue
		case or:
			terms[i] = "(" + terms[i] + ")"
		}
		bare = false
	}
	return strings.Join(terms, " ")
}

func (n or) String() string {
	terms := make([]string, len(n))
	for i, kid := range n {
		terms[i] = kid.String()
	}
	return strings.Join(terms, " OR ")
}

func quoted(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}
