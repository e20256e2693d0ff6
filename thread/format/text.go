package format

import (
	"bytes"
	"encoding/json"

	"skein/thread"
)

// readText reads a page that was saved or dumped as plain text. No two sites
// write a comment's header alike, so the page itself says what its headers
// look like: every line that could be one is a candidate, what most of them
// have in common is the page's pattern, and those that break with it in too
// many ways are text. What fits nowhere stays in the post or in the comment
// above it; a text without comments is a post without replies.
func readText(data []byte, b *thread.Builder) error {
	text := textDecode(data)
	lines := textLines(text)
	if len(lines) == 0 {
		return ErrUnknown
	}
	if readOwnText(lines, b) {
		return nil
	}
	p := pageOf(text, lines)
	p.readPost(b)
	b.Flat = true
	numbers := make([]int, len(p.headers)+1)
	for i := range p.headers {
		numbers[i+1] = b.Add(p.comment(i))
		if above := p.headers[i].answers; above > 0 {
			b.Below(numbers[i+1], numbers[above])
		}
	}
	return nil
}

// pageOf is a text, whose lines these are, with what it is understood to be.
func pageOf(text string, lines []textLine) textPage {
	p := textPage{lines: joinTitles(joinPictures(joinHeads(cutReferences(lines))))}
	joined := partJoined(p.lines)
	partVerbs(p.lines)
	p.findMarkers()
	if !p.findNumbered() && !p.findReplies() && !p.findCounted() {
		p.findHeaders()
		if len(p.headers) == 0 {
			p.findBetween()
		}
		if len(p.headers) == 0 {
			p.findLabelled()
		}
		p.liftNames()
	}
	cutCounts(p.headers)
	cutAuthorMarks(p.headers)
	partNames(p.headers, joined)
	if len(p.headers) > 0 && p.count != len(p.headers) && (isChangelog(text) || namesAreNumbers(p.headers)) {
		p.headers = nil
	}
	p.setLevels()
	p.findBodies()
	p.settleDates()
	return p
}

// sniffText says whether the bytes are text for people: no binary, and
// neither JSON nor a kind of XML or HTML.
func sniffText(data []byte) bool {
	const enough = 8 << 10
	head := data[:min(len(data), enough)]
	if bytes.HasPrefix(head, []byte("\xff\xfe")) || bytes.HasPrefix(head, []byte("\xfe\xff")) {
		return true // UTF-16 with its mark
	}
	odd := 0
	for _, c := range head {
		if c == 0 {
			return false
		}
		if c < ' ' && !bytes.ContainsRune([]byte("\t\n\v\f\r\b\x1b"), rune(c)) {
			odd++
		}
	}
	if odd*50 > len(head) {
		return false
	}
	text := bytes.TrimSpace(bytes.TrimPrefix(head, []byte("\ufeff")))
	return len(text) > 0 && !looksLikeJSON(text, data) && !looksLikeTags(text)
}

// looksLikeJSON is sure only of what a text would hardly begin with; for the
// rest the whole must be valid.
func looksLikeJSON(head, all []byte) bool {
	if head[0] != '{' && head[0] != '[' {
		return bareJSON(head)
	}
	next := bytes.TrimSpace(head[1:])
	if commentedJSON(head) || len(next) > 0 && (next[0] == '"' || head[0] == '[' && next[0] == '{') {
		return true
	}
	return json.Valid(bytes.TrimPrefix(all, []byte("\ufeff")))
}

func looksLikeTags(head []byte) bool {
	if head[0] != '<' || len(head) < 2 {
		return false
	}
	c := head[1]
	if c == '!' || c == '?' {
		return true
	}
	letter := 'a' <= c|0x20 && c|0x20 <= 'z'
	page := len(head) > 5 && bytes.EqualFold(head[:5], []byte("<html"))
	return page || letter && (bytes.Contains(head, []byte("</")) || bytes.Contains(head, []byte("/>")))
}
