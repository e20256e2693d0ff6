// Package plaintext reads discussions out of pages that were saved or dumped as
// text: by a browser, by w3m or lynx, by hand.
package plaintext

import "skein/thread"

// Read reads a page that was saved or dumped as plain text. No two sites
// write a comment's header alike, so the page itself says what its headers
// look like: every line that could be one is a candidate, what most of them
// have in common is the page's pattern, and those that break with it in too
// many ways are text. What fits nowhere stays in the post or in the comment
// above it; a text without comments is a post without replies.
func Read(data []byte, b *thread.Builder) {
	text := Decode(data)
	lines := Lines(text)
	if len(lines) == 0 || readOwn(source(text), lines, b) {
		return
	}
	p := pageOf(text, lines)
	p.readPost(b)
	b.Flat = true
	b.Expect(len(p.headers))
	numbers := make([]int, len(p.headers)+1)
	for i := range p.headers {
		numbers[i+1] = b.Add(p.comment(i))
		if above := p.headers[i].answers; above > 0 {
			b.Below(numbers[i+1], numbers[above])
		}
		p.headers[i] = nil // it need not stay until the last is added
	}
}

// pageOf is a text, whose lines these are, with what it is understood to be.
func pageOf(text string, lines []Line) page {
	p := page{text: source(text), lines: joinTitles(joinPictures(joinHeads(CutReferences(lines))))}
	joined := partJoined(p.lines)
	partVerbs(p.lines)
	p.findMarkers()
	if !p.findNumbered() && !p.findHeadedPosts() && !p.findReplies() && !p.findCounted() {
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
	if len(p.headers) > 0 && p.count != len(p.headers) && (IsChangelog(text) || namesAreNumbers(p.headers) || isTable(p.lines)) {
		p.headers = nil
	}
	p.setLevels()
	p.findBodies()
	p.settleDates()
	return p
}
