package format

import (
	"strings"
)

// simpleLine is the line of a byline without what exports put around names and
// facts: pictures, signs and the lines of a tree before it, links (of which the
// words are kept), brackets, what says only that this is a post. Link is the
// last address in it, which is the comment's where a time is linked.
func simpleLine(line string) (simple, link string) {
	if strings.ContainsAny(line, "[<") {
		line = pictures().ReplaceAllString(line, "")
		if all := links().FindAllStringSubmatch(line, -1); len(all) > 0 {
			link = strings.TrimSpace(all[len(all)-1][2])
			line = links().ReplaceAllString(line, "$1")
		}
		line = bracketed().ReplaceAllString(line, "($1)")
	}
	line = strings.TrimLeft(line, ornaments)
	if line != "" && strings.IndexByte(entryLetters, line[0]|0x20) >= 0 {
		line = line[len(entryWords().FindString(line)):]
	}
	return swapFacts(line), link
}

var (
	pictures   = pattern(`!\[[^\]]*\]\([^)]*\)|<img [^>]*>`)
	links      = pattern(`\[([^\[\]]{1,80})\]\(([^()\s]*|\s[^()\s]*)\)`)
	bracketed  = pattern(`\[([^\[\]]{1,40})\]`)
	entryWords = pattern(`(?i)^(?:(?:post|comment|reply|answer|message)(?: #?[0-9]{1,7})?(?: by| from| —| –| -|:) |by )`)
)

// entryLetters are what entryWords begin with, in small letters.
const entryLetters = "pcramb"

// ornaments stand before a name: the lines of a tree, blanks, pictures.
const ornaments = "│├└─┬╰╭| \t\n\f\r🟥🟧🟨🟩🟦🟪🟫⬛⬜🔴🟠🟡🟢🔵🟣💬👤🗨↳→•◦▪"

// swapFacts puts the facts that stand before a name behind it:
//
//	⬆️ 45 | u/ann | 2024-05-01
func swapFacts(line string) string {
	const longest = 200
	fact, rest, found := strings.Cut(line, " | ")
	if !found || len(line) > longest {
		return line
	}
	var p byline
	if !p.tell(fact) || p.facts == 0 {
		return line
	}
	return swapFacts(rest) + " | " + fact
}

// treeDepth is how deep the lines of a tree before a text say that it stands,
// 0 where there are none.
func treeDepth(line string) int {
	const perLevel = 4 // "│   ", "├── "
	columns, marked := 0, false
	for _, r := range line {
		switch r {
		case '│', '├', '└', '╰', '─', '┬':
			marked = true
		case ' ', '\u00a0':
		default:
			if !marked {
				return 0
			}
			return (columns + perLevel - 1) / perLevel
		}
		columns++
	}
	return 0
}
