package thread

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A Likeness says whom an author may be taken for.
type Likeness struct {
	Of    int // index into Thread.Authors, None where it is nobody
	First int // number of the first comment by that one, 0 where they wrote the post
}

// Lookalikes is, for each author, the one before them whose name looks the
// same: but for case, accents, invisible characters and letters that have the
// shape of others. The post's author comes before everybody.
func (t *Thread) Lookalikes() []Likeness {
	first := t.firstNumbers()
	owners := make(map[string]int, len(t.Authors)) // of the looks of a name
	looks := make([]string, len(t.Authors))
	for a, author := range t.Authors {
		looks[a] = Skeleton(author.Name)
		owner, taken := owners[looks[a]]
		if first[a] != None && (!taken || first[a] < first[owner]) {
			owners[looks[a]] = a
		}
	}
	alike := make([]Likeness, len(t.Authors))
	for a := range alike {
		alike[a].Of = None
		if owner, ok := owners[looks[a]]; ok && owner != a {
			alike[a] = Likeness{owner, first[owner]}
		}
	}
	return alike
}

// firstNumbers is the number of each author's first entry, None for those who
// wrote nothing.
func (t *Thread) firstNumbers() []int {
	first := make([]int, len(t.Authors))
	for a := range first {
		first[a] = None
	}
	for i := range t.comments { // as they lie in memory
		c := &t.comments[i]
		if a := c.Author; a >= 0 && (first[a] == None || int(c.Number) < first[a]) {
			first[a] = int(c.Number)
		}
	}
	return first
}

// Skeleton is what a name looks like: two names of one skeleton may be taken
// for each other. It is made as in Unicode TR39, of fewer letters, and case
// does not count. It is not for reading.
func Skeleton(name string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(name) {
		if r < utf8.RuneSelf {
			r = plainShapes[r]
		} else {
			r = shape(r)
		}
		if r != unseen {
			b.WriteRune(r)
		}
	}
	return joined.Replace(strings.Join(strings.Fields(b.String()), " "))
}

// unseen is the shape of what has none.
const unseen = 0

// shape is the letter that a character has the shape of.
func shape(r rune) rune {
	if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf, unicode.Cc, unicode.Co) {
		return unseen
	}
	if as, ok := shapes[r]; ok {
		r = as
	}
	r = unicode.ToLower(r)
	if as, ok := shapes[r]; ok {
		r = as
	}
	return r
}

// plainShapes are the shapes of ASCII, of which most names are.
var plainShapes = func() (of [utf8.RuneSelf]rune) {
	for r := range of {
		of[r] = shape(rune(r))
	}
	return of
}()

// joined are letters that look like one when they stand together.
var joined = strings.NewReplacer("rn", "m", "vv", "w")

// shapes are the letters and digits that have the shape of a Latin letter, as
// a capital or as a small one.
var shapes = shapesOf(
	"aαаɑᴀ", "bβвᴃЬƄ", "cсϲᴄⅽ", "dԁᴅ", "eеεҽᴇ", "fſϝ", "gɡցɢ", "hһнНΗʜհ",
	"jјϳᴊ", "kκкᴋ", "lI1|iıιіӏɪǀ", "mмΜᴍ", "nηпΝոɴ", "o0οоօഠᴏσ", "pρрᴘ", "qԛգ",
	"rгʀ", "sѕꜱ", "tτтᴛ", "uυսᴜ", "vνѵᴠ", "wԝωᴡ", "xхχ", "yуγүʏ", "zΖᴢ",
)

// shapesOf takes words: the letter first, then what looks like it.
func shapesOf(words ...string) map[rune]rune {
	all := map[rune]rune{}
	for _, word := range words {
		letters := []rune(word)
		for _, r := range letters[1:] {
			all[r] = letters[0]
		}
	}
	return all
}
