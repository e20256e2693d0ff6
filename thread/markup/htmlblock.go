package markup

import "strings"

// breakBlock ends the paragraph. Inside a table it only parts words: cells
// hold one line.
func (w *htmlWriter) breakBlock() {
	if w.table != nil {
		w.inline.space = true
		return
	}
	w.flush()
}

// flush writes the paragraph or heading that is open.
func (w *htmlWriter) flush() {
	if w.verbatim.tag != 0 {
		w.endVerbatim()
	}
	if w.table != nil {
		return
	}
	pieces := w.inline.take()
	if len(pieces) == 0 {
		return
	}
	if w.heading > 0 {
		w.writeHeading(paragraph{pieces: pieces})
		return
	}
	for _, p := range paragraphs(pieces) {
		if text := p.markdown(inParagraph, "  \n"); text != "" {
			w.writeParagraph(text, p.quotes)
		}
	}
}

// writeParagraph writes a paragraph inside so many quotes more than those that
// are open. Quotes made by marks have ids of their own, so that such
// paragraphs in a row make one quote.
func (w *htmlWriter) writeParagraph(text string, quotes int) {
	before := len(w.open)
	room := maxQuotes - w.count(func(c container) bool { return c.quote })
	for i := range min(quotes, room) {
		w.open = append(w.open, container{id: -1 - i, quote: true})
	}
	w.partBlocks()
	first, rest := w.prefixes()
	w.block(first, rest, text)
	w.open = w.open[:before]
}

// writeHeading writes a heading, which has one line.
func (w *htmlWriter) writeHeading(p paragraph) {
	p.untangle(0)
	text := strings.Trim(p.markdown(inParagraph, " "), " ")
	if text == "" {
		return
	}
	if strings.HasSuffix(text, "#") { // or it would be taken for a closing mark
		text = text[:len(text)-1] + `\#`
	}
	w.partBlocks()
	first, rest := w.prefixes()
	w.block(first, rest, strings.Repeat("#", w.heading)+" "+text)
}

// rule writes a line across.
func (w *htmlWriter) rule() {
	if w.table != nil {
		return
	}
	w.partBlocks()
	first, rest := w.prefixes()
	w.block(first, rest, "***")
}
