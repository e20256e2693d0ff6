package plaintext

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"skein/thread/format/dates"
)

// title is the line that is the title: the one that a forum names, or the
// heading of the comments quotes; else the headline of the page, or its first
// line with a word, if that is no paragraph. It is -1 where there is none.
func (p *page) title(lines []Line) int {
	if p.named > 0 {
		return p.named
	}
	if at := p.quotedTitle(lines); at >= 0 {
		return at
	}
	if len(p.headers) == 0 {
		if len(lines) == 1 {
			return -1
		}
		return firstTitle(lines)
	}
	if at := pageHeadline(lines); at >= 0 {
		return at
	}
	const longest = 100 // lines of a menu
	at := firstTitle(lines)
	for i := at; i >= 0 && i < min(longest, len(lines)); i++ {
		if !inMenu(lines[i].Text) && strings.ContainsFunc(lines[i].Text, unicode.IsLetter) {
			return i
		}
	}
	return at
}

// quotedTitle is the line that the heading of the comments quotes, -1 for none.
func (p *page) quotedTitle(lines []Line) int {
	if p.start < 0 {
		return -1
	}
	_, quoted, ok := cutAny(p.lines[p.start].Text, "“", "\"", "«", "„")
	quoted = strings.TrimLeft(strings.TrimRight(quoted, "”\"»“ \u00a0"), " \u00a0")
	return slices.IndexFunc(lines, func(l Line) bool { return ok && l.Text == quoted })
}

// firstTitle is the first of the lines with a word, if it is no paragraph; -1
// where there is none.
func firstTitle(lines []Line) int {
	const longest, most = 300, 3
	first := slices.IndexFunc(lines[:min(most, len(lines))], func(l Line) bool {
		return strings.ContainsFunc(l.Text, unicode.IsLetter) && !skipsMenus(l.Text)
	})
	first = max(first, 0)
	if len(lines) == 0 || utf8.RuneCountInString(lines[first].Text) > longest {
		return -1
	}
	return first
}

// skipsMenus says whether a line is the link at the top of a page that leads
// over its menus.
func skipsMenus(s string) bool {
	const longest = 60
	return len(s) <= longest && begins(trailerWords(s), skipLinks)
}

// skipLinks are how those begin.
var skipLinks = strings.Split(`skip to
skip navigation
jump to
zum inhalt
direkt zum inhalt
aller au contenu
saltar al contenido
ir al contenido
vai al contenuto
ga naar
pular para
ir para o`, "\n")

// pageHeadline is the line above the first paragraph of a post that is its title,
// where a page has more above that than a title, a date and an author: menus,
// pictures, its own name. It is -1 where the page begins with its title, or
// nothing looks like one.
func pageHeadline(lines []Line) int {
	const above, near = 8, 16 // lines of a page that begins with its title; from the title to the text
	text := firstParagraph(lines)
	if text < above {
		return -1
	}
	best, at := 0.0, -1
	for i := text - 1; i >= max(1, text-near); i-- {
		if worth := headlineWorth(lines, i) - float64(text-i)/4; worth > best {
			best, at = worth, i
		}
	}
	return at
}

// firstParagraph is the first line of the first text of three lines, or of two
// that end a sentence; -1 where there is none.
func firstParagraph(lines []Line) int {
	const full = 45 // characters
	for i := 0; i+1 < len(lines); i++ {
		if lines[i].Gap() == 0 && i > 0 || utf8.RuneCountInString(lines[i].Text) < full || listed(lines[i].Text) {
			continue
		}
		end := i + 1
		for end < len(lines) && lines[end].Gap() == 0 && lines[end].Indent() == lines[end-1].Indent() && utf8.RuneCountInString(lines[end-1].Text) >= full {
			end++
		}
		if end-i > 2 || end-i == 2 && endsText(lines[i+1].Text) {
			return i
		}
	}
	return -1
}

// endsText says whether a line ends with a sentence.
func endsText(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?…”“\"»", r)
}

// listed says whether a line is an item of a list, or of a menu.
func listed(s string) bool {
	mark, _ := cutTextMark(s)
	return mark.kind != "" || inMenu(s)
}

// inMenu says whether a line is an item as dumps mark those of menus, or what
// they have for a picture, a feed, a frame or a button.
func inMenu(s string) bool {
	for _, begin := range []string{"• ", "* ", "+ ", "□ ", "[", "#[", "IFRAME:", "(BUTTON)"} {
		if strings.HasPrefix(s, begin) {
			return true
		}
	}
	return false
}

// headlineWorth is how much a line looks like a headline: by its words, and by
// the date or the author that stands next to it.
func headlineWorth(lines []Line, i int) float64 {
	const longest, mostWords = 130, 12
	s := lines[i].Text
	if lines[i].Gap() == 0 || len(s) > longest || listed(s) || s[0] == '#' || strings.HasSuffix(s, ":") || IsLink(s) || navigates(s) || isMeta(s) {
		return 0
	}
	if strings.Count(s, "«") != strings.Count(s, "»") || strings.Contains(s, " >> ") || strings.Count(s, " > ") > 1 {
		return 0 // to the post before, or where the page is on its site
	}
	worth := float64(min(countWords(s), mostWords))
	if strings.HasSuffix(s, ".") {
		worth -= 2 // rather a sentence
	}
	for k := max(i-2, 0); k < min(i+4, len(lines)); k++ {
		if k != i && isMeta(lines[k].Text) {
			return worth + 2
		}
	}
	return worth
}

// isMeta says whether a line tells when a post was written, or by whom.
func isMeta(s string) bool {
	const longest = 120
	if len(s) > longest {
		return false
	}
	if len(CutByWords(s)) < len(s) || beginsFold(s, bylineWords...) {
		return true
	}
	d, _, _ := dates.Find(s)
	return d.Strong()
}
