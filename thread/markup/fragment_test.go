package markup

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// tokensOf is what a fragment is read as, a line for each token. Texts that
// follow each other are one.
func tokensOf(s string) string {
	var l tokenLines
	f := fragment{rest: s}
	for {
		switch f.next() {
		case atEnd:
			return l.String()
		case textToken:
			l.text(f.words())
		case startTag:
			l.tag("<", f.tag, f.attributes().href)
		case endTag:
			l.tag("</", f.tag, "")
		}
	}
}

// librarysTokens is the same by the tokenizer of x/net/html.
func librarysTokens(s string) string {
	var l tokenLines
	z := html.NewTokenizer(strings.NewReader(s))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return l.String()
		case html.TextToken:
			l.text(string(z.Text()))
		case html.StartTagToken, html.SelfClosingTagToken:
			name, more := z.TagName()
			tag, href := atom.Lookup(name), ""
			for more {
				var key, value []byte
				key, value, more = z.TagAttr()
				if string(key) == "href" {
					href = string(value)
				}
			}
			l.tag("<", tag, href)
		case html.EndTagToken:
			name, _ := z.TagName()
			l.tag("</", atom.Lookup(name), "")
		}
	}
}

type tokenLines struct {
	strings.Builder
	open bool // a text
}

// text adds a text, as cleaning leaves it: the library does a part of that.
func (l *tokenLines) text(s string) {
	if !l.open {
		l.WriteString("text ")
	}
	l.open = true
	l.WriteString(strings.NewReplacer("\r\n", "\n", "\r", "\n", "\x00", "\ufffd").Replace(s))
}

func (l *tokenLines) tag(mark string, tag atom.Atom, href string) {
	if l.open {
		l.WriteByte('\n')
	}
	l.open = false
	fmt.Fprintf(l, "%s%s %s\n", mark, tag, strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(href))
}

var fragments = []string{
	"a<b>c</b> < d & e &lt; &#x27; &notin; &ampx &#150; &#0; &#x110000; &#X;0 &", "<a href='x&amp;y' b=c/>d</A>",
	"<a href=x&#47;y&copy=2 /href=z>", "<a  href = \"x>y\"c>", "<br/><p/ ><x =a=b>", "</>a</ b>c</3>d", "<",
	"</", "<!", "<!-- a > -- --!> b --> c", "<!-->a<!--->b<!---->c<!--a", "<!doctype html>a<?xml b>c<!d>e<![CDATA[f]]>g",
	"<title>a<b>&lt;</title>b", "<style>a<b></styles></STYLE >c", "<textarea>&amp;</textarea", "<plaintext>a</plaintext>",
	"<xmp></xmp>a", "<iframe><b></iframe><noscript>&lt;</noscript>", "<a href", "<a href=", "<a href='b", "<a b", "<a/",
	"<script>if (a < b) '</p>'</script>c", "a\x00b\r\nc\rd", "&#x00B0000000000002 &#99999999999999999999a; &#x110000g",
}

func TestFragmentsAreReadAsTheStandardSays(t *testing.T) {
	t.Parallel()
	for _, s := range fragments {
		if got, want := tokensOf(s), librarysTokens(s); got != want {
			t.Errorf("%q is read as\n%swant\n%s", s, got, want)
		}
	}
}

func TestAddressesKeepWhatIsNoEntity(t *testing.T) {
	t.Parallel()
	f := fragment{rest: "<a href='?a=1&copy=2&reg&para;&#x26;lt=3'>"}
	f.next()
	if got, want := f.attributes().href, "?a=1&copy=2&reg¶&lt=3"; got != want {
		t.Errorf("read as %s, want %s", got, want)
	}
}

// differs finds what is not read as the library does: comments in scripts,
// entities without a semicolon in attributes, and of these one of a single
// digit, which the standard library passes over.
var differs = regexp.MustCompile(`(?i)<script|href|&#[0-9]([^0-9;]|$)`)

func FuzzFragment(f *testing.F) {
	for _, s := range fragments {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if differs.MatchString(s) {
			t.Skip("read in another way, on purpose")
		}
		got, want := tokensOf(s), librarysTokens(s)
		if strings.Contains(s, "\r") { // which makes one line end with an entity for another beside it, or two
			got, want = lineEnds.ReplaceAllString(got, "\n"), lineEnds.ReplaceAllString(want, "\n")
		}
		if got != want {
			t.Errorf("%q is read as\n%swant\n%s", s, got, want)
		}
	})
}

var lineEnds = regexp.MustCompile(`[\r\n]+`)
