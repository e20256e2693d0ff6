package thread

import (
	"bytes"
	"strings"

	"skein/thread/markup"
)

// A needle is a text to be found in folded texts. One with a capital in it is
// found only where the capitals are the same.
type needle struct {
	text  []byte       // empty where nothing of it can be seen
	upper bitset       // empty when case does not count
	word  *markup.Word // the longest in it; nil where none is worth looking for
}

func newNeedle(s string) needle {
	var f folded
	f.add([]byte(s))
	n := needle{text: bytes.Trim(f.text, " ")}
	skipped := len(f.text) - len(bytes.TrimLeft(f.text, " "))
	for k := range n.text {
		if f.upper.has(skipped + k) {
			n.upper.set(k)
		}
	}
	if word := longestWord(string(n.text)); len(word) > 1 {
		n.word = markup.NewWord(word)
	}
	return n
}

// longestWord is the longest run of ASCII letters and digits in a folded text.
func longestWord(text string) (longest string) {
	for word := range strings.FieldsFuncSeq(text, partsWords) {
		if len(word) > len(longest) {
			longest = word
		}
	}
	return longest
}

// partsWords says whether a rune of a folded text is none of such a word.
func partsWords(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') }

// mayBeIn says whether the needle may be in what one reads in a body. It looks
// at the body as its source wrote it.
func (n needle) mayBeIn(b markup.Body) bool { return n.word == nil || n.word.MayBeIn(b) }

// index is the first place of the needle in the text of f between from and to,
// -1 where there is none.
func (n needle) index(f *folded, from, to int) int {
	for from <= to {
		k := bytes.Index(f.text[from:to], n.text)
		if k < 0 {
			return -1
		}
		from += k
		if len(n.upper) == 0 || n.sameCase(f, from) {
			return from
		}
		from++
	}
	return -1
}

// sameCase says whether what stands in the text of f from there on has the
// needle's capitals.
func (n needle) sameCase(f *folded, from int) bool {
	for k := range n.text {
		if n.upper.has(k) != f.upper.has(from+k) {
			return false
		}
	}
	return true
}

// in says whether the needle is anywhere in the text of f.
func (n needle) in(f *folded) bool { return n.index(f, 0, len(f.text)) >= 0 }
