package plaintext

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"skein/thread/format/dates"
	"skein/thread/format/lexicon"
)

// A kind is one way to write a comment's header.
type kind uint8

const (
	noHeader    kind = iota
	saysHeader       // ann says:
	byHeader         // by ann (123) on May 3
	datedHeader      // ann, May 3, 2014
	splitHeader      // ann, and the date on the next line
	bareHeader       // a mark and a name, or a name and a colon
	dateHeader       // only a date
	kinds            // how many there are
)

// A header is a line that may be the header of a comment.
type header struct {
	mark   mark
	author string
	date   dates.Date
	more   *extras // what few headers have, nil for none
	joint  rune    // what begins the text between name and date: 'o' for `on`, ' ' for nothing
	kind   kind
	reply  bool // its verb says that it answers a comment
	linked bool // it is of a page that links here, and the author its title

	line   int // the first of the header's lines
	body   int // the line after the last
	column int // of the line with the name

	level   int32
	answers int32   // which header's comment, counted from 1; 0 where its level tells
	doubt   float64 // how much it breaks with the page's pattern
	traits  traits
}

// extras are what few headers have. There may be a million headers.
type extras struct {
	address string
	id      string
	score   string
	to      string // whom it answers
	inline  string // text of the comment that begins on the header's line
}

// extras are what the header has of them.
func (h *header) extras() extras {
	if h.more == nil {
		return extras{}
	}
	return *h.more
}

// add gives the header what it has of them.
func (h *header) add(e extras) {
	if e != (extras{}) {
		kept := e
		h.more = &kept
	}
}

// dated says whether the header tells when.
func (h *header) dated() bool { return h.date != dates.Date{} }

// Byline is who wrote by a line that says when, too: `by Ann on 6 May`.
func Byline(line string) string {
	if h := readHeader(line); h.dated() {
		return h.author
	}
	return ""
}

// readHeader reads a line as the header it may be.
func readHeader(s string) header {
	const longest, longestInline = 180, 4000
	var h header
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
	by := header{mark: h.mark}
	if !by.readBy(s) {
		by = header{}
	}
	switch {
	case h.mark.kind != "" && barePingback(s) && h.readPingback(s):
	case by.dated() || by.extras().address != "":
		return by
	case h.readSays(s):
	case by.kind == byHeader:
		return by
	case len(s) > longest, h.readDated(s):
	default:
		h.readBare(s)
	}
	return h
}

// readBy reads `by Ann (123) on Tuesday July 24, @11:29AM (#40750343)`.
func (h *header) readBy(s string) bool {
	rest := CutByWords(s)
	if len(rest) == len(s) {
		return false
	}
	d, from, to := dates.Date{}, len(rest), len(rest)
	if hasDigit(rest) {
		if d, from, to = dates.Find(rest); !d.Weak() {
			d, from, to = dates.Date{}, len(rest), len(rest)
		}
	}
	name, tail := rest[:from], rest[to:]
	if d.Weak() {
		name = trimJoints(name)
	}
	var more extras
	if uid := strings.LastIndexByte(name, '('); uid > 0 {
		if _, n := lexicon.Figure(name[uid+1:]); n > 0 && strings.IndexByte(name[uid+1+n:], ')') <= 0 {
			name, more.address = name[:uid], name[uid+1:uid+1+n]
		}
	}
	if at := strings.Index(tail, "(#"); at >= 0 {
		_, n := lexicon.Figure(tail[at+2:])
		more.id = tail[at+2 : at+2+n]
	}
	h.author, h.date = CleanName(name), d
	h.add(more)
	if d.Weak() {
		h.joint = 'o'
	} else if more.address == "" && doubtfulName(h.author) > 0 {
		return false
	}
	h.kind = byHeader
	return h.author != "" && utf8.RuneCountInString(h.author) <= longestName
}

// byWords lead to a name, with a blank or a colon behind them, and ofWords with
// nothing.
var (
	byWords = []string{"by", "posted by", "post by", "comment by", "written by", "submitted by", "reply by", "review by", "left by"}
	ofWords = []string{"comment from: ", "from: ", "author: ", "user: ", "kommentar von ", "bewertung von ", "geschrieben von ", "comentario de ", "commentaire de "}
)

// byStarts is what the words of those begin with.
var byStarts = lexicon.StartsOf(lexicon.Set(strings.Join(slices.Concat(byWords, ofWords), " ")))

// CutByWords takes the words off that lead to a name: `Posted by`.
func CutByWords(s string) string {
	if s == "" || s[0] >= utf8.RuneSelf || !byStarts.Any(s[0]) {
		return s
	}
	for _, words := range byWords {
		rest, ok := cutFold(s, words)
		if ok && strings.HasPrefix(rest, ":") {
			rest = rest[1:]
		}
		if ok && strings.HasPrefix(rest, " ") {
			return strings.TrimLeftFunc(rest, lexicon.IsBlank)
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
func (h *header) readDated(s string) bool {
	const longest = 150
	if len(s) > longest || !maySayWhen(s) {
		return false
	}
	d, from, to := dates.Find(s)
	if !d.Strong() {
		return h.readSpan(s) || d.Weak() && to-from == len(s) && h.readWhen(d)
	}
	before, after := s[:from], s[to:]
	score, name := cutScore(trimJoints(before))
	name, whom := cutAddressee(name)
	name, _, _ = strings.Cut(name, " on Chapter ")           // of a story
	after, links := cutLinks(strings.TrimPrefix(after, "*")) // the mark of an edited one
	switch lower := strings.ToLower(name); {
	case joinedLabels[lower]:
		return false
	case whenLabels[lower]:
		name = ""
	}
	if name == "" && !links {
		name, after = trimJoints(after), ""
	}
	more := extras{to: whom, score: score}
	if text, inline := cutFold(s[to:], ": "); inline && name != "" && d.Clock {
		more.inline, after = text, ""
	}
	if !links && after != "" || len(name) > 0 && !PossibleName(CleanName(name)) {
		return false
	}
	h.kind, h.author, h.date = datedHeader, CleanName(name), d
	h.add(more)
	if h.author == "" {
		h.kind = dateHeader
		return true
	}
	h.joint = jointAfter(s, h.author)
	return true
}

// readWhen takes a date for all that a line says.
func (h *header) readWhen(d dates.Date) bool {
	h.kind, h.date = dateHeader, d
	return true
}

// readSpan reads `3h` and `Ann · 3h`.
func (h *header) readSpan(s string) bool {
	const longest = 80
	if len(s) > longest || !dates.IsAge(s[strings.LastIndexByte(s, ' ')+1:]) {
		return false
	}
	if dates.IsAge(s) {
		return h.readWhen(dates.Date{Relative: true})
	}
	if at := strings.LastIndexByte(s, ' '); h.mark.kind != "" && dates.IsAge(s[at+1:]) { // an item of a list
		if name := CleanName(strings.TrimLeft(strings.TrimPrefix(s[:max(at, 0)], "(BUTTON)"), "−–-▼▾ ")); PossibleName(name) && !lexicon.OnlyDigits(name) {
			h.kind, h.author, h.date, h.joint = datedHeader, name, dates.Date{Relative: true}, ' '
			return true
		}
	}
	for _, dot := range []string{" · ", " • "} {
		name, span, ok := strings.Cut(s, dot)
		if ok && dates.IsAge(span) && PossibleName(CleanName(name)) {
			h.kind, h.author, h.date, h.joint = datedHeader, CleanName(name), dates.Date{Relative: true}, '·'
			return true
		}
	}
	return false
}

// cutAddressee takes off a name whom its bearer answers: `Ann > Bo`, as Disqus
// shows it.
func cutAddressee(s string) (name, to string) {
	for _, arrow := range []string{" > ", " → ", " ➤ "} {
		if name, to, found := strings.Cut(s, arrow); found && PossibleName(to) {
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
			if _, n := lexicon.Figure(strings.TrimPrefix(t[at:], "-")); n > 0 {
				return t[at:], trimJoints(t[:at])
			}
		}
	}
	return "", s
}

// readBare reads a name that only a mark before it or a colon after it, or a
// date on the next line, makes a header.
func (h *header) readBare(s string) bool {
	if h.readPingback(s) {
		return true
	}
	name, colon := strings.CutSuffix(s, ":")
	if !PossibleName(name) || IsLink(s) || h.mark.kind == "" && endsSentence(name) {
		return false
	}
	h.author = CleanName(name)
	if h.author == "" {
		return false
	}
	h.kind = bareHeader
	if h.mark.kind == "" && !colon {
		h.kind = splitHeader
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
		if !lexicon.IsBlank(r) {
			if r < utf8.RuneSelf && lexicon.IsDigit(byte(r)) || unicode.IsUpper(r) {
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
		if lexicon.IsDigit(s[i]) {
			return true
		}
	}
	return false
}
