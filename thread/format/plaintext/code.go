package plaintext

import "strings"

// codeLines says whether a paragraph that is set off is a piece of code and
// no quotation: half of its lines hold signs that prose has no use for.
func codeLines(lines []Line) bool {
	const signs, longest = "{}<=|\\`~^", 120
	n := 0
	for _, l := range lines {
		switch s := l.Text; {
		case strings.Contains(s, "://"):
		case len(s) > longest || strings.HasPrefix(s, ">"):
			return false
		case strings.ContainsAny(s, signs), strings.HasSuffix(s, ";"), strings.Contains(s, "()"), strings.HasPrefix(s, "$ "):
			n++
		}
	}
	return 2*n >= len(lines) && n > 0
}
