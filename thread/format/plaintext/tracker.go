package plaintext

import (
	"strings"

	"skein/thread/format/lexicon"
)

// plainWords is a line with the words of bug trackers and mail put as others
// put them:
//
//	--- Comment #3 from Ann Bee <ann@pier.example> 2012-07-12 09:05:00 UTC ---
//	Comment #3 by Ann Bee
//	comment:3 by Ann Bee, 12 years ago
//	Changed 12 years ago by Ann Bee
//	Ann Bee added a comment - 12/Jul/12 9:05 AM
func plainWords(s string) string {
	if s == "" {
		return s
	}
	switch s[0] {
	case '-':
		inner, ok := cutFold(s, "--- comment #")
		if inner, ends := strings.CutSuffix(inner, " ---"); ok && ends {
			number, rest, _ := strings.Cut(inner, " from ")
			return "#" + number + " by " + rest
		}
	case 'C', 'c':
		if rest, ok := cutFold(s, "comment #"); ok && lexicon.IsDigit(rest[0]) {
			return "#" + rest
		}
		if rest, ok := cutFold(s, "comment:"); ok && lexicon.IsDigit(rest[0]) {
			return "#" + rest
		}
		if rest, ok := cutFold(s, "changed "); ok && lexicon.IsDigit(rest[0]) {
			if when, name, found := strings.Cut(rest, " by "); found {
				return "by " + name + ", " + when
			}
		}
	}
	if last := s[len(s)-1]; last|0x20 == 'm' || lexicon.IsDigit(last) {
		if name, when, ok := strings.Cut(s, " added a comment - "); ok {
			return name + " - " + when
		}
	}
	return s
}

// cutMailbox takes the address off a name that a header of mail has: `Ann Bee
// <ann@pier.example>`.
func cutMailbox(s string) string {
	if !strings.HasSuffix(s, ">") {
		return s
	}
	name, address, ok := strings.Cut(s, " <")
	if !ok || strings.IndexByte(address, '@') < 0 || strings.IndexByte(address, ' ') >= 0 {
		return s
	}
	return strings.Trim(name, `" `)
}

// besideFrom says whether a line of a mail's header may stand between who it is
// from and when it was sent.
func besideFrom(s string) bool {
	field, _, ok := strings.Cut(s, ": ")
	return ok && fieldsBesideFrom[strings.ToLower(field)]
}

var fieldsBesideFrom = lexicon.Set(`to cc subject reply-to message-id in-reply-to an betreff`)
