package markup

import "strings"

// quoteMarks follow the quote marks of plain text from line to line. Beside
// `>` people quote with their names, as SuperCite and Gnus write them, and with
// bars, colons and braces; these are words where nothing says that they are
// marks.
type quoteMarks struct {
	depth int    // of the marks `>` on the line before
	mark  string // another mark behind them
	last  string // the last line of somebody's own words
	above string // the last such words that end as those above a quote do
	known string // a mark with an arrow that quotes of this text have
}

// read takes the marks off a line and says how many they are. Rest is the text
// below the line.
func (q *quoteMarks) read(line, rest string) (depth int, words string) {
	depth, words = quoteDepth(line)
	mark, after := personalMark(words)
	goesOn := mark != "" && mark == q.mark && depth == q.depth
	q.depth, q.mark = depth, mark
	if mark == "" {
		q.follow(words)
		return depth, words
	}
	if !goesOn && !q.begins(mark, after, depth, rest) {
		q.mark = ""
		q.follow(words)
		return depth, words
	}
	more, words := quoteDepth(after)
	return min(depth+1+more, maxQuotes), words
}

// follow keeps what may stand above a quote: a line, and the one before it if
// the name is on that.
func (q *quoteMarks) follow(words string) {
	if words = strings.TrimSpace(words); words == "" {
		return
	}
	if strings.HasSuffix(words, ":") {
		q.above = q.last + "\n" + words
	}
	q.last = words
}

// begins says whether a mark, after which come words, begins a quote of that
// depth: a name if the words above the quotes name it, anything else if the
// next line has it too and both are sentences, or somebody wrote what follows.
// A bar and an arrow are also what code calls the next step with.
func (q *quoteMarks) begins(mark, after string, depth int, rest string) bool {
	name, arrow := strings.CutSuffix(mark, ">")
	told := false
	switch {
	case mark == q.known:
		told = true
	case mark == "|>":
		told = leadsToQuote(q.last)
	case arrow:
		told = calls(q.above, name)
	default:
		next, _, _ := strings.Cut(rest, "\n")
		nextDepth, words := quoteDepth(next)
		nextMark, nextAfter := personalMark(words)
		return nextDepth == depth && nextMark == mark && (leadsToQuote(q.last) || sentence(after) && sentence(nextAfter))
	}
	if told {
		q.known = mark
	}
	return told
}

// leadsToQuote says whether a line says who wrote what is quoted below it.
func leadsToQuote(line string) bool {
	for _, verb := range []string{"wrote:", "writes:", "said:", "says:", "schrieb:", "schreibt:"} {
		if strings.HasSuffix(line, verb) {
			return true
		}
	}
	return false
}

// personalMark finds a mark that is no `>`, and what comes after it.
func personalMark(line string) (mark, after string) {
	const longest = 12 // of the names of people in such marks
	line = strings.TrimLeft(line, " ")
	if line == "" {
		return "", ""
	}
	end := 0
	switch c := line[0]; {
	case c == '|', c == ':', c == '}':
		end = 1
		if c == '|' && strings.HasPrefix(line, "|>") { // one mark, of xrn
			end = 2
		}
	case isLetter(c):
		for end < min(len(line), longest) && isLetter(line[end]) {
			end++
		}
		if end == len(line) || line[end] != '>' {
			return "", ""
		}
		end++
	default:
		return "", ""
	}
	if end < len(line) && strings.IndexByte(" >\r\n", line[end]) < 0 {
		return "", ""
	}
	return line[:end], line[end:]
}

// sentence says whether words have a mark of a quote above or below them
// rather than the side of a table or of a drawing.
func sentence(words string) bool {
	words = strings.TrimSpace(words)
	return words != "" && isLetter(words[0]) && strings.Contains(words, " ") && !strings.Contains(words, "|") && !strings.Contains(words, "  ")
}

// calls says whether words name somebody by that name, or by that beginning
// or those initials of it.
func calls(words, name string) bool {
	initials := ""
	for word := range strings.FieldsFuncSeq(words, func(c rune) bool { return c < 0x80 && !isLetter(byte(c)) }) {
		if len(word) >= len(name) && strings.EqualFold(word[:len(name)], name) {
			return true
		}
		if 'A' <= word[0] && word[0] <= 'Z' {
			initials += word[:1]
		}
	}
	return len(name) > 1 && strings.Contains(initials, strings.ToUpper(name))
}
