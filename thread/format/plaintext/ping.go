package plaintext

import (
	"strings"

	"skein/thread/format/dates"
)

// pingback says whether the header is an entry of the list that another page
// made, as in `3. Pingback: Foo | Bar`.
func (h *header) pingback() bool {
	return h.kind == bareHeader && h.mark.kind != "" && h.extras().inline != ""
}

// readPingback reads `Pingback: Foo | Bar`; what it is becomes its text.
func (h *header) readPingback(s string) bool {
	for _, word := range []string{"pingback: ", "trackback: "} {
		if title, ok := cutFold(s, word); ok {
			h.kind, h.author = bareHeader, title
			h.add(extras{inline: s[:len(word)-2]})
			return true
		}
	}
	return false
}

// titleGoesOn says whether the title of a pingback at line i, which goes to line
// to, goes on there.
func (p *page) titleGoesOn(i, to, width int) bool {
	const most = 4 // lines
	return to < min(i+most, len(p.lines)) && p.lines[to].Indent() > p.lines[i].Indent() && isWrapped(p.lines, to-1, width*3/4)
}

// barePingback says whether a line can have neither verb nor date, but only a
// title in which they may stand.
func barePingback(s string) bool {
	if strings.HasSuffix(s, ":") || !strings.ContainsAny(s[:1], "PpTt") {
		return false
	}
	d, _, _ := dates.Find(s)
	return !d.Strong()
}

// addPingbacks adds the pingbacks that stand in the list like the comments,
// with a mark like theirs in a column of theirs, wherever in it they are.
func addPingbacks(headers, all []*header, start int) []*header {
	type place struct {
		mark   string
		column int
	}
	places := map[place]bool{}
	for _, h := range headers {
		for c := -near; c <= near && h.mark.kind != ""; c++ {
			places[place{h.mark.kind, h.column + c}] = true
		}
	}
	if len(places) == 0 {
		return headers
	}
	if start < 0 {
		start = headers[0].line
	}
	var merged []*header
	k := 0
	for _, c := range all {
		if c.line <= start || !c.pingback() || !places[place{c.mark.kind, c.column}] {
			continue
		}
		for k < len(headers) && headers[k].line < c.line {
			merged = append(merged, headers[k])
			k++
		}
		if k < len(headers) && headers[k].line == c.line {
			continue
		}
		added := *c
		added.traits.empty = true
		merged = append(merged, &added)
	}
	return append(merged, headers[k:]...)
}
