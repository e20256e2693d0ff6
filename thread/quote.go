package thread

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// What is looked at to find where a quotation comes from.
const (
	// A quotation has a piece of at least so many words and letters: fewer
	// ("the tool library", “boo”) stand in many texts by chance.
	minQuoteWords   = 3
	minQuoteLetters = 12

	// What its author set apart as a quotation may be shorter.
	minMarkedWords   = 2
	minMarkedLetters = 4

	maxQuoteLength    = 1 << 20 // bytes of a passage or a source: both fit a screen many times
	maxQuoteAncestors = 32      // that people quote, nearest first; the post is always looked at
	quoteCache        = 4 << 20 // bytes of sources that are kept
)

// A Source is where a quotation comes from.
type Source struct {
	Comment int      // its number
	Pieces  []string // what of it is quoted, in order; several where something was left out
}

// Locate is where the quoted words stand in a text of the source, as byte
// ranges in ascending order. The text may be the source's body or a rendering
// of it, with other line breaks, bars and quotation marks, but without the
// escape sequences of a terminal. A piece that is not there is left out.
func (s Source) Locate(text string) [][2]int {
	w := wording(text, true)
	var found [][2]int
	for _, r := range follow(w.text, wordings(s.Pieces)) {
		found = append(found, w.source(r[0], r[1]))
	}
	return found
}

// Quotes finds the sources of a thread's quotations. It keeps the texts that
// it looked at last, so that the quotations of one branch cost little. It must
// not be used by two goroutines at once.
type Quotes struct {
	t          *Thread
	young, old map[int][]byte // wordings by comment; the old ones go when the young are many
	size       int            // of the young
}

// NewQuotes makes the finder of a thread's quotations.
func NewQuotes(t *Thread) *Quotes { return &Quotes{t: t, young: map[int][]byte{}} }

// Source is what a passage in comment i quotes: the post, or the nearest of
// the comments above i that has it. All words of the passage must stand there, in their order
// and whole; case, accents, punctuation, quotation marks, dashes and line
// breaks do not count. An ellipsis (… or ..., in brackets or not) stands for
// words that were left out. Fewer than three words and twelve letters in one
// piece are no quotation; where the author marked the passage as one, by more
// than quotation marks, two words are enough.
func (q *Quotes) Source(i int, passage string, marked bool) (Source, bool) {
	if len(passage) > maxQuoteLength {
		return Source{}, false
	}
	pieces := unellipsed(passage)
	words := wordings(pieces)
	if !tellsEnough(words, marked) {
		return Source{}, false
	}
	has := func(a int) bool { return len(follow(q.words(a), words)) == len(words) }
	if i > 0 && has(0) {
		return Source{0, pieces}, true
	}
	looked := 0
	for a := range q.t.Ancestors(i) {
		if looked++; looked > maxQuoteAncestors {
			break
		}
		if has(a) {
			return Source{int(q.t.At(a).Number), pieces}, true
		}
	}
	return Source{}, false
}

// words is the wording of comment i.
func (q *Quotes) words(i int) []byte {
	if w, ok := q.young[i]; ok {
		return w
	}
	w, ok := q.old[i]
	if !ok {
		text := q.t.At(i).Body.Plain()
		w = wording(text[:min(len(text), maxQuoteLength)], false).text
	}
	if q.size += len(w); q.size > quoteCache/2 {
		q.old, q.young, q.size = q.young, map[int][]byte{}, len(w)
	}
	q.young[i] = w
	return w
}

// Source is Quotes.Source for a single question.
func (t *Thread) Source(i int, passage string, marked bool) (Source, bool) {
	return NewQuotes(t).Source(i, passage, marked)
}

// unellipsed is the pieces of a passage that ellipses part, those without a
// word left out.
func unellipsed(passage string) []string {
	const gap = "\x00"
	passage = strings.NewReplacer("…", gap, "...", gap, ". . .", gap).Replace(passage)
	var pieces []string
	for piece := range strings.SplitSeq(passage, gap) {
		if len(wording(piece, false).text) > 1 {
			pieces = append(pieces, strings.TrimSpace(piece))
		}
	}
	return pieces
}

func wordings(pieces []string) [][]byte {
	var all [][]byte
	for _, p := range pieces {
		all = append(all, wording(p, false).text)
	}
	return all
}

// tellsEnough says whether one of the pieces is more than a common phrase. A
// character that is a word by itself counts as two letters.
func tellsEnough(pieces [][]byte, marked bool) bool {
	wantWords, wantLetters := minQuoteWords, minQuoteLetters
	if marked {
		wantWords, wantLetters = minMarkedWords, minMarkedLetters
	}
	for _, p := range pieces {
		words := bytes.Count(p, []byte(" ")) - 1
		letters := 0
		for _, r := range string(p) {
			switch {
			case unspaced(r):
				letters += 2
			case r != ' ' && r != utf8.RuneError:
				letters++
			}
		}
		if words >= wantWords && letters >= wantLetters {
			return true
		}
	}
	return false
}
