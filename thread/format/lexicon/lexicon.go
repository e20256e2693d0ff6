// Package lexicon has what tells the words around comments: sets of words,
// and some that texts and pages share.
package lexicon

import (
	"strings"
	"unicode/utf8"
)

// Set is the set of the words of a text.
func Set(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// Phrases is the set of the lines of a text.
func Phrases(lines string) map[string]bool {
	set := map[string]bool{}
	for line := range strings.SplitSeq(lines, "\n") {
		set[line] = true
	}
	return set
}

// Badges are what stands beside or below a name for what its bearer is there.
var Badges = Phrases(`author
post author
article author
autor
beitragsautor
auteur
autore
op
mod
moderator
admin
administrator
gast
guest
member
mitglied`)

// Verbs are the words with which a header says that someone wrote.
var Verbs = Set(`says said say saying writes wrote write comments commented replies replied
responds responded answers answered adds added posted opines thinks notes noted asks asked
sagt sagte schreibt schrieb meint meinte kommentiert kommentierte antwortet antwortete gesagt geschrieben
kommentiert dice dijo escribe escribió comenta comentó responde respondió opina
dit écrit ecrit commente répond répondu commenté detto scrive scritto ha commentato
diz disse escreveu comentou respondeu zegt zei schreef schrijft reageerde skrev skriver säger sa sier siger
sanoo kirjoitti sanoi mówi pisze napisał napisała napisał(a) powiedział
пишет написал написала написал(а) говорит сказал сказала сказал(а) ответил
说 説 说道 写道 diyor dedi yazdı ki mondta írta spune řekl napsal`)

// Starts holds, for each letter of ASCII that a word begins with, a bit for
// the length of the word.
type Starts [utf8.RuneSelf]uint32

const longestStart = 31 // and longer

// StartsOf is how the words of some sets begin.
func StartsOf(sets ...map[string]bool) (starts Starts) {
	for _, set := range sets {
		for w := range set {
			if w[0] < utf8.RuneSelf {
				starts[w[0]] |= 1 << min(len(w), longestStart)
			}
		}
	}
	return starts
}

// Any says whether words begin with a letter, small or not.
func (starts *Starts) Any(letter byte) bool {
	return letter >= utf8.RuneSelf || starts[letter|0x20] != 0
}

// Maybe says whether a word, small or not, can be one of them.
func (starts *Starts) Maybe(word string) bool {
	return word != "" && (word[0] >= utf8.RuneSelf || starts[word[0]|0x20]>>min(len(word), longestStart)&1 == 1)
}
