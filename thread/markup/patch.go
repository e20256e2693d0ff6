package markup

import (
	"strconv"
	"strings"
)

// A patch follows the lines of a unified diff through a text, also one that
// is quoted: how deep it is quoted and how much of its hunk is to come.
type patch struct {
	open     bool
	depth    int // of the quote that it stands in
	old, new int // lines of the hunk that have not come yet
}

// takes says whether line belongs to a patch, and gives it without its quote
// marks. Rest is the text below it.
func (p *patch) takes(line, rest string) (content string, ok bool) {
	if p.open {
		if content, ok = atDepth(line, p.depth); ok && p.goesOn(content, rest) {
			return content, true
		}
		*p = patch{}
	}
	first := strings.TrimLeft(line, "> ")
	if first == "" || strings.IndexByte("@-dI", first[0]) < 0 && !strings.Contains(first, " | ") {
		return "", false
	}
	depth, _ := quoteDepth(line)
	content, _ = atDepth(line, depth)
	if !p.starts(content, below(rest, depth)) {
		return "", false
	}
	p.open, p.depth = true, depth
	p.old, p.new, _ = hunk(content)
	return content, true
}

// starts says whether a patch begins with a line, next being the one below.
func (p *patch) starts(content, next string) bool {
	_, _, isHunk := hunk(content)
	switch {
	case isHunk:
		return true
	case strings.HasPrefix(content, "--- "):
		return strings.HasPrefix(next, "+++ ")
	case strings.HasPrefix(content, "diff -"), strings.HasPrefix(content, "Index: "):
		return patchHeader(next)
	}
	return diffStat(content) && diffStat(next)
}

// goesOn says whether the patch that is open goes on with a line.
func (p *patch) goesOn(content, rest string) bool {
	if p.old <= 0 && p.new <= 0 {
		p.old, p.new, _ = hunk(content)
		if content == "" {
			return patchHeader(below(rest, p.depth))
		}
		return patchHeader(content) || diffStat(content) || content[0] == '\\'
	}
	if content == "" {
		content = " " // which some programs take off the end of lines
	}
	switch content[0] {
	case ' ':
		p.old, p.new = p.old-1, p.new-1
	case '-':
		p.old--
	case '+':
		p.new--
	case '\\': // No newline at end of file
	default:
		return false
	}
	return true
}

// hunk reads the line above a hunk: @@ -12,3 +12,4 @@.
func hunk(line string) (old, new int, ok bool) {
	ranges, found := strings.CutPrefix(line, "@@ -")
	ranges, _, end := strings.Cut(ranges, " @@")
	before, after, both := strings.Cut(ranges, " +")
	if !found || !end || !both {
		return 0, 0, false
	}
	count := func(of string) int {
		if _, lines, ok := strings.Cut(of, ","); ok {
			of = lines
		} else {
			of = "1"
		}
		n, err := strconv.Atoi(of)
		ok = ok && err == nil && n >= 0
		return n
	}
	ok = true
	old, new = count(before), count(after)
	return old, new, ok
}

// patchHeader says whether a line stands between the hunks of a patch.
func patchHeader(line string) bool {
	for _, prefix := range [...]string{
		"@@ -", "diff -", "index ", "--- ", "+++ ", "Index: ", "=======", "new file mode ", "deleted file mode ", "old mode ",
		"new mode ", "similarity index ", "rename ", "copy ", "Binary files ", "GIT binary patch",
	} {
		if strings.HasPrefix(line, prefix) {
			return true
		}
	}
	return false
}

// diffStat says whether a line counts the changes to a file, or to all:
// " thread.go | 12 +++---".
func diffStat(line string) bool {
	if !strings.HasPrefix(line, " ") {
		return false
	}
	bar := strings.LastIndex(line, " | ")
	if bar < 0 {
		return strings.Contains(line, " changed, ") && (strings.HasSuffix(line, "(+)") || strings.HasSuffix(line, "(-)"))
	}
	count, signs, _ := strings.Cut(strings.TrimLeft(line[bar+3:], " "), " ")
	_, err := strconv.Atoi(count)
	return err == nil && strings.Trim(signs, "+- ") == "" || count == "Bin"
}

// atDepth is a line without that many quote marks and the blank behind the
// last. It is ok if it has them.
func atDepth(line string, depth int) (content string, ok bool) {
	content = strings.TrimRight(line, "\n")
	for range depth {
		content, ok = strings.CutPrefix(strings.TrimLeft(content, " "), ">")
		if !ok {
			return "", false
		}
	}
	if depth > 0 {
		content = strings.TrimPrefix(content, " ")
	}
	return content, true
}

// below is the first line of rest if it is quoted as deeply.
func below(rest string, depth int) string {
	line, _, _ := strings.Cut(rest, "\n")
	content, _ := atDepth(line, depth)
	return content
}

// code writes the lines of a patch as they are.
func (w *textWriter) code(lines []textLine) {
	fence := 3
	var text strings.Builder
	for _, l := range lines {
		fence = max(fence, longestRun(l.words, '`')+1)
		text.WriteString(l.words)
		text.WriteByte('\n')
	}
	marks := strings.Repeat("`", fence)
	w.part(w.gap)
	w.block(w.prefix, w.prefix, marks+"diff\n"+text.String()+marks)
	w.last = 0
}
