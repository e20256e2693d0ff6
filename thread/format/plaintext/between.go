package plaintext

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
// A name may stand twice, as that of a picture, too. Only a heading above them
// all, or such a name, tells where the first begins. Where a date stands
// directly below the heading, all stand above the names.
func (p *page) findBetween() {
	const several = 3
	var headers []*header
	start, from, ends, above := -1, p.firstHeading()+1, 0, false
	headed := from <= len(p.lines)
	if !headed {
		from = p.firstTwice()
	}
	for i := from; i < len(p.lines); i++ {
		if !maySayWhen(p.lines[i].Text) {
			continue
		}
		if h := readHeader(p.lines[i].Text); h.kind != dateHeader || h.mark.kind != "" {
			continue
		}
		if ends == 0 && headed {
			start, from = p.headingAbove(i)
			above = from == i
		}
		ends++
		if name, ok := p.nameFrom(from, i); ok {
			headers = append(headers, &name)
		}
		from = i + 1
	}
	if above {
		if name, ok := p.nameFrom(from, len(p.lines)); ok {
			headers = append(headers, &name)
		}
	}
	if len(headers) < several || 5*len(headers) < 4*ends || !areNames(headers) {
		return
	}
	p.headers, p.start = headers, start
}

// findLabelled finds the comments of a page that gives no dates, whose headers
// are names that stand alone and again beside a label (Livefyre):
//
//	Ann Bee
//	Ann Bee subscriber 5pts
//
//	Tar it.
//
// Only a heading above them all tells them from a menu.
func (p *page) findLabelled() {
	const several, longest = 3, 4 // names, words of a label
	var headers []*header
	for i := p.firstHeading() + 1; i+2 < len(p.lines); i++ {
		name, next := &p.lines[i], &p.lines[i+1]
		label, again := strings.CutPrefix(next.Text, name.Text+" ")
		if again && next.Gap() == 0 && countWords(label) <= longest && PossibleName(name.Text) {
			headers = append(headers, &header{kind: bareHeader, author: CleanName(name.Text), line: i, body: i + 2, column: name.Indent()})
			i++
		}
	}
	if len(headers) < several || !areNames(headers) {
		return
	}
	p.start, _ = p.headingAbove(headers[0].line)
	p.headers = headers
}

// firstHeading is the line of the first heading of comments, behind all lines
// where there is none.
func (p *page) firstHeading() int {
	for _, m := range p.markers {
		if !m.over {
			return m.line
		}
	}
	return len(p.lines)
}

// headingAbove is the last heading of comments above line i, and the first line
// below all that heads them.
func (p *page) headingAbove(i int) (line, below int) {
	line = -1
	for _, m := range p.markers {
		if m.line < i && !m.over {
			line, below = m.line, m.next
		}
	}
	return line, below
}

// firstTwice is the line of the first name that stands twice, behind all lines
// where there is none.
func (p *page) firstTwice() int {
	for i := range p.lines {
		if _, below := p.nameTwice(i, len(p.lines)); below > 0 && PossibleName(p.lines[below-1].Text) {
			return i
		}
	}
	return len(p.lines)
}

// nameTwice is the name that stands at the line twice, for the picture and the
// text of a link, and once more below it, perhaps after a label like `Guest`.
// What is below begins at the line that it returns, 0 where there is no such
// name.
func (p *page) nameTwice(line, to int) (name string, below int) {
	const labels = 1
	twice := p.lines[line].Text
	for k := line + 1; k <= line+1+labels && k < to; k++ {
		name := p.lines[k].Text
		if rest, ok := strings.CutPrefix(twice, name); ok && strings.TrimPrefix(rest, " ") == name {
			return name, k + 1
		}
	}
	return "", 0
}

// nameFrom is the first of some lines as a header, if that can be a name and
// there is text below it.
func (p *page) nameFrom(from, to int) (h header, ok bool) {
	const mostWords = 5
	for from < to && IsLink(p.lines[from].Text) {
		from++
	}
	if to-from < 2 {
		return h, false
	}
	l := &p.lines[from]
	h = header{kind: bareHeader, author: CleanName(l.Text), line: from, body: from + 1, column: l.Indent()}
	const head = 30 // lines in which a name may stand twice
	for k := from; k < min(from+head, to-2); k++ {
		if name, below := p.nameTwice(k, to-1); below > 0 {
			h.author, h.line, h.body = CleanName(name), k, below
			return h, PossibleName(name)
		}
	}
	return h, l.Text[0] != '[' && PossibleName(l.Text) && countWords(h.author) <= mostWords && soundsLikeName(h.author)
}
