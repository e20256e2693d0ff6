package thread

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold is s as texts are compared: in lower case, without accents, quotation
// marks and dashes straight, and every run of white space one blank. What only
// draws (box drawing, block elements) is white space too, so that a text and
// its rendering with bars fold to the same; what can't be seen is dropped.
func Fold(s string) string {
	var f folded
	f.add([]byte(s))
	return string(f.text)
}

// A folded is a text as Fold makes it, which remembers what was folded away:
// the letters' case and, when traced, where each byte came from.
type folded struct {
	text   []byte
	upper  bitset // by byte of text, whether it was part of a capital
	at     []int  // when traced, by byte of text: where its rune began in the source
	traced bool
}

// reset makes room for another text.
func (f *folded) reset() { f.text, f.upper, f.at = f.text[:0], f.upper[:0], f.at[:0] }

// trace folds s so that places in the folded text lead back to s.
func trace(s string) *folded {
	f := &folded{text: make([]byte, 0, len(s)), at: make([]int, 0, len(s)+1), traced: true}
	f.add([]byte(s))
	f.at = append(f.at, len(s))
	return f
}

// source is the range of the traced text that folded to [from, to): whole
// runes, with the accents that follow them.
func (f *folded) source(from, to int) [2]int {
	for 0 < to && to < len(f.text) && f.at[to] == f.at[to-1] {
		to++
	}
	return [2]int{f.at[from], f.at[to]}
}

// add appends the folding of s.
func (f *folded) add(s []byte) {
	for i := 0; i < len(s); {
		if !f.traced {
			if i += f.run(s[i:]); i == len(s) {
				return
			}
		}
		if c := s[i]; c < utf8.RuneSelf {
			f.ascii(c, i)
			i++
			continue
		}
		r, size := utf8.DecodeRune(s[i:])
		f.wide(r, s[i:i+size], i)
		i += size
	}
}

// run appends the folding of all that s starts with and needs no thought:
// ASCII letters, digits, signs, and blanks between them. It gives their
// length.
func (f *folded) run(s []byte) int {
	text := slices.Grow(f.text, len(s))
	n, last := len(text), byte(0)
	if n > 0 {
		last = text[n-1]
	}
	text = text[:n+len(s)]
	for i, c := range s {
		low := lowered[c]
		if low == 0 || low == last && low == ' ' {
			f.text = text[:n+i]
			return i
		}
		if low != c {
			f.upper.set(n + i)
		}
		text[n+i], last = low, low
	}
	f.text = text
	return len(s)
}

// lowered is the folding of the characters of ASCII that are shown, 0 for all
// other bytes.
var lowered = func() (table [256]byte) {
	for c := byte(' '); c < 0x7f; c++ {
		table[c] = c
	}
	for c := byte('A'); c <= 'Z'; c++ {
		table[c] = c + 'a' - 'A'
	}
	return table
}()

func (f *folded) ascii(c byte, at int) {
	switch {
	case 'A' <= c && c <= 'Z':
		f.upper.set(len(f.text))
		c += 'a' - 'A'
	case c == ' ' || '\t' <= c && c <= '\r':
		if n := len(f.text); n > 0 && f.text[n-1] == ' ' {
			return
		}
		c = ' '
	case c < ' ' || c == 0x7f:
		return
	}
	f.text = append(f.text, c)
	if f.traced {
		f.at = append(f.at, at)
	}
}

// wide folds a rune beyond ASCII, which s spells. Some marks decompose to a
// blank and an accent, so they are made straight before.
func (f *folded) wide(r rune, s []byte, at int) {
	if c := straight(r); c != 0 {
		f.ascii(c, at)
		return
	}
	parts := norm.NFKD.Properties(s).Decomposition()
	if unicode.Is(unicode.Hangul, r) {
		parts = norm.NFKD.Append(nil, s...)
	}
	if parts == nil {
		f.letter(r, at)
		return
	}
	for len(parts) > 0 {
		part, size := utf8.DecodeRune(parts)
		f.letter(part, at)
		parts = parts[size:]
	}
}

// letter folds a rune that has no parts.
func (f *folded) letter(r rune, at int) {
	if c := straight(r); c != 0 {
		r = rune(c)
	}
	if unicode.In(r, unicode.Cf, unicode.Cc) || unicode.Is(unicode.Mn, r) && unicode.In(r, accented...) {
		return
	}
	if as, ok := spelled[r]; ok {
		for _, r := range as {
			f.plain(r, at)
		}
		return
	}
	f.plain(r, at)
}

// plain appends a rune in lower case.
func (f *folded) plain(r rune, at int) {
	if r < utf8.RuneSelf {
		f.ascii(byte(r), at)
		return
	}
	lower := unicode.ToLower(r)
	from := len(f.text)
	f.text = utf8.AppendRune(f.text, lower)
	for k := from; k < len(f.text); k++ {
		if lower != r {
			f.upper.set(k)
		}
		if f.traced {
			f.at = append(f.at, at)
		}
	}
}

// accented are the scripts whose marks are accents. Elsewhere, as in
// Devanagari, they are vowels and stay.
var accented = []*unicode.RangeTable{
	unicode.Inherited, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Hebrew, unicode.Arabic,
}

// straight is the ASCII character that people type for r: a quotation mark, a
// dash or a blank. It is 0 for all others.
func straight(r rune) byte {
	switch r {
	case '‘', '’', '‚', '‛', '′', '‵', '‹', '›', '´', 'ʼ', 'ʹ', '＇':
		return '\''
	case '“', '”', '„', '‟', '″', '‶', '«', '»', '〝', '〞', '〟', '＂':
		return '"'
	case '−':
		return '-'
	}
	switch {
	case unicode.IsSpace(r) || '\u2500' <= r && r <= '\u259f':
		return ' '
	case r >= utf8.RuneSelf && unicode.Is(unicode.Pd, r):
		return '-'
	}
	return 0
}

// spelled are letters with a stroke or of two letters, which Unicode does not
// take apart, as people type them who lack the key.
var spelled = map[rune]string{
	'ß': "ss", 'ẞ': "SS", 'æ': "ae", 'Æ': "AE", 'œ': "oe", 'Œ': "OE", 'ø': "o", 'Ø': "O",
	'ł': "l", 'Ł': "L", 'đ': "d", 'Đ': "D", 'ı': "i", 'ς': "σ",
}
