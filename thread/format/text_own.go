package format

import (
	"strconv"
	"strings"
	"time"

	"skein/thread"
	"skein/thread/markup"
)

// deepestIndent bounds the blanks before a line: without it a chain of replies
// would cost the square of its length. Below it the bullets carry the level.
const deepestIndent = 200

// ownTextDate is how a text says when something was written.
const ownTextDate = "January 2, 2006 at 3:04 pm"

// ownColumn is where the header of a comment begins; its text stands two
// columns further in.
func ownColumn(level int) int { return 2 * min(level, deepestIndent) }

// An ownHeader is the header of a comment as writeText writes it.
type ownHeader struct {
	line, level int
	name        string
}

// readOwnText reads what writeText has written, or what agrees with its shape
// in all: below the last line in the first column, which counts the comments,
// stand as many headers, each in the column of its level, the top ones
// numbered without a gap, and every other line stands right of its header. It
// says whether the page is that; the builder is untouched where it is not.
func readOwnText(lines []textLine, b *thread.Builder) bool {
	at, count := ownCount(lines)
	if at < 0 {
		return false
	}
	headers, ok := ownHeaders(lines, at+1)
	if !ok || len(headers) != count {
		return false
	}
	title, post, ok := ownPost(lines[:at])
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
		readOwnBody(&p, lines[h.line+1:end])
		b.Add(p)
	}
	return true
}

// ownCount is the line that counts the comments, the last in the first column,
// and what it says; -1 where there is none. To say that there are no comments
// it must be the only line that counts any: on other pages it may stand below
// every comment.
func ownCount(lines []textLine) (at, count int) {
	at = len(lines) - 1
	for at >= 0 && lines[at].indent > 0 {
		at--
	}
	if at < 0 || !isOwnCount(lines[at].text) {
		return -1, 0
	}
	number, _, _ := strings.Cut(lines[at].text, " ")
	count, err := strconv.Atoi(number)
	if err != nil {
		return -1, 0
	}
	for _, l := range lines[:at] {
		if count == 0 && l.indent == 0 && isOwnCount(l.text) {
			return -1, 0
		}
	}
	return at, count
}

// isOwnCount says whether a line is what writeText heads comments with.
func isOwnCount(line string) bool {
	number, noun, _ := strings.Cut(line, " ")
	return (noun == "replies" || noun == "reply") && strings.Trim(number, "0123456789") == "" && number != ""
}

// ownHeaders finds the headers from a line on and says whether all else
// belongs to them.
func ownHeaders(lines []textLine, from int) (headers []ownHeader, ok bool) {
	level, top, dated := 0, 0, false
	for i := from; i < len(lines); i++ {
		l := &lines[i]
		apart := l.gap > 0 || i == from
		if h, ok := readOwnHeader(l, top+1); ok && apart && h.level <= level+1 {
			h.line, level, dated = i, h.level, false
			headers = append(headers, h)
			if level == 1 {
				top++
			}
			continue
		}
		below := l.gap == 0 && len(headers) > 0 && headers[len(headers)-1].line == i-1
		if level == 0 || l.indent < ownColumn(level)+2 || below && !isOwnDate(l.text) || dated && l.gap == 0 {
			return nil, false
		}
		dated = below
	}
	return headers, true
}

// readOwnHeader reads a line as the header of a comment; number is that of the
// next one on the first level.
func readOwnHeader(l *textLine, number int) (h ownHeader, ok bool) {
	said, ok := strings.CutSuffix(l.text, ownSays)
	mark, name, named := strings.Cut(said, " ")
	if !ok || !named {
		return h, false
	}
	h = ownHeader{level: l.indent / 2, name: name}
	digits, bullet := strings.CutPrefix(mark, "•")
	switch {
	case !bullet:
		return h, h.level == 1 && mark == strconv.Itoa(number)+"." && l.indent == ownColumn(1)
	case digits != "":
		n, err := strconv.Atoi(digits)
		h.level = n
		return h, err == nil && n > deepestIndent && l.indent == ownColumn(n)
	}
	return h, h.level > 1 && l.indent == ownColumn(h.level)
}

// ownSays stands behind the name in a header.
const ownSays = " says:"

// soundsOwnText says whether a line of a body would be read as one of the
// lines around it, so that it must not begin in their column.
func soundsOwnText(line string) bool {
	text, indent := undent(line)
	return indent == 0 && (isOwnCount(text) || strings.HasPrefix(text, "•") && strings.HasSuffix(text, ownSays))
}

// ownPost reads what stands above the comments: the title in the first line,
// the author in the one below it, when in the next; the text after a blank.
func ownPost(lines []textLine) (title string, p thread.Post, ok bool) {
	row := 0 // of the page, whose rows above the text may be blank
	if len(lines) > 0 && lines[0].gap == 0 {
		title, lines, row = lines[0].text, lines[1:], 1
	}
	if len(lines) > 0 && lines[0].gap+row == 1 {
		name, by := strings.CutPrefix(lines[0].text, "by ")
		if !by {
			return "", p, false
		}
		p.Author, lines = name, lines[1:]
		if len(lines) > 0 && lines[0].gap == 0 && !isOwnDate(lines[0].text) {
			return "", p, false
		}
	}
	readOwnBody(&p, lines)
	return title, p, true
}

// readOwnBody reads the text of a post, and the date if it stands directly
// above.
func readOwnBody(p *thread.Post, lines []textLine) {
	if len(lines) > 0 && lines[0].gap == 0 {
		p.Time, _ = time.Parse(ownTextDate, lines[0].text)
		lines = lines[1:]
	}
	p.Body = markup.Body{Raw: textBody(lines), Kind: markup.Text}
}

func isOwnDate(line string) bool {
	_, err := time.Parse(ownTextDate, line)
	return err == nil
}

// ownNameless are the names of those that have none, and why.
var ownNameless = map[string]thread.Flags{"deleted": thread.Deleted, "missing": thread.Ghost, "somebody": 0}

// ownName is the author that a header names.
func ownName(name string) (author string, why thread.Flags) {
	if why, nameless := ownNameless[name]; nameless {
		return "", why
	}
	if _, quoted := ownNameless[strings.Trim(name, `"`)]; quoted && name[0] == '"' && name[len(name)-1] == '"' {
		return name[1 : len(name)-1], 0
	}
	return name, 0
}

// signature is the name under which a comment goes out. One who is really
// called like those without a name stands in quotes.
func signature(t *thread.Thread, i int) string {
	c := t.At(i)
	switch name := t.Name(i); {
	case name == "" && c.Is(thread.Deleted):
		return "deleted"
	case name == "" && c.Is(thread.Ghost):
		return "missing"
	case name == "":
		return "somebody"
	default:
		if _, nameless := ownNameless[strings.Trim(name, `"`)]; nameless {
			return `"` + name + `"`
		}
		return name
	}
}
