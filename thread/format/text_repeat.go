package format

import (
	"strings"
	"unicode"
)

// cutRepeats takes off the ends of comments what nearly all end with, whatever
// it is: links in languages and words of which nobody has a list, the fields
// of a forum's profile, the subject of the next post. A count in it may differ.
func (p *textPage) cutRepeats() {
	const several, mostLines, sample = 3, 12, 256
	for range mostLines {
		ends := make([]string, len(p.bodies))
		counts := map[string]int{}
		best := ""
		for i, s := range p.bodies {
			if i == sample && 10*counts[best] < 3*sample {
				return
			}
			if s.to-s.from < 2 {
				continue
			}
			if ends[i] = p.ending(i); ends[i] != "" {
				if counts[ends[i]]++; counts[ends[i]] > counts[best] {
					best = ends[i]
				}
			}
		}
		if n := counts[best]; n < several || 10*n < 6*len(p.bodies) {
			return
		}
		for i, end := range ends {
			if end == best {
				p.bodies[i].to--
			}
		}
	}
}

// cutRepeatedStarts takes off what nearly all comments begin with on lines of
// their own: links, that others liked them, that they are to a group.
func (p *textPage) cutRepeatedStarts() {
	const several, mostLines = 4, 24
	for range mostLines {
		starts := map[string]int{}
		best := ""
		for i := range p.bodies {
			if start := p.starting(i); start != "" {
				if starts[start]++; starts[start] > starts[best] {
					best = start
				}
			}
		}
		if n := starts[best]; n < several || 10*n < 8*len(p.bodies) {
			return
		}
		for i := range p.bodies {
			if p.starting(i) == best {
				p.bodies[i].from++
			}
		}
	}
}

// starting is the first line of comment i as what may be the same on others,
// empty where it can be none of its own.
func (p *textPage) starting(i int) string {
	const longest = 40
	s := p.bodies[i]
	if p.below || s.to-s.from < 2 {
		return ""
	}
	text := p.lines[s.from].text
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
// where it is too long for that.
func (p *textPage) ending(i int) string {
	const longest = 60
	s := p.lines[p.bodies[i].to-1].text
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
	if label := strings.TrimRight(strings.ToLower(s), " /.-:0123456789"); textJoined[label] {
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
		if isDigit(s[i]) && (i == 0 || !isDigit(s[i-1])) {
			n++
		}
	}
	return n
}
