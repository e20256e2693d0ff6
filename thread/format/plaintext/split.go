package plaintext

import (
	"slices"

	"skein/thread/format/dates"
)

// joinHeads joins the heads of comments that a browser copies in pieces, the
// name and the time on lines of their own around a bullet:
//
//	u/ann avatar
//	ann
//	•
//	2y ago
//
// Labels may stand between the name and the bullet.
func joinHeads(lines []Line) []Line {
	const several = 2
	var heads []splitHead
	for i := 1; i+1 < len(lines); i++ {
		if (lines[i].Text == "•" || lines[i].Text == "·") && dates.IsDate(lines[i+1].Text) {
			heads = append(heads, findHead(lines, i))
		}
	}
	if len(heads) < several {
		return lines
	}
	kept := make([]Line, 0, len(lines))
	from := 0
	for _, h := range heads {
		if h.from < from {
			continue
		}
		kept = append(kept, lines[from:h.from]...)
		head := lines[h.from]
		head.Text = lines[h.name].Text + " • " + lines[h.bullet+1].Text
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
func findHead(lines []Line, bullet int) splitHead {
	const farthest = 5 // lines above the bullet
	for i := bullet - 2; i >= max(0, bullet-farthest); i-- {
		if name := lines[i+1].Text; lines[i].Text == "u/"+name+" avatar" || lines[i].Text == name+" avatar" {
			return splitHead{i, i + 1, bullet}
		}
	}
	return splitHead{bullet - 1, bullet - 1, bullet}
}
