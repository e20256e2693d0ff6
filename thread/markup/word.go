package markup

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Word is a run of ASCII letters and digits to be looked for in bodies as
// their sources wrote them, many times as fast as these can be read: most of
// them surely do not have it.
//
// What a reader sees as one word may be written in pieces: sh<i>if</i>t,
// sh&#105;ft, shíft. Then either its first letters stand before something that
// is not shown, or something stands for one of its letters. So the scan looks
// for the word itself and at all that may be one or the other.
type Word struct {
	text  string // in lower case
	pivot int    // place of its rarest letter
	looks [2 * (HTML + 1)]looks
}

// looks says for each byte of a body how it is to be looked at.
type looks [256]look

type look uint8

const (
	passed   look = iota // nothing to see
	pivoting             // the rarest letter of the word
	marking              // may be markup or control something
	escaping             // begins a JSON escape
	wide                 // part of a character beyond ASCII
)

// byRarity is the letters and digits of ASCII, those that texts have least of
// first.
const byRarity = "zqjx9876354k02v1bpygwfmucdlhrsinoate"

// NewWord makes a word ready to be looked for. It has two letters or digits of
// ASCII at least and nothing else in it.
func NewWord(text string) *Word {
	w := &Word{text: strings.ToLower(text)}
	rarest := byRarity[strings.IndexAny(byRarity, w.text)]
	w.pivot = strings.IndexByte(w.text, rarest)
	for kind := range w.looks {
		l := &w.looks[kind]
		for c := range l {
			l[c] = lookAt(byte(c), Kind(kind/2))
		}
		if kind%2 == 1 {
			l['\\'] = escaping
		}
		l[rarest] = pivoting
		if isLetter(rarest) {
			l[rarest-'a'+'A'] = pivoting
		}
	}
	return w
}

// lookAt is how a byte of a body of that kind is to be looked at, whatever the
// word.
func lookAt(c byte, kind Kind) look {
	switch {
	case c >= utf8.RuneSelf:
		return wide
	case c < ' ' && !isBlank(c), c == 0x7f,
		kind == HTML && (c == '<' || c == '&'), kind == Markdown && isPunct(c):
		return marking
	}
	return passed
}

func (w *Word) looksFor(k Kind) *looks {
	if k&JSON != 0 {
		return &w.looks[2*(k&^wrapped)+1]
	}
	return &w.looks[2*(k&^wrapped)]
}

// MayBeIn says whether the word may be in what Plain makes of the body, as
// people compare texts: without regard to case and accents. Where it says no,
// the word is not there.
func (w *Word) MayBeIn(b Body) bool {
	s, looks := b.Raw, w.looksFor(b.Kind)
	for i := 0; i < len(s); i++ {
		if i += looks.pass(s[i:]); i == len(s) {
			break
		}
		r, size := rune(s[i]), 1
		switch looks[s[i]] {
		case pivoting:
			if w.at(s, i-w.pivot) {
				return true
			}
			continue
		case escaping:
			if r, size = unescape(s[i:]); size == 0 {
				r, size = '\\', 1
			}
		case wide:
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		if w.mayHide(s[:i], r, s[i+size:], b.Kind) {
			return true
		}
		i += size - 1
	}
	return false
}

// pass is how much of s there is nothing to see in.
func (l *looks) pass(s string) int {
	i := 0
	for i+4 <= len(s) && l[s[i]]|l[s[i+1]]|l[s[i+2]]|l[s[i+3]] == passed {
		i += 4
	}
	for i < len(s) && l[s[i]] == passed {
		i++
	}
	return i
}

// at says whether the word stands in s from i on.
func (w *Word) at(s string, i int) bool {
	return i >= 0 && len(s)-i >= len(w.text) && strings.EqualFold(s[i:i+len(w.text)], w.text)
}

// broken says whether the word may begin at the end of s and go on behind
// something that is not shown.
func (w *Word) broken(s string) bool {
	if s == "" || !isAlnum(s[len(s)-1]) {
		return false
	}
	for n := min(len(w.text)-1, len(s)); n > 0; n-- {
		if strings.EqualFold(s[len(s)-n:], w.text[:n]) {
			return true
		}
	}
	return false
}

// mayHide says whether the character between two parts of a body may make the
// word one that is not written there letter by letter.
func (w *Word) mayHide(before string, r rune, after string, kind Kind) bool {
	switch {
	case r >= utf8.RuneSelf:
		return spells(r) || unshown(r) && w.broken(before)
	case isAlnum(byte(r)): // of an escape
		return true
	case lookAt(byte(r), kind&^wrapped) != marking:
		return false
	case r == '&':
		return w.entityHides(before, after)
	case r == '<' && kind&^wrapped == HTML:
		return w.tagHides(before, after, kind)
	case r == '`':
		return w.broken(before) || w.broken(beforeSpanEnd(before, kind))
	}
	return w.broken(before)
}

// beforeSpanEnd is what stands before the end of a code span without the blank
// that is not shown there: a space or the end of a line, with the marks of the
// quotation that the next line is in.
func beforeSpanEnd(s string, kind Kind) string {
	for {
		trimmed := strings.TrimRight(s, " \t\r\n>")
		if kind&JSON != 0 {
			for _, escape := range []string{`\n`, `\r`, `\t`} {
				trimmed = strings.TrimSuffix(trimmed, escape)
			}
		}
		if len(trimmed) == len(s) {
			return s
		}
		s = trimmed
	}
}

// entityHides is mayHide for a & that may start an entity.
func (w *Word) entityHides(before, after string) bool {
	if after == "" || after[0] != '#' && !isAlnum(after[0]) {
		return false
	}
	name := after[:max(strings.IndexByte(after[:min(len(after), maxEntity)], ';'), 0)]
	switch name {
	case "gt", "lt", "amp", "quot", "nbsp", "#39", "#x27", "#x2F", "#34":
		return false // signs that are shown
	}
	r, known := codePoint("&" + name + ";")
	switch {
	case strings.HasPrefix(name, "#0"):
		return true // octal to some
	case known && r < utf8.RuneSelf:
		return isAlnum(byte(r))
	case known:
		return spells(r) || unshown(r) && w.broken(before)
	}
	return true
}

// maxEntity is the length of the numeric entities and of the usual names.
const maxEntity = 10

// tagHides is mayHide for a < that may start a tag.
func (w *Word) tagHides(before, after string, kind Kind) bool {
	switch {
	case begins(after, "p>"), begins(after, "/p>"), begins(after, "br>"):
		return false // they part words
	case begins(after, "img"):
		return true // the text it stands for is shown
	case begins(after, "a") && (len(after) == 1 || !isAlnum(after[1])):
		return linkShows(after, kind) || w.broken(before)
	}
	return w.broken(before)
}

func begins(s, tag string) bool { return len(s) >= len(tag) && strings.EqualFold(s[:len(tag)], tag) }

// maxLink is how much of a link is looked at, tag and text.
const maxLink = 1 << 11

// linkShows says whether more than the text of a link may be shown, which
// begins after the < of its tag: the address of those without text of their
// own, and of those whose text is the address cut short.
func linkShows(after string, kind Kind) bool {
	tag, rest, whole := strings.Cut(after[:min(len(after), maxLink)], ">")
	text, rest, ended := strings.Cut(rest, "<")
	if kind&JSON != 0 {
		rest = strings.TrimPrefix(rest, `\`)
		ended = ended && !strings.Contains(tag, `\u`) && !strings.Contains(text, `\u`)
	}
	text = strings.TrimRight(text, " \n")
	quoted := strings.ContainsAny(text, `"'`) // the tag may end further on
	if !whole || !ended || !begins(rest, "/a>") || quoted || text == "" {
		return true
	}
	last := text[len(text)-1]
	return !isAlnum(last) && last != '/'
}

// spells says whether a character beyond ASCII may stand for letters or digits
// of ASCII: é, ø, ﬁ, ², ㎏, 𝐚.
func spells(r rune) bool { return !surelyItself(r) && unicode.Is(spelling, r) }

// unshown says whether a character beyond ASCII may be taken out of a text
// before it is read or compared.
func unshown(r rune) bool { return !surelyItself(r) }

// surelyItself knows the blocks that most of the world's texts are made of:
// Greek and Cyrillic, punctuation, Kana, Han, Hangul.
func surelyItself(r rune) bool {
	return 0x370 <= r && r < 0x483 || 0x2010 <= r && r < 0x2028 || 0x3041 <= r && r < 0x3097 ||
		0x4e00 <= r && r < 0xa000 || 0xac00 <= r && r < 0xd7a4
}

// spelling covers what decomposes to letters or digits of ASCII (NFKD), and
// what people type as such.
var spelling = &unicode.RangeTable{
	R16: []unicode.Range16{
		{0xaa, 0xaa, 1}, {0xb2, 0xb3, 1}, {0xb9, 0xba, 1}, {0xbc, 0xbe, 1},
		{0xc0, 0x24f, 1}, {0x2b0, 0x2ff, 1}, // Latin and its modifiers
		{0x1d00, 0x1dff, 1}, {0x1e00, 0x1eff, 1}, // phonetic and more Latin
		{0x2070, 0x20af, 1}, {0x2100, 0x218f, 1}, // raised, lowered, letterlike, Roman
		{0x2460, 0x24ff, 1}, {0x2c60, 0x2c7f, 1}, {0x3200, 0x33ff, 1}, {0xa720, 0xa7ff, 1},
		{0xfb00, 0xfb0f, 1}, {0xff00, 0xff5f, 1}, // ligatures, full width
	},
	R32: []unicode.Range32{
		{0x10780, 0x107bf, 1}, {0x1d400, 0x1d7ff, 1}, {0x1f100, 0x1f1ff, 1}, {0x1fbf0, 0x1fbff, 1},
	},
}
