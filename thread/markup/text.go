package markup

import (
	"iter"
	"strings"
	"unicode/utf8"
)

// fromText writes clean plain text as Markdown. Nothing in it is taken for
// markup but quotes (lines with `>`), lists of two items or more, addresses,
// and patches (unified diffs), which become code.
//
// Where a line ends because the next word had no room on it the lines are
// joined, as in mail; every other line end is kept, as in verse.
func fromText(text string) string {
	var w textWriter
	for p := range textParagraphs(text) {
		w.gap = strings.Repeat("> ", p.gap)
		w.prefix = strings.Repeat("> ", p.depth)
		if p.code {
			w.code(p.lines)
		} else {
			w.write(p.lines)
		}
	}
	return w.String()
}

// A textLine is a line of plain text without its quote marks.
type textLine struct {
	words  string
	indent int
}

// A textParagraph is a run of lines in quotes of one depth. Its gap is the
// depth of the shallowest line between it and the paragraph before.
type textParagraph struct {
	lines      []textLine
	depth, gap int
	code       bool // part of a patch, to be kept as it is
}

// textParagraphs yields the paragraphs of a text; each is valid until the
// next.
func textParagraphs(text string) iter.Seq[textParagraph] {
	return func(yield func(textParagraph) bool) {
		var p textParagraph
		var diff patch
		var marks quoteMarks
		gap := 0
		for rest := text; rest != ""; {
			var line string
			line, rest, _ = strings.Cut(rest, "\n")
			l, depth, code := diff.read(line, rest, &marks)
			if n := len(p.lines); n > 0 && l.words == "wrote:" && depth == p.depth+1 && opensAddress(p.lines[n-1].words) {
				p.lines[n-1].words += "> wrote:"
				continue
			}
			blank := l.words == "" && !code
			if len(p.lines) > 0 && (blank || depth != p.depth || code != p.code || signs(line)) {
				if !yield(p) {
					return
				}
				p.lines, gap = p.lines[:0], p.depth
			}
			gap = min(gap, depth)
			if blank {
				continue
			}
			if len(p.lines) == 0 {
				p.depth, p.gap, p.code = depth, gap, code
			}
			p.lines = append(p.lines, l)
		}
		if len(p.lines) > 0 {
			yield(p)
		}
	}
}

// read reads a line without its quote marks and says how deep it is quoted,
// and whether it belongs to a patch. Rest is the text below it.
func (p *patch) read(line, rest string, marks *quoteMarks) (l textLine, depth int, code bool) {
	if l.words, code = p.takes(line, rest); code {
		return l, p.depth, true
	}
	depth, words := marks.read(line, rest)
	l.words = strings.TrimSpace(words)
	l.indent = len(words) - len(strings.TrimLeft(words, " "))
	return l, depth, false
}

// opensAddress says whether a line ends inside of an address in angle
// brackets. Some programs wrap the line above a quote before the last bracket,
// which then looks like a quote mark.
func opensAddress(line string) bool {
	open := strings.LastIndexByte(line, '<')
	return open >= 0 && !strings.Contains(line[open:], ">")
}

// signs says whether a line parts a mail from the signature below it.
func signs(line string) bool { return line == "-- " }

// quoteDepth counts the quote marks that line starts with. SuperCite's before
// the name of somebody who is quoted below are none.
func quoteDepth(line string) (depth int, rest string) {
	if refersToPost(strings.TrimLeft(line, " ")) {
		return 0, line
	}
	rest = line
	for {
		marked := strings.TrimLeft(rest, " ")
		if depth > 0 && strings.HasPrefix(marked, `"`) && strings.Contains(marked, `" == `) {
			return 0, line
		}
		if !strings.HasPrefix(marked, ">") || strings.HasPrefix(marked, ">=") {
			return min(depth, maxQuotes), rest
		}
		rest = marked[1:]
		depth++
	}
}

// refersToPost says whether a line begins with the number of a post, as on
// imageboards: `>>51971506`. A short one stands alone there, or before a label.
func refersToPost(line string) bool {
	const long = 5 // digits
	number, ok := strings.CutPrefix(line, ">>")
	rest := strings.TrimLeft(number, "0123456789")
	digits := len(number) - len(rest)
	if rest = strings.TrimLeft(rest, " "); !ok || digits == 0 {
		return false
	}
	return rest == "" || rest[0] == '(' || strings.HasPrefix(rest, ">>") || digits >= long && rest[0] != '.'
}

// A textWriter writes paragraphs of plain text as Markdown.
type textWriter struct {
	page
	gap    string // marks of the empty line before the next block
	prefix string // marks of the next block's lines
	last   byte   // what parts the marker from the item in the list before, if one is
}

// write writes the lines of a paragraph, lists apart from the words around.
func (w *textWriter) write(lines []textLine) {
	for len(lines) > 0 {
		items, n := leadingList(lines)
		if n > 0 {
			w.list(items)
		} else {
			n = 1
			for n < len(lines) && !startsList(lines[n:]) {
				n++
			}
			w.words(lines[:n])
		}
		w.gap = w.prefix
		lines = lines[n:]
	}
}

// words writes lines that are no list.
func (w *textWriter) words(lines []textLine) {
	width := wrapWidth(lines)
	var text, line []byte
	for i, l := range lines {
		line = appendText(line, l.words, 0, inParagraph)
		if i+1 < len(lines) && fills(l.words, lines[i+1].words, width) {
			line = append(line, ' ')
			continue
		}
		text = append(text, guardLine(string(line))...)
		if i+1 < len(lines) {
			text = append(text, "  \n"...) // a hard line break
		}
		line = line[:0]
	}
	w.part(w.gap)
	w.block(w.prefix, w.prefix, string(text))
	w.last = 0
}

const (
	// Mail and news are wrapped at 60 to 80 columns. Longer lines were not
	// wrapped at all, shorter ones are verse, addresses, signatures.
	minWrap = 50
	maxWrap = 100
)

// wrapWidth is the width up to which the lines seem to have been filled, 0
// where they were not.
func wrapWidth(lines []textLine) int {
	width := 0
	for _, l := range lines {
		width = max(width, utf8.RuneCountInString(l.words))
	}
	if width < minWrap || width > maxWrap {
		return 0
	}
	return width
}

// fills says whether a line of a text wrapped at width ended because the next
// one's first word had no room on it. Rules and lines that begin with a name
// and a colon, as those below a patch, stand alone.
func fills(line, next string, width int) bool {
	word, _, _ := strings.Cut(next, " ")
	if utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) <= width || width == 0 {
		return false
	}
	named := strings.HasSuffix(word, ":") && 'A' <= word[0] && word[0] <= 'Z'
	return !named && !isRule(line) && !isRule(next)
}

// isRule says whether a line is drawn across the text: ---, ____.
func isRule(line string) bool {
	return len(line) > 2 && strings.IndexByte("-_=*~#", line[0]) >= 0 && strings.Trim(line, line[:1]) == ""
}
