package mail

import (
	"bytes"
	"strings"
	"unicode"
)

// author is who wrote a message: the first mailbox of its From field, as
// people write it or as an archive made it unreadable for robots.
//
//	"Ann Lee" <ann@island.example>     ann@island.example (Ann Lee)
//	ann at island.example (Ann Lee)    Ann Lee   ann@island.example
func author(field []byte) (name, address string) {
	const longest = 2000 // who has a longer name is content with its beginning
	field = firstMailbox(field[:min(len(field), longest)])
	before, after, angle := bytes.Cut(field, []byte("<"))
	if angle {
		if i := bytes.LastIndexByte(field, '<'); i > len(before) && bytes.IndexByte(field[:i], '@') < 0 {
			before, after = field[:i], field[i+1:] // Ann <the saw> Lee <ann@island.example>
		}
		after, _, _ = bytes.Cut(after, []byte(">"))
		return unquoted(before), plainAddress(shared(after))
	}
	if outside, comment, ok := cutComment(field); ok && len(bytes.TrimSpace(outside)) > 0 {
		return unquoted(comment), plainAddress(shared(outside))
	}
	return bareMailbox(headerText(field))
}

// bareMailbox parts name and address where nothing but a blank does.
func bareMailbox(text string) (name, address string) {
	if isEnvelope([]byte(text)) {
		text, _, _ = strings.Cut(text, " ")
	}
	if words := strings.Fields(text); len(words) == 3 && strings.EqualFold(words[1], "at") {
		return "", plainAddress(text)
	}
	if blank := strings.LastIndexByte(text, ' '); strings.Contains(text[blank+1:], "@") {
		return unquoted([]byte(text[:max(blank, 0)])), plainAddress(text[blank+1:])
	}
	return unquoted([]byte(text)), ""
}

// firstMailbox cuts a list of mailboxes at its first comma that parts two.
func firstMailbox(field []byte) []byte {
	quoted, depth := false, 0
	for i := 0; i < len(field); i++ {
		switch c := field[i]; {
		case c == '\\':
			i++
		case c == '"' && depth == 0:
			quoted = !quoted
		case quoted:
		case c == '(':
			depth++
		case c == ')' && depth > 0:
			depth--
		case c == ',' && depth == 0 && hasAddress(field[:i]):
			return field[:i]
		}
	}
	return field
}

// hasAddress says whether there is an address in the field, also one that an
// archive spelled out.
func hasAddress(field []byte) bool {
	return bytes.IndexByte(field, '@') >= 0 || bytes.Contains(field, []byte(" at ")) || bytes.IndexByte(field, '<') >= 0
}

// cutComment parts a field and the comment in parentheses that ends it.
func cutComment(field []byte) (outside, comment []byte, ok bool) {
	field = bytes.TrimSpace(field)
	start := bytes.IndexByte(field, '(')
	if start < 0 || field[len(field)-1] != ')' {
		return field, nil, false
	}
	return field[:start], field[start+1 : len(field)-1], true
}

// unquoted is a name without the quotation marks and backslashes around it.
func unquoted(field []byte) string {
	name := strings.TrimSpace(headerText(field))
	for _, mark := range []string{`"`, "'"} {
		if len(name) > 1 && strings.HasPrefix(name, mark) && strings.HasSuffix(name, mark) {
			name = strings.TrimSpace(name[1 : len(name)-1])
		}
	}
	if strings.IndexByte(name, '\\') < 0 {
		return name
	}
	return quotedSigns.Replace(name)
}

var quotedSigns = strings.NewReplacer(`\"`, `"`, `\\`, `\`, `\'`, `'`, `\(`, "(", `\)`, ")")

// plainAddress is an address that was spelled out as an address again.
func plainAddress(text string) string {
	text = strings.Trim(strings.TrimSpace(text), `<>"`)
	if strings.ContainsFunc(text, unicode.IsSpace) {
		if words := strings.Fields(text); len(words) == 3 && strings.EqualFold(words[1], "at") {
			text = words[0] + "@" + words[2]
		}
	}
	return strings.TrimPrefix(text, "mailto:")
}
