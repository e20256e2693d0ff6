package plaintext

import (
	"strings"

	"skein/thread/format/lexicon"
)

// plainWords is a line with the words of bug trackers, mail and imageboards put
// as others put them:
//
//	--- Comment #3 from Ann Bee <ann@pier.example> 2012-07-12 09:05:00 UTC ---
//	Comment #3 by Ann Bee
//	comment:3 by Ann Bee, 12 years ago
//	Changed 12 years ago by Ann Bee
//	Ann Bee added a comment - 12/Jul/12 9:05 AM
//	[reply] Comment 3 Ann Bee 2012-07-12 09:05:00 UTC
//	comment:3 in reply to: 2 Ann Bee, 12 years ago
//	Posted Jul 12, 2012 9:05 UTC (Thu) by Ann Bee (subscriber, #101) [Link]
//	[ ] Ann Bee 07/12/12(Thu)09:05:00 No.5101
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
			number, rest, _ := strings.Cut(rest, " ")
			if answer, ok := cutFold(rest, "in reply to: "); ok {
				_, rest, _ = strings.Cut(answer, " ")
			}
			return "#" + number + " " + rest
		}
		if rest, ok := cutFold(s, "comment "); ok && lexicon.IsDigit(rest[0]) && lexicon.IsDigit(s[len(s)-len("0 UTC")]) {
			return "#" + rest
		}
		if rest, ok := cutFold(s, "changed "); ok && lexicon.IsDigit(rest[0]) {
			if when, name, found := strings.Cut(rest, " by "); found {
				return "by " + name + ", " + when
			}
		}
	}
	if s[0] == '[' || s[0] == 'P' || s[0] == 'D' {
		if plain, ok := plainForum(s); ok {
			return plain
		}
	}
	if plain, ok := plainImageboard(s); ok {
		return plain
	}
	if last := s[len(s)-1]; last|0x20 == 'm' || lexicon.IsDigit(last) {
		if name, when, ok := strings.Cut(s, " added a comment - "); ok {
			return name + " - " + when
		}
	}
	return s
}

// plainForum is plainWords for a line of Bugzilla with a button before it or of
// what the bug is, and for one of LWN.
func plainForum(s string) (plain string, ok bool) {
	if rest, ok := strings.CutPrefix(s, "[reply] "); ok {
		plain = plainWords(strings.TrimPrefix(rest, "[−] "))
		return plain, len(plain) > 0 && plain[0] == '#'
	}
	if rest, ok := strings.CutPrefix(s, "Description "); ok && strings.HasSuffix(rest, " UTC") {
		return "by " + rest, true
	}
	rest, ok := strings.CutPrefix(s, "Posted ")
	when, who, by := strings.Cut(rest, " by ")
	name, about, closed := strings.Cut(who, " (")
	if !ok || !by || !closed || !hasDigit(when) || !strings.Contains(about, "[Link]") {
		return "", false
	}
	_, number, numbered := strings.Cut(about, ", #")
	if number, _, _ = strings.Cut(number, ")"); numbered && lexicon.OnlyDigits(number) {
		name += " (" + number + ")"
	}
	return "by " + name + " on " + when, true
}

// plainImageboard is plainWords for the head of a post, which ends with its
// number.
func plainImageboard(s string) (plain string, ok bool) {
	const shortest = len("07/12/12(Thu)09:05:00 No.1")
	if len(s) < shortest || !lexicon.IsDigit(s[len(s)-1]) {
		return "", false
	}
	head, number, ok := strings.Cut(s, " No.")
	if !ok || !lexicon.OnlyDigits(number) {
		return "", false
	}
	before, rest, opened := strings.Cut(head, "(")
	_, clock, closed := strings.Cut(rest, ")")
	before = strings.TrimRight(before, " ")
	at := len(before) - len("07/12/12")
	if !opened || !closed || at < 0 || before[at+2] != '/' || before[at+5] != '/' {
		return "", false
	}
	when := before[at:] + " " + strings.TrimSpace(clock)
	name := strings.TrimSpace(strings.TrimPrefix(before[:at], "[ ]"))
	if name == "" {
		return when, true
	}
	return "by " + name + " on " + when + " (#" + number + ")", true
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
