package format

import (
	"strings"
	"unicode/utf8"
)

// WordPress lists the pages that link to a post among the comments, with the
// title of the page for a name and an excerpt for a text:
//
//	 6.
//	    All of the lamps of the island, and who may light them: what to know
//	    before you go - The Tower Book 21. Juni 2018 um 10:40 Uhr - Antworten
//
//	    […] as Ann wrote last week […]

// isExcerpt says whether a line begins such an excerpt.
func isExcerpt(s string) bool {
	return s[0] == '[' && (strings.HasPrefix(s, "[…] ") || strings.HasPrefix(s, "[...] ") || strings.HasPrefix(s, "[ ... ] "))
}

// joinTitles puts the titles above excerpts on one line each, with what is
// behind them there.
func joinTitles(lines []textLine) []textLine {
	var joins [][2]int // lines [from, to)
	width := 0
	for i := range lines {
		if isExcerpt(lines[i].text) {
			if width == 0 {
				width = wrapWidth(lines)
			}
			from, to := titleAbove(lines, i, width)
			if n := len(joins); to-from > 1 && (n == 0 || from >= joins[n-1][1]) {
				joins = append(joins, [2]int{from, to})
			}
		}
	}
	if len(joins) == 0 {
		return lines
	}
	kept := make([]textLine, 0, len(lines))
	at := 0
	for _, j := range joins {
		kept = append(kept, lines[at:j[0]]...)
		head := lines[j[0]]
		for _, l := range lines[j[0]+1 : j[1]] {
			head.text += " " + l.text
			head.urls += l.urls
		}
		kept = append(kept, head)
		at = j[1]
	}
	return append(kept, lines[at:]...)
}

// titleAbove is the lines [from, to) of the title above an excerpt at line i, on
// a page of that width, which is nearly filled by all of them but the last. A
// date of its own below the title is not one of them.
func titleAbove(lines []textLine, i, width int) (from, to int) {
	const most = 4
	to = i
	if to > 1 && lines[to-1].gap == 0 && isDate(lines[to-1].text) {
		to--
	}
	from = to - 1
	for from > 0 && to-from < most && !beginsItem(lines, from) && isWrapped(lines, from-1, width*3/4) {
		from--
	}
	return from, to
}

// isWrapped says whether line i ends because there was no room for the next
// word.
func isWrapped(lines []textLine, i, width int) bool {
	next := &lines[i+1]
	word, _ := cutWord(next.text, 0)
	return next.gap == 0 && lines[i].indent+utf8.RuneCountInString(lines[i].text)+1+utf8.RuneCountInString(word) > width
}

// beginsItem says whether a mark begins line i and not a dash within a title
// that was wrapped there.
func beginsItem(lines []textLine, i int) bool {
	mark, rest := cutTextMark(lines[i].text)
	if mark.kind == "" || rest == "" {
		return false
	}
	above, _ := cutTextMark(lines[i-1].text)
	return mark.kind == "1" || mark.kind == above.kind || lines[i].indent != lines[i-1].indent
}

// readTitle reads a line as the header of an excerpt, whatever the title is.
func readTitle(s string) (h textHeader, ok bool) {
	h.mark, s = cutTextMark(s)
	s = cutAvatar(s)
	from, to := 0, 0
	for at := 0; at < len(s); {
		d, begin, end := findTextDate(s[at:])
		if !d.strong() {
			break
		}
		h.date, from, to = d, at+begin, at+end
		at = to
	}
	h.linked = true
	if _, links := cutLinks(s[to:]); links && h.dated() {
		h.kind, h.author = textDated, cleanName(trimJoints(s[:from]))
		h.joint = jointAfter(s, h.author)
		return h, h.author != ""
	}
	title, verb := s[:strings.LastIndexByte(s, ' ')+1], s[strings.LastIndexByte(s, ' ')+1:]
	bare, closed := cutColon(verb)
	h.kind, h.author, h.date = textSays, cleanName(title), textDate{}
	return h, closed && h.author != "" && textVerbs[strings.ToLower(bare)]
}

// headsExcerpt says whether an excerpt stands below the line, or below the date
// that does.
func (p *textPage) headsExcerpt(i int) bool {
	if i+1 < len(p.lines) && isExcerpt(p.lines[i+1].text) {
		return true
	}
	return i+2 < len(p.lines) && isExcerpt(p.lines[i+2].text) && isDate(p.lines[i+1].text)
}
