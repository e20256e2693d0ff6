package dom

import (
	"iter"
	"strings"
)

// attributes yields the names and raw values of a start tag, as the tokenizer
// would find them (HTML standard, 13.2.5.32 and following).
func attributes(tag string) iter.Seq2[string, string] {
	return func(yield func(key, value string) bool) {
		s := tag[min(1+len(tagName(tag)), len(tag)):]
		for {
			for s != "" && (blank(s[0]) || s[0] == '/') {
				s = s[1:]
			}
			if s == "" || s[0] == '>' {
				return
			}
			end := 1 // a first = belongs to the name
			for end < len(s) && s[end] != '=' && s[end] != '>' && s[end] != '/' && !blank(s[end]) {
				end++
			}
			key, rest := s[:end], afterBlanks(s[end:])
			value := ""
			if rest != "" && rest[0] == '=' {
				value, rest = attributeValue(afterBlanks(rest[1:]))
			}
			if !yield(key, value) {
				return
			}
			s = rest
		}
	}
}

// attributeValue is the value at the start of s and what comes after it.
func attributeValue(s string) (value, rest string) {
	if s == "" || s[0] == '>' {
		return "", s
	}
	if s[0] == '"' || s[0] == '\'' {
		end := strings.IndexByte(s[1:], s[0])
		if end < 0 {
			return s[1:], ""
		}
		return s[1 : 1+end], s[end+2:]
	}
	end := strings.IndexAny(s, " \t\r\n\f>")
	if end < 0 {
		end = len(s)
	}
	return s[:end], s[end:]
}

// tagName is the name in a start tag as written.
func tagName(tag string) string {
	if len(tag) < 2 {
		return ""
	}
	name := tag[1:]
	if end := strings.IndexAny(name, " \t\r\n\f/>"); end >= 0 {
		name = name[:end]
	}
	return name
}

func afterBlanks(s string) string {
	for s != "" && blank(s[0]) {
		s = s[1:]
	}
	return s
}

func blank(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }

// A tagKind is what the tree builder has to know of an element.
type tagKind uint8

const (
	void     tagKind = 1 << iota // has no content
	block                        // ends an open paragraph, and is closed only by its own kind
	scope                        // what is open around it cannot be closed from inside
	phrasing                     // known to stand within a line of text
)

var tagKinds = func() map[string]tagKind {
	kinds := map[string]tagKind{}
	for kind, names := range map[tagKind]string{
		void: `area base br col embed hr img input link meta param source track wbr keygen frame basefont bgsound`,
		block: `address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset
			figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup html li listing main menu nav
			ol optgroup option p pre search section select summary table tbody td template textarea tfoot th thead
			title tr ul xmp`,
		scope:    `html table td th caption template object marquee applet`,
		phrasing: `a abbr acronym b bdi bdo big cite code em font i ins del kbd mark q s samp small span strike strong sub sup time tt u var wbr label img`,
	} {
		for _, name := range strings.Fields(names) {
			kinds[name] |= kind
		}
	}
	return kinds
}()

func inline(tag string) bool { return tagKinds[tag]&phrasing != 0 }
