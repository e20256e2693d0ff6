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

// wordCounts is how many words each comment has that counts.
func (t *Thread) wordCounts(counts func(i int) bool) []int32 {
	words := make([]int32, t.Len())
	inBlocks(t.Len(), func(_, from, to int) {
		var text []byte
		for i := max(from, 1); i < to; i++ {
			if counts(i) {
				text = t.comments[i].Body.AppendPlain(text[:0])
				words[i] = int32(countWords(text))
			}
		}
	})
	return words
}

// countWords counts what stands between white space and has a letter or digit.
func countWords(s []byte) int {
	n, counted := 0, false
	for i := 0; i < len(s); {
		kind, size := asciiKinds[s[i]], 1
		if kind == wide {
			var r rune
			r, size = utf8.DecodeRune(s[i:])
			kind = kindOf(r)
		}
		i += size
		switch {
		case kind == blank:
			counted = false
		case kind == alphanumeric && !counted:
			counted = true
			n++
		}
	}
	return n
}

// A wordKind is what a character does in a word.
type wordKind uint8

const (
	punctuation  wordKind = iota // makes no word by itself
	alphanumeric                 // makes a word
	blank                        // ends it
	wide                         // a part of a character beyond ASCII
)

func kindOf(r rune) wordKind {
	switch {
	case unicode.IsSpace(r):
		return blank
	case unicode.IsLetter(r) || unicode.IsNumber(r):
		return alphanumeric
	}
	return punctuation
}

// asciiKinds are the kinds of bytes.
var asciiKinds = func() (kinds [256]wordKind) {
	for b := range kinds {
		kinds[b] = wide
		if b < utf8.RuneSelf {
			kinds[b] = kindOf(rune(b))
		}
	}
	return kinds
}()
