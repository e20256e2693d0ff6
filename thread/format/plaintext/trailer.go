package plaintext

import (
	"strings"
	"unicode/utf8"

	"skein/thread/format/lexicon"
)

// trailers begin the lines that stand below the comments of a page and
// end them even where nothing else does: the words of each, in lower case.
var trailers = strings.Split(`the comments are closed
the comments are now closed
the comment form is closed
the comment section is closed
the discussion is closed
sorry the comment form is closed
sorry comments are closed
sorry comments for this
this post is closed
this thread is closed
have your say
trackbacks pingbacks
pingbacks trackbacks
rss feed for comments
rss feed for these comments
subscribe to comments
feed for comments
trackback url
guidelines faq lists
this entry was posted
this post was posted
dieser eintrag wurde
dieser beitrag wurde
kommentieren nicht mehr möglich
kommentare deaktiviert
die diskussion ist geschlossen
cette entrée a été publiée
les commentaires ne sont plus
esta entrada fue publicada
questo articolo è stato pubblicato
i commenti sono disattivati
commenti chiusi
esta entrada foi publicada
comentários encerrados
comentários fechados
reageren is niet
reageren niet meer mogelijk
reacties uitgeschakeld
dit bericht werd geplaatst
det här inlägget postades
kommentering är avstängd
der er lukket for
komentarze są wyłączone
комментирование закрыто
обсуждение закрыто`, "\n")

// creditWords begin the lines at the very end of a page.
var creditWords = strings.Split(`share this
share on
powered by
proudly powered by
copyright
all rights reserved
theme by
theme
blog at
bookmark the permalink
filed under
tagged
teile dies
teilen
partager
compartir
condividi
compartilhe
delen
präsentiert von
stolz präsentiert von
fièrement propulsé par
propulsé par
mantido com
alle rechte vorbehalten
tous droits réservés
todos los derechos
tutti i diritti
todos os direitos
alle rechten voorbehouden
все права защищены`, "\n")

// navigationWords are the words between the pages of a site.
var navigationWords = lexicon.Set(`previous prev next older newer first last post posts comment comments page pages
entries entry of back home top ältere neuere vorherige nächste zurück weiter seite beiträge beitrag kommentare
précédent suivant précédents suivants articles article page commentaires anterior siguiente anteriores siguientes
entradas comentarios precedente successivo successiva articoli commenti vorige volgende oudere nieuwere berichten
reacties próximo próxima posts föregående nästa starsze nowsze назад далее`)

// olderWords are those that need no arrow: `Older posts`.
var olderWords = lexicon.Set(`older newer ältere neuere oudere nieuwere starsze nowsze`)

// cutTrailers is the end of the last comment's lines without the paragraphs
// below it that are the page's: from the first that ends all comments, and
// credits and navigation at the end.
func (p *page) cutTrailers(from, to int) int {
	for i := from; i < to; i++ {
		if p.shortParagraph(i, to) && begins(trailerWords(p.lines[i].Text), trailers) {
			to = i
		}
	}
	for i := to - 1; i > from; i-- {
		if !p.shortParagraph(i, to) {
			if i+1 == to && p.lines[i].Gap() == 0 {
				continue // its second line
			}
			break
		}
		if s := p.lines[i].Text; !credits(s) && !navigates(s) {
			break
		}
		to = i
	}
	return to
}

// shortParagraph says whether a paragraph of no more than two short lines
// begins at line i.
func (p *page) shortParagraph(i, to int) bool {
	const longest, most = 120, 2
	if p.lines[i].Gap() == 0 || utf8.RuneCountInString(p.lines[i].Text) > longest {
		return false
	}
	return i+most >= to || p.lines[i+1].Gap() > 0 || p.lines[i+most].Gap() > 0
}

// trailerWords are the words of a line with one blank between them.
func trailerWords(s string) string { return strings.Join(tokens(s), " ") }

// begins says whether the words begin with one of the phrases.
func begins(words string, phrases []string) bool {
	for _, phrase := range phrases {
		if rest, ok := strings.CutPrefix(words, phrase); ok && (rest == "" || rest[0] == ' ') {
			return true
		}
	}
	return false
}

// credits says whether a line names the maker of a page or offers to share it.
func credits(s string) bool {
	const most = 9
	words := trailerWords(s)
	return strings.Count(words, " ") < most && (strings.HasPrefix(s, "©") || begins(words, creditWords))
}

// navigates says whether a line leads to other pages: `« Previous 1 2 Next »`.
func navigates(s string) bool {
	const several = 3
	if strings.HasPrefix(s, "← ") || strings.HasSuffix(s, " →") {
		return true
	}
	words := tokens(s)
	named := false
	for _, w := range words {
		if !lexicon.IsDigit(w[0]) && !navigationWords[w] {
			return false
		}
		named = named || navigationWords[w]
	}
	if len(words) == 2 && olderWords[words[0]] {
		return true
	}
	return named && (len(words) >= several || strings.ContainsAny(s, "«»‹›←→<>|/"))
}
