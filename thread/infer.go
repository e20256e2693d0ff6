package thread

import (
	"bytes"
	"hash/maphash"
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"skein/thread/markup"
)

// maxInferred bounds the discussions that are looked at: each word of them is
// remembered for a moment.
const maxInferred = 20_000

// Inferred is a flat discussion with its replies below what they answer, as
// far as hints and texts tell: one that begins with another's name ("@ann",
// "ann:", "in reply to ann") answers the latest comment by ann, one that quotes
// a single earlier comment, or has its id (">>5101"), answers that. Where two
// fit equally, or name and quotation disagree, the comment stays where it was.
// Comments that moved are marked Inferred. A thread that is not Flat, or in
// which nothing was found, is returned as it is.
func (t *Thread) Inferred() *Thread {
	if !t.Flat || t.Len() <= 2 || t.Len() > maxInferred || len(t.Topics()) > 0 {
		return t
	}
	f := finder{t: t, names: t.nameTable(), latest: map[int32]int32{}, ids: map[string]int32{}, seed: maphash.MakeSeed(), runs: map[uint64]int32{}}
	all := append([]Comment(nil), t.comments...)
	order := make([]int32, 0, len(all))
	found := false
	f.remember(0, t.At(0).Body.Plain())
	for i := 1; i < len(all); i++ {
		plain := t.At(i).Body.Plain()
		if p := f.answers(i, plain); p > 0 {
			all[i].parent, all[i].Flags = p, all[i].Flags|Inferred
			found = true
		}
		f.remember(i, plain)
		order = append(order, int32(i))
	}
	if !found {
		return t
	}
	preorder(all, order)
	tree := *t
	tree.comments = all
	tree.Flat, tree.hints = false, nil
	tree.measure()
	return &tree
}

// nameTable is the author of each name as Fold has it, None where two share
// it.
func (t *Thread) nameTable() map[string]int32 {
	names := make(map[string]int32, len(t.Authors))
	for a, author := range t.Authors {
		name := Fold(author.Name)
		if _, shared := names[name]; shared {
			names[name] = None
		} else {
			names[name] = int32(a)
		}
	}
	return names
}

// A finder looks for what comments answer among those before them.
type finder struct {
	t      *Thread
	names  map[string]int32
	latest map[int32]int32  // the last comment so far by each author
	ids    map[string]int32 // the comments so far that have an id
	seed   maphash.Seed
	runs   map[uint64]int32 // the comment that has a run of words, severally where many do
}

// severally stands for several comments.
const severally = -2

// runWords is how many words in a row are looked up to find a quotation.
const runWords = 4

// answers is the comment before i that i answers, 0 where that is not clear.
func (f *finder) answers(i int, plain string) int32 {
	if hint, ok := f.t.hints[f.t.comments[i].Number]; ok && hint < f.t.comments[i].Number {
		return f.t.index[hint]
	}
	if referred, ok := f.referred(plain); ok {
		return referred
	}
	named := f.named(i)
	quoted := f.quoted(i)
	switch {
	case quoted == 0:
		return named
	case quoted == severally:
		return 0
	case named == 0 || f.t.comments[named].Author == f.t.comments[quoted].Author:
		return quoted
	default:
		return 0
	}
}

// referred is the only comment so far whose id stands in a text as imageboards
// write it, 0 where there are several, and whether there is any.
func (f *finder) referred(plain string) (found int32, ok bool) {
	for id := range PostNumbers(plain) {
		if c, known := f.ids[id]; known {
			if ok && c != found {
				return 0, true
			}
			found, ok = c, true
		}
	}
	return found, ok
}

// PostNumbers yields the numbers of posts that stand in a plain text as
// imageboards write them: `>>5101`.
func PostNumbers(plain string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, rest, found := strings.Cut(plain, ">>"); found; _, rest, found = strings.Cut(rest, ">>") {
			end := len(rest) - len(strings.TrimLeft(rest, "0123456789"))
			if end > 0 && !yield(rest[:end]) {
				return
			}
		}
	}
}

// named is the latest comment by whom comment i addresses in its first words.
func (f *finder) named(i int) int32 {
	author := f.addressee(f.t.At(i).Body.First(120))
	if author < 0 || author == f.t.At(i).Author {
		return 0
	}
	return f.latest[author]
}

// addressee is the author whose name a text begins with. Without an @ or "in
// reply to" the name must be written as its owner does, with a colon, comma or
// dash after it.
func (f *finder) addressee(text string) int32 {
	called := false
	for _, lead := range []string{"in reply to ", "[in reply to ", "reply to ", "replying to ", "@"} {
		if len(text) >= len(lead) && strings.EqualFold(text[:len(lead)], lead) {
			text, called = text[len(lead):], true
		}
	}
	const mostWords = 4
	for end := nameEnd(text, mostWords); end > 0; end = strings.LastIndexByte(text[:end], ' ') {
		name := strings.TrimRightFunc(text[:end], func(r rune) bool { return unicode.IsPunct(r) && r != ')' })
		author, known := f.names[Fold(name)]
		if !known || author < 0 {
			continue
		}
		after, _ := utf8.DecodeRuneInString(strings.TrimLeft(text[len(name):], " "))
		if called || f.t.Authors[author].Name == name && strings.ContainsRune(":,–—", after) {
			return author
		}
	}
	return None
}

// nameEnd is where the first n words of a text end.
func nameEnd(text string, n int) int {
	end := 0
	for range n {
		next := strings.IndexByte(text[end:], ' ')
		if next < 0 {
			return len(text)
		}
		end += next + 1
	}
	return end - 1
}

// quoted is the only comment before i in which the quotations of i stand, 0
// where there is none, severally where more than one has them.
func (f *finder) quoted(i int) int32 {
	source := int32(0)
	for _, block := range markup.Blocks(f.t.At(i).Body.Markdown()) {
		if !block.Quote && !block.InQuotes {
			continue
		}
		found := f.holder(block.Passage())
		switch {
		case found == 0:
		case source != 0 && source != found:
			return severally
		default:
			source = found
		}
	}
	return source
}

// holder is the comment so far that has all the words of a passage in a row.
func (f *finder) holder(passage string) int32 {
	words := wording(passage, false).text
	if !tellsEnough([][]byte{words}, false) {
		return 0
	}
	found := int32(0)
	for run := range runsOf(words) {
		c, known := f.runs[maphash.Bytes(f.seed, run)]
		switch {
		case !known:
			return 0
		case c != severally && found > 0 && c != found:
			return 0
		case c != severally:
			found = c
		case found == 0:
			found = severally
		}
	}
	if found > 0 && !bytes.Contains(wording(f.t.At(int(found)).Body.Plain(), false).text, words) {
		return 0
	}
	return found
}

// remember takes comment i up among those that later ones may answer.
func (f *finder) remember(i int, plain string) {
	c := f.t.At(i)
	if c.Author >= 0 {
		f.latest[c.Author] = int32(i)
	}
	if c.ID != "" {
		f.ids[c.ID] = int32(i)
	}
	for run := range runsOf(wording(plain, false).text) {
		key := maphash.Bytes(f.seed, run)
		if c, known := f.runs[key]; known && c != int32(i) {
			f.runs[key] = severally
		} else {
			f.runs[key] = int32(i)
		}
	}
}

// runsOf yields each run of runWords words of a wording.
func runsOf(words []byte) func(yield func([]byte) bool) {
	return func(yield func([]byte) bool) {
		var starts [runWords]int
		n := 0
		for i, c := range words {
			if c != ' ' {
				continue
			}
			if n >= runWords && !yield(words[starts[n%runWords]:i+1]) {
				return
			}
			starts[n%runWords] = i
			n++
		}
	}
}
