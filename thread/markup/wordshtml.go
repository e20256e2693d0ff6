package markup

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"
)

// readHTML adds the paragraphs of an HTML fragment. It reads what fromHTML
// reads, many times as fast: nothing is escaped, no mark is kept.
func (p *passages) readHTML(raw string) {
	r := wordReader{passages: p}
	f := fragment{rest: raw}
	for {
		switch f.next() {
		case atEnd:
			r.flush()
			return
		case textToken:
			if r.skip.tag == 0 {
				r.words(&f)
			}
		case startTag:
			r.begin(f.tag, &f)
		case endTag:
			r.end(f.tag)
		}
	}
}

// A wordReader collects the paragraphs of HTML tokens.
type wordReader struct {
	*passages
	quotes int
	skip   skip
	aside  bool // a Discourse quote starts, with the name of whom it quotes
	heads  bool // a quotation has begun and no text in it
	cited  bool // the cite that is open heads one
	pre    bool
	href   string // of the link that is open
	linked int    // where its text starts
}

func (r *wordReader) write(s string) { r.text = append(r.text, s...) }

// words adds the text of a token; space is as it is in pre, else runs of it
// are one blank.
func (r *wordReader) words(f *fragment) {
	from := len(r.text)
	r.text = f.appendWords(r.text)
	if !r.pre && tidy(r.text[from:]) {
		return
	}
	s := Clean(string(r.text[from:]))
	r.text = r.text[:from]
	if r.pre {
		r.write(s)
		return
	}
	for len(s) > 0 {
		i := strings.IndexFunc(s, unicode.IsSpace)
		if i < 0 {
			i = len(s)
		}
		r.write(s[:i])
		rest := strings.TrimLeftFunc(s[i:], unicode.IsSpace)
		if len(rest) < len(s)-i {
			r.space(s[i:len(s)-len(rest)], rest)
		}
		s = rest
	}
}

// tidy says whether text is clean and has no more than one blank in a row. Of
// a line end that means no more than a blank it makes one.
func tidy(text []byte) bool {
	last := byte('a')
	for i := 0; i < len(text); {
		c := text[i]
		switch {
		case seen[c] && c^' '|last^' ' != 0:
		case c == '\n' && last != ' ' && (i+1 == len(text) || text[i+1] > ' ' && text[i+1] != '>'):
			text[i], c = ' ', ' '
		case c >= utf8.RuneSelf:
			r, size := utf8.DecodeRune(text[i:])
			if size == 1 || class(r) != fine || unicode.IsSpace(r) {
				return false
			}
			i += size - 1
		default:
			return false
		}
		last = c
		i++
	}
	return true
}

// seen is the bytes that are shown as they are: the blank and what ASCII draws.
var seen = func() (table [256]bool) {
	for c := byte(' '); c < 0x7f; c++ {
		table[c] = true
	}
	return table
}()

// space adds what a run of space stands for.
func (r *wordReader) space(run, rest string) {
	if strings.HasPrefix(rest, ">") && strings.Contains(run, "\n") {
		r.write("\n")
		return
	}
	r.write(" ")
}

func (r *wordReader) begin(tag atom.Atom, f *fragment) {
	switch {
	case r.skip.starts(tag):
		return
	case blockTags[tag]:
		r.flush()
	}
	switch tag {
	case atom.Br:
		r.write("\n")
	case atom.Pre:
		r.pre = true
	case atom.Blockquote:
		r.quotes++
		r.aside = false
		r.heads = true
	case atom.Cite:
		r.cited = r.heads && len(bytes.TrimSpace(r.open())) == 0
	case atom.Aside:
		r.aside = f.attributes().has("quote")
	case atom.Div:
		if r.aside && f.attributes().has("title") {
			r.skip.tag = tag
		}
	case atom.Img:
		r.write(CleanLine(f.attributes().alt))
	case atom.A:
		r.endLink()
		r.href = webAddress(f.attributes().href)
		r.linked = len(r.text)
	}
}

func (r *wordReader) end(tag atom.Atom) {
	if r.skip.ends(tag) {
		return
	}
	switch tag {
	case atom.A:
		r.endLink()
	case atom.Pre:
		r.flush()
		r.pre = false
	case atom.Blockquote:
		r.flush()
		r.quotes = max(0, r.quotes-1)
	case atom.Cite:
		if r.cited {
			r.flush()
		}
		r.cited = false
	}
	if blockTags[tag] {
		r.flush()
	}
}

// endLink adds the address of a link that has no text but a part of it.
func (r *wordReader) endLink() {
	href := r.href
	r.href = ""
	if href == "" {
		return
	}
	text := string(bytes.TrimSpace(r.text[r.linked:]))
	if text == "" {
		r.write(href)
	} else if rest, ok := shortened(text, href); ok {
		r.write(" " + rest)
	}
}

// shortened gives the whole address where text is the cut form of it.
func shortened(text, href string) (string, bool) {
	cut := strings.HasSuffix(text, "...") || strings.HasSuffix(text, "…")
	return href, cut && repeatsAddress(text, href)
}

// flush ends the paragraph: its lines are quoted or not, each by its mark.
func (r *wordReader) flush() {
	r.endLink()
	open := r.open()
	r.heads = r.heads && len(bytes.TrimSpace(open)) == 0
	if r.quotes > 0 || r.pre || bytes.IndexByte(open, '>') < 0 {
		r.close(r.quotes > 0)
		return
	}
	text := string(open)
	r.text = r.text[:r.start]
	r.readText(text)
}
