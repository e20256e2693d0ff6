package format

import (
	"cmp"
	"html"
	"strings"

	"skein/thread/markup"
)

func (p *parts) body() markup.Body {
	text := p.found[theText]
	switch text.kind() {
	case 0:
		return markup.Body{}
	case '[':
		return spans(text)
	case '{':
		return bodyIn(text)
	}
	return text.textBody(usualTexts[p.rank[theText]].kind)
}

// textBody is a string as a body of a kind, which may be unsure.
func (v value) textBody(kind markup.Kind) markup.Body {
	if kind == unsure {
		kind = kindOfText(v.literal())
	}
	return v.body(kind)
}

// forms are the names of the forms of a text that is there in several, the
// most telling first.
var forms = []struct {
	name string
	kind markup.Kind
}{
	{"html", markup.HTML}, {"formatted_body", markup.HTML}, {"rendered", markup.HTML}, {"processed", markup.HTML}, {"markdown", markup.Markdown},
	{"raw", unsure}, {"body", unsure}, {"text", unsure}, {"plain", markup.Text}, {"content", unsure}, {"value", unsure}, {"message", unsure},
}

// holdsText says whether an object is a text: in several forms, or a document.
func holdsText(v value) bool {
	text, _ := textForm(v)
	return isDocument(v) || text.there()
}

// bodyIn is the text that an object is.
func bodyIn(v value) markup.Body {
	if isDocument(v) {
		var b strings.Builder
		writeDocument(&b, v)
		return markup.Body{Raw: b.String(), Kind: markup.HTML}
	}
	text, kind := textForm(v)
	return text.textBody(kind)
}

// textForm is the most telling form of a text that is there in several.
func textForm(v value) (text value, kind markup.Kind) {
	v = v.at("latest").or(v) // of its versions
	for _, form := range forms {
		if text := v.at(form.name); text.kind() == '"' && text.literal() != `""` {
			return text, form.kind
		}
	}
	return value{}, markup.Text
}

// isDocument says whether an object is a document of Atlassian's that has
// something in it.
func isDocument(v value) bool {
	return v.at("type").text() == "doc" && v.at("content").first().there()
}

// documentTags are what the nodes and marks of Atlassian's documents are in
// HTML (https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/).
var documentTags = map[string]string{
	"paragraph": "p", "heading": "h3", "bulletList": "ul", "orderedList": "ol", "listItem": "li", "blockquote": "blockquote",
	"codeBlock": "pre", "table": "table", "tableRow": "tr", "tableCell": "td", "tableHeader": "th", "panel": "div",
	"taskList": "ul", "taskItem": "li", "decisionList": "ul", "decisionItem": "li", "expand": "div",
	"strong": "strong", "em": "em", "code": "code", "strike": "s",
}

// writeDocument writes a node of such a document as HTML.
func writeDocument(b *strings.Builder, node value) {
	attrs := node.at("attrs")
	kind := node.at("type").text()
	switch kind {
	case "text":
		writeMarked(b, node)
		return
	case "hardBreak":
		b.WriteString("<br>")
		return
	case "rule":
		b.WriteString("<hr>")
		return
	case "mention", "emoji", "date", "status", "inlineCard", "blockCard", "embedCard":
		b.WriteString(html.EscapeString(cmp.Or(attrs.at("text").text(), attrs.at("shortName").text(), attrs.at("url").text(), attrs.at("timestamp").text())))
		return
	}
	tag := documentTags[kind]
	if tag != "" {
		b.WriteString("<" + tag + ">")
	}
	for e := range node.at("content").elements {
		writeDocument(b, e)
	}
	if tag != "" {
		b.WriteString("</" + tag + ">")
	}
}

// writeMarked writes a text node with its marks.
func writeMarked(b *strings.Builder, node value) {
	end := ""
	for mark := range node.at("marks").elements {
		kind := mark.at("type").text()
		tag := documentTags[kind]
		switch {
		case kind == "link":
			b.WriteString(`<a href="` + html.EscapeString(mark.at("attrs", "href").text()) + `">`)
			end = "</a>" + end
		case tag != "":
			b.WriteString("<" + tag + ">")
			end = "</" + tag + ">" + end
		}
	}
	b.WriteString(html.EscapeString(node.at("text").text()))
	b.WriteString(end)
}

// spans is a text in pieces, strings and objects with one, as Telegram has it.
func spans(list value) markup.Body {
	var text strings.Builder
	for e := range list.elements {
		text.WriteString(cmp.Or(e.text(), e.at("text").text()))
	}
	return markup.Body{Raw: text.String(), Kind: markup.Text}
}

// kindOfText guesses what a text, as JSON has it, is written in.
func kindOfText(literal string) markup.Kind {
	has := func(sign string) bool { return strings.Contains(literal, sign) }
	switch {
	case has("</"), has(`<\/`), has("<br"), has("<p>"), has(`\u003c/`), has("&#"), has("&quot;"), has("&amp;"), has("&lt;"):
		return markup.HTML
	case has("]("), has("**"), has("```"), has(`\n> `):
		return markup.Markdown
	}
	return markup.Text
}
