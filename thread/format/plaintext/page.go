package plaintext

import (
	"slices"
	"strings"
	"unicode/utf8"

	"skein/thread"
	"skein/thread/format/lexicon"
)

// A page is a page as it is taken apart: first the lines, then those that
// are headers, then what is below them.
type page struct {
	text    source
	lines   []Line
	markers []marker
	headers []*header
	opener  *header // of the post, where that has one like the comments'

	named      int  // the line that a forum says is the title, 0 where none is known
	end        int  // the line that a forum has below its last post, 0 where none is known
	start      int  // the line that heads the comments, -1 where none does
	count      int  // what the page says their number is, -1 where it does not
	below      bool // the headers stand below their comments
	dayFirst   bool // dates like 3/4/2014 are in April
	monthFirst bool // dates like 3-4-2014 are in March
	answers    bool // the headers say whom they answer, and no levels
	bodies     []bodySpan
}

// findHeaders chooses among all ways to write a header the one that explains
// the page best, and among its lines those that are headers.
func (p *page) findHeaders() {
	all := p.candidates()
	if p.findSigned(all) {
		return
	}
	p.start, p.count = -1, -1
	best := 0.0
	for kind := saysHeader; kind <= bareHeader; kind++ {
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
func (p *page) settleDates() {
	for i := range p.headers {
		if d := p.headers[i].date; d.Month > 12 {
			p.dayFirst = p.dayFirst || d.Slashes
			p.monthFirst = p.monthFirst || d.Dashes
		}
	}
	for i := range p.headers {
		if d := &p.headers[i].date; d.Dashes && p.monthFirst && d.Month <= 12 {
			d.Month, d.Day = d.Day, d.Month
		}
	}
}

// candidates are all lines that may be headers, with the lines that belong to
// them: a mark above, a date below.
func (p *page) candidates() []*header {
	headers := p.readHeaders()
	all := headers[:0] // never more than were read
	for _, h := range headers {
		i := h.line
		if n := len(all) - 1; n >= 0 {
			last := all[n]
			if h.kind == dateHeader && p.reaches(last, i) && !last.dated() && p.lines[i].Gap() <= 1 {
				last.date, last.body = h.date, i+1
				if last.mark.kind == "" {
					last.mark = h.mark
				}
				if last.kind == bareHeader && last.extras().inline == "" {
					last.kind = splitHeader // a mark or a colon, a name and a date are a header without a verb
				}
				continue
			}
			if last.kind == byHeader && p.reaches(last, i+1) {
				continue
			}
			if last.kind == splitHeader && !last.dated() {
				all = all[:n]
			}
		}
		if h.kind != dateHeader {
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
	if n := len(all) - 1; n >= 0 && all[n].kind == splitHeader && !all[n].dated() {
		all = all[:n]
	}
	return all
}

// reaches says whether line i is the next below a header, or below fields of
// mail that stand between who it is from and when it was sent.
func (p *page) reaches(h *header, i int) bool {
	const most = 6
	if h.kind == byHeader && i-h.body <= most {
		for i > h.body && i <= len(p.lines) && besideFrom(p.lines[i-1].Text) {
			i--
		}
	}
	if h.kind == splitHeader && i == h.body+1 && strings.EqualFold(p.lines[h.body].Text, "unread,") { // Google Groups
		return true
	}
	return h.body == i
}

// readHeaders reads all lines as the headers that they may be, on all cores,
// and keeps those that may be some.
func (p *page) readHeaders() []*header {
	found := make([][]*header, thread.Blocks(len(p.lines)))
	width := wrapWidth(p.lines)
	thread.InBlocks(len(p.lines), 0, func(block, from, to int) {
		var names thread.Shelf
		for i := from; i < to; i++ {
			if _, lone := loneMark(p.lines[i].Text); lone {
				continue
			}
			h, body := readHeader(p.lines[i].Text), i+1
			if p.headsExcerpt(i) {
				if title, ok := readTitle(p.lines[i].Text); ok {
					h = title
				}
			}
			if !h.dated() && p.wraps(i, width) {
				if w := readHeader(p.lines[i].Text + " " + p.lines[body].Text); w.kind == datedHeader {
					h, body = w, body+1
				}
			}
			for h.pingback() && p.titleGoesOn(i, body, width) {
				h.author += " " + p.lines[body].Text
				body++
			}
			if h.kind != noHeader {
				kept := h // most lines are none, and leave nothing behind
				kept.author = names.Keep(h.author)
				kept.line, kept.body, kept.column = i, body, p.lines[i].Indent()
				found[block] = append(found[block], &kept)
			}
			i = body - 1
		}
	})
	return slices.Concat(found...)
}

// wrapWidth is the width to which a page was wrapped: one of its words may be
// longer.
func wrapWidth(lines []Line) int {
	width := 0
	for _, l := range lines {
		if l.Indent()+len(l.Text) > width && strings.Contains(l.Text, " ") {
			width = max(width, l.Indent()+utf8.RuneCountInString(l.Text))
		}
	}
	return width
}

// wraps says whether a line ends because its column, a narrow one, had no room
// for the next word.
func (p *page) wraps(i, width int) bool {
	const narrow = 40
	l := &p.lines[i]
	if i+1 == len(p.lines) || len(l.Text) > narrow || l.Indent() == 0 {
		return false
	}
	return p.lines[i+1].Indent() == l.Indent() && isWrapped(p.lines, i, width)
}

// place adds the line above to a header that it belongs to.
func (p *page) place(h *header) {
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
	above := p.lines[h.line-1].Text
	if m, line := p.boxMark(h.line); m.kind != "" && h.mark.kind == "" {
		h.mark, h.line = m, line
	} else if m, lone := loneMark(above); lone && h.mark.kind == "" {
		h.mark = m
		h.line--
		if h.linked { // others have their mark on the line
			h.column = min(h.column, p.lines[h.line].Indent())
		}
	} else if p.lines[h.line].Gap() == 0 && strings.EqualFold(above, "posted by") {
		h.line--
	}
}

// liftBadge gives a header that is only a badge the name above it. Somebody may
// be called so, and then a text may stand there.
func (p *page) liftBadge(h *header) {
	if h.kind != splitHeader || p.lines[h.line].Gap() > 0 || !lexicon.Badges[strings.ToLower(h.author)] {
		return
	}
	mark, name := cutTextMark(p.lines[h.line-1].Text)
	if (mark.kind != "" || p.headsPoster(h.line-1) || p.belowMark(h.line-1)) && PossibleName(cutAvatar(name)) && !IsLink(name) {
		h.mark, h.author, h.line = mark, CleanName(cutAvatar(name)), h.line-1
		h.column = p.lines[h.line].Indent()
	}
}

// belowMark says whether a mark of a list stands alone above line i.
func (p *page) belowMark(i int) bool {
	if i == 0 {
		return false
	}
	_, lone := loneMark(p.lines[i-1].Text)
	return lone
}

// pictures says whether a line is what an app has for the picture of somebody
// named: `Ann Bee profile image`, `Profile photo for Ann Bee`.
func (p *page) pictures(line int, name string) bool {
	const longest = 24 // words for a picture
	text := p.lines[line].Text
	if name == "" || len(text) <= len(name) || len(text) > len(name)+longest {
		return false
	}
	before, after, ok := strings.Cut(text, name)
	return ok && (before == "" && picturesBehind[after] || after == "" && picturesBefore[before])
}

var (
	picturesBehind = lexicon.Phrases(" profile image\n profile picture\n profile photo\n profile pic\n avatar\n's avatar\n’s avatar\n's profile photo\n’s profile photo\n's profile picture")
	picturesBefore = lexicon.Phrases("Avatar of \nPhoto of \nProfile photo for \nProfile photo of \nProfile picture for \nProfile picture of \nProfile image of \nAvatar for ")
)

// A reading is one way to understand a page.
type reading struct {
	kind    kind
	headers []*header
	start   int
	count   int
	chained bool // its numbers follow each other
}

// reading understands the page as if all headers were of one kind.
func (p *page) reading(all []*header, kind kind) reading {
	r := reading{kind: kind}
	var own []*header
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
	judge(own, nil, p.follows(own, r.start))
	judgeNumbers(own)
	judge(own, votes(own), p.follows(own, r.start))
	r.chained = judgeNumbers(own)
	r.headers = within(own, r.threshold(own))
	r.headers = addPingbacks(fillGaps(r.headers, all), all, r.start)
	return r
}

// dropPostByline takes away what is at the top and names the post's author.
func dropPostByline(own []*header) []*header {
	const top = 4
	if len(own) > 1 && own[0].line < top && own[0].mark.kind == "" && own[0].kind == byHeader {
		return own[1:]
	}
	return own
}

// follows is the index of the candidate that stands directly below the
// heading of the comments, -1 for none: that one is sure to be a header.
func (p *page) follows(own []*header, start int) int {
	if start >= 0 && len(own) > 0 && own[0].line == start+1 {
		return 0
	}
	return -1
}

// within are the headers whose doubt is below a threshold.
func within(own []*header, threshold float64) []*header {
	list := make([]*header, 0, countWithin(own, threshold))
	for _, h := range own {
		if h.doubt < threshold {
			list = append(list, h)
		}
	}
	return list
}

// countWithin is how many they are.
func countWithin(own []*header, threshold float64) int {
	n := 0
	for _, h := range own {
		if h.doubt < threshold {
			n++
		}
	}
	return n
}
