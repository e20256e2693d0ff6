package plaintext

import (
	"strings"
	"unicode"

	"skein/thread/format/lexicon"
)

// liftNames puts the names in their place where what stands between them and
// the dates was taken for them: a rank or a town, the same for nearly all, or
// what stands two lines below the number of a comment.
func (p *page) liftNames() {
	const several = 3
	shapes := map[string]int{}
	common, lifted, numbered := "", 0, 0
	for _, h := range p.headers {
		shape := strings.TrimFunc(h.author, func(r rune) bool { return unicode.IsDigit(r) || r == ' ' })
		if shapes[shape]++; shapes[shape] > shapes[common] {
			common = shape
		}
		if p.nameAbove(h) != "" {
			lifted++
		}
		if p.numberAbove(h) {
			numbered++
		}
	}
	most := func(n int) bool { return n >= several && 5*n >= 4*len(p.headers) }
	if !most(lifted) || !most(numbered) && (!most(shapes[common]) || nobodies[strings.ToLower(common)]) {
		return
	}
	above := 0 // where the header before ends
	for _, h := range p.headers {
		if name := p.nameAbove(h); name != "" && h.line > above {
			h.author = name
			h.line--
			if h.line > above && p.isNumber(h.line-1) {
				h.line--
			}
		}
		above = h.body
	}
}

// cutCounts takes the numbers off the names of headers that count themselves
// with nothing behind the number.
func cutCounts(headers []*header) {
	const several = 3
	counted := 0
	for i := range headers {
		if n, name := cutCount(headers[i].author); n == i+1 && name != "" {
			counted++
		}
	}
	if counted < several || 5*counted < 4*len(headers) {
		return
	}
	for i := range headers {
		if n, name := cutCount(headers[i].author); n == i+1 && name != "" {
			headers[i].author = name
		}
	}
}

func cutCount(name string) (n int, rest string) {
	n, digits := lexicon.Figure(name)
	rest, found := strings.CutPrefix(name[digits:], " ")
	if digits == 0 || !found {
		return 0, name
	}
	return n, strings.TrimLeft(rest, " ")
}

// nameAbove is the name on the line directly above a header, if it can be one.
func (p *page) nameAbove(h *header) string {
	if h.line == 0 || p.lines[h.line].Gap() > 0 || h.mark.kind != "" || h.kind == saysHeader || h.kind == byHeader {
		return ""
	}
	name := CleanName(p.lines[h.line-1].Text)
	if !PossibleName(name) || strings.HasPrefix(name, "[") || !soundsLikeName(name) || p.isNumber(h.line-1) {
		return ""
	}
	return name
}

// numberAbove says whether the line above the one above a header is the number
// of a comment.
func (p *page) numberAbove(h *header) bool { return h.line > 1 && p.isNumber(h.line-2) }

func (p *page) isNumber(line int) bool {
	m, lone := loneMark(p.lines[line].Text)
	return lone && m.number > 0
}
