package format

import (
	"slices"
	"strings"
	"unicode/utf8"

	"skein/thread"
)

// A textPage is a page as it is taken apart: first the lines, then those that
// are headers, then what is below them.
type textPage struct {
	lines   []textLine
	markers []textMarker
	headers []*textHeader
	opener  *textHeader // of the post, where that has one like the comments'

	named      int  // the line that a forum says is the title, 0 where none is known
	end        int  // the line that a forum has below its last post, 0 where none is known
	start      int  // the line that heads the comments, -1 where none does
	count      int  // what the page says their number is, -1 where it does not
	below      bool // the headers stand below their comments
	dayFirst   bool // dates like 3/4/2014 are in April
	monthFirst bool // dates like 3-4-2014 are in March
	answers    bool // the headers say whom they answer, and no levels
	bodies     []textBodySpan
}

// findHeaders chooses among all ways to write a header the one that explains
// the page best, and among its lines those that are headers.
func (p *textPage) findHeaders() {
	all := p.candidates()
	if p.findSigned(all) {
		return
	}
	p.start, p.count = -1, -1
	best := 0.0
	for kind := textSays; kind <= textBare; kind++ {
		r := p.reading(all, kind)
		if worth := r.worth(); worth > best {
			best = worth
			p.headers, p.start, p.count = r.headers, r.start, r.count
		}
	}
	cutPictures(p.headers)
}

// settleDates finds out in what order the dates in figures have their parts:
// one tells it for all.
func (p *textPage) settleDates() {
	for i := range p.headers {
		if d := p.headers[i].date; d.month > 12 {
			p.dayFirst = p.dayFirst || d.slashes
			p.monthFirst = p.monthFirst || d.dashes
		}
	}
	for i := range p.headers {
		if d := &p.headers[i].date; d.dashes && p.monthFirst && d.month <= 12 {
			d.month, d.day = d.day, d.month
		}
	}
}

// candidates are all lines that may be headers, with the lines that belong to
// them: a mark above, a date below.
func (p *textPage) candidates() []*textHeader {
	headers := p.readHeaders()
	all := headers[:0] // never more than were read
	for _, h := range headers {
		i := h.line
		if n := len(all) - 1; n >= 0 {
			last := all[n]
			if h.kind == textWhen && p.reaches(last, i) && !last.dated() && p.lines[i].gap <= 1 {
				last.date, last.body = h.date, i+1
				if last.mark.kind == "" {
					last.mark = h.mark
				}
				if last.kind == textBare && last.inline == "" {
					last.kind = textSplit // a mark or a colon, a name and a date are a header without a verb
				}
				continue
			}
			if last.kind == textBy && p.reaches(last, i+1) {
				continue
			}
			if last.kind == textSplit && !last.dated() {
				all = all[:n]
			}
		}
		if h.kind != textWhen {
			p.place(h)
			if n := len(all); n > 0 && all[n-1].line == h.line && h.line < i {
				all = all[:n-1] // the name, of which it is the badge
			}
			if n := len(all); n > 0 {
				h.line = max(h.line, min(i, all[n-1].body))
			}
			all = append(all, h)
		}
	}
	if n := len(all) - 1; n >= 0 && all[n].kind == textSplit && !all[n].dated() {
		all = all[:n]
	}
	return all
}

// reaches says whether line i is the next below a header, or below fields of
// mail that stand between who it is from and when it was sent.
func (p *textPage) reaches(h *textHeader, i int) bool {
	const most = 6
	if h.kind == textBy && i-h.body <= most {
		for i > h.body && i <= len(p.lines) && besideFrom(p.lines[i-1].text) {
			i--
		}
	}
	if h.kind == textSplit && i == h.body+1 && strings.EqualFold(p.lines[h.body].text, "unread,") { // Google Groups
		return true
	}
	return h.body == i
}

// readHeaders reads all lines as the headers that they may be, on all cores,
// and keeps those that may be some.
func (p *textPage) readHeaders() []*textHeader {
	found := make([][]*textHeader, thread.Blocks(len(p.lines)))
	width := wrapWidth(p.lines)
	thread.InBlocks(len(p.lines), 0, func(block, from, to int) {
		for i := from; i < to; i++ {
			if _, lone := loneMark(p.lines[i].text); lone {
				continue
			}
			h, body := readHeader(p.lines[i].text), i+1
			if p.headsExcerpt(i) {
				if title, ok := readTitle(p.lines[i].text); ok {
					h = title
				}
			}
			if !h.dated() && p.wraps(i, width) {
				if w := readHeader(p.lines[i].text + " " + p.lines[body].text); w.kind == textDated {
					h, body = w, body+1
				}
			}
			for h.pingback() && p.titleGoesOn(i, body, width) {
				h.author += " " + p.lines[body].text
				body++
			}
			if h.kind != textNone {
				kept := h // most lines are none, and leave nothing behind
				kept.line, kept.body, kept.column = i, body, p.lines[i].indent
				found[block] = append(found[block], &kept)
			}
			i = body - 1
		}
	})
	return slices.Concat(found...)
}

// wrapWidth is the width to which a page was wrapped: one of its words may be
// longer.
func wrapWidth(lines []textLine) int {
	width := 0
	for _, l := range lines {
		if l.indent+len(l.text) > width && strings.Contains(l.text, " ") {
			width = max(width, l.indent+utf8.RuneCountInString(l.text))
		}
	}
	return width
}

// wraps says whether a line ends because its column, a narrow one, had no room
// for the next word.
func (p *textPage) wraps(i, width int) bool {
	const narrow = 40
	l := &p.lines[i]
	if i+1 == len(p.lines) || len(l.text) > narrow || l.indent == 0 {
		return false
	}
	return p.lines[i+1].indent == l.indent && isWrapped(p.lines, i, width)
}

// place adds the line above to a header that it belongs to.
func (p *textPage) place(h *textHeader) {
	if h.line == 0 {
		return
	}
	if p.pictures(h.line-1, h.author) {
		h.line--
		return
	}
	if p.liftBadge(h); h.line == 0 {
		return
	}
	above := p.lines[h.line-1].text
	if m, line := p.boxMark(h.line); m.kind != "" && h.mark.kind == "" {
		h.mark, h.line = m, line
	} else if m, lone := loneMark(above); lone && h.mark.kind == "" {
		h.mark = m
		h.line--
		if h.linked { // others have their mark on the line
			h.column = min(h.column, p.lines[h.line].indent)
		}
	} else if p.lines[h.line].gap == 0 && strings.EqualFold(above, "posted by") {
		h.line--
	}
}

// liftBadge gives a header that is only a badge the name above it. Somebody may
// be called so, and then a text may stand there.
func (p *textPage) liftBadge(h *textHeader) {
	if h.kind != textSplit || p.lines[h.line].gap > 0 || !textBadges[strings.ToLower(h.author)] {
		return
	}
	mark, name := cutTextMark(p.lines[h.line-1].text)
	if (mark.kind != "" || p.headsPoster(h.line-1) || p.belowMark(h.line-1)) && possibleName(cutAvatar(name)) && !textLink(name) {
		h.mark, h.author, h.line = mark, cleanName(cutAvatar(name)), h.line-1
		h.column = p.lines[h.line].indent
	}
}

// belowMark says whether a mark of a list stands alone above line i.
func (p *textPage) belowMark(i int) bool {
	if i == 0 {
		return false
	}
	_, lone := loneMark(p.lines[i-1].text)
	return lone
}

// pictures says whether a line is what an app has for the picture of somebody
// named: `Ann Bee profile image`, `Profile photo for Ann Bee`.
func (p *textPage) pictures(line int, name string) bool {
	const longest = 24 // words for a picture
	text := p.lines[line].text
	if name == "" || len(text) <= len(name) || len(text) > len(name)+longest {
		return false
	}
	before, after, ok := strings.Cut(text, name)
	return ok && (before == "" && picturesBehind[after] || after == "" && picturesBefore[before])
}

var (
	picturesBehind = textPhrases(" profile image\n profile picture\n profile photo\n profile pic\n avatar\n's avatar\n’s avatar\n's profile photo\n’s profile photo\n's profile picture")
	picturesBefore = textPhrases("Avatar of \nPhoto of \nProfile photo for \nProfile photo of \nProfile picture for \nProfile picture of \nProfile image of \nAvatar for ")
)

// A textReading is one way to understand a page.
type textReading struct {
	kind    textKind
	headers []*textHeader
	start   int
	count   int
	chained bool // its numbers follow each other
}

// reading understands the page as if all headers were of one kind.
func (p *textPage) reading(all []*textHeader, kind textKind) textReading {
	r := textReading{kind: kind}
	var own []*textHeader
	for _, h := range all {
		if h.kind == kind {
			own = append(own, h)
		}
	}
	r.start, r.count = p.sectionStart(own)
	if r.start < 0 {
		own = dropPostByline(own)
	}
	for len(own) > 0 && own[0].line <= r.start {
		own = own[1:]
	}
	p.measureTraits(own)
	sure := slices.Clip(own)
	for range 2 {
		judge(own, sure, p.follows(own, r.start))
		r.chained = judgeNumbers(own)
		chained := within(own, 0) // their numbers follow each other, so they count more
		sure = slices.Concat(within(own, doubtful), chained, chained, chained)
	}
	r.headers = within(own, r.threshold(own))
	r.headers = addPingbacks(fillGaps(r.headers, all), all, r.start)
	return r
}

// dropPostByline takes away what is at the top and names the post's author.
func dropPostByline(own []*textHeader) []*textHeader {
	const top = 4
	if len(own) > 1 && own[0].line < top && own[0].mark.kind == "" && own[0].kind == textBy {
		return own[1:]
	}
	return own
}

// follows is the index of the candidate that stands directly below the
// heading of the comments, -1 for none: that one is sure to be a header.
func (p *textPage) follows(own []*textHeader, start int) int {
	if start >= 0 && len(own) > 0 && own[0].line == start+1 {
		return 0
	}
	return -1
}

// within are the headers whose doubt is below a threshold.
func within(own []*textHeader, threshold float64) []*textHeader {
	var list []*textHeader
	for _, h := range own {
		if h.doubt < threshold {
			list = append(list, h)
		}
	}
	return list
}
