package format

import (
	"html"
	"strings"
)

// A replyLine is how WordPress tells in a feed what a comment answers: it
// begins the text with "In reply to", in the site's language, and a link to
// that comment, which has its author's name.
type replyLine struct {
	before, href, name string
	rest               string // the text behind the line
}

// replyWords are what stands before the link, in some languages.
var replyWords = pattern(`(?i)^(in reply to|(als )?antwort auf|en réponse à|en respuesta a|in risposta a|em resposta a|` +
	`(als|in) antwoord op|som svar (på|til)|w odpowiedzi (do|na)|в ответ на|у відповідь на)$`)

// cutReplyLine parts the line that says what a comment answers from the text.
func cutReplyLine(text string) (l replyLine, ok bool) {
	const longest = 60 // bytes around the link
	text = strings.TrimPrefix(strings.TrimLeft(text, " \t\r\n"), "<p>")
	before, link, ok := strings.Cut(text[:min(len(text), 2048)], "<a ")
	if !ok || len(before) > longest || strings.ContainsAny(before, "<\n") {
		return l, false
	}
	tag, rest, _ := strings.Cut(link, ">")
	name, _, ok := strings.Cut(rest, "</a>")
	_, href, quoted := strings.Cut(tag, "href=")
	if !ok || !quoted || href == "" || !strings.ContainsAny(href[:1], `"'`) {
		return l, false
	}
	href, _, _ = strings.Cut(href[1:], href[:1])
	rest = text[len(before)+len("<a ")+len(tag)+len(">")+len(name)+len("</a>"):]
	end := strings.IndexAny(rest, "<\n")
	if end > longest || end < 0 && len(rest) > longest {
		return l, false
	}
	if end < 0 {
		end = len(rest)
	}
	rest = strings.TrimLeft(strings.TrimPrefix(rest[end:], "</p>"), "\r\n")
	return replyLine{strings.TrimSpace(before), html.UnescapeString(href), html.UnescapeString(name), rest}, true
}

// followReplyLine gives an entry that names no other way what it answers the
// reference that its text begins with, and takes that off where the comment is
// here and has that name. Where it is not, only words that are known count.
func (f *feed) followReplyLine(e *feedEntry, known map[string]string, authors map[string]string) {
	l, ok := cutReplyLine(e.Body.Raw)
	if !ok || e.ref != "" || e.refURL != "" || !isCommentPlace(l.href) {
		return
	}
	for _, name := range []string{l.href, l.href[strings.IndexByte(l.href, '#')+1:]} {
		id := known[name]
		if id == "" || id == e.ID || authors[id] != l.name {
			continue
		}
		e.ref = id
		if l.rest != "" {
			e.Body.Raw = l.rest
		}
		return
	}
	if replyWords().MatchString(l.before) {
		e.refURL = l.href
	}
}
