package format

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A textKind is one way to write a comment's header.
type textKind uint8

const (
	textNone  textKind = iota
	textSays           // ann says:
	textBy             // by ann (123) on May 3
	textDated          // ann, May 3, 2014
	textSplit          // ann, and the date on the next line
	textBare           // a mark and a name, or a name and a colon
	textWhen           // only a date
	textKinds          // how many there are
)

// A textHeader is a line that may be the header of a comment.
type textHeader struct {
	kind    textKind
	mark    textMark
	author  string
	address string
	id      string
	score   string
	joint   rune // what begins the text between name and date: 'o' for `on`, ' ' for nothing
	date    textDate
	reply   bool   // its verb says that it answers a comment
	to      string // whose
	inline  string // text of the comment that begins on the header's line
	linked  bool   // it is of a page that links here, and the author its title

	line   int // the first of the header's lines
	body   int // the line after the last
	column int // of the line with the name

	level   int
	answers int     // which header's comment, counted from 1; 0 where its level tells
	doubt   float64 // how much it breaks with the page's pattern
	traits  textTraits
}

// dated says whether the header tells when.
func (h *textHeader) dated() bool { return h.date != textDate{} }

// readHeader reads a line as the header it may be.
func readHeader(s string) textHeader {
	const longest, longestInline = 180, 4000
	var h textHeader
	if len(s) > longestInline {
		return h
	}
	h.mark, s = cutTextMark(plainWords(s))
	if len(s) > longest && h.mark.kind == "" {
		return h
	}
	s = cutAvatar(s)
	if s == "" {
		return h
	}
	by := textHeader{mark: h.mark}
	if !by.readBy(s) {
		by = textHeader{}
	}
	switch {
	case h.mark.kind != "" && barePingback(s) && h.readPingback(s):
	case by.dated() || by.address != "":
		return by
	case h.readSays(s):
	case by.kind == textBy:
		return by
	case len(s) > longest, h.readDated(s):
	default:
		h.readBare(s)
	}
	return h
}

// readBy reads `by Ann (123) on Tuesday July 24, @11:29AM (#40750343)`.
func (h *textHeader) readBy(s string) bool {
	rest := cutByWords(s)
	if len(rest) == len(s) {
		return false
	}
	d, from, to := textDate{}, len(rest), len(rest)
	if hasDigit(rest) {
		if d, from, to = findTextDate(rest); !d.weak() {
			d, from, to = textDate{}, len(rest), len(rest)
		}
	}
	name, tail := rest[:from], rest[to:]
	if d.weak() {
		name = trimJoints(name)
	}
	if uid := strings.LastIndexByte(name, '('); uid > 0 {
		if _, n := figure(name[uid+1:]); n > 0 && strings.IndexByte(name[uid+1+n:], ')') <= 0 {
			name, h.address = name[:uid], name[uid+1:uid+1+n]
		}
	}
	if at := strings.Index(tail, "(#"); at >= 0 {
		_, n := figure(tail[at+2:])
		h.id = tail[at+2 : at+2+n]
	}
	h.author, h.date = cleanName(name), d
	if d.weak() {
		h.joint = 'o'
	} else if h.address == "" && doubtfulName(h.author) > 0 {
		return false
	}
	h.kind = textBy
	return h.author != "" && utf8.RuneCountInString(h.author) <= longestName
}

// byWords lead to a name, with a blank or a colon behind them, and ofWords with
// nothing.
var (
	byWords = []string{"by", "posted by", "post by", "comment by", "written by", "submitted by", "reply by", "review by", "left by"}
	ofWords = []string{"comment from: ", "from: ", "author: ", "user: ", "kommentar von ", "bewertung von ", "geschrieben von ", "comentario de ", "commentaire de "}
)

// byStarts is what the words of those begin with.
var byStarts = startsOf(textSet(strings.Join(slices.Concat(byWords, ofWords), " ")))

// cutByWords takes the words off that lead to a name: `Posted by`.
func cutByWords(s string) string {
	if s == "" || s[0] >= utf8.RuneSelf || !byStarts.any(s[0]) {
		return s
	}
	for _, words := range byWords {
		rest, ok := cutFold(s, words)
		if ok && strings.HasPrefix(rest, ":") {
			rest = rest[1:]
		}
		if ok && strings.HasPrefix(rest, " ") {
			return strings.TrimLeftFunc(rest, blank)
		}
	}
	for _, words := range ofWords {
		if rest, ok := cutFold(s, words); ok {
			return rest
		}
	}
	return s
}

func cutFold(s, prefix string) (string, bool) {
	if len(s) > len(prefix) && strings.EqualFold(s[:len(prefix)], prefix) {
		return s[len(prefix):], true
	}
	return s, false
}

// readDated reads `Ann — June 25th, 2012, 12:21 am` and `June 25, 2012 | Ann`;
// without a name it is a line that only says when.
func (h *textHeader) readDated(s string) bool {
	const longest = 150
	if len(s) > longest || !maySayWhen(s) {
		return false
	}
	d, from, to := findTextDate(s)
	if !d.strong() {
		return h.readSpan(s) || d.weak() && to-from == len(s) && h.readWhen(d)
	}
	before, after := s[:from], s[to:]
	score, name := cutScore(trimJoints(before))
	name, whom := cutAddressee(name)
	after, links := cutLinks(strings.TrimPrefix(after, "*")) // the mark of an edited one
	switch lower := strings.ToLower(name); {
	case textJoined[lower]:
		return false
	case textWhenLabels[lower]:
		name = ""
	}
	if name == "" && !links {
		name, after = trimJoints(after), ""
	}
	if text, inline := cutFold(s[to:], ": "); inline && name != "" && d.clock {
		h.inline, after = text, ""
	}
	if !links && after != "" || len(name) > 0 && !possibleName(cleanName(name)) {
		return false
	}
	h.kind, h.author, h.to, h.date, h.score = textDated, cleanName(name), whom, d, score
	if h.author == "" {
		h.kind = textWhen
		return true
	}
	h.joint = jointAfter(s, h.author)
	return true
}

// readWhen takes a date for all that a line says.
func (h *textHeader) readWhen(d textDate) bool {
	h.kind, h.date = textWhen, d
	return true
}

// readSpan reads `3h` and `Ann · 3h`.
func (h *textHeader) readSpan(s string) bool {
	const longest = 80
	if len(s) > longest || !aloneWhen(s[strings.LastIndexByte(s, ' ')+1:]) {
		return false
	}
	if aloneWhen(s) {
		return h.readWhen(textDate{relative: true})
	}
	for _, dot := range []string{" · ", " • "} {
		name, span, ok := strings.Cut(s, dot)
		if ok && aloneWhen(span) && possibleName(cleanName(name)) {
			h.kind, h.author, h.date, h.joint = textDated, cleanName(name), textDate{relative: true}, '·'
			return true
		}
	}
	return false
}

// cutAddressee takes off a name whom its bearer answers: `Ann > Bo`, as Disqus
// shows it.
func cutAddressee(s string) (name, to string) {
	for _, arrow := range []string{" > ", " → ", " ➤ "} {
		if name, to, found := strings.Cut(s, arrow); found && possibleName(to) {
			return name, to
		}
	}
	return s, ""
}

// cutScore takes `12 points` off the end of a name.
func cutScore(s string) (score, name string) {
	for _, unit := range []string{" points", " point"} {
		if t, ok := strings.CutSuffix(s, unit); ok {
			at := strings.LastIndexByte(t, ' ') + 1
			if _, n := figure(strings.TrimPrefix(t[at:], "-")); n > 0 {
				return t[at:], trimJoints(t[:at])
			}
		}
	}
	return "", s
}

// readBare reads a name that only a mark before it or a colon after it, or a
// date on the next line, makes a header.
func (h *textHeader) readBare(s string) bool {
	if h.readPingback(s) {
		return true
	}
	name, colon := strings.CutSuffix(s, ":")
	if !possibleName(name) || textLink(s) || h.mark.kind == "" && endsSentence(name) {
		return false
	}
	h.author = cleanName(name)
	if h.author == "" {
		return false
	}
	h.kind = textBare
	if h.mark.kind == "" && !colon {
		h.kind = textSplit
	}
	return true
}

// endsSentence says whether a full stop ends more than an initial or a title,
// as in `John S.` and `Ann Lee Jr.`
func endsSentence(s string) bool {
	const longest = 3 // letters of a word cut short
	last, full := strings.CutSuffix(s[strings.LastIndexByte(s, ' ')+1:], ".")
	return full && (last == s[:len(s)-1] || utf8.RuneCountInString(last) > longest || !unicode.IsUpper(firstRune(last)))
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// jointAfter is what begins the text after the name: unlike the rest of a
// header it is the same on all of a page. A name that is not in front gives a
// dash.
func jointAfter(s, name string) rune {
	rest, front := strings.CutPrefix(s, name)
	if !front {
		return '-'
	}
	for _, mark := range nameMarks {
		rest = strings.TrimPrefix(rest, mark)
	}
	for _, r := range rest {
		if !blank(r) {
			if r < utf8.RuneSelf && isDigit(byte(r)) || unicode.IsUpper(r) {
				return ' '
			}
			return r
		}
	}
	return ' '
}

// maySayWhen says whether a line has what no date is without.
func maySayWhen(s string) bool { return hasDigit(s) || strings.Contains(s, " ago") }

func hasDigit(s string) bool {
	for i := range len(s) {
		if isDigit(s[i]) {
			return true
		}
	}
	return false
}
