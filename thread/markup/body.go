package markup

import (
	"strings"
	"unicode/utf8"
)

// Markdown is the body as clean Markdown (CommonMark, tables, strikethrough)
// in which no HTML is left and no entity waits to be decoded into something
// that cleaning would have taken out.
func (b Body) Markdown() string {
	b = b.Unwrapped()
	switch b.Kind {
	case HTML:
		return shallow(Clean(fromHTML(b.Raw)))
	case Markdown:
		return shallow(Clean(fromMarkdown(Clean(b.Raw))))
	}
	return shallow(fromText(Clean(b.Raw)))
}

// Plain is what one reads in the body, without markup: paragraphs parted by
// an empty line, the words of quotes without their marks, the text of links,
// the address of links that have no other text.
func (b Body) Plain() string { return string(b.AppendPlain(nil)) }

// AppendPlain appends what Plain is, for those who read many bodies.
func (b Body) AppendPlain(dst []byte) []byte {
	p := passages{text: dst, from: len(dst), start: len(dst)}
	p.read(b)
	return p.plain()
}

// Hides says whether the body holds characters that hide or reorder text and
// that cleaning takes out (see Hidden).
func (b Body) Hides() bool {
	b = b.Unwrapped()
	if Hidden(b.Raw) {
		return true
	}
	return b.Kind != Text && strings.Contains(b.Raw, "&") && Hidden(unescapeHTML(b.Raw))
}

// First is the beginning of what the author wrote, on one line and about n
// characters long: quotes are left out unless there is nothing else. However
// long the body is, no more of it is read than that takes.
func (b Body) First(n int) string {
	const perRune = 16 // bytes of source to try first for each character
	for size := max(256, perRune*n); ; size *= 4 {
		part, whole := b.prefix(size)
		p := passages{listed: true}
		p.read(part)
		own, quoted := p.first(n)
		if whole && own == "" {
			own = quoted
		}
		if whole || len(own) > n {
			return shorten(own, n)
		}
	}
}

// Head is the body up to a blank near so many bytes of its source, and how
// many bytes of it are left.
func (b Body) Head(size int) (head Body, left int) {
	head, _ = b.prefix(size)
	return head, len(b.Raw) - len(head.Raw)
}

// prefix is the body up to a blank near size, and whether that is all of it.
func (b Body) prefix(size int) (part Body, whole bool) {
	if len(b.Raw) <= size {
		return b, true
	}
	cut := strings.LastIndexByte(b.Raw[:size], ' ')
	if cut < size/2 {
		cut = wholeCharacters(b.Raw, size)
	}
	return Body{b.Raw[:cut], b.Kind}, false
}

// wholeCharacters is a place at or a little before another one where no
// character, nor an escape of JSON, is parted.
func wholeCharacters(raw string, at int) int {
	const escape, farthest = len(`\u0000`), 64
	whole := at
	for whole > 0 && at-whole < utf8.UTFMax && !utf8.RuneStart(raw[whole]) {
		whole--
	}
	from := max(whole-escape+1, 0)
	if k := strings.IndexByte(raw[from:whole], '\\'); k >= 0 {
		whole = from + k
	}
	if pair := whole - escape; pair > 0 && strings.HasPrefix(raw[pair:], `\ud`) && strings.IndexByte("89abAB", raw[pair+3]) >= 0 {
		whole = pair // of which the second half would be left
	}
	for whole > 0 && at-whole < farthest && raw[whole-1] == '\\' {
		whole--
	}
	return whole
}

// Unwrapped is the body without the wrapping of its source.
func (b Body) Unwrapped() Body {
	if b.Kind&JSON != 0 {
		b.Raw = unquote(b.Raw)
	}
	if b.Kind&Indented != 0 {
		b.Raw = undented(b.Raw)
	}
	b.Raw = WithoutMarks(b.Raw, b.Kind.within())
	b.Kind &^= wrapped
	return b
}

// shorten cuts s at a blank near the n-th character.
func shorten(s string, n int) string {
	count, blank := 0, 0
	for i, r := range s {
		if r == ' ' {
			blank = i
		}
		if count == n {
			if blank < i*2/3 {
				blank = i
			}
			return s[:blank]
		}
		count++
	}
	return s
}
