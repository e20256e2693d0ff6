package format

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"skein/thread"
	"skein/thread/markup"
)

// readMarkdownPost reads what stands before the comments: a title, perhaps
// links to other pages before it, facts, and the text.
func readMarkdownPost(lines []string, b *thread.Builder) thread.Post {
	matter, title, lines := frontMatter(lines)
	b.Title = title
	for i, line := range lines {
		if title, ok := strings.CutPrefix(line, "# "); ok {
			b.Title = markup.Body{Raw: title, Kind: markup.Markdown}.Plain()
			lines = lines[i+1:]
			break
		}
	}
	for len(lines) > 0 && headsComments(lines[len(lines)-1]) {
		lines = lines[:len(lines)-1]
	}
	post, lines := openingFacts(skipBlank(lines))
	if post.Author == "" {
		post = matter
	}
	post.Body = markdownBody(lines)
	return post
}

// openingFacts reads what stands above the text of a post: a byline, or a line for
// each fact. It gives the lines that are left.
//
//	**ann** · 2024-05-01 · 120 points
//	*Opened by [@ann](https://…) on 2024-05-01*
//	**Author:** ann
func openingFacts(lines []string) (thread.Post, []string) {
	if len(lines) == 0 {
		return thread.Post{}, nil
	}
	first := strings.Trim(lines[0], "*_> ")
	if by, ok := readByline(opened().ReplaceAllString(first, "")); ok && by.facts > 0 && by.rest == "" {
		return by.Post, lines[1:]
	}
	var c markdownComment
	var kept []string
	for i, line := range lines {
		if _, _, ok := labelled(postFact, line); !ok {
			return c.Post, append(kept, lines[i:]...)
		}
		for fact := range strings.SplitSeq(line, " | ") {
			if name, value, ok := labelled(postFact, fact); !ok || !c.fact(name, value) {
				kept = append(kept, fact)
			}
		}
	}
	return c.Post, kept
}

// fact reads one fact and says whether it is one that posts have.
func (c *markdownComment) fact(name, value string) bool {
	author, at, flags, url := c.Author, c.Time, c.Flags, c.URL
	c.header(name, value)
	return c.Author != author || c.Time != at || c.Flags != flags || c.URL != url
}

// frontMatter reads the facts that many programs keep above Markdown, between
// lines of three hyphens (YAML), and gives the lines below.
func frontMatter(lines []string) (post thread.Post, title string, below []string) {
	if len(lines) == 0 || lines[0] != "---" {
		return post, "", lines
	}
	var c markdownComment
	for i, line := range lines[1:min(len(lines), longestMatter)] {
		if line == "---" {
			return c.Post, title, lines[i+2:]
		}
		name, value, _ := strings.Cut(line, ":")
		value = strings.Trim(strings.TrimSpace(value), `"'`)
		if name == "title" {
			title = value
		} else if value != "" {
			c.header(name, value)
		}
	}
	return post, "", lines
}

const longestMatter = 60 // lines

var (
	postFact = pattern(`^(?:\*\*|__)(\pL[\pL -]*):?(?:\*\*|__):?\s+(\S.*?)\s*$`)
	opened   = pattern(`(?i)^(?:(?:opened|posted|submitted|asked|created|started|written) )?by (?:the )?`)
)

// labelled reads the name of a fact, in small letters, and its value, where
// the form finds them in a line.
func labelled(form func() *regexp.Regexp, line string) (name, value string, ok bool) {
	const longest = 31 // letters of a name
	if !strings.Contains(line, "**") && !strings.Contains(line, "__") {
		return "", "", false
	}
	m := form().FindStringSubmatch(line)
	if m == nil || utf8.RuneCountInString(m[1]) > longest {
		return "", "", false
	}
	return strings.ToLower(m[1]), strings.Trim(m[2], "`"), true
}

// headsComments says whether a line only parts the comments from the post.
func headsComments(line string) bool {
	line = strings.TrimSpace(line)
	title := strings.ToLower(strings.TrimSpace(strings.TrimLeft(line, "#")))
	return line == "" || line == "---" || line == "***" ||
		line[0] == '#' && (strings.HasSuffix(title, "comments") || strings.HasSuffix(title, "replies"))
}
