package markup

import (
	"html"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

func unescapeHTML(s string) string { return html.UnescapeString(s) }

// appendUnescaped appends text of HTML, its entities decoded.
func appendUnescaped(dst []byte, s string) []byte {
	for {
		i := strings.IndexByte(s, '&')
		if i < 0 {
			return append(dst, s...)
		}
		dst = append(dst, s[:i]...)
		s = s[i:]
		n := entityLen(s)
		dst = appendEntity(dst, s[:n])
		s = s[n:]
	}
}

// entityLen is how much of s, which starts with &, an entity may take. One may
// end without its semicolon, so this is all that could be its name.
func entityLen(s string) int {
	n := 1
	if n < len(s) && s[n] == '#' {
		n++
	}
	for n < len(s) && isAlnum(s[n]) {
		n++
	}
	if n < len(s) && s[n] == ';' {
		n++
	}
	return n
}

// appendEntity appends what an entity stands for. The few that make up nearly
// all of them are known here; of the others, and of what is none, the library
// knows best.
func appendEntity(dst []byte, s string) []byte {
	switch s {
	case "&", "&#x;", "&#X;": // the library makes U+FFFD of those without a number
		return append(dst, s...)
	case "&gt;":
		return append(dst, '>')
	case "&lt;":
		return append(dst, '<')
	case "&amp;":
		return append(dst, '&')
	case "&quot;":
		return append(dst, '"')
	}
	if r, ok := codePoint(s); ok {
		return utf8.AppendRune(dst, r)
	}
	if n := beyondUnicode(s); n > 0 {
		return append(utf8.AppendRune(dst, utf8.RuneError), s[n:]...)
	}
	return append(dst, html.UnescapeString(s)...)
}

// codePoint is the character that `&#x27;` or `&#39;` names, but for those
// that the standard reads as others.
func codePoint(s string) (rune, bool) {
	digits, ok := strings.CutPrefix(s, "&#")
	if !ok || !strings.HasSuffix(digits, ";") {
		return 0, false
	}
	digits, base := digits[:len(digits)-1], 10
	if hex := strings.TrimLeft(digits, "xX"); len(hex) == len(digits)-1 {
		digits, base = hex, 16
	}
	n, err := strconv.ParseUint(digits, base, 21)
	r := rune(n)
	return r, err == nil && r > 0x9f && utf8.ValidRune(r) || err == nil && ' ' <= r && r <= '~'
}

// beyondUnicode is the length of an entity whose number no character has, 0 for
// others: in the library such a number runs over and becomes any.
func beyondUnicode(s string) int {
	digits, numbered := strings.CutPrefix(s, "&#")
	base, isOne := 10, isDigit
	if digits != "" && digits[0]|0x20 == 'x' {
		digits, base, isOne = digits[1:], 16, isHex
	}
	n := 0
	for n < len(digits) && isOne(digits[n]) {
		n++
	}
	value, err := strconv.ParseUint(digits[:n], base, 32)
	if !numbered || n == 0 || err == nil && value <= unicode.MaxRune {
		return 0
	}
	return len(s) - len(strings.TrimPrefix(digits[n:], ";"))
}

func isHex(c byte) bool { return isDigit(c) || 'a' <= c|0x20 && c|0x20 <= 'f' }

// unescapeAttribute decodes the value of an attribute. A name without its
// semicolon counts for no entity there: addresses are full of ?a=1&copy=2.
func unescapeAttribute(s string) string {
	if strings.IndexByte(s, '&') < 0 {
		return s
	}
	var out []byte
	for {
		i := strings.IndexByte(s, '&')
		if i < 0 {
			return string(append(out, s...))
		}
		out = append(out, s[:i]...)
		s = s[i:]
		n := entityLen(s)
		if s[n-1] == ';' || strings.HasPrefix(s, "&#") {
			out = appendEntity(out, s[:n])
		} else {
			out = append(out, s[:n]...)
		}
		s = s[n:]
	}
}
