package markup

import "strings"

// attributes are those that anything here asks for.
type attributes struct {
	href, src, alt, class, start, username string
}

// attributes are those of the start tag that was read last. Of two of one
// name the first counts.
func (f *fragment) attributes() attributes {
	var a attributes
	for rest := skipBlanks(f.inside); rest != ""; rest = skipBlanks(rest) {
		var key, value string
		key, value, rest = cutAttribute(rest)
		var field *string
		switch strings.ToLower(key) {
		case "href":
			field = &a.href
		case "src":
			field = &a.src
		case "alt":
			field = &a.alt
		case "class":
			field = &a.class
		case "start":
			field = &a.start
		case "data-username":
			field = &a.username
		}
		if field != nil && *field == "" {
			*field = unescapeAttribute(value)
		}
	}
	return a
}

// cutAttribute cuts one attribute off the inside of a tag, which starts with
// neither a blank nor the end of the tag. The key is empty for a slash.
func cutAttribute(s string) (key, value, rest string) {
	if s[0] == '/' {
		return "", "", s[1:]
	}
	n := 1
	for n < len(s) && !isBlank(s[n]) && s[n] != '=' && s[n] != '/' && s[n] != '>' {
		n++
	}
	key, rest = s[:n], skipBlanks(s[n:])
	if rest == "" || rest[0] != '=' {
		return key, "", rest
	}
	rest = skipBlanks(rest[1:])
	if rest == "" || rest[0] == '>' {
		return key, "", rest
	}
	if quote := rest[:1]; quote == `"` || quote == `'` {
		value, rest, _ = strings.Cut(rest[1:], quote)
		return key, value, rest
	}
	for n = 0; n < len(rest) && !isBlank(rest[n]) && rest[n] != '>'; {
		n++
	}
	return key, rest[:n], rest[n:]
}

// has says whether the class attribute names class.
func (a attributes) has(class string) bool {
	for c := range strings.FieldsSeq(a.class) {
		if c == class {
			return true
		}
	}
	return false
}
