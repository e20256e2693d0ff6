package thread

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// wording is the words of s alone, folded, with one blank before, between and
// after them: two texts that say the same have one wording, however they are
// punctuated and broken into lines. A word of a script without blanks is one
// character. When traced, it leads back to s.
func wording(s string, traced bool) *folded {
	f := &folded{traced: traced}
	if traced {
		f = trace(s)
	} else {
		f.add([]byte(s))
	}
	w := &folded{traced: traced}
	w.part(f, 0)
	for i := 0; i < len(f.text); {
		r, size := utf8.DecodeRune(f.text[i:])
		switch {
		case unspaced(r):
			w.part(f, i)
			w.copy(f, i, i+size)
			w.part(f, i+size)
		case inWord(r):
			w.copy(f, i, i+size)
		case r != '\'' || w.atBlank() || !startsWord(f.text[i+size:]):
			w.part(f, i)
		}
		i += size
	}
	w.part(f, len(f.text))
	if traced {
		w.at = append(w.at, len(s))
	}
	return w
}

// inWord says whether r is part of a word.
func inWord(r rune) bool { return unicode.In(r, unicode.L, unicode.N, unicode.M) }

// unspaced says whether r is of a script that sets no blanks between words.
func unspaced(r rune) bool {
	return r > unicode.MaxLatin1 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana,
		unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

func startsWord(text []byte) bool {
	r, _ := utf8.DecodeRune(text)
	return inWord(r)
}

func (f *folded) atBlank() bool { return len(f.text) > 0 && f.text[len(f.text)-1] == ' ' }

// part sets a blank, where there is none, for what stands at i in another text.
func (f *folded) part(other *folded, i int) {
	if f.atBlank() {
		return
	}
	f.text = append(f.text, ' ')
	if f.traced {
		f.at = append(f.at, other.at[i])
	}
}

// copy appends a range of another text.
func (f *folded) copy(other *folded, from, to int) {
	f.text = append(f.text, other.text[from:to]...)
	if f.traced {
		f.at = append(f.at, other.at[from:to]...)
	}
}

// follow is where the pieces, each a wording, stand in the text one after the
// other, without the blanks around them. A piece that does not, or that has no
// word, is left out.
func follow(text []byte, pieces [][]byte) (ranges [][2]int) {
	from := 0
	for _, p := range pieces {
		at := bytes.Index(text[from:], p)
		if at < 0 || len(p) < 2 {
			continue
		}
		end := from + at + len(p) - 1 // its last blank may be the next one's first
		ranges = append(ranges, [2]int{from + at + 1, end})
		from = end
	}
	return ranges
}
