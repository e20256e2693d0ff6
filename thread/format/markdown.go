package format

import (
	"bytes"
	"iter"
	"strings"
	"unsafe"

	"skein/thread"
	"skein/thread/format/plaintext"
	"skein/thread/markup"
)

// sniffMarkdown says whether data is a discussion in Markdown. An article is
// none, nor is a list of features: comments tell who wrote them, and when or
// to whom.
func sniffMarkdown(data []byte) bool {
	const enough = 256 << 10
	data = data[:min(len(data), enough)]
	if !bytes.ContainsAny(data[:min(len(data), glimpse)], "#*>[") || kindOf(data) != plain {
		return false
	}
	lines := markdownLines(data)
	return soundsOwn(lines) || convincingHeads(lines, headedComments(lines)) || convincing(lines, allNested(lines)) && !plaintext.IsChangelog(alias(data))
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
	comments := commentsOf(lines)
	if comments.len() == 0 {
		return ErrUnknown
	}
	post := readMarkdownPost(lines[:comments.line(0)], b)
	rest := 0
	if first := comments.comment(0); first.opens && post.Author == "" {
		above := post.Body.Raw
		post, rest = first.Post, 1
		post.Level = 0
		if above != "" {
			post.Body = post.Body.Unwrapped()
			post.Body.Raw = above + "\n\n" + post.Body.Raw
		}
	}
	b.Post(post)
	b.Expect(comments.len() - rest)
	for c := range comments.from(rest) {
		if strings.TrimPrefix(c.Title, "Re: ") == b.Title {
			c.Title = ""
		}
		b.Add(c.Post)
	}
	return nil
}

// markdownComments are the comments of a text: those with headings or, where
// there are none, the nested ones.
type markdownComments struct {
	lines  []string
	headed []*markdownComment
	nested nestedComments
}

func commentsOf(lines []string) *markdownComments {
	all := &markdownComments{lines: lines, headed: headedComments(lines)}
	if len(all.headed) == 0 {
		all.nested = findNested(lines)
	}
	return all
}

func (all *markdownComments) len() int { return len(all.headed) + len(all.nested.starts) }

// line is the first line of the comment with an index, or the end of the text.
func (all *markdownComments) line(i int) int {
	switch {
	case i == all.len():
		return len(all.lines)
	case len(all.headed) > 0:
		return all.headed[i].line
	}
	return int(all.nested.starts[i].line)
}

// comment is the comment with an index and its text.
func (all *markdownComments) comment(i int) *markdownComment {
	var c *markdownComment
	if len(all.headed) > 0 {
		c = all.headed[i]
	} else {
		c = all.nested.comment(i)
	}
	c.Body = c.text(c, all.lines[c.body:all.line(i+1)])
	return c
}

// from yields the comments from an index on. They are read on all cores, so
// many at a time.
func (all *markdownComments) from(index int) iter.Seq[*markdownComment] {
	const atOnce = 1 << 13
	return func(yield func(*markdownComment) bool) {
		for at := index; at < all.len(); at += atOnce {
			some := make([]*markdownComment, min(atOnce, all.len()-at))
			thread.InBlocks(len(some), 0, func(_, from, to int) {
				for k := from; k < to; k++ {
					some[k] = all.comment(at + k)
				}
			})
			for _, c := range some {
				if !yield(c) {
					return
				}
			}
		}
	}
}

// A markdownComment is a comment and where it stands.
type markdownComment struct {
	thread.Post
	line  int    // its first line
	body  int    // the first line of its text
	rest  string // what stands of the text on the line before
	list  bool   // a list of facts stands below its heading
	opens bool   // it is what the others answer
	spoke bool   // it says that it was said
	text  func(c *markdownComment, lines []string) markup.Body

	margin int // how many quotes the text stands in; of a list item in which column
}

// markdownLines are the lines of a text without their ends. They share its
// bytes where these are as they should be.
func markdownLines(data []byte) []string {
	text := strings.ToValidUTF8(alias(data), "\ufffd")
	text = strings.ReplaceAll(text, "\r\n", "\n")
	return strings.Split(strings.TrimRight(text, "\n"), "\n")
}

// stretch is the part of a text that some of its lines are, one below the
// other, without blank lines around them. It shares the text's bytes.
func stretch(lines []string) string {
	for len(lines) > 0 && lines[0] == "" {
		lines = lines[1:]
	}
	for len(lines) > 0 && lines[len(lines)-1] == "" {
		lines = lines[:len(lines)-1]
	}
	if len(lines) == 0 {
		return ""
	}
	first, last := unsafe.StringData(lines[0]), lines[len(lines)-1]
	size := uintptr(unsafe.Pointer(unsafe.StringData(last))) - uintptr(unsafe.Pointer(first))
	return unsafe.String(first, int(size)+len(last))
}

// markdownBody is the text of lines.
func markdownBody(lines []string) markup.Body {
	return markup.Body{Raw: strings.Trim(strings.Join(lines, "\n"), "\n"), Kind: markup.Markdown}
}
