package format

import (
	"strings"
	"unicode/utf8"

	"skein/thread/format/lexicon"
)

// A dialect is how programs of one kind write chats down: some lines begin
// messages, all others belong to the message above.
type dialect struct {
	head  func(line string) (m message, ok bool) // the text is the end of the line
	share int                                    // one of so many lines begins a message, or more do
	told  bool                                   // the program speaks, too, in what begins like other files
	again bool                                   // somebody speaks again, in what looks like a table of contents

	rulers []string // how lines begin that may stand above the first message
	days   bool     // and between others, where they tell the day
}

var dialects = []dialect{
	{head: ircLine, share: 2, rulers: []string{"---", "***", "===", "Session "}, days: true},
	{head: tabbedLine, share: 2, told: true},
	{head: zoomLine, share: 6},
	{head: phoneLine, share: 20},
	{head: copiedLine, share: 20, again: true},
	{head: exportedLine, share: 20, rulers: []string{"===", "Guild: ", "Channel: ", "Topic: ", "After: ", "Before: "}},
}

// ircLine reads what programs for IRC log, with a time of any form before it
// or none:
//
//	14:05 <@ann> hello
//	14:06  * bo waves
//	14:07 -!- cy [~cy@host] has joined #lamps
func ircLine(line string) (m message, ok bool) {
	stamp, rest := cutStamp(line)
	rest = strings.TrimLeft(strings.TrimLeft(rest, "])"), " \t")
	m.stamp = stamp
	if strings.HasPrefix(rest, "<") {
		nick, text, found := strings.Cut(rest[1:], ">")
		m.name = strings.Trim(nick, nickMarks)
		m.text = strings.TrimLeft(text, " \t")
		return m, found && (m.text != text || text == "") && isNick(m.name) && (stamp != "" || !elementNames[strings.ToLower(m.name)])
	}
	if stamp == "" {
		m.text, ok = strings.CutPrefix(rest, "*** ")
		if !ok {
			m.text, ok = strings.CutPrefix(rest, "=== ")
		}
		return m, ok
	}
	if deed, ok := strings.CutPrefix(rest, "*"); ok && strings.IndexAny(deed, " \t") == 0 {
		m.text = strings.TrimLeft(deed, " \t")
		if nick, _, _ := strings.Cut(m.text, " "); isNick(nick) {
			m.name = nick
		}
		return m, true
	}
	for _, mark := range []string{"-!- ", "*** ", "--> ", "<-- ", "-- ", "→ ", "← "} {
		if m.text, ok = strings.CutPrefix(rest, mark); ok {
			return m, true
		}
	}
	return m, false
}

// nickMarks are what may stand before a name in IRC for the rights of its
// bearer.
const nickMarks = " @+%&~!"

// isNick says whether a text can be a name in IRC (RFC 2812, section 2.3.1, as
// servers today have it), and is not what stands there in other logs.
func isNick(s string) bool {
	const longest = 40
	return s != "" && len(s) <= longest && !strings.ContainsAny(s, " \t<>\"'=/,;:()") && !noNicks[strings.ToLower(s)]
}

// noNicks are the levels of logs, and words with which programs begin to speak.
var noNicks = lexicon.Set(`info warn warning error err debug trace notice fatal critical crit verbose severe emerg alert now topic`)

// elementNames are elements of HTML that may begin a line.
var elementNames = lexicon.Set(`a b i p u br hr li ul ol dl dt dd td th tr em tt div pre html head body code span table center
blockquote h1 h2 h3 h4 font strong small`)

// tabbedLine reads what WeeChat logs: when, who and what, with a tab between.
func tabbedLine(line string) (m message, ok bool) {
	stamp, rest := cutStamp(line)
	if len(stamp) < len("2006-01-02 15:04:05") || !strings.HasPrefix(rest, "\t") {
		return m, false
	}
	nick, text, ok := strings.Cut(rest[1:], "\t")
	m = message{stamp: stamp, name: strings.Trim(nick, nickMarks), text: text}
	switch m.name {
	case "", "-->", "<--", "--", "=!=":
		m.name = ""
		return m, ok
	case "*":
		m.name, _, _ = strings.Cut(text, " ")
	}
	return m, ok && isNick(m.name)
}

// zoomLine reads what Zoom saves: `14:05:10 From Ann Lee to Everyone : hello`,
// the text behind it or below.
func zoomLine(line string) (m message, ok bool) {
	stamp, rest := cutStamp(line)
	who, ok := strings.CutPrefix(strings.TrimLeft(rest, " \t"), "From ")
	if !ok || stamp == "" {
		return m, false
	}
	who, text, ok := strings.Cut(who, ":")
	for _, to := range []string{" to ", " To "} {
		who, _, _ = strings.Cut(who, to)
	}
	m = message{stamp: stamp, name: chatName(who), text: strings.TrimLeft(text, " ")}
	return m, ok && m.name != ""
}

// phoneLine reads what WhatsApp exports, on Android and on iOS; without a name,
// it is WhatsApp that speaks:
//
//	12/03/2024, 14:05 - Ann Lee: hello
//	[12.03.24, 14:05:10] Ann Lee: hello
func phoneLine(line string) (m message, ok bool) {
	stamp, rest := cutStamp(line)
	if !tellsDate(stamp) {
		return m, false
	}
	if in, bracketed := strings.CutPrefix(rest, "]"); bracketed {
		if rest = strings.TrimLeft(in, " "); rest == in || isoDay(stamp) && !strings.Contains(stamp, ",") {
			return m, false // as logs of programs have it
		}
	} else if rest, ok = strings.CutPrefix(strings.TrimLeft(rest, " "), "- "); !ok || strings.Count(stamp, ":") > 1 {
		return m, false
	}
	m = message{stamp: stamp, text: rest}
	if name, text, ok := strings.Cut(rest, ": "); ok && chatName(name) != "" {
		m.name, m.text = chatName(name), text
	}
	return m, !noNicks[strings.ToLower(m.name[strings.LastIndexByte(m.name, '.')+1:])]
}

// copiedLine reads what Telegram's program for computers copies, `Ann Lee,
// [12.03.2024 14:05]`, or Slack's, `Ann Lee  [2:05 PM]`, and the text below.
func copiedLine(line string) (m message, ok bool) {
	if !strings.HasSuffix(line, "]") {
		return m, false
	}
	name, stamp, telegram := strings.Cut(line, ", [")
	if !telegram {
		name, stamp, ok = strings.Cut(line, "  [")
	}
	stamp, rest := cutStamp("[" + stamp)
	m = message{stamp: stamp, name: chatName(name)}
	return m, rest == "]" && (ok || telegram && tellsDate(stamp)) && m.name != ""
}

// exportedLine reads what exporters of Discord write: `[12/03/2024 14:05] ann`,
// and the text below.
func exportedLine(line string) (m message, ok bool) {
	stamp, rest := cutStamp(line)
	name, ok := strings.CutPrefix(rest, "] ")
	m = message{stamp: stamp, name: chatName(strings.TrimSuffix(name, " (pinned)"))}
	return m, ok && m.name != "" && !strings.Contains(name, ": ") && tellsDate(stamp)
}

// chatName is a name without what surrounds it, empty where it can be none.
func chatName(s string) string {
	const longest = 60
	s = strings.Trim(s, " \t~\u00a0\u202f\u200e\u200f\u202a\u202c\ufeff")
	if utf8.RuneCountInString(s) > longest || strings.ContainsAny(s, "\"“”<>[]{}") || strings.Contains(s, "://") {
		return ""
	}
	return s
}
