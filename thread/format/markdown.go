package format

import (
	"bytes"
	"strings"

	"skein/thread"
	"skein/thread/markup"
)

// sniffMarkdown says whether data is a discussion in Markdown. An article is
// none, nor is a list of features: comments tell who wrote them, and when or
// to whom.
func sniffMarkdown(data []byte) bool {
	const enough = 256 << 10
	data = data[:min(len(data), enough)]
	if !bytes.ContainsAny(data[:min(len(data), glimpse)], "#*>") || kindOf(data) != plain {
		return false
	}
	lines := markdownLines(data)
	return soundsOwn(lines) || convincingHeads(headedComments(lines)) || convincing(nestedComments(lines))
}

// readMarkdown reads a discussion in Markdown in one of three shapes: the one
// that skein writes; headings with the facts about a comment below or in them,
// whose level is its depth; quotes and lists in each other, each of which
// begins with a name.
func readMarkdown(data []byte, b *thread.Builder) error {
	lines := markdownLines(data)
	if soundsOwn(lines) {
		readOwnMarkdown(lines, b)
		return nil
	}
	comments := headedComments(lines)
	if len(comments) == 0 {
		comments = nestedComments(lines)
	}
	if len(comments) == 0 {
		return ErrUnknown
	}
	readMarkdownPost(lines[:comments[0].line], b)
	for i, c := range comments {
		end := len(lines)
		if i+1 < len(comments) {
			end = comments[i+1].line
		}
		if c.Body = c.text(lines[c.body:end]); strings.TrimPrefix(c.Title, "Re: ") == b.Title {
			c.Title = ""
		}
		b.Add(c.Post)
	}
	return nil
}

// A markdownComment is a comment and where it stands.
type markdownComment struct {
	thread.Post
	line int    // its first line
	body int    // the first line of its text
	rest string // what stands of the text on the line before
	text func(lines []string) markup.Body
}

// markdownLines are the lines of a text without their ends.
func markdownLines(data []byte) []string {
	text := strings.ToValidUTF8(string(data), "\ufffd")
	text = strings.ReplaceAll(text, "\r\n", "\n")
	return strings.Split(strings.TrimRight(text, "\n"), "\n")
}

// readMarkdownPost reads what stands before the comments: a title, perhaps
// links to other pages before it, and the text.
func readMarkdownPost(lines []string, b *thread.Builder) {
	var post thread.Post
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
	for len(lines) > 0 && strings.TrimSpace(lines[0]) == "" {
		lines = lines[1:]
	}
	if len(lines) > 0 {
		if by, ok := readByline(lines[0]); ok && by.facts > 0 && by.rest == "" {
			post, lines = by.Post, lines[1:]
		}
	}
	post.Body = markdownBody(lines)
	b.Post(post)
}

// headsComments says whether a line only parts the comments from the post.
func headsComments(line string) bool {
	line = strings.TrimSpace(line)
	title := strings.ToLower(strings.TrimSpace(strings.TrimLeft(line, "#")))
	return line == "" || line == "---" || line == "***" ||
		line[0] == '#' && (strings.HasSuffix(title, "comments") || strings.HasSuffix(title, "replies"))
}

// markdownBody is the text of lines.
func markdownBody(lines []string) markup.Body {
	return markup.Body{Raw: strings.Trim(strings.Join(lines, "\n"), "\n"), Kind: markup.Markdown}
}
