package plaintext

import (
	"cmp"
	"math"
	"strconv"
	"strings"

	"skein/thread/format/lexicon"
)

// CutReferences takes the numbers of links out of a dump that has them, as in
// `[12]ann [13]says:`, and the list of addresses they stand for, which is at
// the end of the page (lynx -dump, elinks -dump):
//
//	References
//
//	   Visible links
//	   1. https://example.org/
//	   2. The title of a link
//	      https://example.org/ann
//
// Every line keeps the addresses of its links. What has a number and is no
// link is a field of a form. A page without such a list stays as it is: there
// a number in brackets may be a note or a picture.
func CutReferences(lines []Line) []Line {
	urls, end := references(lines)
	if urls == nil {
		return lines
	}
	kept := lines[:0:0]
	r := numberReader{urls: urls}
	for number := range urls {
		r.most = max(r.most, number)
	}
	gap := int32(0)
	for _, l := range lines[headLinks(lines[:end]):end] {
		gap += l.gap
		l.gap = gap
		if r.cut(&l); l.Text == "" {
			continue // a link without a text
		}
		kept = append(kept, l)
		gap = 0
	}
	return kept
}

// headLinks is how many lines a dump has first for what the page is linked
// with, as its feeds, which is not on the page.
func headLinks(lines []Line) (n int) {
	lynx := len(lines) > 0 && strings.HasPrefix(lines[0].Text, "#[1]")
	for i, l := range lines {
		if i > 0 && l.Gap() > 0 {
			break
		}
		if lynx || strings.HasPrefix(l.Text, "Link: [") {
			n = i + 1
		}
	}
	return n
}

// references are the addresses by their number, and the line that heads them.
func references(lines []Line) (urls map[int]string, end int) {
	const few = 3
	next, titled := 0, "" // the number below, the address of a title above
	for end = len(lines); end > 0 && next != 1; end-- {
		text := lines[end-1].Text
		number, url, ok := reference(text)
		switch {
		case number > 0 && (next == 0 || number < next) && (ok || titled != ""):
			if urls == nil {
				urls = map[int]string{}
			}
			urls[number], next, titled = cmp.Or(titled, url), number, ""
			continue
		case titled == "" && bareAddress(text):
			titled = text
			continue
		case next > 0 && titled == "" && referenceHeading(text):
			next = math.MaxInt // the hidden ones may be among the visible
			continue
		case next < math.MaxInt:
			return nil, 0
		}
		break
	}
	if titled != "" || len(urls) < few || !numbersLead(lines[:end]) {
		return nil, 0
	}
	for end > 0 && (referenceHeading(lines[end-1].Text) || lines[end-1].Indent() == 0 && !strings.Contains(lines[end-1].Text, " ")) {
		end--
	}
	return urls, end
}

// numbersLead says whether the numbers in brackets stand before a link, not
// after what they are a note to.
func numbersLead(lines []Line) bool {
	leading, trailing := 0, 0
	for _, l := range lines {
		for at := 0; at < len(l.Text); {
			open := strings.IndexByte(l.Text[at:], '[')
			if open < 0 {
				break
			}
			at += open + 1
			_, n := lexicon.Figure(l.Text[at:])
			switch rest := l.Text[at+n:]; {
			case n == 0 || !strings.HasPrefix(rest, "]"):
			case rest == "]" || strings.IndexByte(" .,;:)", rest[1]) >= 0:
				trailing++
			default:
				leading++
			}
		}
	}
	return leading > 3*trailing
}

func referenceHeading(s string) bool {
	return s == "Visible links" || s == "Visible links:" || s == "Hidden links:"
}

// reference reads `12. https://example.org/`, or says that what has the number
// is no address.
func reference(s string) (number int, url string, ok bool) {
	number, n := lexicon.Figure(s)
	url, found := strings.CutPrefix(s[n:], ".")
	if n == 0 || !found {
		return 0, "", false
	}
	url = strings.TrimLeft(url, " ")
	first, _, _ := strings.Cut(url, " ")
	return number, url, url == "" || strings.ContainsAny(first, ":/")
}

// bareAddress says whether a line is an address and nothing else.
func bareAddress(s string) bool {
	scheme, rest, _ := strings.Cut(s, ":")
	return len(scheme) > 1 && rest != "" && !strings.ContainsAny(s, " []")
}

// A numberReader takes the numbers out of a page, along which they rise.
type numberReader struct {
	urls       map[int]string
	last, most int // numbers
}

// cut takes the numbers out of a line, and what stands there for the fields of
// a form and for pictures.
func (r *numberReader) cut(l *Line) {
	if strings.IndexByte(l.Text, '[') < 0 {
		return
	}
	var b, found strings.Builder
	rest := l.Text
	for {
		at := strings.IndexByte(rest, '[')
		if at < 0 {
			break
		}
		b.WriteString(rest[:at])
		rest = rest[at:]
		n, url := r.number(rest)
		if n == 0 {
			n = placeholder(rest)
		}
		if n == 0 {
			b.WriteByte('[')
			rest = rest[1:]
			continue
		}
		if rest = rest[n:]; url != "" && !strings.HasPrefix(rest, url) {
			found.WriteString(url + "\n")
		}
	}
	b.WriteString(rest)
	l.Text = strings.TrimFunc(b.String(), lexicon.IsBlank)
	l.addURLs(found.String())
}

// number is how long the number is that s begins with, and what it stands for.
func (r *numberReader) number(s string) (n int, url string) {
	number, n := lexicon.Figure(s[1:])
	url, known := r.urls[number]
	if n == 0 || number <= r.last || number > r.most || !known && number != r.last+1 ||
		!strings.HasPrefix(s[1+n:], "]") || len(strconv.Itoa(number)) != n {
		return 0, ""
	}
	r.last = number
	return n + 2, url
}

// placeholder is how long it is what s begins with and stands for a picture or
// a field in which nothing is.
func placeholder(s string) int {
	for _, holder := range []string{"[IMG]", "[ ]", "[\u00a0]"} {
		if rest, found := strings.CutPrefix(s, holder); found {
			return len(s) - len(strings.TrimLeft(rest, " "))
		}
	}
	return 0
}
