package thread

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A token is the smallest part of a query that means something.
type token struct {
	kind  tokenKind
	pos   int
	text  string // of a word, a quotation or a field's value
	field *field
}

type tokenKind uint8

const (
	endToken tokenKind = iota
	wordToken
	quoteToken
	fieldToken
	minusToken
	notToken
	andToken
	orToken
	openToken
	closeToken
)

// operators are the words that mean something in capitals.
var operators = map[string]tokenKind{"AND": andToken, "OR": orToken, "NOT": notToken}

// next reads the token after the current one.
func (p *parser) next() {
	rest := strings.TrimLeftFunc(p.text[p.at:], unicode.IsSpace)
	pos := len(p.text) - len(rest)
	p.token, p.at = token{pos: pos}, pos
	switch {
	case rest == "" || rest == "-":
		p.at = len(p.text)
	case rest[0] == '(':
		p.token.kind, p.at = openToken, pos+1
	case rest[0] == ')' && p.groups > 0:
		p.token.kind, p.at = closeToken, pos+1
	case negates(rest):
		p.token.kind, p.at = minusToken, pos+1
	case quotes(rest):
		p.token.kind = quoteToken
		p.token.text = p.quotation()
	default:
		p.wordOrField(rest)
	}
}

func (p *parser) wordOrField(rest string) {
	pos := p.at
	for i := range fields {
		f := &fields[i]
		if n := len(f.name) + 1; hasField(rest, f) {
			p.at += n
			p.token.kind, p.token.field = fieldToken, f
			if quotes(rest[n:]) {
				p.token.text = p.quotation()
				return
			}
			p.token.text = p.word()
			after := strings.TrimSpace(p.text[p.at:])
			if p.token.text == "" && after != "" && (after[0] != ')' || p.groups == 0) {
				p.fail(pos, f.name+": needs "+f.want)
			}
			return
		}
	}
	p.token.kind, p.token.text = wordToken, p.word()
	if kind, ok := operators[p.token.text]; ok {
		p.token.kind = kind
	}
}

// hasField says whether s begins with the field and its colon.
func hasField(s string, f *field) bool {
	n := len(f.name)
	return len(s) > n && s[n] == ':' && strings.EqualFold(s[:n], f.name)
}

// negates says whether s begins with a minus that means something: not that of
// a dash or of `--option`.
func negates(s string) bool {
	if s[0] != '-' {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s[1:])
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '(' || quotes(s[1:])
}

// quotes says whether s begins with a mark that opens a quotation.
func quotes(s string) bool {
	return strings.HasPrefix(s, `"`) || strings.HasPrefix(s, "“")
}

// quotation reads a text in quotation marks, which the end of the query
// closes, too.
func (p *parser) quotation() string {
	var text strings.Builder
	mark, size := utf8.DecodeRuneInString(p.text[p.at:])
	p.at += size
	if mark == '“' {
		mark = '”'
	}
	for p.at < len(p.text) {
		rest := p.text[p.at:]
		r, size := utf8.DecodeRuneInString(rest)
		if r == mark {
			p.at += size
			break
		}
		if strings.HasPrefix(rest, `\"`) || strings.HasPrefix(rest, `\\`) {
			p.at++
			rest = rest[1:]
		}
		text.WriteString(rest[:size])
		p.at += size
	}
	return text.String()
}

// word reads up to the next blank, or to the parenthesis that closes a group;
// one that was opened in the word belongs to it.
func (p *parser) word() string {
	start, inner := p.at, 0
	for p.at < len(p.text) {
		r, size := utf8.DecodeRuneInString(p.text[p.at:])
		switch {
		case unicode.IsSpace(r):
			return p.text[start:p.at]
		case r == '(':
			inner++
		case r == ')' && inner > 0:
			inner--
		case r == ')' && p.groups > 0:
			return p.text[start:p.at]
		}
		p.at += size
	}
	return p.text[start:]
}
