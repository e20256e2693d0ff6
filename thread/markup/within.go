package markup

import "strings"

// MostWithin is how many quotations a body can stand in.
const (
	MostWithin  = 0xff
	withinShift = 8
)

// Within is the kind of a body that stands in so many quotations: all its lines
// have their marks, which are none of its own.
func (k Kind) Within(quotations int) Kind {
	return k | Kind(min(quotations, MostWithin))<<withinShift
}

// within is how many quotations the body stands in.
func (k Kind) within() int { return int(k >> withinShift) }

// WithoutMarks is a text without the marks of so many quotations that it stands
// in, and without what is blank at the end of its lines.
func WithoutMarks(text string, quotations int) string {
	if quotations == 0 {
		return text
	}
	var b strings.Builder
	b.Grow(len(text))
	for line := range strings.Lines(text) {
		for range quotations {
			marked := strings.TrimLeft(line, " ")
			if !strings.HasPrefix(marked, ">") {
				break
			}
			line = strings.TrimPrefix(marked[1:], " ")
		}
		words, ended := strings.CutSuffix(line, "\n")
		b.WriteString(strings.TrimRight(words, " "))
		if ended {
			b.WriteByte('\n')
		}
	}
	return b.String()
}
