package markup

import (
	"bytes"
	"strings"
)

// A passage is one paragraph of plain words, as a part of the text of all.
type passage struct {
	start, end int
	quoted     bool
}

// passages collects the paragraphs of a body. They stand in one text, parted
// by empty lines; behind the last of them is what is being written.
type passages struct {
	text   []byte
	from   int // where the first paragraph begins
	start  int // where the next paragraph begins
	listed bool
	list   []passage // all of them, if they are listed
}

// parting stands between paragraphs.
const parting = "\n\n"

// read adds the paragraphs of b.
func (p *passages) read(b Body) {
	b = b.Unwrapped()
	switch b.Kind {
	case HTML:
		p.readHTML(b.Raw)
	case Markdown:
		p.readMarkdown(Clean(b.Raw))
	default:
		p.readText(Clean(b.Raw))
	}
}

// of is the text of a passage.
func (p *passages) of(one passage) string { return string(p.text[one.start:one.end]) }

// open is the text of the paragraph that is being written.
func (p *passages) open() []byte { return p.text[p.start:] }

// close ends the paragraph, which is none if it holds nothing but space.
func (p *passages) close(quoted bool) {
	text := bytes.TrimSpace(p.open())
	if len(text) == 0 {
		p.text = p.text[:p.start]
		return
	}
	end := p.start + copy(p.open(), text)
	if p.listed {
		p.list = append(p.list, passage{p.start, end, quoted})
	}
	p.text = append(p.text[:end], parting...)
	p.start = len(p.text)
}

// plain is the text of all passages.
func (p *passages) plain() []byte {
	return p.text[:max(p.start-len(parting), p.from)]
}

// readText adds the paragraphs of plain text.
func (p *passages) readText(text string) {
	var marks quoteMarks
	depth := 0
	for rest := text; rest != ""; {
		var line string
		line, rest, _ = strings.Cut(rest, "\n")
		d, words := marks.read(line, rest)
		words = strings.TrimSpace(words)
		if words == "" || d != depth {
			p.close(depth > 0)
		}
		if depth = d; words != "" {
			if len(p.text) > p.start {
				p.text = append(p.text, '\n')
			}
			p.text = append(p.text, words...)
		}
	}
	p.close(depth > 0)
}

// first joins what the author wrote, and what others did, until there are
// more than n bytes of it.
func (p *passages) first(n int) (own, quoted string) {
	var o, q strings.Builder
	for _, passage := range p.list {
		b := &o
		if passage.quoted {
			b = &q
		}
		for word := range strings.FieldsSeq(p.of(passage)) {
			if b.Len() > 4*n+utf8Max {
				break
			}
			if b.Len() > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(word)
		}
	}
	return o.String(), q.String()
}

const utf8Max = 4 // bytes of one character at most
