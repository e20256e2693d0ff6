package plaintext

import (
	"bytes"
	"strconv"
	"strings"
	"time"

	"skein/thread"
	"skein/thread/format/lexicon"
	"skein/thread/markup"
)

// OwnDate is how a text says when something was written.
const OwnDate = "January 2, 2006 at 3:04 pm"

// readOwn reads what writeText has written, or what agrees with its shape
// in all: directly below the last line in the first column, which counts the
// comments, stand as many headers, each in the column of its level, the top ones
// numbered without a gap, and every other line stands right of its header. It
// says whether the page is that; the builder is untouched where it is not.
func readOwn(page source, lines []Line, b *thread.Builder) bool {
	at, count := ownCount(lines)
	if at < 0 {
		return false
	}
	headers, ok := ownHeaders(lines, at+1)
	if !ok || len(headers) != count {
		return false
	}
	title, post, ok := ownPost(page, lines[:at])
	if !ok {
		return false
	}
	b.Title = title
	b.Post(post)
	b.Expect(count)
	for k, h := range headers {
		end := len(lines)
		if k+1 < len(headers) {
			end = headers[k+1].line
		}
		p := thread.Post{Level: h.level}
		p.Author, p.Flags = ownName(h.name)
		readOwnBody(&p, page, lines[h.line+1:end])
		b.Add(p)
	}
	return true
}

// SniffOwn says whether bytes end like a page of writeText: below the last
// line that does not begin with a blank stand comments, and it counts them.
func SniffOwn(data []byte) bool {
	for end := len(data); end > 0; {
		start := bytes.LastIndexByte(data[:end], '\n') + 1
		if line := bytes.TrimSuffix(data[start:end], []byte("\r")); len(line) > 0 && line[0] != ' ' {
			_, below, _ := bytes.Cut(data[start:], []byte("\n"))
			return isOwnCount(string(line)) && bytes.HasPrefix(below, []byte("  1. "))
		}
		end = start - 1
	}
	return false
}

// ownCount is the line that counts the comments, the last in the first column,
// and what it says; -1 where there is none. To say that there are no comments
// it must be the only line that counts any: on other pages it may stand below
// every comment.
func ownCount(lines []Line) (at, count int) {
	at = len(lines) - 1
	for at >= 0 && lines[at].Indent() > 0 {
		at--
	}
	if at < 0 || !isOwnCount(lines[at].Text) {
		return -1, 0
	}
	number, _, _ := strings.Cut(lines[at].Text, " ")
	count, err := strconv.Atoi(number)
	if err != nil {
		return -1, 0
	}
	for _, l := range lines[:at] {
		if count == 0 && l.Indent() == 0 && isOwnCount(l.Text) {
			return -1, 0
		}
	}
	return at, count
}

// isOwnCount says whether a line is what writeText heads comments with.
func isOwnCount(line string) bool {
	number, noun, _ := strings.Cut(line, " ")
	return (noun == "replies" || noun == "reply") && lexicon.OnlyDigits(number) && number != ""
}

// SoundsOwn says whether a line of a body would be read as one of the
// lines around it, so that it must not begin in their column.
func SoundsOwn(line string) bool {
	text, indent := markup.Undent(line)
	return indent == 0 && (isOwnCount(text) || strings.HasPrefix(text, "•") && strings.HasSuffix(text, OwnSays))
}

// ownPost reads what stands above the comments: the title in the first line,
// the author in the one below it, when in the next; the text after a blank.
func ownPost(page source, lines []Line) (title string, p thread.Post, ok bool) {
	row := 0 // of the page, whose rows above the text may be blank
	if len(lines) > 0 && lines[0].Gap() == 0 {
		title, lines, row = lines[0].Text, lines[1:], 1
	}
	if len(lines) > 0 && lines[0].Gap()+row == 1 {
		name, by := strings.CutPrefix(lines[0].Text, "by ")
		if !by {
			return "", p, false
		}
		p.Author, lines = name, lines[1:]
		if len(lines) > 0 && lines[0].Gap() == 0 && !isOwnDate(lines[0].Text) {
			return "", p, false
		}
	}
	readOwnBody(&p, page, lines)
	return title, p, true
}

// readOwnBody reads the text of a post, and the date if it stands directly
// above.
func readOwnBody(p *thread.Post, page source, lines []Line) {
	if len(lines) > 0 && lines[0].Gap() == 0 {
		p.Time, _ = time.Parse(OwnDate, lines[0].Text)
		lines = lines[1:]
	}
	p.Body = page.body(lines)
}

func isOwnDate(line string) bool {
	_, err := time.Parse(OwnDate, line)
	return err == nil
}
