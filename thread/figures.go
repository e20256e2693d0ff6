package thread

import (
	"unicode"
	"unicode/utf8"
)

// Figures are what can be counted of a thread. The post is no comment, and
// neither is a ghost.
type Figures struct {
	Comments    int
	Levels      int // of the deepest comment
	Words       int // in the comments, as they are read
	First, Last int // the earliest and the latest comment, None where no time is known
	People      []Person
}

// Count is the figures of those entries that counts says yes to, of all for
// nil. It reads their texts once, on all cores, and calls counts more than
// once for each, on all of them.
func (t *Thread) Count(counts func(i int) bool) Figures {
	if counts == nil {
		counts = func(int) bool { return true }
	}
	f := Figures{First: None, Last: None}
	words := t.wordCounts(counts)
	for i := 1; i < t.Len(); i++ {
		c := t.At(i)
		if c.Is(Ghost) || !counts(i) {
			continue
		}
		f.Comments++
		f.Words += int(words[i])
		f.Levels = max(f.Levels, t.Depth(i))
		if !c.Is(Timed) {
			continue
		}
		if f.First == None || c.When < t.At(f.First).When {
			f.First = i
		}
		if f.Last == None || c.When > t.At(f.Last).When {
			f.Last = i
		}
	}
	f.People = t.people(counts, words)
	return f
}

// wordCounts is how many words each comment has that counts. They are read in
// the order of the source, in which their texts lie in memory.
func (t *Thread) wordCounts(counts func(i int) bool) []int32 {
	words := make([]int32, t.Len())
	InBlocks(t.Len(), 0, func(_, from, to int) {
		var text []byte
		for _, at := range t.index[from:to] {
			if i := int(at); i > 0 && counts(i) {
				text = t.At(i).Body.AppendPlain(text[:0])
				words[i] = int32(countWords(text))
			}
		}
	})
	return words
}

// countWords counts what stands between white space and has a letter or digit.
func countWords(s []byte) int {
	n := 0
	counted := wordPart(0) // makes where the word we are in has been counted
	for i := 0; i < len(s); {
		part, size := asciiParts[s[i]], 1
		if s[i] >= utf8.RuneSelf {
			var r rune
			r, size = utf8.DecodeRune(s[i:])
			part = partOf(r)
		}
		i += size
		n += int(part & makes &^ counted)
		counted = (counted & (part >> 1)) | part&makes
	}
	return n
}

// A wordPart is what a character does to a word: white space has no bit set
// and ends it. Counting goes by bits, for which way it branches at a letter
// nobody can foresee.
type wordPart uint8

const (
	makes wordPart = 1 << iota // a letter or a digit makes one
	keeps                      // all but white space leaves it as it is
)

func partOf(r rune) wordPart {
	switch {
	case unicode.IsSpace(r):
		return 0
	case unicode.IsLetter(r) || unicode.IsNumber(r):
		return makes | keeps
	}
	return keeps
}

// asciiParts are the parts of ASCII characters.
var asciiParts = func() (parts [256]wordPart) {
	for c := range rune(utf8.RuneSelf) {
		parts[c] = partOf(c)
	}
	return parts
}()
