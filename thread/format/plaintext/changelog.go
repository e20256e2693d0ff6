package plaintext

import (
	"cmp"
	"slices"
	"strings"

	"skein/thread/format/dates"
	"skein/thread/format/lexicon"
)

// IsChangelog says whether a text lists what was changed in a program, with
// names and dates as a discussion has them, but nobody answers anybody: a
// ChangeLog of GNU or Debian, a log of git, news by versions.
func IsChangelog(text string) bool {
	const enough = 64 << 10
	text = text[:min(len(text), enough)]
	versions, commits, entries, urgencies := 0, 0, 0, 0
	next := "" // the line below
	for text != "" || next != "" {
		line := next
		next, text, _ = strings.Cut(text, "\n")
		next = strings.TrimRight(next, " \t\r")
		switch {
		case line == "":
		case isVersionHead(line, next):
			versions++
		case isCommit(line) && strings.Contains(next, ": "):
			commits++
		case isEntryHead(line) || isDatedHead(line) && listsNext(cmp.Or(next, text)):
			entries++
		case strings.Contains(line, "; urgency="):
			urgencies++
		}
	}
	const several = 2
	return max(versions, commits, entries) >= several || urgencies > 0
}

// namesAreNumbers says whether many headers have a number where others have a
// name: of a version, a chapter, a row.
func namesAreNumbers(headers []*header) bool {
	numbers := 0
	for _, h := range headers {
		if h.author != "" && strings.Trim(h.author, "0123456789.-–") == "" {
			numbers++
		}
	}
	return 3*numbers > len(headers)
}

// isVersionHead says whether a line heads the news of a version: `1.0.6
// (2021-09-13)`, `2021-09-13 (1.0.6)`, `Version 2.1`, or any number of one with
// a line under it.
func isVersionHead(line, below string) bool {
	const longest, fewWords = 80, 6
	if len(line) > 1 && line[0] == '#' && lexicon.IsDigit(line[1]) {
		return false // the number of a comment
	}
	words := strings.Fields(strings.TrimLeft(line, "#*=-–— "))
	if len(line) > longest || len(words) == 0 || len(words) > fewWords {
		return false
	}
	if strings.EqualFold(words[0], "released") {
		d, _, _ := dates.Find(line)
		return d.Strong()
	}
	at, others, prefixed := 0, 0, false
	for ; at < len(words); at++ {
		if version, _ := versionNumber(words[at]); version || prefixed && lexicon.IsDigit(words[at][0]) {
			break
		}
		switch word := strings.ToLower(words[at]); {
		case word == "version", word == "release", word == "changes":
			prefixed = true
		case newsWords[word]:
		case others > 0:
			return false
		default:
			others++ // the name of the program
		}
	}
	if at == len(words) {
		return false
	}
	version, full := versionNumber(words[at])
	underlined := len(below) > 2 && strings.Trim(below, below[:1]) == "" && strings.Contains("=-~", below[:1])
	rest := len(words) - at - 1
	d, _, _ := dates.Find(strings.Join(slices.Delete(words, at, at+1), " "))
	return prefixed && (d.Strong() || rest == 0 && !endsSentence(line)) || version && (underlined || d.Strong() && (full || others == 0))
}

// newsWords may stand with them before the number of a version.
var newsWords = lexicon.Set(`since in noteworthy new what's`)

// versionNumber says whether a word is the number of a version, and if it has
// three parts.
func versionNumber(word string) (version, full bool) {
	word = strings.TrimSuffix(strings.Trim(word, "[]()"), ":")
	word = strings.TrimPrefix(strings.TrimPrefix(word, "v"), "V")
	parts := strings.Split(word, ".")
	for i, part := range parts {
		if part == "" || i == 0 && strings.Trim(part, "0123456789") != "" || !lexicon.IsDigit(part[0]) {
			return false, false
		}
	}
	return len(parts) > 1 && len(parts) < 5, len(parts) > 2
}

// isCommit reads `commit` and a hash.
func isCommit(line string) bool {
	hash, found := strings.CutPrefix(line, "commit ")
	hash, _, _ = strings.Cut(hash, " ")
	return found && len(hash) >= 7 && strings.Trim(hash, "0123456789abcdef") == ""
}

// isDatedHead reads a head of others: `Wed Jan 18 13:57:39 2012  Ann Bee
// <ann@bees.example>`, above a list.
func isDatedHead(line string) bool {
	const longest = 120
	if len(line) > longest || line[len(line)-1] != '>' || !strings.Contains(line, "@") || !strings.Contains(line, "  ") {
		return false
	}
	d, from, _ := dates.Find(line)
	return from == 0 && d.Strong()
}

// listsNext says whether the first word of a text is the mark of a list.
func listsNext(text string) bool {
	text = strings.TrimLeft(text, " \t\r\n")
	return strings.HasPrefix(text, "* ") || strings.HasPrefix(text, "- ")
}

// isEntryHead reads a head of GNU's change logs: `2022-08-01  Ann Bee
// <ann@bees.example>`.
func isEntryHead(line string) bool {
	if len(line) < 16 || !lexicon.IsDigit(line[0]) || line[4] != '-' || line[7] != '-' || line[10:12] != "  " {
		return false
	}
	return strings.HasSuffix(line, ">") && strings.Contains(line, "@")
}
