package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"skein/thread/markup"
)

// IsDigit says whether a byte is a digit of ASCII.
func IsDigit(c byte) bool { return '0' <= c && c <= '9' }

// OnlyDigits says whether a text has nothing but digits.
func OnlyDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }

// Figure is the number at the start and its length.
func Figure(s string) (value, n int) {
	for n < len(s) && IsDigit(s[n]) {
		if n < 9 {
			value = value*10 + int(s[n]-'0')
		}
		n++
	}
	return value, n
}

// IsBlank says whether a character leaves nothing on the page.
func IsBlank(r rune) bool { return unicode.IsSpace(r) || markup.Unseen(r) }

// LeadingWord is the letters that a text begins with.
func LeadingWord(s string) string {
	for i, r := range s {
		if letter := 'a' <= r|0x20 && r|0x20 <= 'z'; !letter && (r < utf8.RuneSelf || !unicode.IsLetter(r)) {
			return s[:i]
		}
	}
	return s
}
