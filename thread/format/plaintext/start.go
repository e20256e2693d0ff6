package plaintext

import "sort"

// sectionStart is the line that heads the comments, given the lines that may
// be headers, and how many comments the page says it has; -1 where it tells
// neither. A line that counts exactly what is below it is best; then one that
// has a header directly below it; then the last that has nearly all below it.
func (p *page) sectionStart(own []*header) (start, count int) {
	start, count = -1, -1
	quality := 0
	for _, m := range p.markers {
		if m.over {
			continue
		}
		first := sort.Search(len(own), func(i int) bool { return own[i].line > m.line })
		after := len(own) - first
		q := 0
		switch {
		case after == 0:
		case m.count == after:
			q = 3
		case m.next == own[first].line:
			q = 2
		case after*5 >= len(own)*4:
			q = 1
		}
		if q > quality || q == quality && (q == 1 || q == 3) {
			start, quality = m.line, q
		}
	}
	if quality == 0 {
		return -1, -1
	}
	for _, m := range p.markers {
		if m.line <= start && m.count >= 0 && !m.over {
			count = m.count
		}
	}
	return p.lastMarker(start, own), count
}

// belowStart is the first line below the heading of the comments and what
// else heads them.
func (p *page) belowStart() int {
	k := sort.Search(len(p.markers), func(k int) bool { return p.markers[k].line >= p.start })
	return p.markers[k].next
}

// lastMarker is the last heading from start on before the first header, so
// that `7 replies` and `Comments` may stand apart.
func (p *page) lastMarker(start int, own []*header) int {
	first := sort.Search(len(own), func(i int) bool { return own[i].line > start })
	for _, m := range p.markers {
		if m.line > start && first < len(own) && m.line < own[first].line && !m.over {
			start = m.line
		}
	}
	return start
}

// weights say how much each kind of header looks like nothing else.
var weights = [kinds]float64{saysHeader: 1, byHeader: 0.9, datedHeader: 1, splitHeader: 0.95, bareHeader: 0.3}

// worth says how well a reading explains the page: 0 when the evidence is too
// thin to call it a thread.
func (r *reading) worth() float64 {
	n := len(r.headers)
	if n == 0 || !r.enough() {
		return 0
	}
	sum := 0.0
	for i := range r.headers {
		sum += weights[r.kind] * (doubtful - r.headers[i].doubt)
	}
	if n == r.count {
		sum = 2*sum + 2
	}
	return sum
}

// enough says whether there is more than a likeness: a line that heads the
// comments, or that several of them look alike.
func (r *reading) enough() bool {
	n, marked, dated := len(r.headers), 0, 0
	for _, h := range r.headers {
		if h.mark.kind != "" {
			marked++
		}
		if h.dated() {
			dated++
		}
	}
	switch {
	case r.kind == bareHeader:
		return r.start >= 0 && (r.count == n || r.count < 0 || r.chained) && (r.chained || n == r.count)
	case r.start >= 0 && r.count != 0:
		return true
	case n > 2:
		return areNames(r.headers)
	case n == 2:
		return areNames(r.headers) && (r.kind == saysHeader || r.kind == byHeader && dated > 0 || marked > 0 || dated > 0 && areCapital(r.headers))
	}
	return marked == n && r.headers[0].mark.number == 1 && r.headers[0].traits.delta > 0
}
