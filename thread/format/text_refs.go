package format

import (
	"math"
	"strconv"
	"strings"
)

// cutReferences takes the numbers of links out of a dump that has them, as in
// `[12]ann [13]says:`, and the list of addresses they stand for, which is at
// the end of the page (lynx -dump, elinks -dump):
//
//	References
//
//	   Visible links
//	   1. https://example.org/
//	   2. https://example.org/ann
//
// Every line keeps the addresses of its links. A page without such a list
// stays as it is: there a number in brackets may be a note or a picture.
func cutReferences(lines []textLine) []textLine {
	urls, end := references(lines)
	if urls == nil {
		return lines
	}
	kept := lines[:0:0]
	last, gap := 0, 0
	for _, l := range lines[:end] {
		gap += l.gap
		l.gap = gap
		if last = l.cutNumbers(urls, last); l.text == "" {
			continue // a link without a text
		}
		kept = append(kept, l)
		gap = 0
	}
	return kept
}

// references are the addresses by their number, and the line that heads them.
func references(lines []textLine) (urls map[int]string, end int) {
	const few = 3
	next := 0 // the number below
	for end = len(lines); end > 0 && next != 1; end-- {
		text := lines[end-1].text
		number, url, ok := reference(text)
		switch {
		case ok && (next == 0 || number < next):
			if urls == nil {
				urls = map[int]string{}
			}
			urls[number], next = url, number
		case next > 0 && referenceHeading(text):
			next = math.MaxInt // the hidden ones may be among the visible
		default:
			return nil, 0
		}
	}
	if next != 1 || len(urls) < few || !numbersLead(lines[:end]) {
		return nil, 0
	}
	for end > 0 && (referenceHeading(lines[end-1].text) || lines[end-1].indent == 0 && !strings.Contains(lines[end-1].text, " ")) {
		end--
	}
	return urls, end
}

// numbersLead says whether the numbers in brackets stand before a link, not
// after what they are a note to.
func numbersLead(lines []textLine) bool {
	leading, trailing := 0, 0
	for _, l := range lines {
		for at := 0; at < len(l.text); {
			open := strings.IndexByte(l.text[at:], '[')
			if open < 0 {
				break
			}
			at += open + 1
			_, n := figure(l.text[at:])
			switch rest := l.text[at+n:]; {
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

// reference reads `12. https://example.org/`.
func reference(s string) (number int, url string, ok bool) {
	number, n := figure(s)
	if n == 0 {
		return 0, "", false
	}
	url, ok = strings.CutPrefix(s[n:], ".")
	url = strings.TrimLeft(url, " ")
	first, _, _ := strings.Cut(url, " ")
	return number, url, ok && (url == "" || strings.ContainsAny(first, ":/"))
}

// cutNumbers takes the numbers above last, which rise along the page, out of
// a line, and says what the last one is now.
func (l *textLine) cutNumbers(urls map[int]string, last int) int {
	if strings.IndexByte(l.text, '[') < 0 {
		return last
	}
	var b, found strings.Builder
	rest := l.text
	for {
		at := strings.IndexByte(rest, '[')
		if at < 0 {
			break
		}
		number, n := figure(rest[at+1:])
		url, known := urls[number]
		if n == 0 || !known || number <= last || !strings.HasPrefix(rest[at+1+n:], "]") || len(strconv.Itoa(number)) != n {
			b.WriteString(rest[:at+1])
			rest = rest[at+1:]
			continue
		}
		b.WriteString(rest[:at])
		rest, last = rest[at+n+2:], number
		if url != "" && !strings.HasPrefix(rest, url) {
			found.WriteString(url + "\n")
		}
	}
	b.WriteString(rest)
	l.text, l.urls = strings.TrimFunc(b.String(), blank), found.String()
	return last
}
