package markup

import "golang.org/x/net/html/atom"

// fromHTML writes an HTML fragment as Markdown. It works on the tokens, not on
// a tree: comments seldom close what they open, x/net/html builds no tree
// deeper than 512 elements, and one pass is linear whatever the input.
func fromHTML(raw string) string {
	w := htmlWriter{}
	f := fragment{rest: raw}
	for {
		switch f.next() {
		case atEnd:
			w.flush()
			w.closeTable()
			return w.String()
		case textToken:
			w.text(f.words())
		case startTag:
			if f.tag != 0 {
				w.start(f.tag, &f)
			}
		case endTag:
			w.end(f.tag)
		}
	}
}

// An htmlWriter writes Markdown as the tags of an HTML fragment ask for.
type htmlWriter struct {
	page
	inline
	open     []container // what the next block stands in
	written  []container // what the last block stood in
	heading  int         // level of the heading that is open, 0 for none
	skip     skip        // what is left out
	verbatim verbatim    // the pre or code element that is open
	table    *table      // the table that is open
	pushed   int         // containers opened so far
	cited    bool        // a cite is open that heads a quotation
}

// text takes the text between two tags.
func (w *htmlWriter) text(s string) {
	switch {
	case w.skip.tag != 0:
	case w.verbatim.tag != 0:
		w.verbatim.text.WriteString(s)
	default:
		w.inline.write(s)
	}
}

// start opens an element, or does what its tag alone stands for.
func (w *htmlWriter) start(tag atom.Atom, f *fragment) {
	switch {
	case w.skip.starts(tag):
		return
	case w.verbatim.tag != 0 && w.stays(tag, f):
		return
	}
	if kind, ok := emphases[tag]; ok {
		if top := w.top(); tag == atom.Cite && top.quote && !top.used && !w.inline.started {
			w.cited = true // who says it, as forums write it
		}
		w.inline.openMark(kind)
		return
	}
	if w.startInline(tag, f) {
		return
	}
	if w.table != nil && w.startCell(tag) {
		return
	}
	if blockTags[tag] {
		w.breakBlock()
		w.startBlock(tag, f.attributes())
	}
}

// startInline opens what can stand inside a line.
func (w *htmlWriter) startInline(tag atom.Atom, f *fragment) bool {
	switch tag {
	case atom.Br:
		if w.inline.started || w.inline.link.started {
			w.inline.breakLine()
		} else { // two of them part paragraphs
			w.breakBlock()
		}
	case atom.A:
		w.inline.openLink(f.attributes().href)
	case atom.Img:
		w.inline.picture(f.attributes())
	case atom.Code, atom.Tt, atom.Kbd, atom.Samp:
		w.verbatim.start(tag, f.attributes())
	case atom.Q:
		w.inline.write("“")
	case atom.Sup:
		w.inline.write("^")
	case atom.Sub:
		w.inline.write("_")
	default:
		return false
	}
	return true
}

// startBlock opens a block; the one before it is closed already.
func (w *htmlWriter) startBlock(tag atom.Atom, a attributes) {
	switch tag {
	case atom.Blockquote:
		if w.top().tag == atom.Aside {
			w.push(container{tag: tag}) // the quote is the aside's
			return
		}
		w.push(container{tag: tag, quote: true})
	case atom.Aside:
		w.startAside(a)
	case atom.Div:
		if a.has("title") && w.top().tag == atom.Aside {
			w.skip.tag = tag // an avatar and the name, which stand there already
		}
	case atom.Ul, atom.Ol:
		w.pushList(tag, a)
	case atom.Li:
		w.pushItem()
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		w.heading = int(tag.String()[1] - '0')
	case atom.Hr:
		w.rule()
	case atom.Pre:
		w.verbatim.start(tag, a)
	case atom.Table:
		if w.table == nil {
			w.table = &table{}
		}
	}
}

// startAside opens a Discourse quote, which names whom it quotes.
func (w *htmlWriter) startAside(a attributes) {
	if !a.has("quote") {
		return
	}
	w.push(container{tag: atom.Aside, quote: true})
	if name := a.username; name != "" {
		w.inline.write(name + " wrote:")
		w.flush()
	}
}

// end closes an element.
func (w *htmlWriter) end(tag atom.Atom) {
	if w.skip.ends(tag) {
		return
	}
	if w.verbatim.tag != 0 {
		if tag != w.verbatim.tag && !w.leaves(tag) {
			return
		}
		w.endVerbatim()
		if tag == atom.Pre || inlineCode[tag] {
			return
		}
	}
	if kind, ok := emphases[tag]; ok {
		w.inline.closeMark(kind)
		if tag == atom.Cite && w.cited {
			w.breakBlock()
			w.cited = false
		}
		return
	}
	switch {
	case tag == atom.A:
		w.inline.closeLink()
	case tag == atom.Q:
		w.inline.write("”")
	case w.table != nil && w.endCell(tag):
	case blockTags[tag]:
		w.breakBlock()
		w.endBlock(tag)
	}
}

// endBlock closes a block whose text is written already.
func (w *htmlWriter) endBlock(tag atom.Atom) {
	switch tag {
	case atom.Blockquote, atom.Aside, atom.Ul, atom.Ol, atom.Li:
		w.pop(tag)
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		w.heading = 0
	}
}

// emphases are the elements that change the look of words.
var emphases = map[atom.Atom]markKind{
	atom.I: weak, atom.Em: weak, atom.Cite: weak, atom.Var: weak, atom.Dfn: weak,
	atom.B: strong, atom.Strong: strong,
	atom.S: struck, atom.Strike: struck, atom.Del: struck,
}

var inlineCode = map[atom.Atom]bool{
	atom.Code: true, atom.Tt: true, atom.Kbd: true, atom.Samp: true,
}

// blockTags part paragraphs.
var blockTags = map[atom.Atom]bool{
	atom.P: true, atom.Div: true, atom.Blockquote: true, atom.Aside: true,
	atom.Ul: true, atom.Ol: true, atom.Li: true, atom.Dl: true, atom.Dt: true, atom.Dd: true,
	atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true,
	atom.Hr: true, atom.Pre: true, atom.Table: true, atom.Tr: true, atom.Td: true, atom.Th: true,
	atom.Thead: true, atom.Tbody: true, atom.Tfoot: true, atom.Caption: true,
	atom.Section: true, atom.Article: true, atom.Header: true, atom.Footer: true, atom.Main: true,
	atom.Nav: true, atom.Address: true, atom.Center: true, atom.Fieldset: true, atom.Form: true,
	atom.Figure: true, atom.Figcaption: true, atom.Details: true, atom.Summary: true,
	atom.Legend: true, atom.Option: true, atom.Body: true, atom.Xmp: true, atom.Plaintext: true,
	atom.Textarea: true,
}
