// Package markup turns what people wrote in comments (HTML, Markdown, plain
// text) into the one form the rest of skein works with: clean Markdown for
// drawing and printing, and plain words for search and one-line previews.
//
// Bodies are kept as their source has them until someone looks at them, so
// decoding happens here and cleaning comes after it: `&#27;` in HTML and
// `\u001b` in JSON both become ESC only when they are decoded.
package markup

import "strings"

// A Kind says how a body is written down in its source.
type Kind uint16

// The kinds of body.
const (
	Text     Kind = iota // plain text, paragraphs parted by blank lines
	Markdown             // CommonMark with tables and strikethrough
	HTML                 // an HTML fragment
)

// What may be added to a kind, for a body that its source has wrapped up.
const (
	JSON     Kind = 0x80 // it is the inside of a JSON string literal (RFC 8259, section 7) with its escapes
	Indented Kind = 0x40 // its lines have the indent of the page that they stand in

	wrapped = JSON | Indented | MostWithin<<withinShift
)

// A Body is a text as its source wrote it, and how it did.
type Body struct {
	Raw  string
	Kind Kind
}

// Empty says whether the body holds nothing but space.
func (b Body) Empty() bool { return strings.TrimSpace(b.Raw) == "" }
