package plaintext

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"skein/thread/format/dates"
	"skein/thread/format/lexicon"
)

// A mark is what a list puts before its items.
type mark struct {
	kind   string // empty for none, "1" for a number, else the bullet as it stands
	number int    // of a numbered item: the last of its parts
	parts  int    // 1 for `3.`, 2 for `3.1.`
}

// bullets are the marks that pages and their dumps draw before items.
const bullets = "•◦▪▫‣⁃∙·●○■□☐☆★✦➤►▶»›–—-*+o>→"

// cutTextMark takes the marks off the start of a line.
func cutTextMark(s string) (mark, string) {
	if s == "" || s[0] < utf8.RuneSelf && !strings.ContainsRune("-*+o>#(0123456789", rune(s[0])) {
		return mark{}, s
	}
	if m, rest, ok := cutOrdinal(s); ok {
		return m, rest
	}
	if m, rest, ok := cutBullet(s); ok {
		if inner, tail, numbered := cutOrdinal(rest); numbered {
			return inner, tail
		}
		return m, rest
	}
	return mark{}, s
}

// cutBullet knows a bullet by the space after it. One that is repeated for
// depth, as in `** ann`, is a kind of its own.
func cutBullet(s string) (mark, string, bool) {
	r, n := utf8.DecodeRuneInString(s)
	if !strings.ContainsRune(bullets, r) {
		return mark{}, s, false
	}
	end := n
	for r != 'o' && strings.HasPrefix(s[end:], s[:n]) {
		end += n
	}
	if end == len(s) {
		return mark{kind: bulletKind(s)}, "", true
	}
	rest := strings.TrimLeftFunc(s[end:], lexicon.IsBlank)
	if len(rest) == len(s)-end {
		return mark{}, s, false
	}
	return mark{kind: bulletKind(s[:end])}, rest, true
}

// bulletKind is a bullet as it stands, but not where: to compare it is no walk
// through the page.
func bulletKind(bullet string) string {
	if at := strings.Index(bullets, bullet); at >= 0 {
		return bullets[at : at+len(bullet)]
	}
	return bullet
}

// cutOrdinal knows `3.` `3)` `(3)` `#3` `3.1.`, followed by space or nothing.
// A date like `10. Jul, 2012` is none.
func cutOrdinal(s string) (mark, string, bool) {
	if s == "" {
		return mark{}, s, false
	}
	i := 0
	if s[0] == '(' || s[0] == '#' {
		i++
	}
	if strings.HasPrefix(s, "# ") && len(s) > i+1 && lexicon.IsDigit(s[i+1]) {
		i++ // `# 3 - Ann`
	}
	m, n := ordinalParts(s[i:])
	i += n
	closed := i < len(s) && strings.IndexByte(".):", s[i]) >= 0
	if strings.HasPrefix(s[i:], " | ") && lexicon.IsDigit(s[0]) { // `3 | Ann`
		i, closed = i+1, true
	}
	if m.parts == 0 || m.parts > 1 && s[0] == '0' || !closed && s[0] != '#' {
		return mark{}, s, false
	}
	if closed {
		i++
	}
	rest := strings.TrimLeftFunc(s[i:], lexicon.IsBlank)
	if s[0] == '#' {
		rest = strings.TrimPrefix(rest, "- ")
	}
	if rest != "" && len(rest) == len(s)-i {
		return mark{}, s, false
	}
	if d, _ := dates.At(s, 0); d.Strong() {
		return mark{}, s, false
	}
	return m, rest, true
}

// ordinalParts reads `3` or `3.1`, and its length.
func ordinalParts(s string) (m mark, n int) {
	const mostDigits = 6
	m.kind = "1"
	for {
		number, digits := lexicon.Figure(s[n:])
		if digits == 0 || digits > mostDigits {
			return m, n
		}
		m.number, m.parts, n = number, m.parts+1, n+digits
		if n+1 >= len(s) || s[n] != '.' || !lexicon.IsDigit(s[n+1]) {
			return m, n
		}
		n++
	}
}

// loneMark is a mark that stands on a line of its own, the header below it.
func loneMark(s string) (mark, bool) {
	const longest = 8
	if len(s) > longest {
		return mark{}, false
	}
	if n, err := strconv.Atoi(s); err == nil && n > 0 && lexicon.IsDigit(s[0]) {
		return mark{kind: "1", number: n, parts: 1}, true
	}
	m, rest := cutTextMark(s)
	return m, m.kind != "" && rest == ""
}

// cutAvatar takes off what a dump puts for a picture: `[749]`.
func cutAvatar(s string) string {
	const longest = 40
	if s == "" || s[0] != '[' {
		return s
	}
	end := strings.IndexByte(s, ']')
	if end < 0 || end > longest {
		return s
	}
	if rest := strings.TrimLeftFunc(s[end+1:], lexicon.IsBlank); rest != "" {
		return rest
	}
	return s
}
