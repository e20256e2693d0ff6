package format

import (
	"strings"
)

// readSays reads the headers that have a verb: `ann says:`, `ann wrote on May
// 3:`, `On May 3, ann said:`, `ann says: and the text`.
func (h *textHeader) readSays(s string) bool {
	const farthest, mostWords = 160, 24
	head := s[:min(len(s), farthest)]
	if !hasColon(head) && !hasDigit(head) {
		return false
	}
	for at, n := 0, 0; at < len(head) && n < mostWords; n++ {
		word, next := cutWord(head, at)
		if at == 0 || word == "" || !textVerbStarts.any(word[0]) {
			at = next
			continue
		}
		bare, closed := cutColon(word)
		verb := strings.ToLower(bare)
		if textVerbs[verb] && !(textWeekdayMarks[verb] && leadsToNumber(s[at+len(word):])) || closed && textNounVerbs[verb] {
			tail := strings.TrimLeftFunc(s[at+len(word):], blank)
			if !closed {
				tail, closed = cutLeadingColon(tail)
			}
			if h.says(s[:at], tail, closed) {
				h.reply = textReplying[verb]
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
			return strings.TrimLeftFunc(t, blank), true
		}
	}
	return s, false
}

// says takes what stands before and after a verb for a header, if it can be.
func (h *textHeader) says(before, tail string, closed bool) bool {
	marked, to := h.mark.kind != "", ""
	if name, closing := cutColon(tail); closing && possibleName(name) {
		if name, answers := cutFold(name, "to "); answers {
			to, tail, closed = cleanName(name), "", true
		}
	}
	if tail != "" && !marked && !hasDigit(before) && !hasDigit(tail) && !textLink(tail) && !strings.Contains(tail, " ago") {
		return false
	}
	name, date := cutDate(before)
	h.author = cleanName(cutHelper(name))
	if h.author == "" || len(strings.Fields(h.author)) > 10 {
		return false
	}
	if tail != "" {
		rest, d := cutDate(tail)
		_, links := cutLinks(rest)
		switch {
		case links && d.weak():
			date, closed = d, true
		case links && closed:
		case closed && (marked || date.strong()) && possibleName(h.author):
			h.inline = tail
		default:
			return false
		}
	}
	if !closed && !marked && !date.strong() {
		return false
	}
	if date != (textDate{}) {
		h.joint = jointBefore(before, h.author)
	}
	h.kind, h.to, h.date = textSays, to, date
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
func cutDate(s string) (rest string, d textDate) {
	if !maySayWhen(s) {
		return s, textDate{}
	}
	d, from, to := findTextDate(s)
	if !d.weak() {
		return s, textDate{}
	}
	before, after := trimJoints(s[:from]), trimJoints(s[to:])
	if before == "" || after == "" {
		return before + after, d
	}
	return before + " " + after, d
}

// cutHelper takes the helping verb off: `ann hat` gesagt.
func cutHelper(s string) string {
	s = strings.TrimRightFunc(s, blank)
	at := strings.LastIndexByte(s, ' ')
	if at > 0 && textHelpers[strings.ToLower(s[at+1:])] {
		return s[:at]
	}
	return s
}
