package plaintext

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"skein/thread"
	"skein/thread/format/lexicon"
)

// A marker is a line that is about the comments: it counts or heads them,
// or says that they are over.
type marker struct {
	line  int
	count int // how many comments it counts, -1 where it does not
	over  bool
	next  int // the first line below it that is no marker
}

// headingWords are the words that head the comments when they stand alone.
var headingWords = lexicon.Set(`comments replies responses reactions discussion kommentare leserkommentare
leser-kommentare reaktionen comentarios respuestas commentaires réponses réactions commenti risposte
comentários respostas reacties kommentarer komentarze комментарии yorumlar kommentit`)

// findMarkers collects the lines that count, head or end the comments.
func (p *page) findMarkers() {
	found := make([][]marker, thread.Blocks(len(p.lines)))
	thread.InBlocks(len(p.lines), 0, func(block, from, to int) {
		for i := from; i < to; i++ {
			if m, ok := readMarker(p.lines[i].Text, i); ok {
				found[block] = append(found[block], m)
			}
		}
	})
	p.markers = slices.Concat(found...)
	next := -1
	for k := len(p.markers) - 1; k >= 0; k-- {
		m := &p.markers[k]
		if m.line+1 != next {
			m.next = m.line + 1
		} else {
			m.next = p.markers[k+1].next
		}
		next = m.line
	}
}

// readMarker reads the line of that number as a marker.
func readMarker(text string, line int) (marker, bool) {
	const longest, longestTitle = 120, 1000
	if len(text) > longest && line > 0 || len(text) > longestTitle {
		return marker{}, false
	}
	if n, ok := readCount(text, line < 3); ok {
		return marker{line: line, count: n}, true
	}
	return marker{line: line, count: -1, over: true}, len(text) <= longest && EndsComments(text)
}

// readCount reads `7 replies`, `Comments (12)`, `12 thoughts on …`, `This
// post has one comment`; a heading like `Comments` counts -1. A title may end
// with a count.
func readCount(s string, title bool) (n int, ok bool) {
	const longHeading, longCount = 40, 60
	switch {
	case title, lexicon.IsDigit(s[0]), len(s) <= longHeading:
	case len(s) > longCount && !startsWithNumber(s), !hasDigit(s) && !startsWithNumber(s):
		return 0, false
	}
	words := tokens(s)
	if len(words) == 0 {
		return 0, false
	}
	if len(words) == 1 {
		return -1, headingWords[words[0]] && !IsLink(s) && !strings.ContainsAny(s[len(s)-1:], ".,;!?")
	}
	for i := range words {
		if !commentNouns[words[i]] {
			continue
		}
		if n, ok := countAround(words, i, title); ok && !hasClock(s) {
			return n, true
		}
	}
	return 0, false
}

// hasClock says whether a time of day stands in a line: its minutes count no
// answers (`10:06 Uhr - Antworten`).
func hasClock(s string) bool {
	at := strings.IndexByte(s, ':')
	return at > 0 && at+2 < len(s) && lexicon.IsDigit(s[at-1]) && lexicon.IsDigit(s[at+1]) && lexicon.IsDigit(s[at+2])
}

// countAround is the number that belongs to the noun words[i].
func countAround(words []string, i int, title bool) (int, bool) {
	const leadIn = 5 // words, as in `This post has 80`
	if i > 0 && moreWords[words[i-1]] {
		return 0, false // not of all of them: `7 more replies`
	}
	for back := 1; back <= 2 && i-back >= 0; back++ {
		n, ok := number(words[i-back])
		if !ok || back == 2 && len(words) > i+2 || !lexicon.IsDigit(words[i-back][0]) && i > back {
			continue
		}
		if i == back || i-back <= leadIn && i == len(words)-1 || title && i == len(words)-1 {
			return n, true
		}
	}
	if i <= 1 && i == len(words)-2 {
		if n, err := strconv.Atoi(words[i+1]); err == nil {
			return n, true
		}
	}
	return 0, false
}

// readMore reads a line that says how many more answers there are than the page
// shows: `View 7 more replies`, `+ 7 weitere Antworten anzeigen`.
func readMore(s string) (n int, ok bool) {
	const longest, mostWords = 60, 5
	if len(s) > longest || strings.Count(s, " ") > mostWords || !hasDigit(s) {
		return 0, false
	}
	words := tokens(s)
	for i := 1; i+1 < len(words) && len(words) <= mostWords; i++ {
		if n, err := strconv.Atoi(words[i-1]); err == nil && n > 0 && moreWords[words[i]] && commentNouns[words[i+1]] {
			return n, true
		}
	}
	return 0, false
}

func number(word string) (int, bool) {
	if word != "" && lexicon.IsDigit(word[0]) {
		n, err := strconv.Atoi(word)
		return n, err == nil
	}
	n, ok := numberWords[word]
	return n, ok
}

func startsWithNumber(s string) bool {
	word, _ := cutWord(s, 0)
	_, ok := numberWords[strings.ToLower(word)]
	return ok
}

// tokens are the words and numbers of a line in lower case, `1,234` being
// one number and `leser-kommentare` one word.
func tokens(s string) []string {
	words := strings.FieldsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' && r != ',' && r != '.'
	})
	kept := words[:0]
	for _, w := range words {
		w = strings.Trim(w, "-,.")
		if w != "" && lexicon.IsDigit(w[0]) {
			w = strings.ReplaceAll(strings.ReplaceAll(w, ",", ""), ".", "")
		}
		if w != "" {
			kept = append(kept, strings.ToLower(w))
		}
	}
	return kept
}

// endings are the lines below the last comment, in lower case and without
// punctuation. Three more words may follow them.
var endings = func() map[string][]string {
	const lines = `comments are closed
comments are now closed
comments closed
comments are disabled
comments have been closed
comments for this
comments on this
commenting is closed
commenting is now closed
commenting on this
new comments are
leave a reply
leave a comment
leave a response
leave your comment
leave your reply
leave comment
post a comment
post a reply
post a new comment
post your comment
post comment
add a comment
add your comment
add new comment
add comment
write a comment
submit a comment
submit comment
speak your mind
join the discussion
join the conversation
you must be logged in
you must log in
you need to be logged in
log in to comment
login to comment
log in or register to post comments
sign in to comment
your email address will not be published
this site uses akismet
notify me of
older comments
newer comments
previous comments
recent comments
recent posts
related posts
kommentieren
kommentar schreiben
kommentar verfassen
kommentar abgeben
kommentar hinterlassen
schreibe einen kommentar
schreib einen kommentar
schreiben sie einen kommentar
einen kommentar schreiben
hinterlasse eine antwort
hinterlasse einen kommentar
kommentare sind geschlossen
die kommentare sind geschlossen
die kommentarfunktion ist
deine e-mail-adresse wird nicht
deja un comentario
deja una respuesta
deja tu comentario
dejar un comentario
los comentarios están cerrados
comentarios cerrados
tu dirección de correo
laisser un commentaire
laissez un commentaire
ajouter un commentaire
poster un commentaire
les commentaires sont fermés
les commentaires sont clos
commentaires fermés
votre adresse e-mail ne sera
lascia un commento
lascia una risposta
i commenti sono chiusi
deixe um comentário
deixe uma resposta
os comentários estão
geef een reactie
laat een reactie achter
plaats een reactie
reacties zijn gesloten
de reacties zijn gesloten
lämna ett svar
lämna en kommentar
legg igjen en kommentar
skriv en kommentar
kommentarer er lukket
kommentarer inaktiverade
dodaj komentarz
napisz komentarz
możliwość komentowania
добавить комментарий
оставить комментарий
комментарии закрыты`
	endings := map[string][]string{} // by their first word
	for _, line := range strings.Split(lines, "\n") {
		first, _, _ := strings.Cut(line, " ")
		endings[first] = append(endings[first], line)
	}
	return endings
}()

// EndsComments says whether a line tells that there are no more comments.
func EndsComments(s string) bool {
	const longer = 21 // bytes from which an ending is sure by itself
	t := strings.TrimLeft(s, " [(←«<#*=-—")
	endings := endings[strings.ToLower(lexicon.LeadingWord(t))]
	if len(endings) == 0 {
		return false
	}
	t = strings.ToLower(t)
	for _, ending := range endings {
		rest, ok := strings.CutPrefix(t, ending)
		if !ok || rest != "" && unicode.IsLetter(rune(rest[0])) {
			continue
		}
		if len(ending) >= longer || countWords(rest) <= 3 {
			return true
		}
	}
	return false
}
