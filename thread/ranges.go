package thread

import "slices"

// Ranges are the places in text, as byte ranges in ascending order, that the
// query's phrases match. They are found across any white space and line
// breaks, also in a rendering of the text that has bars before its lines, but
// not across the escape sequences of a terminal.
func (q *Query) Ranges(text string) [][2]int {
	if q.Empty() {
		return nil
	}
	var needles []needle
	for open := []node{q.root}; len(open) > 0; {
		n := open[len(open)-1]
		open = open[:len(open)-1]
		switch n := n.(type) {
		case phrase:
			needles = append(needles, n.needle)
		case and:
			open = append(open, n...)
		case or:
			open = append(open, n...)
		}
	}
	if len(needles) == 0 {
		return nil
	}
	f := trace(text)
	var found [][2]int
	for _, n := range needles {
		for at := n.index(f, 0, len(f.text)); at >= 0; at = n.index(f, at+len(n.text), len(f.text)) {
			found = append(found, f.source(at, at+len(n.text)))
		}
	}
	return merge(found)
}

// merge sorts ranges and joins those that meet.
func merge(ranges [][2]int) [][2]int {
	slices.SortFunc(ranges, func(a, b [2]int) int { return a[0] - b[0] })
	merged := ranges[:0]
	for _, r := range ranges {
		if last := len(merged) - 1; last >= 0 && r[0] <= merged[last][1] {
			merged[last][1] = max(merged[last][1], r[1])
			continue
		}
		merged = append(merged, r)
	}
	return merged
}
