package mail

import (
	"regexp"
	"strings"
)

// A subject is what a message is about.
type subject struct {
	text  string // as it is written
	words string // without the marks of replies, forwards and lists, in small letters
	reply bool   // it has the mark of a reply or a forward
}

// The marks that software sets before a subject, in the languages it speaks,
// and the name of a list in brackets.
var (
	replyMark = regexp.MustCompile(`^(?i:re|fwd?|aw|wg|sv|vs|vl|vb|antw|odp|rif|ref|res|enc|tr|ynt|atb|r|i|回复|答复|转发|回覆|轉寄) ?(?:\[[^\]]*\]|\([0-9]+\)|\^[0-9]+|\*[0-9]+)? ?[:：]\s*`)
	listMark  = regexp.MustCompile(`^\[[^\[\]]*\]\s*`)
)

// noSubject is the title of a thread whose first message has none.
const noSubject = "(no subject)"

// unanswered is a subject without the marks of replies before it.
func unanswered(text string) string {
	for {
		mark := leadingMark(text)
		if mark == "" {
			return text
		}
		text = text[len(mark):]
	}
}

// leadingMark is the mark of a reply that a subject begins with.
func leadingMark(text string) string {
	if !strings.Contains(text, ":") && !strings.Contains(text, "：") {
		return ""
	}
	return replyMark.FindString(text)
}

// baseSubject is a subject without what replying and forwarding add to it
// (RFC 5256, section 2.1), also in other languages than English.
func baseSubject(text string) (s subject) {
	const longest = 1000
	text = strings.Join(strings.Fields(strings.ToLower(text[:min(len(text), longest)])), " ")
	if len(text) > 1 && text[0] == '\'' && text[len(text)-1] == '\'' { // as Python writes a string
		text = text[1 : len(text)-1]
	}
	for {
		before := text
		for strings.HasSuffix(text, "(fwd)") {
			text, s.reply = strings.TrimSpace(strings.TrimSuffix(text, "(fwd)")), true
		}
		if mark := leadingMark(text); mark != "" {
			text, s.reply = text[len(mark):], true
		} else if rest := text[len(listMark.FindString(text)):]; rest != "" {
			text = rest
		}
		if inner, ok := strings.CutPrefix(text, "[fwd:"); ok && strings.HasSuffix(inner, "]") {
			text, s.reply = strings.TrimSpace(strings.TrimSuffix(inner, "]")), true
		}
		if text == before {
			s.words = text
			return s
		}
	}
}

// about is what a subject says. Most messages have that of another.
func (b *Box) about(text string) *subject {
	s, known := b.subjects[text]
	if !known {
		base := baseSubject(text)
		base.text = b.shelf.Keep(text)
		s = &base
		if b.subjects == nil {
			b.subjects = map[string]*subject{}
		}
		b.subjects[base.text] = s
	}
	return s
}
