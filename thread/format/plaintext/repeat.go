package plaintext

import (
	"strings"
	"unicode"

	"skein/thread/format/lexicon"
)

// cutRepeats takes off what nearly all comments end or begin with on lines of
// their own, whatever it is: links in languages and words of which nobody has
// a list, the fields of a forum's profile, the subject of the next post, that
// others liked them. A count in it may differ. It says whether there was any.
func (p *page) cutRepeats() bool {
	last := p.cutAlike(3, 6, p.ending, func(s *bodySpan) { s.to-- })
	first := p.cutAlike(4, 8, p.starting, func(s *bodySpan) { s.from++ })
	return last || first
}

// cutAlike cuts the lines of one edge of the comments, as long as several and so
// many of ten have the same there. What edge says of a comment is empty where
// its line may not go.
func (p *page) cutAlike(several, ofTen int, edge func(i int) string, cut func(*bodySpan)) (some bool) {
	const mostLines, sample = 24, 256
	edges := make([]string, len(p.bodies))
	for range mostLines {
		counts := map[string]int{}
		best := ""
		for i := range p.bodies {
			if i == sample && 10*counts[best] < 3*sample {
				return some
			}
			if edges[i] = edge(i); edges[i] == "" {
				continue
			}
			if counts[edges[i]]++; counts[edges[i]] > counts[best] {
				best = edges[i]
			}
		}
		if n := counts[best]; n < several || 10*n < ofTen*len(p.bodies) {
			return some
		}
		for i := range p.bodies {
			if edges[i] == best {
				cut(&p.bodies[i])
			}
		}
		some = true
	}
	return some
}

// starting is the first line of comment i as what may be the same on others,
// empty where it can be none of its own.
func (p *page) starting(i int) string {
	const longest = 40
	s := p.bodies[i]
	if p.below || s.to-s.from < 2 {
		return ""
	}
	text := p.lines[s.from].Text
	if len(text) > longest || strings.ContainsAny(text[len(text)-1:], ".,;:!?") {
		return ""
	}
	return alike(text)
}

// What ending calls the name of who wrote a comment, and of who wrote the next.
const (
	endsInOwn  = "\x00own"
	endsInNext = "\x00next"
)

// ending is the last line of comment i as what may be the same on others, empty
// where it is too long for that, or all there is.
func (p *page) ending(i int) string {
	const longest = 60
	if p.bodies[i].to-p.bodies[i].from < 2 {
		return ""
	}
	s := p.lines[p.bodies[i].to-1].Text
	switch {
	case len(s) > longest:
		return ""
	case s == p.headers[i].author:
		return endsInOwn
	case i+1 < len(p.headers) && s == p.headers[i+1].author:
		return endsInNext
	}
	return alike(s)
}

// alike is a line without what may differ where the same stands on others: the
// value of a field, a count.
func alike(s string) string {
	if field, _, ok := strings.Cut(s, ": "); ok && !strings.Contains(field, " ") {
		return field + ":"
	}
	if !hasDigit(s) {
		return s
	}
	if label := strings.TrimRight(strings.ToLower(s), " /.-:0123456789"); joinedLabels[label] {
		return label
	}
	if numbersIn(s) > 1 && strings.ContainsFunc(s, unicode.IsLetter) || strings.IndexByte(s, ':') >= 0 {
		return s // `4.8 of 5`, a date
	}
	return strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return -1
		}
		return r
	}, s)
}

// numbersIn is how many numbers a text has.
func numbersIn(s string) int {
	n := 0
	for i := range len(s) {
		if lexicon.IsDigit(s[i]) && (i == 0 || !lexicon.IsDigit(s[i-1])) {
			n++
		}
	}
	return n
}
