package format

import (
	"strings"

	"skein/thread/format/dom"
	"skein/thread/format/lexicon"
)

// A quoter gives quotations the tags of quotations where a page has others for
// them: forums have quoted in tables (phpBB 2, vBulletin 3) and in elements
// that only their classes tell (vBulletin 4, Invision, XenForo 1, SMF 1), with
// who is quoted beside the text.
type quoter struct {
	page   *page
	within map[int]bool // blockquotes of what is a quotation already
	tables map[int]bool // tables that hold one
}

// quoteNames are the classes of quotations.
var quoteNames = []string{"bbcode_quote", "bbCodeQuote", "quotemain", "quote_body", "quoteBody", "quotecontent", "quote", "quotebox", "bbquote"}

// quoteLabels stand alone above a table that is a quotation.
var quoteLabels = lexicon.Set(`quote: zitat: citation: cita: citaat: citazione: citat: цитата: cytat: citação: citát: idézet: lainaus: alıntı:`)

func (p *page) quotes() *quoter {
	return &quoter{page: p, within: map[int]bool{}, tables: map[int]bool{}}
}

// change is what an element of a text becomes.
func (q *quoter) change(n dom.Node) dom.Change {
	quotation, plain := dom.Change{Start: "<blockquote>", End: "</blockquote>"}, dom.Change{Start: "<div>", End: "</div>"}
	switch n.Tag() {
	case "blockquote":
		if q.within[n.Index()] {
			return plain
		}
	case "table":
		if q.tables[n.Index()] || q.holdsQuote(n) {
			q.tables[n.Index()] = true
			return quotation
		}
	case "tbody", "tr", "td":
		if q.inTable(n) {
			return plain
		}
	case "img":
		if n.Parent().Is("a") && n.Has("inlineimg") || n.Parent().Has("bbcode_postedby") {
			return dom.Change{Drop: true} // an arrow to what is quoted
		}
	case "div", "span", "b", "strong", "p":
		if q.labels(n) {
			return dom.Change{Drop: true}
		}
		if n.Is("div") && n.Class() != "" && n.HasAny(quoteNames...) && !n.Parent().Is("blockquote") {
			if inner := n.First(isTag("blockquote")); inner.Ok() {
				q.within[inner.Index()] = true
			}
			return quotation
		}
	}
	return dom.Change{}
}

// labels says whether n is the label above a table that quotes.
func (q *quoter) labels(n dom.Node) bool {
	const longest = 200 // bytes with its tags
	next := n.Next()
	if !next.Is("table") || n.To()-n.From() > longest || !quoteLabels[strings.ToLower(n.Text())] {
		return false
	}
	q.tables[next.Index()] = true
	return true
}

// holdsQuote says whether a cell in one of the first rows of a table is called
// a quotation.
func (q *quoter) holdsQuote(table dom.Node) bool {
	const most = 12 // elements
	seen := 0
	for n := range table.Within() {
		if n.Is("td") && n.Has("quote") {
			return true
		}
		if seen++; seen > most || n.Is("table") {
			return false
		}
	}
	return false
}

// inTable says whether a part of a table is one of a table that quotes.
func (q *quoter) inTable(n dom.Node) bool {
	for n.Is("tbody", "tr", "td") {
		n = n.Parent()
	}
	return q.tables[n.Index()]
}
