package plaintext

import (
	"strings"
	"unicode"

	"skein/thread/format/lexicon"
)

// findCounted finds the posts of a forum that says beside each how many its
// author wrote, as dumps of MyBB, Invision and FluxBB have them, and says
// whether there are some. Its date stands below that, perhaps with its number,
// and the name above:
//
//	Ann Bee Offline
//	Newcomer
//	Posts: 14
//	Joined: Mar 2009
//	#2
//	03-10-2009, 07:23 AM
//	Tar them.
//	Find
//	Reply
//
// The first is what the others answer, unless its number is another.
func (p *page) findCounted() bool {
	const several = 3
	var found []*header
	from, counts := 0, 0
	for i := 1; i < len(p.lines); i++ {
		if !countsPosts(p.lines[i].Text) {
			continue
		}
		counts++
		if h := p.countedHeader(from, i); h != nil {
			found = append(found, h)
			from = h.body
			i = h.body - 1
		}
	}
	if len(found) < several || 5*len(found) < 4*counts {
		return false
	}
	p.takePosts(found, p.mayOpen(found[0]))
	for i := from + 1; i < len(p.lines) && p.end == 0; i++ {
		if isTools(p.lines[i].Text) {
			p.end = i
		}
	}
	return true
}

// mayOpen says whether the header has no number, or that of the first post.
func (p *page) mayOpen(h *header) bool {
	for i := h.line; i < h.body; i++ {
		if n, ok := postNumber(p.lines[i].Text); ok {
			return n == 1
		}
		if p.lines[i].Text[0] == '#' {
			return readHeader(p.lines[i].Text).mark.number == 1
		}
	}
	return true
}

// countedHeader is the header of the post beside which the count of its
// author's stands, nil where none is. It does not begin above from.
func (p *page) countedHeader(from, posts int) *header {
	const near, farthest = 8, 8 // lines: to the date, to the name
	if h := p.datedAbove(max(from, posts-farthest), posts); h != nil {
		return h.named()
	}
	when := posts + 1
	for when < min(posts+near, len(p.lines)) && !p.isWhen(when) {
		when++
	}
	if when == min(posts+near, len(p.lines)) || strings.IndexByte(p.lines[when].Text, '#') >= 0 {
		return nil // it is above the name of the next
	}
	h := &header{kind: bareHeader, date: readHeader(withoutBullets(p.lines[when].Text)).date, body: when + 1}
	if h.body < len(p.lines) {
		if _, numbered := postNumber(p.lines[h.body].Text); numbered {
			h.body++
		}
	}
	for h.line = posts - 1; h.line >= max(from, posts-farthest); h.line-- {
		if !p.headsPoster(h.line) {
			continue
		}
		h.author, h.column = posterName(p.lines[h.line].Text), p.lines[h.line].Indent()
		for h.line > from && (isTools(p.lines[h.line-1].Text) || isPictureLine(p.lines[h.line-1].Text)) {
			h.line-- // of the post above, and its own picture
		}
		return h.named()
	}
	return nil
}

// datedAbove is the header of a post of FluxBB, whose number and date stand in
// the lines [from, posts), above the name: `#2 2009-03-10 07:23:49`.
func (p *page) datedAbove(from, posts int) *header {
	for k := posts - 2; k >= from; k-- {
		if p.lines[k].Text[0] == '#' && p.isWhen(k) {
			return &header{
				kind: bareHeader, line: k, body: posts + 1, column: p.lines[k].Indent(),
				author: posterName(p.lines[k+1].Text), date: readHeader(p.lines[k].Text).date,
			}
		}
	}
	return nil
}

// named is the header if it has a name, else nil.
func (h *header) named() *header {
	if !PossibleName(h.author) {
		return nil
	}
	return h
}

// posterName is the name that a line has, without what says whether its bearer
// is there.
func posterName(s string) string {
	s = cutAvatar(withoutBullets(s))
	for _, state := range posterStates {
		s = strings.TrimSuffix(strings.TrimPrefix(s, state+" "), " "+state)
	}
	return CleanName(s)
}

// posterStates say beside a name whether its bearer is there.
var posterStates = []string{"Offline", "Online", "Away", "[offline]", "[online]"}

// isTools says whether a line is what stands below a post to be clicked on.
func isTools(s string) bool {
	const longest = 60
	words := strings.Fields(strings.ToLower(withoutBullets(s)))
	for _, w := range words {
		if !postTools[w] {
			return false
		}
	}
	return len(words) > 0 && len(s) <= longest
}

// isPictureLine says whether a dump has nothing on a line but a picture.
func isPictureLine(s string) bool { return s[0] == '[' && s[len(s)-1] == ']' }

var postTools = lexicon.Set(`find reply quote pm website edit delete report suchen antworten zitieren melden citer répondre
rechercher buscar responder citar`)

// headsPoster says whether line i may be the name of whom the lines below it
// describe: it is in no list, and a gap, a picture, a tool or the topic stands
// above it.
func (p *page) headsPoster(i int) bool {
	l := &p.lines[i]
	if mark, _ := cutTextMark(l.Text); mark.kind != "" || strings.Trim(l.Text, "*") == "" {
		return false
	}
	if i == 0 || l.Gap() > 0 {
		return true
	}
	above := p.lines[i-1].Text
	_, topic := topicLine(above)
	return topic || IsLink(above) && strings.ContainsFunc(above, unicode.IsLetter) || isTools(above) || isPictureLine(above)
}

// countsPosts says whether a line is `Posts: 1,193` or `1,193 posts`.
func countsPosts(s string) bool {
	const longest = 30
	if len(s) > longest || !hasDigit(s) {
		return false
	}
	s = withoutBullets(s)
	what, number, ok := strings.Cut(s, ": ")
	if !ok {
		number, what, _ = strings.Cut(s, " ")
	}
	return postNouns[strings.ToLower(what)] && lexicon.OnlyDigits(noSeparators.Replace(number))
}

// noSeparators takes the commas and stops out of a number.
var noSeparators = strings.NewReplacer(",", "", ".", "")

// postNouns are what a forum calls them where it counts somebody's.
var postNouns = lexicon.Set(`posts beiträge messages mensajes messaggi berichten mensagens сообщений postów wiadomości`)
