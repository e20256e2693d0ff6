package plaintext

import (
	"strings"
	"unicode/utf8"

	"skein/thread/format/dates"
	"skein/thread/format/lexicon"
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
func joinTitles(lines []Line) []Line {
	var joins [][2]int // lines [from, to)
	width := 0
	for i := range lines {
		if isExcerpt(lines[i].Text) {
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
	kept := make([]Line, 0, len(lines))
	at := 0
	for _, j := range joins {
		kept = append(kept, lines[at:j[0]]...)
		head := lines[j[0]]
		for _, l := range lines[j[0]+1 : j[1]] {
			head.Text += " " + l.Text
			head.addURLs(l.urls())
		}
		kept = append(kept, head)
		at = j[1]
	}
	return append(kept, lines[at:]...)
}

// titleAbove is the lines [from, to) of the title above an excerpt at line i, on
// a page of that width, which is nearly filled by all of them but the last. A
// date of its own below the title is not one of them.
func titleAbove(lines []Line, i, width int) (from, to int) {
	const most = 4
	to = i
	if to > 1 && lines[to-1].Gap() == 0 && dates.IsDate(lines[to-1].Text) {
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
func isWrapped(lines []Line, i, width int) bool {
	next := &lines[i+1]
	word, _ := cutWord(next.Text, 0)
	return next.Gap() == 0 && lines[i].Indent()+utf8.RuneCountInString(lines[i].Text)+1+utf8.RuneCountInString(word) > width
}

// beginsItem says whether a mark begins line i and not a dash within a title
// that was wrapped there.
func beginsItem(lines []Line, i int) bool {
	mark, rest := cutTextMark(lines[i].Text)
	if mark.kind == "" || rest == "" {
		return false
	}
	above, _ := cutTextMark(lines[i-1].Text)
	return mark.kind == "1" || mark.kind == above.kind || lines[i].Indent() != lines[i-1].Indent()
}

// readTitle reads a line as the header of an excerpt, whatever the title is.
func readTitle(s string) (h header, ok bool) {
	h.mark, s = cutTextMark(s)
	s = cutAvatar(s)
	from, to := 0, 0
	for at := 0; at < len(s); {
		d, begin, end := dates.Find(s[at:])
		if !d.Strong() {
			break
		}
		h.date, from, to = d, at+begin, at+end
		at = to
	}
	h.linked = true
	if _, links := cutLinks(s[to:]); links && h.dated() {
		h.kind, h.author = datedHeader, CleanName(trimJoints(s[:from]))
		h.joint = jointAfter(s, h.author)
		return h, h.author != ""
	}
	title, verb := s[:strings.LastIndexByte(s, ' ')+1], s[strings.LastIndexByte(s, ' ')+1:]
	bare, closed := cutColon(verb)
	h.kind, h.author, h.date = saysHeader, CleanName(title), dates.Date{}
	return h, closed && h.author != "" && lexicon.Verbs[strings.ToLower(bare)]
}

// headsExcerpt says whether an excerpt stands below the line, or below the date
// that does.
func (p *page) headsExcerpt(i int) bool {
	if i+1 < len(p.lines) && isExcerpt(p.lines[i+1].Text) {
		return true
	}
	return i+2 < len(p.lines) && isExcerpt(p.lines[i+2].Text) && dates.IsDate(p.lines[i+1].Text)
}
