package plaintext

import (
	"strings"

	"skein/thread/format/lexicon"
)

// cutUnreadDates takes lines off the comments that look alike at the same
// place of nearly all and hold a year or a time of day: dates in a language
// or form that is not read. Their comments stay without a time. It says whether
// there were such lines.
func (p *page) cutUnreadDates() bool {
	first := p.cutUnread(func(s bodySpan) int { return s.from })
	last := p.cutUnread(func(s bodySpan) int { return s.to - 1 })
	return first || last
}

// cutUnread does so for the line that place tells, the first or the last.
func (p *page) cutUnread(place func(bodySpan) int) bool {
	shapes := map[int]int{}
	common, undated := 0, 0
	for i, s := range p.bodies {
		if p.headers[i].dated() || p.headers[i].extras().inline != "" {
			continue
		}
		undated++
		if shape := p.unreadShape(s, place(s)); shape > 0 && s.to-s.from > 1 {
			shapes[shape]++
			if shapes[shape] > shapes[common] {
				common = shape
			}
		}
	}
	if n := shapes[common]; n < 2 || 10*n < 9*undated {
		return false
	}
	for i := range p.bodies {
		s := &p.bodies[i]
		line := place(*s)
		if p.headers[i].dated() || p.headers[i].extras().inline != "" || p.unreadShape(*s, line) != common {
			continue
		}
		if line == s.from {
			s.from++
		} else {
			s.to--
		}
	}
	return true
}

// unreadShape is how many numbers a line holds that may be a date alone on
// its line, and 0 for any other line.
func (p *page) unreadShape(s bodySpan, line int) int {
	const longest, mostWords = 80, 9
	if s.from >= s.to || len(p.lines[line].Text) > longest {
		return 0
	}
	text := p.lines[line].Text
	if countWords(text) > mostWords || strings.ContainsAny(text[len(text)-1:], ".!?:,;") {
		return 0
	}
	numbers, tells := 0, false
	for i := 0; i < len(text); {
		value, n := lexicon.Figure(text[i:])
		if n == 0 {
			i++
			continue
		}
		numbers++
		tells = tells || n == 4 && value >= 1900 && value < 2100 || clockAt(text[i:], value, n)
		i += n
	}
	if !tells {
		return 0
	}
	return numbers
}

// clockAt says whether a number of n digits begins a time of day: `9:12`.
func clockAt(s string, hour, n int) bool {
	if n > 2 || hour > 24 || n >= len(s) || s[n] != ':' {
		return false
	}
	minute, digits := lexicon.Figure(s[n+1:])
	return digits == 2 && minute < 60
}
