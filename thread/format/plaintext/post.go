package plaintext

import (
	"slices"
	"strconv"
	"strings"

	"skein/thread"
	"skein/thread/format/dates"
)

// readPost takes what stands above the comments: a title, perhaps a byline,
// and the text.
func (p *page) readPost(b *thread.Builder) {
	post := thread.Post{}
	lines := p.postLines()
	above := []Line(nil) // what a page shows before its title
	if at := p.title(lines); at >= 0 {
		b.Title = lines[at].Text
		above, lines = lines[:at], lines[at+1:]
	}
	if p.opener != nil {
		post.Author = p.opener.author
		post.Time, post.Zone = p.opener.date.Time(p.dayFirst)
	} else if author, date, taken := p.byline(lines); author != "" {
		post.Author = author
		post.Time, post.Zone = date.Time(p.dayFirst)
		lines = lines[taken:]
	} else if author, date = p.bylineBelow(lines); author != "" {
		post.Author = author
		post.Time, post.Zone = date.Time(p.dayFirst)
		lines = lines[:len(lines)-1]
	}
	post.Body = Body(slices.Concat(above, lines))
	b.Post(post)
}

// cutAny cuts a text at the first of the separators that it has.
func cutAny(s string, separators ...string) (before, after string, ok bool) {
	for _, sep := range separators {
		if before, after, ok = strings.Cut(s, sep); ok {
			return before, after, true
		}
	}
	return s, "", false
}

// postLines are the lines of the post: what stands above the comments but
// their heading, and a form that stands between.
func (p *page) postLines() []Line {
	if p.opener != nil {
		return p.openingLines()
	}
	if len(p.headers) == 0 {
		return p.lines
	}
	end := p.headers[0].line
	if p.below {
		end = p.bodies[0].from
	}
	if p.start < 0 {
		return p.lines[:end]
	}
	top := p.start
	if !headsOnly(tokens(p.lines[top].Text)) {
		top++
	}
	for k := len(p.markers) - 1; k >= 0; k-- {
		if m := p.markers[k]; m.line == top-1 && m.line < p.start && !m.over && m.line > 0 {
			top--
		}
	}
	post := p.lines[:max(top, min(1, end))]
	form := end
	for _, m := range p.markers {
		if m.over && m.line > p.start && m.line < form {
			form = m.line
		}
	}
	below := p.lines[min(p.start+1, form):form]
	for len(below) > 0 && IsLink(below[len(below)-1].Text) { // of the first comment
		below = below[:len(below)-1]
	}
	return p.withoutMarks(post, below)
}

// headsOnly says whether a line that counts comments says nothing else.
func headsOnly(words []string) bool {
	const short = 6
	if len(words) <= short || commentNouns[words[0]] {
		return true
	}
	_, number := number(words[0])
	return number && (commentNouns[words[1]] || commentNouns[words[2]])
}

// withoutMarks joins what stands above and below the heading of the comments,
// without the lines that only count them again or hold an empty item.
func (p *page) withoutMarks(above, below []Line) []Line {
	count := strconv.Itoa(p.count)
	kept := make([]Line, 0, len(above)+len(below))
	for i, l := range above {
		words := []string(nil)
		if i > 0 && strings.HasPrefix(l.Text, count) {
			words = tokens(l.Text)
		}
		if len(words) != 2 || words[0] != count || !commentNouns[words[1]] {
			kept = append(kept, l)
		}
	}
	for _, l := range below {
		if _, empty := loneMark(l.Text); !empty {
			kept = append(kept, l)
		}
	}
	return kept
}

// byline finds who wrote the post, and when, in the lines below its title. It
// says how many of them hold nothing else.
func (p *page) byline(lines []Line) (author string, date dates.Date, taken int) {
	if len(lines) < 2 {
		return "", dates.Date{}, 0
	}
	s := lines[0].Text
	for _, word := range bylineWords {
		if rest, ok := cutFold(s, word); ok {
			s = "by " + rest
		}
	}
	h := readHeader(s)
	switch {
	case h.kind == byHeader && h.mark.kind == "":
		author = h.author
	case h.kind == datedHeader && len(CutByWords(h.author)) < len(h.author):
		author = CutByWords(h.author)
	default:
		return "", dates.Date{}, 0
	}
	if doubtfulName(author) > 0 || !PossibleName(author) {
		return "", dates.Date{}, 0
	}
	date = h.date
	if !h.dated() {
		if next := readHeader(lines[1].Text); next.kind == dateHeader {
			return author, next.date, 2
		}
		return author, date, 1
	}
	if t, _ := date.Time(false); t.IsZero() {
		return author, date, 0
	}
	return author, date, 1
}

// bylineWords lead to who wrote a post, in other languages than English.
var bylineWords = []string{"von ", "par ", "por ", "di ", "door ", "av "}

// bylineBelow finds who wrote the post, and when, in a last line of its own
// that says both: `Posted by Ann on March 3, 2019`.
func (p *page) bylineBelow(lines []Line) (author string, date dates.Date) {
	n := len(lines) - 1
	if n < 1 || lines[n].Gap() == 0 || len(p.headers) == 0 {
		return "", dates.Date{}
	}
	author, date, taken := p.byline([]Line{lines[n], {}})
	if taken == 0 || !date.Strong() {
		return "", dates.Date{}
	}
	return author, date
}
