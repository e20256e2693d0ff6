package format

import (
	"strings"

	"skein/thread"
	"skein/thread/markup"
)

// nestedComments are the comments that begin with a byline at the head of a
// list item, or of a paragraph in quotes: how far in they stand is how deep
// they are. There may be a million, so that only where they begin is kept.
type nestedComments struct {
	lines  []string
	starts []nestedStart
	listed bool // they are items of lists
}

// A nestedStart is where a comment begins.
type nestedStart struct {
	line   int32
	level  int32
	margin int32 // how many quotes its text stands in; of a list item, in which column
}

// findNested finds the nested comments of a text: those in quotes, or those in
// lists where these are more.
func findNested(lines []string) nestedComments {
	starts := maybeStarts(lines)
	columns := make([]int32, len(starts)) // of a list item, 0 in quotes, -1 of no comment
	thread.InBlocks(len(starts), 0, func(_, from, to int) {
		for k := from; k < to; k++ {
			columns[k] = -1
			if _, column, ok := startOf(lines[starts[k].line]); ok {
				columns[k] = int32(column)
			}
		}
	})
	quoted, listed := 0, 0
	for _, column := range columns {
		if column > 0 {
			listed++
		} else if column == 0 {
			quoted++
		}
	}
	n := nestedComments{lines: lines, starts: starts[:0], listed: listed > quoted}
	for k, start := range starts {
		if column := columns[k]; column >= 0 && n.listed == (column > 0) {
			if n.listed {
				start.margin = column
			}
			n.starts = append(n.starts, start)
		}
	}
	if n.listed {
		levelItems(n.starts)
	}
	return n
}

// maybeStarts are the lines outside code with which comments may begin: list
// items, and what begins a paragraph in bold. They are given the level of
// quotes.
func maybeStarts(lines []string) (starts []nestedStart) {
	first := true // of a paragraph
	var open fence
	for i, line := range lines {
		depth, inner := unquoteLine(line)
		if !open.code() && (first && isBold(inner) || mayBeItem(inner)) {
			starts = append(starts, nestedStart{int32(i), int32(depth) + 1, int32(depth)})
		}
		open = open.after(inner)
		first = strings.TrimSpace(inner) == ""
	}
	return starts
}

// comment is the comment with an index.
func (n *nestedComments) comment(i int) *markdownComment {
	start := n.starts[i]
	by, _, _ := startOf(n.lines[start.line])
	c := &markdownComment{Post: by.Post, rest: by.rest, spoke: by.spoke}
	c.line, c.body = int(start.line), int(start.line)+1
	c.Level, c.margin, c.text = int(start.level), int(start.margin), quotedText
	if n.listed {
		c.text = itemText
	}
	return c
}

// allNested are the nested comments of a short text.
func allNested(lines []string) []*markdownComment {
	nested := findNested(lines)
	all := make([]*markdownComment, len(nested.starts))
	for i := range all {
		all[i] = nested.comment(i)
	}
	return all
}

// unquoteLine is a line without the marks of quotes, and how many there are.
func unquoteLine(line string) (depth int, inner string) {
	for strings.HasPrefix(line, ">") {
		line = strings.TrimPrefix(line[1:], " ")
		depth++
	}
	return depth, line
}

// startOf reads the line with which a comment may begin, and says whether one
// does. The column is that of a list item's text, 0 where it is none.
func startOf(line string) (by byline, column int, ok bool) {
	_, line = unquoteLine(line)
	if m := readListItem(line); m != nil {
		column, line = len(m[1]), m[2]
	} else if !isBold(line) {
		return by, 0, false
	}
	by, ok = readByline(line)
	return by, column, ok && (column == 0 || by.bold || by.rest != "" || by.facts > 0)
}

func isBold(line string) bool { return strings.HasPrefix(line, "**") || strings.HasPrefix(line, "__") }

// readListItem is a line that starts a list item, nil for any other.
func readListItem(line string) []string {
	if !mayBeItem(line) {
		return nil
	}
	return listItem().FindStringSubmatch(line)
}

// mayBeItem says whether a line begins as an item of a list may.
func mayBeItem(line string) bool {
	text := strings.TrimLeft(line, " \t")
	return text != "" && strings.ContainsAny(text[:1], "-*+0123456789") || strings.HasPrefix(text, "•")
}

// listItem is a line that starts one: its mark, its text.
var listItem = pattern(`^(\s*(?:[-*+•]|[0-9]{1,9}[.)])\s+)(\S.*)$`)

// levelItems makes levels of columns.
func levelItems(starts []nestedStart) {
	var open []int32 // the columns of the items that the next one may stand in
	for i := range starts {
		column := starts[i].margin
		for len(open) > 0 && column <= open[len(open)-1] {
			open = open[:len(open)-1]
		}
		open = append(open, column)
		starts[i].level = int32(len(open))
	}
}

// quotedText is the text of a comment that stands in quotes.
func quotedText(c *markdownComment, lines []string) markup.Body {
	for len(lines) > 0 && closesPage(strings.Trim(lines[len(lines)-1], "> ")) {
		lines = lines[:len(lines)-1]
	}
	if c.rest != "" {
		text := c.rest + "\n" + markup.WithoutMarks(strings.Join(lines, "\n"), c.margin)
		return markup.Body{Raw: strings.TrimRight(text, "\n"), Kind: markup.Markdown}
	}
	for len(lines) > 0 && strings.Trim(lines[0], "> ") == "" {
		lines = lines[1:]
	}
	text := stretch(lines)
	if c.margin > markup.MostWithin {
		return markup.Body{Raw: markup.WithoutMarks(text, c.margin), Kind: markup.Markdown}
	}
	return markup.Body{Raw: text, Kind: markup.Markdown.Within(c.margin)}
}

// itemText is the text of a comment in a list item.
func itemText(c *markdownComment, lines []string) markup.Body {
	text := []string{c.rest}
	for _, line := range lines {
		blanks := len(line) - len(strings.TrimLeft(line, " \t"))
		text = append(text, line[min(blanks, c.margin):])
	}
	return markdownBody(text)
}
