package markup

import "strings"

// A passage is one paragraph of plain words.
type passage struct {
	text   string
	quoted bool
}

// passages collects the paragraphs of a body.
type passages struct {
	list []passage
}

// read adds the paragraphs of b.
func (p *passages) read(b Body) {
	raw, kind := b.decoded()
	switch kind {
	case HTML:
		p.readHTML(raw)
	case Markdown:
		p.readMarkdown(Clean(raw))
	default:
		p.readText(Clean(raw))
	}
}

// add adds a paragraph unless it holds nothing but space.
func (p *passages) add(text string, quoted bool) {
	if text = strings.TrimSpace(text); text != "" {
		p.list = append(p.list, passage{text, quoted})
	}
}

// readText adds the paragraphs of plain text.
func (p *passages) readText(text string) {
	var b strings.Builder
	depth := 0
	flush := func() {
		p.add(b.String(), depth > 0)
		b.Reset()
	}
	for line := range strings.Lines(text) {
		d, words := quoteDepth(line)
		words = strings.TrimSpace(words)
		if words == "" || d != depth {
			flush()
		}
		if depth = d; words != "" {
			if b.Len() > 0 {
				b.WriteByte('\n')
			}
			b.WriteString(words)
		}
	}
	flush()
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
		for word := range strings.FieldsSeq(passage.text) {
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
