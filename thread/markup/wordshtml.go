package markup

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// readHTML adds the paragraphs of an HTML fragment. It reads what fromHTML
// reads, several times as fast: nothing is escaped, no mark is kept.
func (p *passages) readHTML(raw string) {
	r := wordReader{passages: p}
	z := html.NewTokenizer(strings.NewReader(raw))
	for {
		switch z.Next() {
		case html.ErrorToken:
			r.flush()
			return
		case html.TextToken:
			if r.skip.tag == 0 {
				r.words(Clean(string(z.Text())))
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			r.start(atom.Lookup(name), z)
		case html.EndTagToken:
			name, _ := z.TagName()
			r.end(atom.Lookup(name))
		}
	}
}

// A wordReader collects the paragraphs of HTML tokens.
type wordReader struct {
	*passages
	text   strings.Builder
	quotes int
	skip   skip
	aside  bool // a Discourse quote starts, with the name of whom it quotes
	pre    bool
	href   string // of the link that is open
	linked int    // where its text starts
}

// words adds text; space is as it is in pre, else runs of it are one blank.
func (r *wordReader) words(s string) {
	if r.pre || isPlainLine(strings.Trim(s, " ")) {
		r.text.WriteString(s)
		return
	}
	for len(s) > 0 {
		i := strings.IndexFunc(s, unicode.IsSpace)
		if i < 0 {
			i = len(s)
		}
		r.text.WriteString(s[:i])
		rest := strings.TrimLeftFunc(s[i:], unicode.IsSpace)
		if len(rest) < len(s)-i {
			r.space(s[i:len(s)-len(rest)], rest)
		}
		s = rest
	}
}

// space adds what a run of space stands for.
func (r *wordReader) space(run, rest string) {
	if strings.HasPrefix(rest, ">") && strings.Contains(run, "\n") {
		r.text.WriteByte('\n')
		return
	}
	r.text.WriteByte(' ')
}

func (r *wordReader) start(tag atom.Atom, z *html.Tokenizer) {
	switch {
	case r.skip.starts(tag):
		return
	case blockTags[tag]:
		r.flush()
	}
	switch tag {
	case atom.Br:
		r.text.WriteByte('\n')
	case atom.Pre:
		r.pre = true
	case atom.Blockquote:
		r.quotes++
		r.aside = false
	case atom.Aside:
		r.aside = readAttributes(z).has("quote")
	case atom.Div:
		if r.aside && readAttributes(z).has("title") {
			r.skip.tag = tag
		}
	case atom.Img:
		r.words(CleanLine(readAttributes(z).alt))
	case atom.A:
		r.endLink()
		r.href = webAddress(readAttributes(z).href)
		r.linked = r.text.Len()
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
	text := strings.TrimSpace(r.text.String()[r.linked:])
	if text == "" {
		r.text.WriteString(href)
	} else if rest, ok := shortened(text, href); ok {
		r.text.WriteString(" " + rest)
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
	if r.text.Len() == 0 {
		return
	}
	text := r.text.String()
	r.text.Reset()
	r.linked = 0
	if r.quotes > 0 || r.pre || !strings.Contains(text, ">") {
		r.add(text, r.quotes > 0)
		return
	}
	r.readText(text)
}
