package plaintext

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"skein/thread/format/lexicon"
)

// longestName is how many characters a commenter's name may have.
const longestName = 60

// joints are what stands between a name and a date.
const joints = " \t\u00a0,;:|/·•—–-()@»"

// joiners are the words that do.
var joiners = lexicon.Set("on at am le el il em op den posted vom um wrote commented")

// trimJoints takes off both ends what only joins name and date.
func trimJoints(s string) string {
	s = strings.Trim(s, joints)
	for {
		at := strings.LastIndexByte(s, ' ')
		if word := strings.ToLower(s[at+1:]); !joiners[word] || at < 0 && word == "em" {
			break
		}
		s = strings.TrimRight(s[:max(at, 0)], joints)
	}
	for {
		word, next := cutWord(s, 0)
		if lower := strings.ToLower(word); !joiners[lower] || next == len(s) && lower == "em" {
			return s
		}
		s = strings.TrimLeft(s[next:], joints)
	}
}

// CleanName takes off what a page hangs on a name.
func CleanName(s string) string {
	s = strings.Trim(s, " \t\u00a0,;:|/·•—–")
	if at := strings.Index(s, "<`"); at > 0 { // an address made unreadable
		s = strings.TrimRight(s[:at], " ")
	}
	s = strings.TrimRight(strings.TrimSuffix(s, " *"), " \t\u00a0")
	for _, mark := range nameMarks {
		s = strings.TrimSuffix(s, mark)
	}
	s = cutMailbox(s)
	if at := strings.Index(s, " @"); at > 0 && strings.IndexByte(s[at+1:], ' ') < 0 { // `Ann Bee @ann`
		s = s[:at]
	}
	if open := strings.LastIndexByte(s, '('); open > 0 && strings.HasSuffix(s, ")") {
		if inner := s[open+1 : len(s)-1]; !strings.Contains(inner, " ") && hasDigit(inner) || isAmount(inner) {
			s = strings.TrimRight(s[:open], " ")
		}
	}
	return s
}

// nameMarks are what some comments have behind the name, and most do not: that
// they were edited, that somebody is the submitter, a moderator, of the staff.
var nameMarks = []string{" edited", " (edited)", " [S]", " [M]", " [S,M]", " [A]", " permalink", " Permalink", " [Visitor]", " [Member]",
	" Post author", " Beitragsautor", " Auteur de l’article", " Auteur de l'article", " Autor de la entrada", " Autore articolo", " Berichtauteur", " Autor wpisu", " Autor do post", " Автор записи"}

// authorMarks stand behind the name of who wrote the post, and may be part of
// anybody's name.
var authorMarks = []string{" Author", " Autor", " Auteur", " Autore", " OP"}

// cutAuthorMarks takes off such a mark where only one name has it, more often
// than once.
func cutAuthorMarks(headers []*header) {
	for _, mark := range authorMarks {
		var marked []*header
		for _, h := range headers {
			if strings.HasSuffix(h.author, mark) {
				marked = append(marked, h)
			}
		}
		if len(marked) < 2 || slices.ContainsFunc(marked, func(h *header) bool { return h.author != marked[0].author }) {
			continue
		}
		for _, h := range marked {
			h.author = strings.TrimSuffix(h.author, mark)
		}
	}
}

// PossibleName says whether a text is short and plain enough for a name.
func PossibleName(s string) bool {
	const mostWords = 7
	if s == "" || len(s) > 4*longestName || utf8.RuneCountInString(s) > longestName {
		return false
	}
	if r, _ := utf8.DecodeLastRuneInString(s); strings.ContainsRune("?!;,:", r) {
		return false
	}
	if isPicture(s) || lexicon.IsDigit(s[0]) && hasClock(s) && !strings.ContainsRune(s, ' ') {
		return false
	}
	if strings.HasPrefix(s, "# ") || strings.HasPrefix(s, "##") || strings.HasPrefix(s, "**") { // Markdown
		return false
	}
	if strings.ContainsAny(s, "<>{}=[]") && strings.ContainsRune(s, ' ') || strings.Contains(s, ":/") || strings.Contains(s, ": ") {
		return false
	}
	words, ends := 0, false // ends says whether the last word so far ends a sentence
	for w := range strings.FieldsSeq(s) {
		if ends {
			return false
		}
		words++
		ends = strings.HasSuffix(w, ".") && utf8.RuneCountInString(w) > 4
	}
	letters := strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r > 0x2fff })
	return letters && words <= mostWords
}

// doubtfulName is how little a text looks like a name: 0 for `Ann Lee`, 2 for
// `he`.
func doubtfulName(s string) float64 {
	words := strings.Fields(s)
	if len(words) == 0 {
		return 2
	}
	doubt := 0.0
	first := strings.ToLower(words[0])
	switch {
	case pronouns[first] && len(words) == 1:
		doubt = 2
	case pronouns[first]:
		doubt = 1.5
	case len(words) > 1 && determiners[first]:
		doubt = 1
	}
	plain := 0 // words in lower case
	for i, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		if unicode.IsLower(r) && !(i > 0 && particles[w]) {
			plain++
		}
		if i > 0 && pronouns[w] {
			doubt++
		}
	}
	if len(words) > 2 && plain > 1 {
		doubt += 0.5 * float64(plain-1)
	}
	if len(words) > 5 {
		doubt++
	}
	if strings.ContainsAny(s, "\"“”;?!") || strings.Contains(s, ", ") && len(words) > 3 {
		doubt++
	}
	return doubt
}

// areCapital says whether no name begins with a small letter.
func areCapital(headers []*header) bool {
	return !slices.ContainsFunc(headers, func(h *header) bool { return unicode.IsLower(firstRune(h.author)) })
}

// areNames says whether enough headers name somebody, and not all the same one:
// without a heading of comments, the page may be a story or a log.
func areNames(headers []*header) bool {
	names, same := 0, true
	for i := range headers {
		author := headers[i].author
		if soundsLikeName(author) {
			names++
		}
		same = same && author == headers[0].author
	}
	return 3*names >= 2*len(headers) && (!same || len(headers) == 1 || nobodies[strings.ToLower(headers[0].author)])
}

// soundsLikeName says whether a text may be a name alone, and not a piece of a
// sentence that ends in one.
func soundsLikeName(s string) bool {
	words := strings.Fields(s)
	if len(words) == 0 || doubtfulName(s) > 0 || strings.Contains(s, ". ") && len(words[0]) > len("Prof.") {
		return false
	}
	if len(words) == 1 {
		return !strings.HasSuffix(s, ".")
	}
	return !unicode.IsLower(firstRune(s)) || particles[words[0]]
}
