package plaintext

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"skein/thread/format/dates"
	"skein/thread/format/lexicon"
)

// partJoined parts the words of links that a dump has joined (html2text), as
// `April_14,_2020_at_3:29_pm` and `12_Comments`, where several say when or how
// many. Elsewhere an underscore may be anything. It says whether there are such
// links.
func partJoined(lines []Line) bool {
	const several = 3
	var joined []int
	for i := range lines {
		if strings.IndexByte(lines[i].Text, '_') >= 0 && parted(lines[i].Text) != lines[i].Text {
			joined = append(joined, i)
		}
	}
	if len(joined) < several {
		return false
	}
	for _, i := range joined {
		lines[i].Text = parted(lines[i].Text)
	}
	for i := range lines { // its third kind of bullet, behind `1.` and `o`
		if item, found := strings.CutPrefix(lines[i].Text, "# "); found && lines[i].Indent() > 0 {
			lines[i].Text = "• " + item
		}
	}
	return true
}

// parted is a line with the dates and counts in it parted.
func parted(line string) string {
	words := strings.Split(line, " ")
	for i, word := range words {
		if spaced := strings.ReplaceAll(word, "_", " "); spaced != word && hasDigit(word) && (dates.IsDate(spaced) || isAmount(spaced)) {
			words[i] = spaced
		}
	}
	return strings.Join(words, " ")
}

// isAmount says whether a text is a number and what is counted.
func isAmount(s string) bool {
	number, what, _ := strings.Cut(s, " ")
	return number != "" && lexicon.OnlyDigits(number) && what != "" && !strings.ContainsFunc(what, func(r rune) bool { return !unicode.IsLetter(r) })
}

// joinPictures takes the pictures of commenters off the lines of their own that
// a dump may give them, mark and all: what stands below goes on that line.
//
//  1. [52eafb]
//     Ann Lee, 19 June 2018
func joinPictures(lines []Line) []Line {
	kept := lines[:0]
	for i := 0; i < len(lines); i++ {
		l := lines[i]
		if i+1 < len(lines) && lines[i+1].Gap() == 0 && lines[i+1].Indent() > l.Indent() && endsInPicture(l.Text) {
			i++
			l.Text += " " + lines[i].Text
			l.addURLs(lines[i].urls())
		}
		if head, ok := cutAddressPicture(l.Text); ok {
			l.Text = head
			if i+1 < len(lines) && lines[i+1].Gap() == 0 && !strings.HasSuffix(head, ":") && strings.HasSuffix(lines[i+1].Text, ":") {
				i++
				l.Text = strings.TrimSpace(head) + " " + lines[i].Text
			}
		}
		kept = append(kept, l)
	}
	return kept
}

// cutAddressPicture takes an address that stands twice, with an apostrophe
// behind each, from the front of a line, and leaves the mark before it.
func cutAddressPicture(s string) (head string, ok bool) {
	if strings.IndexByte(s, '@') < 0 {
		return s, false
	}
	_, rest := cutTextMark(s)
	address, again, _ := strings.Cut(rest, "'")
	if strings.IndexByte(address, '@') <= 0 || strings.IndexByte(address, ' ') >= 0 {
		return s, false
	}
	name, twice := strings.CutPrefix(strings.TrimPrefix(again, " "), address+"'")
	return s[:len(s)-len(rest)] + strings.TrimPrefix(name, " "), twice
}

// endsInPicture says whether a line is a mark and a picture.
func endsInPicture(s string) bool {
	const longest = 24 // name of a file
	at := strings.IndexByte(s, '[')
	if at < 1 || len(s)-at > longest || s[len(s)-1] != ']' || strings.IndexByte(s[at:], ' ') >= 0 {
		return false
	}
	mark, rest := cutTextMark(s)
	return mark.kind != "" && rest == s[at:]
}

// isPicture says whether a text is what a dump puts for a picture whose file
// is called by a number: `[52eafb]`.
func isPicture(s string) bool { return s[0] == '[' && strings.Trim(s, "[]0123456789abcdef") == "" }

// joinedVerbs are the verbs that themes put behind a name with no space but the
// one of their style sheet.
var joinedVerbs = []string{"sagt:", "says:", "said:", "dice:", "dit:", "zegt:", "disse:"}

// partVerbs parts them from the names, where several headers have the same.
func partVerbs(lines []Line) {
	const several = 3
	joined := map[string][]int{} // lines by verb
	for i := range lines {
		if !strings.HasSuffix(lines[i].Text, ":") {
			continue
		}
		for _, verb := range joinedVerbs {
			if name, found := strings.CutSuffix(lines[i].Text, verb); found && name != "" && !lexicon.IsBlank(rune(name[len(name)-1])) {
				joined[verb] = append(joined[verb], i)
			}
		}
	}
	for verb, found := range joined {
		for _, i := range found {
			if len(found) >= several {
				lines[i].Text = strings.TrimSuffix(lines[i].Text, verb) + " " + verb
			}
		}
	}
}

// partNames parts the joined names of headers, if the page has other joined
// links or no name with a space: those in which each word begins as a name
// does.
func partNames(headers []*header, joined bool) {
	const several = 3
	var names []int
	spaced := false
	for i := range headers {
		spaced = spaced || strings.Contains(headers[i].author, " ")
		if IsJoinedName(headers[i].author) {
			names = append(names, i)
		}
	}
	if !joined && (spaced || len(names) < several) {
		return
	}
	for _, i := range names {
		headers[i].author = strings.ReplaceAll(headers[i].author, "_", " ")
	}
}

func IsJoinedName(name string) bool {
	words := strings.Split(name, "_")
	for _, word := range words {
		if first, _ := utf8.DecodeRuneInString(word); !unicode.IsUpper(first) {
			return false
		}
	}
	return len(words) > 1
}
