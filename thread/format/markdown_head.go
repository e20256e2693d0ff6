package format

import (
	"regexp"
	"strconv"
	"strings"

	"skein/thread"
	"skein/thread/markup"
)

// headedComments are the comments whose headings have facts: a list of them
// below, as a mail has headers, or a byline in the heading itself.
func headedComments(lines []string) []markdownComment {
	var found []markdownComment
	listed := 0
	for i, line := range lines {
		if !strings.HasPrefix(line, "##") {
			continue
		}
		m := heading.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		c := markdownComment{line: i, body: i + 1, text: fencedBody}
		c.Level = len(m[1])
		if c.headers(lines[i+1:]) {
			c.Title = replyMarks.ReplaceAllString(m[2], "")
			listed++
		} else if by, ok := readByline(m[2]); ok && by.facts > 0 && by.rest == "" {
			level := c.Level
			c.Post, c.Level = by.Post, level
		} else {
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
	heading    = regexp.MustCompile(`^(#{2,6})\s+(\S.*?)\s*#*$`)
	replyMarks = regexp.MustCompile(`^[↳└→>\s]+`)
)

// onlyListed are the comments with lists: where there are some, other headings
// belong to texts.
func onlyListed(all []markdownComment) []markdownComment {
	kept := all[:0]
	for _, c := range all {
		if c.listed() {
			kept = append(kept, c)
		}
	}
	return kept
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
		m := headerItem.FindStringSubmatch(line)
		if m == nil {
			break
		}
		named = c.header(strings.ToLower(m[1]), strings.Trim(m[2], "`")) || named
		end = i + 1
	}
	if !named {
		c.Post = thread.Post{Level: c.Level}
		return false
	}
	c.body += end
	return true
}

var (
	headerItem = regexp.MustCompile(`^[-*+]\s+(?:\*\*|__)([\pL][\pL -]{0,30}):?(?:\*\*|__):?\s*(.*)$`)
	replyDepth = regexp.MustCompile(`(?i)^[_*(]{0,2}(?:reply )?depth: ([0-9]{1,6})[_*)]{0,2}$`)
)

// depth reads how deep a reply is, where that stands below its heading, and
// says whether it does.
func (c *markdownComment) depth(line string) bool {
	if !strings.Contains(line, "epth: ") {
		return false
	}
	m := replyDepth.FindStringSubmatch(line)
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
		c.Author = strings.Trim(c.Author, `"`)
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
func levelHeadings(all []markdownComment) {
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

// fencedBody is the text of a comment, which may stand in a code block of its
// own: then it is plain.
func fencedBody(lines []string) markup.Body {
	for len(lines) > 0 && closesPage(lines[len(lines)-1]) {
		lines = lines[:len(lines)-1]
	}
	lines = skipBlank(lines)
	if len(lines) < 2 || !strings.HasPrefix(lines[0], "```") || strings.TrimSpace(lines[len(lines)-1]) != strings.TrimRight(lines[0], "abcdefghijklmnopqrstuvwxyz \t") {
		return markdownBody(lines)
	}
	return markup.Body{Raw: strings.Trim(strings.Join(lines[1:len(lines)-1], "\n"), "\n"), Kind: markup.Text}
}

// closesPage says whether a line below the last text is none of it: empty, a
// rule, links to other pages.
func closesPage(line string) bool {
	line = strings.TrimSpace(line)
	return line == "" || line == "---" || line == "***" || pageLinks.MatchString(line)
}

var pageLinks = regexp.MustCompile(`^(?:\[[^\]]*\]\([^)]*\.(?:md|html?)\)(?: [·|] )?)+$`)
