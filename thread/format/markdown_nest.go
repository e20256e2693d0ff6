package format

import (
	"strings"

	"skein/thread/markup"
)

// nestedComments are the comments that begin with a byline at the head of a
// list item, or of a paragraph in quotes: how far in they stand is how deep
// they are.
func nestedComments(lines []string) []*markdownComment {
	var quoted, listed []*markdownComment
	before := "" // the line before, without its quotes
	var open fence
	for i, line := range lines {
		depth, inner := unquoteLine(line)
		if !open.code() {
			if c := startOf(inner, before); c != nil {
				c.line, c.body = i, i+1
				if c.Level > 0 {
					listed = append(listed, c)
				} else {
					c.Level = depth + 1
					c.margin, c.text = depth, quotedText
					quoted = append(quoted, c)
				}
			}
		}
		open = open.after(inner)
		before = strings.TrimSpace(inner)
	}
	if len(quoted) >= len(listed) {
		return quoted
	}
	levelItems(listed)
	return listed
}

// unquoteLine is a line without the marks of quotes, and how many there are.
func unquoteLine(line string) (depth int, inner string) {
	for strings.HasPrefix(line, ">") {
		line = strings.TrimPrefix(line[1:], " ")
		depth++
	}
	return depth, line
}

// startOf reads the line with which a comment begins, nil for any other. Its
// level is the column of a list item's text, 0 where it is none.
func startOf(line, before string) *markdownComment {
	column := 0
	if m := readListItem(line); m != nil {
		column, line = len(m[1]), m[2]
	} else if before != "" || !strings.HasPrefix(line, "**") && !strings.HasPrefix(line, "__") {
		return nil
	}
	by, ok := readByline(line)
	if !ok || column > 0 && !by.bold && by.rest == "" && by.facts == 0 {
		return nil
	}
	c := &markdownComment{Post: by.Post, rest: by.rest, spoke: by.spoke}
	c.Level = column
	return c
}

// readListItem is a line that starts a list item, nil for any other.
func readListItem(line string) []string {
	text := strings.TrimLeft(line, " \t")
	if text == "" || !strings.ContainsAny(text[:1], "-*+0123456789") && !strings.HasPrefix(text, "•") {
		return nil
	}
	return listItem().FindStringSubmatch(line)
}

// listItem is a line that starts one: its mark, its text.
var listItem = pattern(`^(\s*(?:[-*+•]|[0-9]{1,9}[.)])\s+)(\S.*)$`)

// levelItems makes levels of columns.
func levelItems(all []*markdownComment) {
	var open []int // the columns of the items that the next one may stand in
	for i := range all {
		column := all[i].Level
		for len(open) > 0 && column <= open[len(open)-1] {
			open = open[:len(open)-1]
		}
		open = append(open, column)
		all[i].Level = len(open)
		all[i].margin, all[i].text = column, itemText
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
