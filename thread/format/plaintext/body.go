package plaintext

import (
	"slices"
	"strconv"
	"strings"

	"skein/thread"
	"skein/thread/format/dates"
	"skein/thread/format/lexicon"
	"skein/thread/markup"
)

// A bodySpan is the lines of one comment's text.
type bodySpan struct{ from, to int }

// findBodies gives every comment its lines and leaves out what a page hangs
// on them: links below, dates below.
func (p *page) findBodies() {
	if len(p.headers) == 0 {
		return
	}
	if p.below = p.headersBelow(); !p.below {
		p.takeVotes()
	}
	p.bodies = make([]bodySpan, len(p.headers))
	for i := range p.headers {
		span := bodySpan{from: p.headers[i].body, to: len(p.lines)}
		switch {
		case p.below && i > 0:
			span = bodySpan{p.headers[i-1].body, p.headers[i].line}
		case p.below:
			span = bodySpan{p.firstBelow(), p.headers[i].line}
		case i+1 < len(p.headers):
			span.to = p.headers[i+1].line
		default:
			span.to = p.lastLine()
		}
		p.bodies[i] = span
	}
	p.cutLinkLines()
	taken := p.takeDatesBelow()
	if p.cutUnreadDates() || taken {
		p.cutLinkLines()
	}
	if p.cutRepeats() {
		p.cutLinkLines()
	}
}

// headersBelow says whether authors are named after what they wrote: there is
// text above the first header and none below the last.
func (p *page) headersBelow() bool {
	last := p.headers[len(p.headers)-1]
	if last.kind == saysHeader || last.kind == bareHeader || last.extras().inline != "" || p.lastLine() > last.body {
		return false
	}
	first := p.headers[0]
	if p.start < 0 {
		return len(p.headers) > 2
	}
	return p.belowStart() < first.line
}

// firstBelow is where the first comment begins when its header is below it.
func (p *page) firstBelow() int {
	if p.start >= 0 {
		return p.start + 1
	}
	i := p.headers[0].line - 1
	for i > 1 && p.lines[i].Gap() < 2 {
		i--
	}
	return max(i, 0)
}

// lastLine is one past the last line of the last comment: what is below is
// the rest of the page.
func (p *page) lastLine() int {
	if p.end > 0 {
		return p.end
	}
	last := p.headers[len(p.headers)-1]
	left, edge := last.column, p.edge()
	for i := range p.headers {
		left = min(left, p.headers[i].column)
	}
	for _, m := range p.markers {
		if m.over && m.line >= last.body && p.lines[m.line].Indent() <= left {
			return p.cutTrailers(last.body, min(m.line, p.dedented(last.body, edge)))
		}
	}
	return p.cutTrailers(last.body, p.dedented(last.body, edge))
}

// dedented is the first line from i on that stands further left than the text
// of any comment, below a blank line.
func (p *page) dedented(i, edge int) int {
	for ; i < len(p.lines); i++ {
		if p.lines[i].Indent() < edge && p.lines[i].Gap() > 0 {
			break
		}
	}
	return i
}

// edge is the leftmost column in which the last comment may have text: no
// other one has any further left, and its header has none below it.
func (p *page) edge() int {
	n := len(p.headers) - 1
	last := p.headers[n]
	edge := last.column + min(max(int(last.traits.delta), 0), 1)
	for i := range n {
		for _, l := range p.lines[p.headers[i].body:p.headers[i+1].line] {
			edge = min(edge, l.Indent())
		}
	}
	return edge
}

// cutLinkLines takes `Reply` and the like off the end of the comments, with
// the counts among them if most have some, and a `Permalink` that stands alone
// between header and text. A comment of nothing else loses it only where most
// end with such a line.
func (p *page) cutLinkLines() {
	ends, counts := 0, 0
	for _, s := range p.bodies {
		if s.to == s.from || !IsLink(p.lines[s.to-1].Text) {
			continue
		}
		ends++
		if p.controlsFrom(s, 1, true) < p.controlsFrom(s, 1, false) {
			counts++
		}
	}
	least := 1
	if 2*ends > len(p.bodies) {
		least = 0
	}
	for i := range p.bodies {
		s := &p.bodies[i]
		s.to = p.controlsFrom(*s, least, 2*counts > len(p.bodies))
		for !p.below && s.to-s.from > 1 && IsLink(p.lines[s.from].Text) && p.lines[s.from+1].Gap() > 0 {
			s.from++
		}
	}
}

// controlsFrom is the line from which a comment's last lines are links, and
// counts above some, but for so many lines that it keeps.
func (p *page) controlsFrom(s bodySpan, keep int, counts bool) int {
	end := s.to
	for end-s.from > keep {
		text := p.lines[end-1].Text
		if !IsLink(text) && (!counts || end == s.to || !lexicon.OnlyDigits(text)) {
			if _, more := readMore(text); !more {
				break
			}
		}
		end--
	}
	return end
}

// takeDatesBelow moves the dates that stand below their comments, or above
// their headers, to where the other pages have them, if nearly all do. It says
// whether it did.
func (p *page) takeDatesBelow() bool {
	stamps := make([]dates.Date, len(p.bodies))
	found := 0
	for i, s := range p.bodies {
		if s.to > s.from && !p.headers[i].dated() {
			if stamps[i] = p.dateOn(s.to - 1); stamps[i] != (dates.Date{}) {
				found++
			}
		}
	}
	if 10*found < 6*len(p.bodies) {
		return false
	}
	for i := range p.bodies {
		if stamps[i] != (dates.Date{}) {
			p.bodies[i].to--
		}
	}
	if first := p.dateOn(p.headers[0].line - 1); first != (dates.Date{}) && stamps[len(stamps)-1] == (dates.Date{}) {
		p.headers[0].line--
		stamps = slices.Concat([]dates.Date{first}, stamps[:len(stamps)-1])
	}
	for i, date := range stamps {
		if date != (dates.Date{}) {
			p.headers[i].date = date
		}
	}
	return true
}

// dateOn is the date of a line that has nothing else.
func (p *page) dateOn(line int) (d dates.Date) {
	const longest = 200
	if line >= 0 && len(p.lines[line].Text) <= longest && maySayWhen(p.lines[line].Text) {
		if h := readHeader(p.lines[line].Text); h.kind == dateHeader {
			d = h.date
		}
	}
	return d
}

// comment is comment i as a thread takes it.
func (p *page) comment(i int) thread.Post {
	h := p.headers[i]
	more := h.extras()
	post := thread.Post{ID: more.id, Level: int(h.level), Author: h.author, Address: more.address}
	if p.answers {
		post.Level = 0
	}
	post.Time, post.Zone = h.date.Time(p.dayFirst)
	if n, err := strconv.Atoi(more.score); err == nil {
		post.Score, post.Flags = n, thread.Scored
	}
	post.More = p.moreBelow(i)
	lines := p.lines[p.bodies[i].from:p.bodies[i].to]
	if len(lines) > 1 && lines[0].Text == "−" { // folds the comment
		lines = lines[1:]
	}
	post.Body = p.text.body(lines)
	if more.inline != "" {
		end := "\n"
		if len(lines) > 0 && lines[0].Gap() > 0 {
			end = "\n\n"
		}
		post.Body = markup.Body{Raw: strings.TrimRight(more.inline+end+textOf(lines), "\n"), Kind: markup.Text}
	}
	return post
}

// moreBelow is how many more answers the lines say there are between a
// comment's text and the next comment.
func (p *page) moreBelow(i int) int {
	const most = 8 // lines
	to := len(p.lines)
	if i+1 < len(p.headers) {
		to = p.headers[i+1].line
	}
	for line := p.bodies[i].to; line < min(to, p.bodies[i].to+most); line++ {
		if n, ok := readMore(p.lines[line].Text); ok {
			return n
		}
	}
	return 0
}
