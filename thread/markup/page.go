package markup

import "strings"

// maxQuotes is how deep quotes may stand in each other; what is deeper joins
// the last. Nobody follows nine voices, and renderers grow slow on them.
const maxQuotes = 8

// A page is Markdown that is being written, block by block.
type page struct {
	out strings.Builder
}

// part parts the next block from the last by an empty line; prefix are the
// marks of the containers that both stand in.
func (p *page) part(prefix string) {
	if p.out.Len() > 0 {
		p.out.WriteString(strings.TrimRight(prefix, " "))
		p.out.WriteByte('\n')
	}
}

// block writes lines, the first behind other marks than the rest.
func (p *page) block(first, rest, lines string) {
	prefix := first
	for line := range strings.SplitSeq(lines, "\n") {
		if line == "" {
			prefix = strings.TrimRight(prefix, " ")
		}
		p.out.WriteString(prefix)
		p.out.WriteString(line)
		p.out.WriteByte('\n')
		prefix = rest
	}
}

// String is what was written, without the last line end.
func (p *page) String() string { return strings.TrimRight(p.out.String(), "\n") }
