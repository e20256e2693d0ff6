package plaintext

import (
	"strings"
	"unicode"

	"skein/thread/format/lexicon"
)

// linkWords are the lines that a page puts below or beside a comment for its
// reader to click on. Cases, brackets and arrows are left out.
var linkWords = func() map[string]bool {
	const lines = `reply
replydelete
antwortenlöschen
responderborrar
répondresupprimer
reply to this
reply to this comment
log in to reply
login to reply
sign in to reply
register to reply
log in to leave a comment
reply to this post
reply thread link
quote
link
permalink
permanent link
link to this comment
link to comment
parent
next
prev
root
edit
edited
delete
löschen
eliminar
supprimer
excluir
elimina
verwijderen
usuń
удалить
report
als spam melden
report comment
report reply
report this comment
complain about this comment
recommend
recommended
rate
clip
link to this
likes this
people like this
people liked this
person liked this
report abuse
flag
flag comment
flag as inappropriate
share
save
embed
award
give award
like
likes
loading
liked by you
liked by 1 person
upvote
downvote
vote
vote up
vote down
translate
show all
show more
read more
original
thumbs up
thumbs down
daumen hoch
daumen runter
context
hide
collapse
expand
antworten
auf diesen kommentar antworten
zum antworten anmelden
anmelden um zu antworten
zitieren
melden
kommentar melden
bearbeiten
teilen
aufklappen
zuklappen
mehr anzeigen
gefällt mir
responder
accede para responder
inicia sesión para responder
citar
me gusta
compartir
denunciar
répondre
partager
signaler un abus
connectez-vous pour répondre
citer
signaler
j’aime
rispondi
accedi per rispondere
beantwoorden
reageer
inloggen om te reageren
svara
svar
svar på denne
odpowiedz
zaloguj się aby odpowiedzieć
ответить
yanıtla
vastaa
homepage
journal
homepage journal
avatar
via android app
via iphone app
via mobile
load more replies`
	links := map[string]bool{}
	for _, line := range strings.Split(lines, "\n") {
		links[line] = true
		linkStarts[lexicon.LeadingWord(line)] = true
	}
	return links
}()

// linkStarts are the words that those begin with.
var linkStarts = map[string]bool{}

// IsLink says whether a line is nothing but links: `Reply`, `[Reply]`,
// `Reply ↓`, `Permalink | Flag`.
func IsLink(s string) bool {
	const longest = 60
	if len(s) > longest {
		return false
	}
	if noun, found := strings.CutSuffix(s, " ↓"); found && nounVerbs[strings.ToLower(noun)] {
		return true
	}
	if at := strings.IndexFunc(s, unicode.IsLetter); at >= 0 && !linkStarts[strings.ToLower(lexicon.LeadingWord(s[at:]))] {
		return strings.HasSuffix(s, "'s avatar - Go to profile")
	}
	for part := range strings.FieldsFuncSeq(s, func(r rune) bool { return strings.ContainsRune("|·•/#", r) }) {
		part = strings.Trim(strings.ToLower(part), " \t\u00a0[](){}↓↑→←»«›‹↩⤷▾▼▲△▽.:…-–—*+¶∞§□☐☆★○●▪■◦")
		if part != "" && !linkWords[part] && !linksInARow(part) {
			return false
		}
	}
	return true
}

// linksInARow says whether a text is links and counts with nothing between
// them: `recommend 4 report permalink`, `vote up0vote down reply`. Without a
// count it may be words, if it is short.
func linksInARow(part string) bool {
	const longest = 4 // words of a link
	words := strings.FieldsFunc(part, func(r rune) bool { return strings.ContainsRune(" ()?.+0123456789", r) })
	links := 0
	for at := 0; at < len(words); {
		n := 0
		for k := min(longest, len(words)-at); n == 0 && k > 0; k-- {
			if linkWords[strings.Join(words[at:at+k], " ")] {
				n = k
			}
		}
		if n == 0 {
			return false
		}
		at, links = at+n, links+1
	}
	return hasDigit(part) || links > 1 && len(words) > 2
}

// cutLinks says whether what stands after a date is nothing but links and
// punctuation; what else it holds is left.
func cutLinks(s string) (rest string, links bool) {
	t := strings.Trim(s, joints+".")
	if t == "" || IsLink(t) || nounVerbs[strings.ToLower(t)] {
		return "", true
	}
	return t, false
}
