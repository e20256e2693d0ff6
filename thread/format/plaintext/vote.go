package plaintext

import (
	"strings"
	"unicode"

	"skein/thread/format/lexicon"
)

// takeVotes gives the headers the lines above them that a page puts there for
// its buttons and counts, if nearly all have such: `1. [ ]`, `▲ 12 ▼`.
// Otherwise they would end the comment above.
func (p *page) takeVotes() {
	const most = 3 // lines of buttons
	tops := make([]int, len(p.headers))
	found, floor := 0, 0
	for i, h := range p.headers {
		tops[i] = h.line
		for tops[i] > max(floor, h.line-most) && voteLine(p.lines[tops[i]-1].Text) {
			tops[i]--
		}
		if tops[i] < h.line {
			found++
		}
		floor = h.body
	}
	if found < 2 || 10*found < 8*len(p.headers) {
		return
	}
	for i, top := range tops {
		p.headers[i].line = top
	}
}

// boxMark is the mark of a list that stands above a header with a check box,
// and perhaps a count of votes between them, and the line that it is on:
//
//  1. [ ]
//     12
func (p *page) boxMark(header int) (m mark, line int) {
	line = header - 1
	voted := line > 0 && countOfVotes(p.lines[line].Text)
	if voted {
		line--
	}
	above, boxed := strings.CutSuffix(p.lines[line].Text, "[ ]")
	if !boxed {
		above, boxed = strings.CutSuffix(above, "⁰") // html2text
	}
	if !voted && !boxed {
		return m, line
	}
	if marks := strings.Fields(above); len(marks) > 0 && !countOfVotes(marks[0]) {
		m, _ = loneMark(marks[len(marks)-1])
	}
	return m, line
}

// countOfVotes says whether a line is a count, or what Lobsters has for one
// that nobody is told yet.
func countOfVotes(s string) bool { return s == "~" || lexicon.OnlyDigits(s) }

// voteLine says whether a line is buttons and counts: a check box, arrows,
// figures, a list's mark, and no word.
func voteLine(s string) bool {
	const longest = 24
	if len(s) > longest || strings.ContainsFunc(s, unicode.IsLetter) {
		return false
	}
	return countOfVotes(s) || strings.HasSuffix(s, "[ ]") || strings.ContainsAny(s, "▲▼△▽⬆⬇↑↓")
}
