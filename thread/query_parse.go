package thread

import "strings"

// maxGroups is how deep parentheses may nest; nobody types more.
const maxGroups = 100

// ParseQuery reads a query as someone types it: what is not finished at its
// end (`by:`, an open quote or parenthesis, `saw OR`) counts as not there, or
// as closed. What makes no sense is a *QueryError.
func ParseQuery(s string) (*Query, error) {
	p := parser{text: s}
	p.next()
	root := p.or()
	if p.err != nil {
		return nil, p.err
	}
	return &Query{root}, nil
}

// A parser walks over a query, one token ahead.
type parser struct {
	text   string
	at     int // one past the token
	token  token
	groups int // that are open
	err    *QueryError
}

// fail keeps the first error and ends the query there.
func (p *parser) fail(pos int, why string) {
	if p.err == nil {
		p.err = &QueryError{p.text, pos, why}
	}
	p.at = len(p.text)
	p.token = token{pos: p.at}
}

// or reads what ORs part, up to the end of the group.
func (p *parser) or() node {
	var kids []node
	for {
		start := p.token.pos
		kids = append(kids, p.and())
		if p.token.kind != orToken {
			return joinOr(kids)
		}
		if p.token.pos == start {
			p.fail(start, "OR needs something before it")
		}
		p.next()
	}
}

// and reads terms up to an OR or the end of the group.
func (p *parser) and() node {
	var kids []node
	start, joined := p.token.pos, false
	for {
		switch p.token.kind {
		case orToken:
			if joined {
				p.fail(p.token.pos, "AND needs something after it")
			}
			return joinAnd(kids)
		case endToken, closeToken:
			return joinAnd(kids)
		case andToken:
			if joined || p.token.pos == start {
				p.fail(p.token.pos, "AND needs something before it")
			}
			joined = true
			p.next()
		default:
			kids = append(kids, p.term())
			joined = false
		}
	}
}

// term reads one term with what negates it. A minus holds for one word, NOT
// for all that stand next to each other.
func (p *parser) term() node {
	negated, minus := false, false
	for p.token.kind == notToken || p.token.kind == minusToken {
		negated = !negated
		minus = p.token.kind == minusToken
		p.next()
	}
	n := p.operand(minus)
	if negated {
		return negate(n)
	}
	return n
}

func (p *parser) operand(oneWord bool) node {
	t := p.token
	switch t.kind {
	case wordToken:
		words := []string{t.text}
		for p.next(); p.token.kind == wordToken && !oneWord; p.next() {
			words = append(words, p.token.text)
		}
		return newPhrase(strings.Join(words, " "))
	case quoteToken:
		p.next()
		return newPhrase(t.text)
	case fieldToken:
		p.next()
		return newFieldTerm(t.field, t.text)
	case openToken:
		return p.group()
	case andToken, orToken:
		p.fail(t.pos, "NOT needs something after it")
	}
	return nil
}

func (p *parser) group() node {
	if p.groups == maxGroups {
		p.fail(p.token.pos, "too many parentheses in each other")
		return nil
	}
	p.groups++
	p.next()
	n := p.or()
	p.groups--
	if p.token.kind == closeToken {
		p.next()
	}
	return n
}
