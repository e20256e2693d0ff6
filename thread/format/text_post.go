package format

import (
	"slices"
	"strconv"
	"strings"

	"skein/thread"
)

// readPost takes what stands above the comments: a title, perhaps a byline,
// and the text.
func (p *textPage) readPost(b *thread.Builder) {
	post := thread.Post{}
	lines := p.postLines()
	above := []textLine(nil) // what a page shows before its title
	if at := p.title(lines); at >= 0 {
		b.Title = lines[at].text
		above, lines = lines[:at], lines[at+1:]
	}
	if p.opener != nil {
		post.Author = p.opener.author
		post.Time, post.Zone = p.opener.date.time(p.dayFirst)
	} else if author, date, taken := p.byline(lines); author != "" {
		post.Author = author
		post.Time, post.Zone = date.time(p.dayFirst)
		lines = lines[taken:]
	} else if author, date = p.bylineBelow(lines); author != "" {
		post.Author = author
		post.Time, post.Zone = date.time(p.dayFirst)
		lines = lines[:len(lines)-1]
	}
	post.Body = textOf(slices.Concat(above, lines))
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
func (p *textPage) postLines() []textLine {
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
	if !headsOnly(textTokens(p.lines[top].text)) {
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
	for len(below) > 0 && textLink(below[len(below)-1].text) { // of the first comment
		below = below[:len(below)-1]
	}
	return p.withoutMarks(post, below)
}

// headsOnly says whether a line that counts comments says nothing else.
func headsOnly(words []string) bool {
	const short = 6
	if len(words) <= short || textNouns[words[0]] {
		return true
	}
	_, number := textNumber(words[0])
	return number && (textNouns[words[1]] || textNouns[words[2]])
}

// withoutMarks joins what stands above and below the heading of the comments,
// without the lines that only count them again or hold an empty item.
func (p *textPage) withoutMarks(above, below []textLine) []textLine {
	count := strconv.Itoa(p.count)
	kept := make([]textLine, 0, len(above)+len(below))
	for i, l := range above {
		words := []string(nil)
		if i > 0 && strings.HasPrefix(l.text, count) {
			words = textTokens(l.text)
		}
		if len(words) != 2 || words[0] != count || !textNouns[words[1]] {
			kept = append(kept, l)
		}
	}
	for _, l := range below {
		if _, empty := loneMark(l.text); !empty {
			kept = append(kept, l)
		}
	}
	return kept
}

// byline finds who wrote the post, and when, in the lines below its title. It
// says how many of them hold nothing else.
func (p *textPage) byline(lines []textLine) (author string, date textDate, taken int) {
	if len(lines) < 2 {
		return "", textDate{}, 0
	}
	s := lines[0].text
	for _, word := range bylineWords {
		if rest, ok := cutFold(s, word); ok {
			s = "by " + rest
		}
	}
	h := readHeader(s)
	switch {
	case h.kind == textBy && h.mark.kind == "":
		author = h.author
	case h.kind == textDated && len(cutByWords(h.author)) < len(h.author):
		author = cutByWords(h.author)
	default:
		return "", textDate{}, 0
	}
	if doubtfulName(author) > 0 || !possibleName(author) {
		return "", textDate{}, 0
	}
	date = h.date
	if !h.dated() {
		if next := readHeader(lines[1].text); next.kind == textWhen {
			return author, next.date, 2
		}
		return author, date, 1
	}
	if t, _ := date.time(false); t.IsZero() {
		return author, date, 0
	}
	return author, date, 1
}

// bylineWords lead to who wrote a post, in other languages than English.
var bylineWords = []string{"von ", "par ", "por ", "di ", "door ", "av "}

// bylineBelow finds who wrote the post, and when, in a last line of its own
// that says both: `Posted by Ann on March 3, 2019`.
func (p *textPage) bylineBelow(lines []textLine) (author string, date textDate) {
	n := len(lines) - 1
	if n < 1 || lines[n].gap == 0 || len(p.headers) == 0 {
		return "", textDate{}
	}
	author, date, taken := p.byline([]textLine{lines[n], {}})
	if taken == 0 || !date.strong() {
		return "", textDate{}
	}
	return author, date
}
