package markup

import (
	"strings"

	"golang.org/x/net/html/atom"
)

// A fragment is HTML that is read token by token, as the tokenizer of the
// HTML standard reads it (section 13.2.5), but for comments inside scripts.
// It works on the text as it stands and takes no memory of its own: comments
// are many and short.
type fragment struct {
	rest    string    // what has not been read
	raw     atom.Atom // the element that was opened, where its content is only text
	text    string    // of the token, its entities not decoded
	literal bool      // what looks like an entity in the text is none
	tag     atom.Atom // of the token, 0 for a name that HTML does not have
	inside  string    // what follows the name in the tag
}

// A token is what the last call of next found.
type token uint8

const (
	atEnd token = iota
	textToken
	startTag
	endTag
)

// next goes to the next token. What is neither text nor a tag is passed over,
// and so is a tag that the fragment breaks off in.
func (f *fragment) next() token {
	if f.raw != 0 && f.readRaw() {
		return textToken
	}
	for {
		n := textLen(f.rest)
		if n > 0 {
			f.text, f.literal, f.rest = f.rest[:n], false, f.rest[n:]
			return textToken
		}
		if f.rest == "" {
			return atEnd
		}
		switch c := f.rest[1]; {
		case isLetter(c):
			if f.readTag(f.rest[1:]) {
				f.raw = rawElement(f.tag)
				return startTag
			}
		case c == '/' && isLetter(f.rest[2]):
			if f.readTag(f.rest[2:]) {
				return endTag
			}
		default:
			f.rest = afterDeclaration(f.rest[1:])
		}
	}
}

// words is the text of the token, decoded.
func (f *fragment) words() string {
	if f.literal || strings.IndexByte(f.text, '&') < 0 {
		return f.text
	}
	return string(appendUnescaped(make([]byte, 0, len(f.text)), f.text))
}

// appendWords appends the text of the token, decoded.
func (f *fragment) appendWords(dst []byte) []byte {
	if f.literal {
		return append(dst, f.text...)
	}
	return appendUnescaped(dst, f.text)
}

// textLen is how far s goes on as text.
func textLen(s string) int {
	for n := 0; ; n++ {
		i := strings.IndexByte(s[n:], '<')
		if i < 0 || n+i+1 == len(s) {
			return len(s)
		}
		n += i
		switch c := s[n+1]; {
		case isLetter(c) || c == '!' || c == '?':
			return n
		case c == '/' && n+2 < len(s):
			return n
		}
	}
}

// readTag reads a tag from its name on and says whether it is whole.
func (f *fragment) readTag(s string) bool {
	n := 1
	for n < len(s) && !isBlank(s[n]) && s[n] != '/' && s[n] != '>' {
		n++
	}
	f.tag = element(s[:n])
	rest := skipBlanks(s[n:])
	for rest != "" && rest[0] != '>' {
		_, _, rest = cutAttribute(rest)
		rest = skipBlanks(rest)
	}
	f.inside = s[n : len(s)-len(rest)]
	f.rest = strings.TrimPrefix(rest, ">")
	return rest != ""
}

// element is the element of that name, 0 where HTML has none.
func element(name string) atom.Atom {
	var lower [24]byte // no name is longer
	if len(name) > len(lower) {
		return 0
	}
	for i := range len(name) {
		c := name[i]
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		lower[i] = c
	}
	return atom.Lookup(lower[:len(name)])
}

// rawElement is tag where the content of the element is only text, up to its
// end tag, and 0 for all others.
func rawElement(tag atom.Atom) atom.Atom {
	switch tag {
	case atom.Iframe, atom.Noembed, atom.Noframes, atom.Noscript, atom.Plaintext,
		atom.Script, atom.Style, atom.Textarea, atom.Title, atom.Xmp:
		return tag
	}
	return 0
}

// readRaw reads the content of such an element and says whether it has any.
func (f *fragment) readRaw() bool {
	n := len(f.rest)
	if f.raw != atom.Plaintext {
		n = rawLen(f.rest, f.raw.String())
	}
	f.text, f.rest = f.rest[:n], f.rest[n:]
	f.literal = f.raw != atom.Textarea && f.raw != atom.Title
	f.raw = 0
	return n > 0
}

// rawLen is how much of s comes before the end tag of that name.
func rawLen(s, name string) int {
	for n := 0; ; n += 2 {
		i := strings.Index(s[n:], "</")
		if i < 0 {
			return len(s)
		}
		n += i
		after := n + 2 + len(name)
		if after < len(s) && strings.EqualFold(s[n+2:after], name) &&
			(isBlank(s[after]) || s[after] == '/' || s[after] == '>') {
			return n
		}
	}
}

// afterDeclaration is what follows the comment, the declaration or the broken
// tag whose < stands before s.
func afterDeclaration(s string) string {
	comment, ok := strings.CutPrefix(s, "!--")
	if !ok {
		_, rest, _ := strings.Cut(s, ">")
		return rest
	}
	for _, empty := range [...]string{">", "->"} {
		if rest, ok := strings.CutPrefix(comment, empty); ok {
			return rest
		}
	}
	for {
		i := strings.Index(comment, "--")
		if i < 0 {
			return ""
		}
		comment = strings.TrimLeft(comment[i:], "-")
		for _, end := range [...]string{">", "!>"} {
			if rest, ok := strings.CutPrefix(comment, end); ok {
				return rest
			}
		}
	}
}

func isBlank(c byte) bool { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' }

func skipBlanks(s string) string {
	n := 0
	for n < len(s) && isBlank(s[n]) {
		n++
	}
	return s[n:]
}
