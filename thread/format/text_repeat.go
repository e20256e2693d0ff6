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
		ends := map[string]int{}
		best := ""
		for i, s := range p.bodies {
			if i == sample && 10*ends[best] < 3*sample {
				return
			}
			if s.to-s.from < 2 {
				continue
			}
			end := p.ending(i)
			if ends[end]++; ends[end] > ends[best] {
				best = end
			}
		}
		if n := ends[best]; n < several || 10*n < 6*len(p.bodies) {
			return
		}
		for i := range p.bodies {
			if s := &p.bodies[i]; s.to-s.from > 1 && p.ending(i) == best {
				s.to--
			}
		}
	}
}

// What ending calls the name of who wrote a comment, and of who wrote the next.
const (
	endsInOwn  = "\x00own"
	endsInNext = "\x00next"
)

// ending is the last line of comment i as what may be the same on others.
func (p *textPage) ending(i int) string {
	const longest = 60
	s := p.lines[p.bodies[i].to-1].text
	switch {
	case len(s) > longest:
		return s
	case s == p.headers[i].author:
		return endsInOwn
	case i+1 < len(p.headers) && s == p.headers[i+1].author:
		return endsInNext
	}
	if field, _, ok := strings.Cut(s, ": "); ok && !strings.Contains(field, " ") {
		return field + ":"
	}
	numbers, rest := withoutNumbers(s)
	if numbers > 1 && strings.ContainsFunc(rest, unicode.IsLetter) || strings.IndexByte(rest, ':') >= 0 {
		return s // `4.8 of 5`, a date
	}
	return rest
}

// withoutNumbers is a text without its numbers, and how many there were.
func withoutNumbers(s string) (numbers int, rest string) {
	if !hasDigit(s) {
		return 0, s
	}
	var b strings.Builder
	for i := range len(s) {
		switch {
		case !isDigit(s[i]):
			b.WriteByte(s[i])
		case i == 0 || !isDigit(s[i-1]):
			numbers++
		}
	}
	return numbers, b.String()
}
