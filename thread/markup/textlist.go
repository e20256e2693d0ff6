package markup

import (
	"strconv"
	"strings"
)

// An item is one entry of a list in plain text.
type item struct {
	marker string // "-", "*", "+", "•", "." or ")": items of one list share it
	number int    // of the entry, where it has one
	words  []string
}

// maxItemDigits is what CommonMark allows in the number of an item.
const maxItemDigits = 9

// parseItem reads a line that looks like an item.
func parseItem(line string) (it item, ok bool) {
	for _, bullet := range [...]string{"- ", "* ", "+ ", "• "} {
		if words, found := strings.CutPrefix(line, bullet); found {
			return item{marker: strings.TrimSpace(bullet), words: []string{strings.TrimSpace(words)}}, true
		}
	}
	rest := strings.TrimLeft(line, "0123456789")
	digits := line[:len(line)-len(rest)]
	if digits == "" || len(digits) > 1 && digits[0] == '0' || len(digits) > maxItemDigits || len(rest) < 3 || rest[1] != ' ' {
		return it, false
	}
	if rest[0] != '.' && rest[0] != ')' {
		return it, false
	}
	n, err := strconv.Atoi(digits)
	return item{marker: rest[:1], number: n, words: []string{strings.TrimSpace(rest[2:])}}, err == nil
}

// follows says whether an item can stand after another in one list. Numbers
// must count up: Markdown counts for itself, so any other would be changed.
func (it item) follows(before item) bool {
	if it.marker != before.marker {
		return false
	}
	return it.number == before.number+1 || it.number == 0 && before.number == 0 && !it.numbered()
}

func (it item) numbered() bool { return it.marker == "." || it.marker == ")" }

// startsList says whether lines start with two items of one list, the first
// of which may go on over deeper lines.
func startsList(lines []textLine) bool {
	first, ok := parseItem(lines[0].words)
	if !ok {
		return false
	}
	for _, l := range lines[1:] {
		if next, ok := parseItem(l.words); ok {
			return next.follows(first)
		}
		if l.indent <= lines[0].indent {
			return false
		}
	}
	return false
}

// leadingList reads the list that lines start with and says how many lines it
// takes, 0 where there is none.
func leadingList(lines []textLine) (items []item, n int) {
	if !startsList(lines) {
		return nil, 0
	}
	for i, l := range lines {
		it, ok := parseItem(l.words)
		switch {
		case ok && (i == 0 || it.follows(items[len(items)-1])):
			items = append(items, it)
		case !ok && l.indent > lines[0].indent:
			last := &items[len(items)-1]
			last.words = append(last.words, l.words)
		default:
			return items, i
		}
	}
	return items, len(lines)
}

// otherMark is what an item may start with instead.
var otherMark = map[byte]byte{'.': ')', ')': '.', '-': '*', '*': '-', '+': '-'}

// list writes a list. It must not run on from a list before it, so the marker
// changes where that would have the same.
func (w *textWriter) list(items []item) {
	mark := items[0].marker[0]
	if otherMark[mark] == 0 {
		mark = '-'
	}
	if mark == w.last {
		mark = otherMark[mark]
	}
	w.last = mark
	w.part(w.gap)
	for _, it := range items {
		marker := string(rune(mark)) + " "
		if it.numbered() {
			marker = strconv.Itoa(it.number) + marker
		}
		text := appendText(nil, strings.Join(it.words, " "), 0, inParagraph)
		w.block(w.prefix+marker, w.prefix, guardLine(string(text)))
	}
}
