package format

import (
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"skein/thread"
	"skein/thread/format/lexicon"
	"skein/thread/markup"
)

// A byline is how a comment begins: a name, facts about the comment, perhaps
// a colon and the text.
type byline struct {
	thread.Post
	facts int  // how many facts are told
	spoke bool // so it says
	bold  bool // the name is set off from the words behind it
	rest  string
}

// readByline reads lines such as these:
//
//	**ann** · 2024-05-01 · 3 points
//	**ann** (2024-05-01 10:00): The text.
//	[ann](https://ann.example) wrote:
//	ann: The text.
//	[@ann](https://ann.example) commented at [2024-05-01 10:00](https://…)
//	⬆️ 45 | u/ann | 2024-05-01
func readByline(line string) (byline, bool) {
	var by byline
	line, link := simpleLine(strings.TrimSpace(line))
	var called string
	if name, behind, ok := cutBold(line); ok {
		by.bold = true
		called, line = name, behind
	} else {
		if called = plainName(line); called == "" {
			return by, false
		}
		if at := speaking().FindStringIndex(called); at != nil {
			called = called[:at[0]]
		}
		called = strings.TrimSuffix(strings.TrimSuffix(called, " on"), " at")
		line = line[len(called):]
	}
	name := strings.TrimSuffix(strings.TrimSpace(called), ":")
	if name != called {
		line = ": " + strings.TrimPrefix(line, ":")
	}
	if hasMarks(name) {
		name = markup.Body{Raw: name, Kind: markup.Markdown}.Plain()
	}
	by.Author = strings.TrimPrefix(strings.TrimPrefix(name, "@"), "u/")
	told, rest := line, ""
	if at := bylineEnd(line); at >= 0 {
		told, rest = line[:at], line[at+1:]
	}
	if by.rest = strings.TrimSpace(rest); strings.Contains(link, "#") {
		by.URL = link
	}
	return by, by.Author != "" && by.tell(told)
}

// hasMarks says whether a name may be another one once it is read as Markdown. An
// underscore within a word is none.
func hasMarks(name string) bool {
	for i := range len(name) {
		switch name[i] {
		case '\\', '`', '*', '[', '<', '&':
			return true
		case '_':
			if i == 0 || i == len(name)-1 || !inWord(name[i-1]) || !inWord(name[i+1]) {
				return true
			}
		}
	}
	return false
}

// inWord says whether a character is a letter or digit of ASCII.
func inWord(c byte) bool { return lexicon.IsDigit(c) || 'a' <= c|0x20 && c|0x20 <= 'z' }

// cutBold takes a name in bold off the start of a line, as long as it is no part
// of a word: `**ann** · 3 points`.
func cutBold(line string) (name, behind string, ok bool) {
	const longest = 81 // letters
	if !isBold(line) || len(line) == 2 || strings.ContainsAny(line[2:3], "*_") {
		return "", "", false
	}
	line, letters := line[2:], 0
	for at := range line {
		if letters > 0 && isBold(line[at:]) && partsWords(line[at+2:]) {
			return line[:at], line[at+2:], true
		}
		if letters++; letters > longest {
			break
		}
	}
	return "", "", false
}

// partsWords says whether a text begins with what may stand behind a name.
func partsWords(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return s == "" || strings.ContainsRune(" \t\n\f\r:,(·•|—–-", r)
}

// bylineEnd is where the colon stands behind the facts of a byline: no colon
// of a time. It is -1 where none does.
func bylineEnd(line string) int {
	for i := range len(line) {
		if line[i] == ':' && (i+1 == len(line) || line[i+1] == ' ') {
			return i
		}
	}
	return -1
}

// tell reads the facts behind a name and says whether they are nothing else.
func (by *byline) tell(told string) bool {
	for fact := range strings.SplitSeq(partsFacts.Replace(told), "·") {
		fact = strings.Trim(strings.TrimSpace(fact), "*_, ")
		if fact != "" && strings.IndexByte(spokenLetters, fact[0]|0x20) >= 0 {
			says := spoken().FindStringSubmatch(fact)
			by.spoke = by.spoke || says[1] != ""
			fact = strings.TrimSpace(fact[len(says[0]):])
		}
		if fact == "" {
			continue
		}
		if !readFact(&by.Post, fact) && !readLooseFact(&by.Post, fact) {
			return false
		}
		by.facts++
	}
	return true
}

// partsFacts makes one sign of all that may stand between facts.
var partsFacts = strings.NewReplacer("(", "·", ")", " ", "|", "·", " — ", "·", " – ", "·", " - ", "·", " • ", "·")

// spoken are the words that say only that somebody speaks.
var spoken = pattern(`(?i)^(?:(` + speaks + `)\b\s*)?(?:(?:on|at|am)\s)?`)

// spokenLetters are what spoken begins with, in small letters.
const spokenLetters = "wscrapo"

// speaking is where a name ends and it says that somebody speaks.
var speaking = pattern(` (?:` + speaks + `)\b`)

const speaks = `wrote|writes|says|said|commented|replied|answered|posted|opened(?: (?:this |the |an? )?(?:issue|pull request|discussion))?|schrieb|sagt`

// readLooseFact reads a fact as people write it, and says whether it is one.
func readLooseFact(p *thread.Post, fact string) bool {
	if m := looseScore().FindStringSubmatch(fact); m != nil {
		p.Score, _ = strconv.Atoi(m[1] + m[2])
		p.Flags |= thread.Scored
		return true
	}
	if looseAge().MatchString(fact) {
		return true
	}
	if at, zone, ok := readTime(fact); ok {
		p.Time, p.Zone = at, zone
		return true
	}
	for _, layout := range looseTimes {
		if at, err := time.Parse(layout, fact); err == nil {
			p.Time, p.Zone = at, thread.ZoneKnown(strings.HasSuffix(layout, "MST") && strings.HasSuffix(fact, "UTC"))
			return true
		}
	}
	return false
}

var (
	looseScore = pattern(`(?i)^(?:score:? |[↑▲👍⬆]\x{fe0f}? ?)([+-]?[0-9]{1,9})$|^([+-]?[0-9]{1,9}) ?(?:points?|pts|votes?|upvotes|likes?|karma|[↑▲👍⬆]\x{fe0f}?)$`)
	looseAge   = pattern(`(?i)^(?:edited )?(?:[0-9]+|an?) ?(?:s|m|h|d|w|y|mo|sec|min|seconds?|minutes?|hours?|days?|weeks?|months?|years?)(?: ago)?$|^(?:op|author|edited|[0-9]+ (?:comments?|replies)|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)$`)
)

// looseTimes are dates as they stand beside names.
var looseTimes = []string{
	"2006-01-02 15:04", "2006-01-02 15:04 MST", "2006-01-02 15:04:05 MST", "2006-01-02, 15:04", "2006/01/02 15:04", "2006/01/02",
	"Jan 2, 2006", "January 2, 2006", "Jan 2, 2006 15:04", "January 2, 2006 at 3:04 pm", "January 2, 2006, 3:04 pm", "Jan 2, 2006, 3:04 PM",
	"January 2, 2006 15:04", "2 Jan 2006", "2 January 2006", "2 Jan 2006 15:04", "2 January 2006 15:04", "2 January 2006, 15:04", "02.01.2006", "02.01.2006 15:04", "02.01.2006, 15:04",
}
