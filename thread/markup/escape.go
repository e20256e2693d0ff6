package markup

import (
	"strings"
	"unicode/utf8"
)

// Where an inline text stands decides what else must be escaped in it.
type where uint8

const (
	inParagraph where = 0
	inLink      where = 1 << iota // brackets are special, addresses are not
	inCell                        // bars are special
)

// special are the characters that may mean something inside a line.
const special = "\\*_`~[]!<&|"

// appendText appends s, plain words on one line, so that Markdown reads it as
// just that; addresses become autolinks. next is the byte that will follow, 0
// at the end of a line.
func appendText(dst []byte, s string, next byte, at where) []byte {
	for at&inLink == 0 {
		start, end := findAddress(s)
		if start < 0 {
			break
		}
		dst = appendEscaped(dst, s[:start], s[start], at)
		dst = appendAddress(dst, s[start:end], at)
		s = s[end:]
	}
	return appendEscaped(dst, s, next, at)
}

// appendEscaped appends s with backslashes where Markdown needs them. Of the
// escapes that CommonMark knows it prefers those that Glamour takes off again.
func appendEscaped(dst []byte, s string, next byte, at where) []byte {
	for {
		i := strings.IndexAny(s, special)
		if i < 0 {
			return append(dst, s...)
		}
		dst = append(dst, s[:i]...)
		dst = appendSpecial(dst, s[i:], next, at)
		s = s[i+1:]
	}
}

// appendSpecial appends the special character that rest starts with.
func appendSpecial(dst []byte, rest string, next byte, at where) []byte {
	c := rest[0]
	before := byte('\n')
	if len(dst) > 0 {
		before = dst[len(dst)-1]
	}
	after := next
	if len(rest) > 1 {
		after = rest[1]
	}
	if c == '&' && startsNumber(rest, next) {
		// Renderers that decode before they take backslashes off are not
		// led astray by this form.
		return append(dst, `&\`...)
	}
	if mustEscape(c, before, after, rest, at) {
		dst = append(dst, '\\')
	}
	return append(dst, c)
}

func mustEscape(c, before, after byte, rest string, at where) bool {
	switch c {
	case '\\':
		// What comes behind the text may be written with a mark.
		return len(rest) == 1 || isPunct(after) || after == ' ' && movesOn(rest)
	case '*':
		return before != ' ' || after != ' '
	case '_':
		return !(isAlnum(before) && isAlnum(after)) && (before != ' ' || after != ' ')
	case '~': // a struck passage can start with others, but never end
		return before != ' ' && (before != '\n' || strings.HasPrefix(rest, "~~~"))
	case '[':
		return at&inLink != 0
	case ']':
		return at&inLink != 0 || after == '(' || after == '[' || after == ':'
	case '!': // a link may follow, which would be a picture
		return len(rest) == 1 && after == '['
	case '<':
		return isLetter(after) || after == '/' || after == '!' || after == '?' || after >= utf8.RuneSelf
	case '&':
		return len(rest) == 1 && after != 0 && after != ' ' || startsEntity(rest)
	case '|':
		return at&inCell != 0
	}
	return true
}

// movesOn says whether s starts with a backslash, a blank and a bare address:
// goldmark takes such a backslash for that of what stands behind the address.
func movesOn(s string) bool {
	word, _, _ := strings.Cut(s[len(`\ `):], " ")
	return strings.Contains(word, "@") || strings.HasPrefix(word, "www.")
}

// startsNumber says whether s, a text that starts with & and is followed by
// next, starts like `&#27;` or may go on like that.
func startsNumber(s string, next byte) bool {
	switch len(s) {
	case 1:
		return next == '#'
	case 2:
		return s[1] == '#' && next != 0 && next != ' '
	}
	return s[1] == '#' && isAlnum(s[2])
}

// startsEntity says whether s starts like `&name;`.
func startsEntity(s string) bool {
	const longest = 32 // names are up to 31 characters long
	for i := 1; i < len(s) && i <= longest; i++ {
		if s[i] == ';' {
			return i > 1
		}
		if !isAlnum(s[i]) {
			return false
		}
	}
	return false
}

// guardLine keeps a line of inline Markdown from being read as the start of a
// heading, list, quote, rule, table or definition.
func guardLine(line string) string {
	at := guardAt(line)
	if at < 0 {
		return line
	}
	return line[:at] + `\` + line[at:]
}

// guardAt is where line needs a backslash, -1 where it needs none.
func guardAt(line string) int {
	if line == "" {
		return -1
	}
	rest := strings.TrimLeft(line, line[:1])
	switch c := line[0]; {
	case c == '#':
		return or(len(line)-len(rest) <= 6 && startsBlank(rest), 0)
	case c == '>':
		return 0
	case c == '-' || c == '+' || c == ':':
		return or(startsBlank(line[1:]) || onlyTable(line), 0)
	case c == '|':
		return or(onlyTable(line), 0)
	case c == '=':
		return or(strings.TrimSpace(rest) == "", 0)
	case c == '[':
		return or(len(line) > 2 && line[2] == ']' && strings.IndexByte(" xX", line[1]) >= 0 &&
			!strings.HasPrefix(line[3:], "("), 0)
	case isDigit(c):
		rest = strings.TrimLeft(line, "0123456789")
		return or(rest != "" && (rest[0] == '.' || rest[0] == ')') && startsBlank(rest[1:]), len(line)-len(rest))
	}
	return -1
}

func or(yes bool, at int) int {
	if yes {
		return at
	}
	return -1
}

func startsBlank(s string) bool { return s == "" || s[0] == ' ' }

// onlyTable says whether line could be the rule below a table's head.
func onlyTable(line string) bool { return strings.Trim(line, "-:| ") == "" }

func isDigit(c byte) bool  { return '0' <= c && c <= '9' }
func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
func isAlnum(c byte) bool  { return isDigit(c) || isLetter(c) }

// isPunct says whether c is what CommonMark calls ASCII punctuation.
func isPunct(c byte) bool { return c > ' ' && c < 0x7f && !isAlnum(c) }
