package markup

import (
	"strings"
	"unicode/utf8"
)

const (
	tabWidth = 4 // blanks from one tab stop to the next
	// maxStacked marks may stand on one letter. The scripts that stack most
	// (Tibetan, pointed Hebrew) need fewer; towers of them cover other lines.
	maxStacked = 8
)

// Clean makes text safe for a terminal: what a terminal would obey becomes
// visible (ESC is shown as ␛), what hides or reorders text goes, every kind of
// line end becomes \n and tabs become blanks. Text that is clean already is
// returned as it is. It must come after all decoding.
func Clean(s string) string {
	ok := cleanPrefix(s)
	if ok == len(s) {
		return s
	}
	var c cleaner
	c.out.Grow(len(s) + 16)
	c.out.WriteString(s[:ok])
	c.column = utf8.RuneCountInString(s[strings.LastIndexByte(s[:ok], '\n')+1 : ok])
	c.last, _ = utf8.DecodeLastRuneInString(s[:ok])
	for i := ok; i < len(s); {
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		c.write(r, s[i+size:])
		i += size
	}
	return c.out.String()
}

// CleanLine is Clean for what must stay on one line: names, titles, ids,
// addresses. Runs of space become one blank.
func CleanLine(s string) string {
	if isPlainLine(s) {
		return s
	}
	return strings.Join(strings.Fields(Clean(s)), " ")
}

// isPlainLine says whether s is printable ASCII with single blanks inside.
func isPlainLine(s string) bool {
	last := byte(' ')
	for i := range len(s) {
		c := s[i]
		if c < ' ' || c > '~' || c == ' ' && last == ' ' {
			return false
		}
		last = c
	}
	return s == "" || last != ' '
}

// Hidden says whether decoded text holds characters that hide or reorder it:
// bidirectional controls, zero-width spaces and joiners of words, tags. Soft
// hyphens, byte order marks and the joiners that honest text is full of do
// not count, though Clean takes them out all the same.
func Hidden(s string) bool {
	for _, r := range s {
		if r >= 0x600 && class(r) == conceals {
			return true
		}
	}
	return false
}

// cleanPrefix is the length of the part of s that surely needs no change: it
// ends where something must be changed or looked at with its neighbours.
func cleanPrefix(s string) int {
	i := 0
	for i < len(s) {
		c := s[i]
		if c >= ' ' && c < 0x7f || c == '\n' {
			i++
			continue
		}
		if c < utf8.RuneSelf {
			return i
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && size == 1 || class(r) != fine {
			return i
		}
		i += size
	}
	return i
}

// A cleaner writes cleaned text and knows what it wrote last.
type cleaner struct {
	out     strings.Builder
	column  int  // runes on this line so far
	last    rune // written last
	stacked int  // marks at the end of the text
}

// write cleans one rune; rest is the text behind it.
func (c *cleaner) write(r rune, rest string) {
	switch class(r) {
	case fine:
		c.put(r)
	case control:
		c.control(r, rest)
	case breaksLine:
		c.put('\n')
	case invalid:
		c.put(utf8.RuneError)
	case stacks:
		if c.stacked < maxStacked {
			c.stacked++
			c.keep(r)
		}
	case selects:
		if class(c.last) != selects && c.column > 0 {
			c.keep(r)
		}
	case joins:
		next, _ := utf8.DecodeRuneInString(rest)
		if pictorial(next) && (pictorial(c.last) || c.last == emojiStyle) {
			c.keep(r)
		}
	}
}

// control writes what stands for a C0 control character or DEL.
func (c *cleaner) control(r rune, rest string) {
	switch {
	case r == '\t':
		for range tabWidth - c.column%tabWidth {
			c.put(' ')
		}
	case r == '\r' && strings.HasPrefix(rest, "\n"):
	case r == '\r':
		c.put('\n')
	case r == 0x7f:
		c.put(utf8.RuneError)
	default:
		c.put(0x2400 + r) // the picture of the control character
	}
}

// put writes a rune that starts a new place on the line.
func (c *cleaner) put(r rune) {
	c.stacked = 0
	c.keep(r)
	if r == '\n' {
		c.column = 0
	}
}

func (c *cleaner) keep(r rune) {
	c.out.WriteRune(r)
	c.column++
	c.last = r
}
