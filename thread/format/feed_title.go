package format

import (
	"strings"
)

// commentTitle is the title of a comment, which programs make of what it
// comments on or of who wrote it.
var commentTitle = pattern(`(?i)^(re(\[[0-9]+\])?: |by: |comments? (on|by|to|for) |new comment (by|on) |answer by |/u/\S+ on |` +
	`kommentare? (zu|von|till|til) |von: |commentaires? (sur|de) |par\s?: |coment[aá]rios? (en|em|sobre|de) |por: |comment[oi] (su|di|a) |` +
	`di: |reacties? op |door: |odpowiedź na |komentarz do |autor: |комментарий |от: |коментар |від: |コメント)`)

// subjectBetween are the words around the subject in the titles of comments:
// "Comment on SUBJECT by AUTHOR".
var subjectBetween = []struct{ before, author string }{
	{"Comment on ", " by "}, {"Kommentar zu ", " von "}, {"Commentaires sur ", " par "}, {"Commentaire sur ", " par "},
	{"Comentario en ", " por "}, {"Comentários sobre ", " por "}, {"Comentário sobre ", " por "}, {"Comentário em ", " por "},
	{"Commenti su ", " di "}, {"Commento su ", " di "}, {"Reactie op ", " door "}, {"Kommentar till ", " av "}, {"Kommentar til ", " af "},
	{"Komentarz do ", ", którego autorem jest "}, {"Комментарий к ", " от "}, {"Комментарий на ", " от "},
	{"New comment on ", " by "}, {"New comment by ", " in "}, {"Answer by ", " for "},
}

// titleBefore stands before the subject in the title of a feed of comments on
// one article, or the name of a site.
var titleBefore = []string{
	"Comments on: ", "Comments for: ", "Comments for ", "Comments on ", "Kommentare zu: ", "Kommentare für ", "Commentaires sur : ",
	"Commentaires sur ", "Commentaires pour ", "Comentarios en: ", "Comentarios en ", "Comentários sobre: ", "Comentários sobre ",
	"Commenti a: ", "Commenti per ", "Reacties op: ", "Reacties voor ", "Kommentarer till ", "Kommentarer til: ", "Kommentarer på: ",
	"Komentarze do: ", "Komentarze do ", "Комментарии: ", "Комментарии к: ", "Комментарии к записи: ",
}

// titleAfter stands behind the subject in the titles of such feeds.
var titleAfter = []string{" へのコメント", " 的评论", "的评论", "에 대한 댓글"}

// subject is what the title of an entry says beside the author's name and
// that it is a comment.
func subject(title, author string) string {
	if rest, ok := strings.CutPrefix(title, "/u/"); ok {
		if _, subject, ok := strings.Cut(rest, " on "); ok {
			return subject
		}
	}
	for _, colon := range []string{": ", "："} {
		if _, name, ok := strings.Cut(title, colon); ok && author != "" && name == author {
			return "" // "By: AUTHOR", in any language
		}
	}
	if at := commentTitle().FindStringIndex(title); at != nil && title[at[1]:] == author || title == author+" より" {
		return ""
	}
	for _, between := range subjectBetween {
		if rest, ok := strings.CutPrefix(title, between.before); ok {
			if at, ok := strings.CutSuffix(rest, between.author+author); ok {
				return at
			}
			if at, ok := strings.CutPrefix(rest, author+between.author); ok {
				return strings.Trim(at, `"`)
			}
		}
	}
	return title
}

// feedSubject is what a feed of comments is about.
func feedSubject(title string) string {
	for _, before := range titleBefore {
		if rest, ok := strings.CutPrefix(title, before); ok {
			return rest
		}
	}
	for _, after := range titleAfter {
		if rest, ok := strings.CutSuffix(title, after); ok {
			return rest
		}
	}
	return title
}
