package markup

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A markKind is a way to emphasise words.
type markKind uint8

const (
	weak markKind = iota
	strong
	struck
	linked // not emphasis, but it opens as late
)

// delimiters are what Markdown writes around emphasised words.
var delimiters = [...]string{weak: "*", strong: "**", struck: "~~"}

// A pieceKind says what a piece of a paragraph is.
type pieceKind uint8

const (
	words   pieceKind = iota
	source            // Markdown already
	code              // the text of a code span
	newline           // a hard line break
	opening           // of emphasis
	closing
	dropped
)

// A piece is a part of a paragraph that has not been written yet.
type piece struct {
	kind    pieceKind
	mark    markKind
	at      where
	partner int // index of the closing for an opening and the other way round
	text    string
}

// An inline collects a paragraph of HTML piece by piece. Emphasis opens only
// when a word follows and closes right behind one, however the tags stand.
type inline struct {
	pieces  []piece
	pending []markKind // opened, but no word has come yet
	open    []openMark // opened and not closed
	space   bool       // a blank stands between the last word and the next
	started bool       // there is a word on this line
	link    openLink
}

// An openMark is emphasis that is open; inside is the link it opened in.
type openMark struct {
	kind   markKind
	piece  int
	inside bool
}

// write adds words. Runs of space are one blank; a line that starts with a
// quote mark stays one.
func (l *inline) write(s string) {
	first := true
	for line := range strings.SplitSeq(Clean(s), "\n") {
		text := strings.TrimFunc(line, unicode.IsSpace)
		if !first && strings.HasPrefix(text, ">") {
			l.breakLine()
		}
		l.space = l.space || !first
		first = false
		if text == "" {
			l.space = l.space || line != ""
			continue
		}
		r, _ := utf8.DecodeRuneInString(line)
		l.space = l.space || unicode.IsSpace(r)
		l.content(words, oneBlank(text))
		r, _ = utf8.DecodeLastRuneInString(line)
		l.space = unicode.IsSpace(r)
	}
}

// oneBlank makes every run of space in s one blank.
func oneBlank(s string) string {
	if isPlainLine(s) {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// content adds something one can see, behind what it opens.
func (l *inline) content(kind pieceKind, text string) {
	if l.space && l.started {
		l.pieces = append(l.pieces, piece{kind: words, text: " ", at: l.where()})
	}
	l.space = false
	for _, kind := range l.pending {
		if kind == linked {
			l.link.piece = len(l.pieces)
			l.link.started = true
			l.pieces = append(l.pieces, piece{kind: dropped})
			continue
		}
		l.open = append(l.open, openMark{kind, len(l.pieces), l.link.started})
		l.pieces = append(l.pieces, piece{kind: opening, mark: kind, partner: -1})
	}
	l.pending = l.pending[:0]
	l.pieces = append(l.pieces, piece{kind: kind, text: text, at: l.where()})
	l.started = true
}

// where is where the next words stand.
func (l *inline) where() where {
	if l.link.started && l.link.address != "" {
		return inLink
	}
	return inParagraph
}

// breakLine starts a new line in the paragraph.
func (l *inline) breakLine() {
	if l.link.started || !l.started {
		l.space = true
		return
	}
	l.pieces = append(l.pieces, piece{kind: newline})
	l.space, l.started = false, false
}

// openMark starts emphasis, unless there is such emphasis already.
func (l *inline) openMark(kind markKind) {
	if slices.Contains(l.pending, kind) {
		return
	}
	if !slices.ContainsFunc(l.open, func(m openMark) bool { return m.kind == kind }) {
		l.pending = append(l.pending, kind)
	}
}

// closeMark ends emphasis. What opened after it closes, too, and opens again.
func (l *inline) closeMark(kind markKind) {
	if i := slices.Index(l.pending, kind); i >= 0 {
		l.pending = slices.Delete(l.pending, i, i+1)
		return
	}
	i := slices.IndexFunc(l.open, func(m openMark) bool { return m.kind == kind })
	if i < 0 {
		return
	}
	again := l.closeFrom(i)
	l.pending = append(again[1:], l.pending...)
}

// closeFrom closes all emphasis from the i-th on and gives what it was.
func (l *inline) closeFrom(i int) (kinds []markKind) {
	for _, m := range slices.Backward(l.open[i:]) {
		if m.inside != l.link.started { // Markdown has no such overlap
			l.pieces[m.piece].kind = dropped
			continue
		}
		l.pieces[m.piece].partner = len(l.pieces)
		l.pieces = append(l.pieces, piece{kind: closing, mark: m.kind, partner: m.piece})
	}
	for _, m := range l.open[i:] {
		kinds = append(kinds, m.kind)
	}
	l.open = l.open[:i]
	return kinds
}

// take ends the paragraph and gives its pieces. Emphasis that is open goes on
// in the next one. The pieces are valid until the next word.
func (l *inline) take() []piece {
	if l.link.started {
		l.closeLink()
	}
	l.pending = append(l.closeFrom(0), l.pending...)
	pieces := l.pieces
	l.pieces = l.pieces[:0]
	l.space, l.started = false, false
	return pieces
}
