package format

import "slices"

// joinHeads joins the heads of comments that a browser copies in pieces, the
// name and the time on lines of their own around a bullet:
//
//	u/ann avatar
//	ann
//	•
//	2y ago
//
// Labels may stand between the name and the bullet.
func joinHeads(lines []textLine) []textLine {
	const several = 2
	var heads []splitHead
	for i := 1; i+1 < len(lines); i++ {
		if (lines[i].text == "•" || lines[i].text == "·") && isDate(lines[i+1].text) {
			heads = append(heads, findHead(lines, i))
		}
	}
	if len(heads) < several {
		return lines
	}
	kept := make([]textLine, 0, len(lines))
	from := 0
	for _, h := range heads {
		if h.from < from {
			continue
		}
		kept = append(kept, lines[from:h.from]...)
		head := lines[h.from]
		head.text = lines[h.name].text + " • " + lines[h.bullet+1].text
		kept = append(kept, head)
		from = h.bullet + 2
	}
	return slices.Concat(kept, lines[from:])
}

// A splitHead is the lines of such a head: where it begins, its name and its
// bullet.
type splitHead struct{ from, name, bullet int }

// findHead finds the name above a bullet: what the line for a picture has,
// too, or else the line above.
func findHead(lines []textLine, bullet int) splitHead {
	const farthest = 5 // lines above the bullet
	for i := bullet - 2; i >= max(0, bullet-farthest); i-- {
		if name := lines[i+1].text; lines[i].text == "u/"+name+" avatar" || lines[i].text == name+" avatar" {
			return splitHead{i, i + 1, bullet}
		}
	}
	return splitHead{bullet - 1, bullet - 1, bullet}
}
