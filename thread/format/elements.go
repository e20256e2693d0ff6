package format

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// elements walks over an XML text element by element. Its first error sticks:
// what is read after it is empty, and there is no further child.
//
// It is not strict: tags that were never closed are closed by what encloses
// them, entities are HTML's, characters that XML forbids become U+FFFD.
type elements struct {
	data   []byte
	dec    *xml.Decoder
	err    error
	at     int64               // where the token that was read last begins
	labels map[xml.Name]string // of the names met so far
	buffer []byte
}

func newElements(data []byte) *elements {
	data = xmlText(data)
	dec := xml.NewDecoder(bytes.NewReader(data))
	dec.Strict = false
	dec.Entity = xml.HTMLEntity
	dec.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	return &elements{data: data, dec: dec, labels: map[xml.Name]string{}}
}

// xmlRoot is a walk that has entered the first element of what may be XML, and
// that element. Only the beginning of the data is looked at.
func xmlRoot(data []byte, enough int) (*elements, xml.StartElement, bool) {
	data = data[:min(len(data), enough)]
	if head := bytes.TrimLeft(data, " \t\r\n"); len(head) == 0 || head[0] != '<' {
		return nil, xml.StartElement{}, false
	}
	x := newElements(data)
	root, ok := x.child()
	return x, root, ok
}

// next is the next token, nil after the last and after an error.
func (x *elements) next() xml.Token {
	if x.err != nil {
		return nil
	}
	at := x.dec.InputOffset()
	t, err := x.dec.Token()
	x.err = err
	if x.dec.InputOffset() > at { // an end that is not written has no place
		x.at = at
	}
	return t
}

// child enters the next element within the one that is open. At the end of
// that it leaves it and is false.
func (x *elements) child() (xml.StartElement, bool) {
	for {
		switch t := x.next().(type) {
		case xml.StartElement:
			return t, true
		case xml.EndElement, nil:
			return xml.StartElement{}, false
		}
	}
}

// children yields the label of each element within the one that is open, and
// the element, which the caller reads or skips.
func (x *elements) children(yield func(string, xml.StartElement) bool) {
	for el, ok := x.child(); ok; el, ok = x.child() {
		if !yield(x.label(el.Name), el) {
			return
		}
	}
}

// skip leaves the element that is open, with all that is in it.
func (x *elements) skip() {
	if x.err == nil {
		x.err = x.dec.Skip()
	}
}

// text is the text in the element that is open, which it leaves.
func (x *elements) text() string {
	text, _ := x.content()
	return text
}

// line is text that stands on one line, in which entities may have been
// written for entities.
func (x *elements) line() string { return unescapeTwice(x.text()) }

// markup is the text in the element that is open or, where there are elements
// in that, all of it as it is written. It leaves the element.
func (x *elements) markup() string {
	start := x.dec.InputOffset()
	text, nested := x.content()
	if !nested || x.err != nil {
		return text
	}
	return string(x.data[start:x.at])
}

// content is the text in the element that is open, and whether other elements
// are in it.
func (x *elements) content() (text string, nested bool) {
	x.buffer = x.buffer[:0]
	for depth := 0; depth >= 0; {
		switch t := x.next().(type) {
		case xml.CharData:
			x.buffer = append(x.buffer, t...)
		case xml.StartElement:
			depth, nested = depth+1, true
		case xml.EndElement:
			depth--
		case nil:
			depth = -1
		}
	}
	return string(x.buffer), nested
}

// label is an element's name behind the prefix that its namespace usually
// has; those of Disqus and RSS have none.
func (x *elements) label(name xml.Name) string {
	if label, ok := x.labels[name]; ok {
		return label
	}
	label := name.Local
	prefix, known := prefixes[name.Space]
	switch {
	case strings.Contains(name.Space, "wordpress.org/export/"):
		prefix = "wp"
	case !known:
		prefix = name.Space
	}
	if prefix != "" {
		label = prefix + ":" + label
	}
	x.labels[name] = label
	return label
}

// prefixes are the usual prefixes of namespaces.
var prefixes = map[string]string{
	"http://disqus.com":                           "",
	"http://purl.org/rss/1.0/":                    "",
	"http://backend.userland.com/rss2":            "",
	"http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
	"http://purl.org/dc/elements/1.1/":            "dc",
	"http://purl.org/rss/1.0/modules/content/":    "content",
	"http://purl.org/rss/1.0/modules/slash/":      "slash",
	"http://purl.org/syndication/thread/1.0":      "thr",
	"http://www.w3.org/2005/Atom":                 "atom",
	"http://purl.org/atom/ns#":                    "atom",
	"http://schemas.google.com/blogger/2018":      "blogger",
}

// attribute is an attribute's value by its name without prefix.
func attribute(el xml.StartElement, name string) string {
	for _, a := range el.Attr {
		if a.Name.Local == name {
			return strings.TrimSpace(a.Value)
		}
	}
	return ""
}

// failure is the error that stopped the walk, with its place; nil at the end.
func (x *elements) failure() error {
	if x.err == nil || x.err == io.EOF {
		return nil
	}
	e := &SyntaxError{Offset: x.dec.InputOffset(), Err: x.err}
	if syntax, ok := errors.AsType[*xml.SyntaxError](x.err); ok {
		e.Err = errors.New(syntax.Msg)
		if bytes.Contains(bytes.TrimSpace(x.data), []byte("\n")) {
			e.Line = syntax.Line
		}
		if strings.HasPrefix(syntax.Msg, "unexpected EOF") {
			e.Err = fmt.Errorf("the thread breaks off here (%w)", io.ErrUnexpectedEOF)
		}
	}
	return e
}
