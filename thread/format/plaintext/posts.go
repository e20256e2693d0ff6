package plaintext

import (
	"slices"
	"strings"
	"unicode/utf8"

	"skein/thread/format/lexicon"
)

// findNumbered finds the posts of a forum that counts them, as dumps of XenForo
// and vBulletin have them, and says whether there are some. The name stands
// below the word for its picture, which is the name again or the letter that it
// begins with; below it stand what is told of its owner, a date, and the number,
// which follows the one before:
//
//	Ann Bee
//
//	Ann Bee
//	Member
//	Joined
//	    Jun 2, 2014
//	• Sep 27, 2018
//	•
//	• #2
//
// In vBulletin, a line says that somebody is there, or not, instead. The first
// of all is what the others answer.
func (p *page) findNumbered() bool {
	const several = 3
	var found []*header
	from, first, next := 0, 0, 0
	for i := range p.lines {
		n, numbered := postNumber(p.lines[i].Text)
		if !numbered || len(found) >= several && n != next {
			continue
		}
		h := p.numberedHeader(from, i)
		if h == nil {
			continue
		}
		if n != next {
			found, first = nil, n
		}
		found = append(found, h)
		from, next = i+1, n+1
	}
	if len(found) < several {
		return false
	}
	p.takePosts(found, first == 1)
	return true
}

// takePosts takes the headers for those of all posts on the page, of which the
// first may be what the others answer.
func (p *page) takePosts(found []*header, opens bool) {
	if opens {
		p.opener, found = found[0], found[1:]
		p.named = p.threadTitle(p.opener.line)
	}
	p.headers, p.start, p.count = found, -1, len(found)
}

// threadTitle is the line above a post that is the title of its thread: that
// above who began it, or what vBulletin calls so, which is cut down to it. It
// is 0 where there is neither.
func (p *page) threadTitle(post int) int {
	for i := 1; i < post; i++ {
		text := p.lines[i].Text
		if title, ok := cutFold(text, "thread: "); ok {
			p.lines[i].Text = title
			return i
		}
		if item := withoutBullets(text); beginsFold(text, "started by ", "discussion in '") || item != text && beginsFold(item, starters...) {
			return i - 1
		}
	}
	return 0
}

// starters are what XenForo calls who began a thread, in a list below its
// title.
var starters = []string{"thread starter ", "ersteller ", "themenstarter ", "auteur ", "autor del tema ", "autore discussione "}

// beginsFold says whether a text begins with one of the words, in any case.
func beginsFold(s string, words ...string) bool {
	return slices.ContainsFunc(words, func(word string) bool {
		_, ok := cutFold(s, word)
		return ok
	})
}

// postNumber reads the number of a post that has a line to itself.
func postNumber(s string) (n int, ok bool) {
	const longest = 24
	if len(s) > longest || strings.IndexByte(s, '#') < 0 {
		return 0, false
	}
	figures, ok := strings.CutPrefix(withoutBullets(s), "#")
	if !ok || figures == "" || !lexicon.OnlyDigits(figures) {
		return 0, false
	}
	n, _ = lexicon.Figure(figures)
	return n, true
}

// withoutBullets is a line without the marks of lists before it.
func withoutBullets(s string) string { return strings.TrimLeft(s, "•*+-□☆○· \t\u00a0") }

// numberedHeader is the header of a post whose number stands at a line, nil
// where none leads to it. It does not begin above from.
func (p *page) numberedHeader(from, number int) *header {
	const near, longest, most = 4, 24, 8 // lines: to the date, to the name, from where that stands first
	date := number - 1
	for date >= max(from, number-near) && !p.isWhen(date) {
		date--
	}
	if date < max(from, number-near) {
		return nil
	}
	h := &header{kind: bareHeader, date: readHeader(withoutBullets(p.lines[date].Text)).date, body: number + 1}
	for h.line = date - 1; h.line > max(from, date-longest); h.line-- {
		name := cutAvatar(p.lines[h.line].Text)
		if above := cutAvatar(p.lines[h.line-1].Text); pictured(above, name) {
			h.author = CleanName(name)
			h.line--
			return h
		}
		if headline := strings.Trim(name, "*"); strings.HasPrefix(name, "*** ") && PossibleName(headline) { // html2text
			h.author = CleanName(headline)
			return h
		}
		if h.author = present(name); h.author != "" {
			h.line = p.firstNaming(h.author, max(from, h.line-most), h.line)
			return h
		}
	}
	return nil
}

// isWhen says whether a line tells when, and nothing else.
func (p *page) isWhen(line int) bool {
	text := withoutBullets(p.lines[line].Text)
	return maySayWhen(text) && readHeader(text).kind == dateHeader
}

// pictured says whether a line is what a page has in place of the picture of
// somebody whose name is the next one.
func pictured(line, name string) bool {
	if !PossibleName(name) {
		return false
	}
	_, size := utf8.DecodeRuneInString(line)
	return line == name || size == len(line) && len(name) > size && strings.EqualFold(line, name[:size])
}

// present is the name of whom vBulletin says whether they are there: `ann is
// offline`.
func present(s string) string {
	for _, word := range []string{" is offline", " is online", " ist offline", " ist online", " ist gerade online"} {
		if at := strings.Index(s, word); at > 0 && PossibleName(s[:at]) {
			return s[:at]
		}
	}
	return ""
}

// firstNaming is the first of some lines that is a name, or what stands for its
// picture; the line behind them where none is.
func (p *page) firstNaming(name string, from, to int) int {
	for k := from; k < to; k++ {
		_, text := cutTextMark(p.lines[k].Text)
		if text == name || strings.HasPrefix(text, "Avatar") && strings.HasSuffix(text, " "+name) {
			return k
		}
	}
	return to
}

// openingLines are what stands above the post of a forum that counts it, too,
// and its text.
func (p *page) openingLines() []Line {
	end := len(p.lines)
	if len(p.headers) > 0 {
		end = p.headers[0].line
	}
	text := slices.Clone(p.lines[p.opener.body:end])
	if len(text) > 0 {
		text[0].gap = max(text[0].gap, 1)
	}
	return slices.Concat(p.lines[:p.opener.line], text)
}
