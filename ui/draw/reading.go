package draw

import (
	"cmp"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// search finds the matches in the bare text of lines, each as one mark or
// more, in reading order.
func search(bare []string, find func(text string) [][2]int) [][]mark {
	spaced := join(bare, nil)
	var matches [][]mark
	for _, m := range find(spaced.text) {
		if marks := spaced.marks(m); len(marks) > 0 {
			matches = append(matches, marks)
		}
	}
	inWord := brokenWords(bare)
	if !slices.Contains(inWord, true) {
		return matches
	}
	glued, known := join(bare, inWord), len(matches)
	for _, m := range find(glued.text) {
		marks := glued.marks(m)
		crosses := slices.ContainsFunc(marks, func(m mark) bool { return m.line > marks[0].line && inWord[m.line-1] })
		if crosses && !overlaps(matches[:known], marks) {
			matches = append(matches, marks)
		}
	}
	slices.SortStableFunc(matches, func(a, b []mark) int {
		return cmp.Or(cmp.Compare(a[0].line, b[0].line), cmp.Compare(a[0].start, b[0].start))
	})
	return matches
}

// overlaps says whether any of the sorted matches has a byte in common with
// marks.
func overlaps(matches [][]mark, marks []mark) bool {
	first, last := marks[0], marks[len(marks)-1]
	i, _ := slices.BinarySearchFunc(matches, first, func(m []mark, first mark) int {
		end := m[len(m)-1]
		return cmp.Or(cmp.Compare(end.line, first.line), cmp.Compare(end.end, first.start+1))
	})
	if i == len(matches) {
		return false
	}
	begin := matches[i][0]
	return begin.line < last.line || begin.line == last.line && begin.start < last.end
}

// A reading is the words of lines in one string, and where each line's are.
type reading struct {
	text   string
	starts []int // of each line's words in text
	skips  []int // bytes of each line in front of its words
}

// join reads lines as one text, with a blank between them or, after lines
// that end inside a word, nothing.
func join(bare []string, inWord []bool) reading {
	r := reading{starts: make([]int, len(bare)), skips: make([]int, len(bare))}
	var b strings.Builder
	for i, line := range bare {
		if i > 0 && (inWord == nil || !inWord[i-1]) {
			b.WriteByte(' ')
		}
		words := strings.TrimLeft(line, "┃↪ ")
		r.starts[i], r.skips[i] = b.Len(), len(line)-len(words)
		b.WriteString(words)
	}
	r.text = b.String()
	return r
}

// marks are the pieces of lines that a range of the text covers.
func (r reading) marks(m [2]int) []mark {
	start, end := max(m[0], 0), min(m[1], len(r.text))
	line, found := slices.BinarySearch(r.starts, start)
	if !found {
		line--
	}
	var marks []mark
	for ; line >= 0 && line < len(r.starts) && r.starts[line] < end; line++ {
		stop := len(r.text)
		if line+1 < len(r.starts) {
			stop = r.starts[line+1]
		}
		from, to := max(start, r.starts[line]), min(end, stop)
		if from < to {
			shift := r.skips[line] - r.starts[line]
			marks = append(marks, mark{line: line, start: from + shift, end: to + shift})
		}
	}
	return marks
}

// brokenWords says after which lines a word may go on in the next: lines as
// wide as any, and lines that end in a hyphen.
func brokenWords(bare []string) []bool {
	widest := 0
	widths := make([]int, len(bare))
	for i, line := range bare {
		widths[i] = ansi.StringWidth(line)
		widest = max(widest, widths[i])
	}
	inWord := make([]bool, len(bare))
	for i, line := range bare[:max(len(bare)-1, 0)] {
		full := widths[i] >= widest-1 && line != ""
		inWord[i] = (full || strings.HasSuffix(line, "-")) && bare[i+1] != ""
	}
	return inWord
}
