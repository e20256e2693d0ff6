package markup

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A paragraph is a run of lines of one quote depth.
type paragraph struct {
	pieces []piece
	quotes int
}

// paragraphs parts pieces where the depth of quotes changes. The quote marks
// are taken off: a line is quoted when its first word starts with them.
func paragraphs(pieces []piece) []paragraph {
	var list []paragraph
	from, depth := 0, -1
	for start := 0; start < len(pieces); {
		end := lineEnd(pieces, start)
		d := unquoteLine(pieces[start:end])
		if depth >= 0 && d != depth {
			list = append(list, paragraph{pieces[from:start], depth})
			from = start
		}
		depth = d
		start = end
	}
	if from < len(pieces) {
		list = append(list, paragraph{pieces[from:], depth})
	}
	offset := 0
	for _, p := range list {
		p.untangle(offset)
		offset += len(p.pieces)
	}
	return list
}

// lineEnd is one past the line break that ends the line from start on.
func lineEnd(pieces []piece, start int) int {
	for i := start; i < len(pieces); i++ {
		if pieces[i].kind == newline {
			return i + 1
		}
	}
	return len(pieces)
}

// unquoteLine takes the quote marks off a line and counts them.
func unquoteLine(line []piece) int {
	for i := range line {
		switch line[i].kind {
		case words:
			depth, rest := quoteDepth(line[i].text)
			if depth > 0 {
				line[i].text = strings.TrimLeft(rest, " ")
			}
			return depth
		case source, code:
			return 0
		}
	}
	return 0
}

// untangle drops the emphasis that Markdown would not read as such: what
// leaves the paragraph, what stands where delimiters mean nothing. offset is
// what the partners count from.
func (p paragraph) untangle(offset int) {
	for i := range p.pieces {
		mark := &p.pieces[i]
		if mark.kind != opening && mark.kind != closing {
			continue
		}
		partner := mark.partner - offset
		if partner < 0 || partner >= len(p.pieces) || p.pieces[partner].kind == dropped {
			mark.kind = dropped
			continue
		}
		if mark.kind == opening && !(p.opens(i) && p.closes(partner)) {
			p.pieces[partner].kind = dropped
			mark.kind = dropped
		}
	}
}

// opens says whether a delimiter at i would open emphasis (CommonMark,
// section 6.2, left-flanking, with a little less allowed).
func (p paragraph) opens(i int) bool {
	if i > 0 && p.pieces[i-1].kind == closing {
		return false
	}
	before, after := p.before(i), p.after(i)
	return !unicode.IsSpace(after) && (!isSign(after) || unicode.IsSpace(before) || isSign(before))
}

// closes says whether a delimiter at i would close emphasis.
func (p paragraph) closes(i int) bool {
	before, after := p.before(i), p.after(i)
	return !unicode.IsSpace(before) && (!isSign(before) || unicode.IsSpace(after) || isSign(after))
}

// before is the character before piece i, a line end where there is none.
func (p paragraph) before(i int) rune {
	for i--; i >= 0; i-- {
		switch q := &p.pieces[i]; {
		case q.kind == newline:
			return '\n'
		case q.kind == code:
			return '`'
		case q.text != "":
			r, _ := utf8.DecodeLastRuneInString(q.text)
			return r
		}
	}
	return '\n'
}

// after is the character behind piece i, a line end where there is none.
func (p paragraph) after(i int) rune {
	for i++; i < len(p.pieces); i++ {
		switch q := &p.pieces[i]; {
		case q.kind == newline:
			return '\n'
		case q.kind == code:
			return '`'
		case q.text != "":
			r, _ := utf8.DecodeRuneInString(q.text)
			return r
		}
	}
	return '\n'
}

func isSign(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) }

// markdown writes the paragraph; lines end in what ends them.
func (p paragraph) markdown(at where, lineBreak string) string {
	var text, line []byte
	for i := 0; i < len(p.pieces); i++ {
		switch q := &p.pieces[i]; q.kind {
		case words:
			line = appendText(line, q.text, p.next(i), q.at|at)
		case code:
			last := p.lastCode(i)
			line = appendSource(line, codeSpan(p.pieces[i:last+1]), at)
			i = last
		case source:
			line = appendSource(line, q.text, at)
		case opening, closing:
			line = append(line, delimiters[q.mark]...)
		case newline:
			text = append(append(text, guardLine(trimLeft(line))...), lineBreak...)
			line = line[:0]
		}
	}
	text = append(text, guardLine(trimLeft(line))...)
	return strings.TrimSuffix(strings.TrimRight(string(text), "\n"), strings.TrimRight(lineBreak, "\n"))
}

// lastCode is the last of the pieces of code from i on that nothing parts.
func (p paragraph) lastCode(i int) int {
	last := i
	for i++; i < len(p.pieces) && (p.pieces[i].kind == code || p.pieces[i].kind == dropped); i++ {
		if p.pieces[i].kind == code {
			last = i
		}
	}
	return last
}

// codeSpan writes pieces of code as one span: the marks of two would be taken
// for one mark where they touch.
func codeSpan(pieces []piece) string {
	var b strings.Builder
	for i := range pieces {
		b.WriteString(pieces[i].text)
	}
	text := b.String()
	fence := strings.Repeat("`", longestRun(text, '`')+1)
	if len(fence) > 1 {
		text = " " + text + " "
	}
	return fence + text + fence
}

func trimLeft(line []byte) string { return strings.TrimLeft(string(line), " ") }

// appendSource appends Markdown, in a table cell without bars of its own.
func appendSource(dst []byte, s string, at where) []byte {
	if at&inCell != 0 {
		s = strings.ReplaceAll(s, "|", `\|`)
	}
	return append(dst, s...)
}

// next is the byte that follows piece i on its line, 0 for none.
func (p paragraph) next(i int) byte {
	for i++; i < len(p.pieces); i++ {
		switch q := &p.pieces[i]; {
		case q.kind == newline:
			return 0
		case q.kind == opening || q.kind == closing:
			return delimiters[q.mark][0]
		case q.kind == code:
			return '`'
		case q.text != "":
			return q.text[0]
		}
	}
	return 0
}
