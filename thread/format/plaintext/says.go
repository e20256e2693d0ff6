package plaintext

import (
	"strings"

	"skein/thread/format/dates"
	"skein/thread/format/lexicon"
)

// readSays reads the headers that have a verb: `ann says:`, `ann wrote on May
// 3:`, `On May 3, ann said:`, `ann says: and the text`.
func (h *header) readSays(s string) bool {
	const farthest, mostWords = 160, 24
	head := s[:min(len(s), farthest)]
	if !hasColon(head) && !hasDigit(head) {
		return false
	}
	for at, n := 0, 0; at < len(head) && n < mostWords; n++ {
		word, next := cutWord(head, at)
		if at == 0 || word == "" || !verbStarts.Any(word[0]) {
			at = next
			continue
		}
		bare, closed := cutColon(word)
		verb := strings.ToLower(bare)
		if lexicon.Verbs[verb] && !(dates.WeekdayMarks[verb] && dates.LeadsToNumber(s[at+len(word):])) || closed && nounVerbs[verb] {
			tail := strings.TrimLeftFunc(s[at+len(word):], lexicon.IsBlank)
			if !closed {
				tail, closed = cutLeadingColon(tail)
			}
			if h.says(s[:at], tail, closed) {
				h.reply = replyVerbs[verb]
				return true
			}
		}
		at = next
	}
	return false
}

// hasColon says whether anything in a line can end a header's verb.
func hasColon(s string) bool {
	return strings.Contains(s, ":") || strings.Contains(s, "...") || strings.Contains(s, "：") || strings.Contains(s, "…")
}

// cutWord is the word that begins at i and where the next one does.
func cutWord(s string, i int) (word string, next int) {
	end := i
	for end < len(s) && s[end] != ' ' && s[end] != '\t' {
		end++
	}
	next = end
	for next < len(s) && (s[next] == ' ' || s[next] == '\t') {
		next++
	}
	return s[i:end], next
}

// cutColon takes off what ends a header's verb.
func cutColon(word string) (string, bool) {
	for _, end := range []string{":", "：", "...", "…"} {
		if t, ok := strings.CutSuffix(word, end); ok {
			return t, true
		}
	}
	return strings.TrimSuffix(word, ","), false
}

func cutLeadingColon(s string) (string, bool) {
	for _, colon := range []string{":", "：", "…", "..."} {
		if t, ok := strings.CutPrefix(s, colon); ok {
			return strings.TrimLeftFunc(t, lexicon.IsBlank), true
		}
	}
	return s, false
}

// says takes what stands before and after a verb for a header, if it can be.
func (h *header) says(before, tail string, closed bool) bool {
	marked, to := h.mark.kind != "", ""
	if name, closing := cutColon(tail); closing && PossibleName(name) {
		if name, answers := cutFold(name, "to "); answers {
			to, tail, closed = CleanName(name), "", true
		}
	}
	if tail != "" && !marked && !hasDigit(before) && !hasDigit(tail) && !IsLink(tail) && !strings.Contains(tail, " ago") {
		return false
	}
	name, date := cutDate(before)
	h.author = CleanName(cutHelper(name))
	if h.author == "" || countWords(h.author) > 10 {
		return false
	}
	more := extras{to: to}
	if tail != "" {
		rest, d := cutDate(tail)
		_, links := cutLinks(rest)
		switch {
		case links && d.Weak():
			date, closed = d, true
		case links && closed:
		case closed && (marked || date.Strong()) && PossibleName(h.author):
			more.inline = tail
		default:
			return false
		}
	}
	if !closed && !marked && !date.Strong() {
		return false
	}
	if date != (dates.Date{}) {
		h.joint = jointBefore(before, h.author)
	}
	h.kind, h.date = saysHeader, date
	h.add(more)
	return true
}

// jointBefore tells apart `On May 3, ann`, `May 3, ann` and `ann, May 3`, of
// which a page has one.
func jointBefore(s, name string) rune {
	if strings.HasPrefix(s, name) {
		return 'n'
	}
	if _, on := cutFold(s, "on "); on {
		return 'o'
	}
	return 'd'
}

// cutDate takes the first date out of a line.
func cutDate(s string) (rest string, d dates.Date) {
	if !maySayWhen(s) {
		return s, dates.Date{}
	}
	d, from, to := dates.Find(s)
	if !d.Weak() {
		return s, dates.Date{}
	}
	before, after := trimJoints(s[:from]), trimJoints(s[to:])
	if before == "" || after == "" {
		return before + after, d
	}
	return before + " " + after, d
}

// cutHelper takes the helping verb off: `ann hat` gesagt.
func cutHelper(s string) string {
	s = strings.TrimRightFunc(s, lexicon.IsBlank)
	at := strings.LastIndexByte(s, ' ')
	if at > 0 && helperVerbs[strings.ToLower(s[at+1:])] {
		return s[:at]
	}
	return s
}
