package format

import "strings"

// findBetween finds the comments of a page whose headers are names alone, with
// what tells when below the text, where that ends each of them:
//
//	Ann Bee
//
//	Tar it.
//
//	July 12, 2012 at 8:05 am | Report abuse | Reply
//
// Only a heading above them all tells where the first begins. Where a date
// stands directly below that, all stand above the names.
func (p *textPage) findBetween() {
	const several = 3
	var headers []textHeader
	start, from, ends, above := -1, 0, 0, false
	for i := range p.lines {
		if !maySayWhen(p.lines[i].text) {
			continue
		}
		if h := readHeader(p.lines[i].text); h.kind != textWhen || h.mark.kind != "" {
			continue
		}
		if ends == 0 {
			if start, from = p.headingAbove(i); start < 0 {
				return
			}
			above = from == i
		}
		ends++
		if name, ok := p.nameFrom(from, i); ok {
			headers = append(headers, name)
		}
		from = i + 1
	}
	if above {
		if name, ok := p.nameFrom(from, len(p.lines)); ok {
			headers = append(headers, name)
		}
	}
	if len(headers) < several || 5*len(headers) < 4*ends || !areNames(headers) {
		return
	}
	p.headers, p.start = headers, start
}

// headingAbove is the last heading of comments above line i, -1 where there is
// none, and the first line below all that heads them.
func (p *textPage) headingAbove(i int) (line, below int) {
	line = -1
	for _, m := range p.markers {
		if m.line < i && !m.over {
			line, below = m.line, m.next
		}
	}
	return line, below
}

// nameFrom is the first of some lines as a header, if that can be a name and
// there is text below it.
func (p *textPage) nameFrom(from, to int) (h textHeader, ok bool) {
	const mostWords = 5
	for from < to && textLink(p.lines[from].text) {
		from++
	}
	if to-from < 2 {
		return h, false
	}
	l := &p.lines[from]
	h = textHeader{kind: textBare, author: cleanName(l.text), line: from, body: from + 1, column: l.indent}
	return h, possibleName(l.text) && len(strings.Fields(h.author)) <= mostWords && soundsLikeName(h.author)
}
