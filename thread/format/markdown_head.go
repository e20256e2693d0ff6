package format

import (
	"strconv"
	"strings"

	"skein/thread"
	"skein/thread/markup"
)

// headedComments are the comments whose headings have facts: a list of them
// below, as a mail has headers, or a byline in the heading itself.
func headedComments(lines []string) []*markdownComment {
	var found []*markdownComment
	listed := 0
	for i, line := range lines {
		if !strings.HasPrefix(line, "##") {
			continue
		}
		m := heading().FindStringSubmatch(line)
		if m == nil {
			continue
		}
		c := &markdownComment{line: i, body: i + 1, text: fencedText}
		c.Level = len(m[1])
		if c.headers(lines[i+1:]) {
			c.Title = replyMarks().ReplaceAllString(m[2], "")
			listed++
		} else if !c.byline(m[2], lines[i+1:]) {
			continue
		}
		found = append(found, c)
	}
	if listed > 0 {
		found = onlyListed(found)
	} else if len(found) < 2 {
		return nil
	}
	levelHeadings(found)
	return found
}

var (
	heading    = pattern(`^(#{2,6})\s+(\S.*?)\s*#*$`)
	replyMarks = pattern(`^[↳└→>\s]+`)
)

// onlyListed are the comments with lists: where there are some, other headings
// belong to texts.
func onlyListed(all []*markdownComment) []*markdownComment {
	kept := all[:0]
	for _, c := range all {
		if c.list {
			kept = append(kept, c)
		}
	}
	return kept
}

// byline reads a heading that says who wrote what is below it, and when or how
// it was liked; that may stand on a line of its own below.
func (c *markdownComment) byline(head string, below []string) bool {
	by, ok := readByline(head)
	if name, _ := simpleLine(head); !ok && isOnlyName(name) {
		by.Author, ok = name, true
	}
	if !ok || by.rest != "" {
		return false
	}
	level := c.Level
	if depth := treeDepth(head); depth > 0 {
		level = -depth // below the first heading level
	}
	if at := len(below) - len(skipBlank(below)); by.facts == 0 && at < len(below) && by.factLine(below[at]) {
		c.body += at + 1
	}
	c.Post, c.Level, c.spoke, c.opens = by.Post, level, by.spoke || entryWords().MatchString(head), openings().MatchString(head)
	return by.facts > 0
}

// openings are the headings of what all others answer.
var openings = pattern(`(?i)\) opened |^post #?1\b`)

// factLine reads a line that has nothing but facts, all in emphasis.
func (by *byline) factLine(line string) bool {
	line = strings.TrimSpace(line)
	return len(line) > 2 && (line[0] == '*' || line[0] == '_') && line[0] == line[len(line)-1] && by.tell(line) && by.facts > 0
}

// headers reads the list of facts behind a heading, and says whether it names
// the author there.
func (c *markdownComment) headers(lines []string) bool {
	named := false
	end := 0
	for i, line := range lines {
		if strings.TrimSpace(line) == "" && end == 0 || c.depth(line) {
			continue
		}
		name, value, ok := labelled(headerItem, line)
		if !ok {
			break
		}
		named = c.header(name, value) || named
		end = i + 1
	}
	if !named {
		c.Post = thread.Post{Level: c.Level}
		return false
	}
	c.body += end
	c.list = true
	return true
}

var (
	headerItem = pattern(`^[-*+]\s+(?:\*\*|__)(\pL[\pL -]*):?(?:\*\*|__):?\s*(.*)$`)
	replyDepth = pattern(`(?i)^[_*(]{0,2}(?:reply )?depth: ([0-9]{1,6})[_*)]{0,2}$`)
)

// depth reads how deep a reply is, where that stands below its heading, and
// says whether it does.
func (c *markdownComment) depth(line string) bool {
	if !strings.Contains(line, "epth: ") {
		return false
	}
	m := replyDepth().FindStringSubmatch(line)
	if m != nil {
		n, _ := strconv.Atoi(m[1])
		c.Level = -n // below the first heading level
	}
	return m != nil
}

// header reads one fact and says whether it is the author.
func (c *markdownComment) header(name, value string) (author bool) {
	switch name {
	case "from", "author", "by", "user", "name", "posted by":
		c.Author, c.Address = value, ""
		if at := strings.LastIndexByte(value, '<'); at >= 0 && strings.HasSuffix(value, ">") {
			c.Author, c.Address = strings.TrimSpace(value[:at]), value[at+1:len(value)-1]
		}
		if address, name, ok := strings.Cut(value, " ("); ok && strings.Contains(address, "@") && c.Address == "" {
			c.Author, c.Address = strings.TrimSuffix(name, ")"), address
		}
		c.Author = strings.TrimPrefix(strings.TrimPrefix(strings.Trim(c.Author, `"`), "u/"), "@")
		return c.Author != "" || c.Address != ""
	case "date", "time", "posted", "created", "posted on":
		if !readFact(&c.Post, value) {
			readLooseFact(&c.Post, value)
		}
	case "score", "points", "votes":
		readLooseFact(&c.Post, "score "+value)
	case "message-id", "id":
		c.ID = strings.Trim(value, "<>")
	case "url", "link", "permalink":
		c.URL = strings.Trim(value, "<>")
	}
	return false
}

// levelHeadings makes levels of the signs of headings. Headings end at six,
// so what says how deep a reply is decides.
func levelHeadings(all []*markdownComment) {
	top := 6
	for _, c := range all {
		if c.Level > 0 {
			top = min(top, c.Level)
		}
	}
	for i := range all {
		if level := all[i].Level; level > 0 {
			all[i].Level = level - top + 1
		} else {
			all[i].Level = 1 - level
		}
	}
}

// fencedText is the text of a comment, which may stand in a code block of its
// own: then it is plain.
func fencedText(_ *markdownComment, lines []string) markup.Body {
	for len(lines) > 0 && closesPage(lines[len(lines)-1]) {
		lines = lines[:len(lines)-1]
	}
	lines = skipBlank(lines)
	if len(lines) < 2 || !strings.HasPrefix(lines[0], "```") || strings.TrimSpace(lines[len(lines)-1]) != strings.TrimRight(lines[0], "abcdefghijklmnopqrstuvwxyz \t") {
		return markup.Body{Raw: stretch(lines), Kind: markup.Markdown}
	}
	return markup.Body{Raw: stretch(lines[1 : len(lines)-1]), Kind: markup.Text}
}

// closesPage says whether a line below the last text is none of it: empty, a
// rule, links to other pages.
func closesPage(line string) bool {
	line = strings.TrimSpace(line)
	rule := len(line) > 2 && (strings.Trim(line, "-") == "" || line == "***")
	return line == "" || rule || pageLinks().MatchString(line)
}

var pageLinks = pattern(`^(?:\[[^\]]*\]\([^)]*\.(?:md|html?)\)(?: [·|] )?)+$`)
