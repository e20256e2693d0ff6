package format

import (
	"strings"
	"unicode/utf8"

	"skein/thread/format/dates"
	"skein/thread/format/dom"
	"skein/thread/format/lexicon"
	"skein/thread/format/plaintext"
)

// linksAuthor says whether n is the link to the author's page as WordPress
// makes it.
func linksAuthor(n dom.Node) bool {
	return n.Is("a") && n.Has("url") && strings.Contains(n.Attr("rel"), "nofollow")
}

// findAuthor finds who wrote the comment: in an element that is called so, or
// in the first words before the body.
func (r *reading) findAuthor() {
	best, tried := len(authorNames)+3, 0
	for _, n := range r.own {
		at := r.authorRank(n)
		if at < 0 || at >= best || r.body.Contains(n) || r.body.Ok() && n.Contains(r.body) {
			continue
		}
		if tried++; tried > mostTried {
			break
		}
		name := ""
		if n == r.when {
			name = r.nameBeside(n.Text())
		} else {
			name = r.authorIn(n)
		}
		if name != "" {
			r.author, r.name, best = n, name, at
		}
	}
	if r.author.Ok() || r.findHeadline() {
		return
	}
	for _, part := range r.entry.parts() {
		for _, run := range part.Runs(r.notHead) {
			if plaintext.IsLink(run.Text) {
				continue // a control
			}
			name := authorName(run.Text)
			if name == "" {
				name = r.nameBeside(run.Text)
			} else if run.In == r.when {
				continue
			}
			if name == "" {
				continue
			}
			if r.name = name; !r.bare(run) {
				r.author = run.In
			}
			return
		}
	}
}

// nameBeside is who wrote, in a line that says when, too: `by Ann on 6 May`.
func (r *reading) nameBeside(line string) string {
	name, _, _ := strings.Cut(plaintext.Byline(line), " | ") // and the day of the week
	return authorName(name)
}

// findHeadline finds the author, and the time where nothing else tells it, in
// a small heading of the comment that has both.
func (r *reading) findHeadline() bool {
	for _, n := range r.own {
		if !n.Is("h4", "h5", "h6") || r.body.Contains(n) {
			continue
		}
		line := n.Text()
		if name := r.nameBeside(line); name != "" {
			r.author, r.name = n, name
			if r.time.IsZero() {
				r.when, r.time = n, r.page.parseTime(line)
			}
			return true
		}
	}
	return false
}

// authorRank is how surely an element names the author.
func (r *reading) authorRank(n dom.Node) int {
	if n.Prop() == "author" || n.Prop() == "creator" {
		return 1
	}
	if at := r.page.says(n).author; at >= 0 {
		return at
	}
	switch {
	case n.Is("cite"):
		return 8
	case n.Is("a") && strings.HasPrefix(n.Attr("rel"), "author"):
		return 1
	case linksAuthor(n):
		return 9
	case n.Is("a") && (strings.Contains(n.Attr("href"), "/user") || strings.Contains(n.Attr("href"), "profile") || strings.Contains(n.Attr("href"), "member")):
		return len(authorNames) + 1
	}
	return -1
}

// authorIn is the name in an element, which may hold labels and the date, too.
func (r *reading) authorIn(n dom.Node) string {
	not := func(m dom.Node) bool {
		return r.page.furniture(m) || m == r.when || m == r.body || r.owner.other(m) || r.page.saysTime(m)
	}
	marked := n.First(func(m dom.Node) bool { return m.Prop() == "name" || m.Has("p-name") })
	if name := authorName(marked.Text()); name != "" {
		return name
	}
	inner := n.First(func(m dom.Node) bool {
		return m.Is("a", "b", "strong", "cite", "h3", "h4", "h5") && m != r.when && !r.page.furniture(m) && authorName(m.Text()) != ""
	})
	name, first := authorName(n.TextWithout(func(m dom.Node) bool { return not(m) || isBadge(m) })), authorName(inner.Text())
	if name == "" { // somebody may be called like a badge
		name = authorName(n.TextWithout(not))
	}
	if name == "" || first != "" && n.First(isTag("br", "ul", "dl", "div", "p", "table")).Ok() {
		return first // what else stands there is about the author
	}
	if about, ok := strings.CutPrefix(name, first+" on "); ok && inner.Is("a") && about != "" {
		return first // `Ann on Chapter 1`
	}
	return name
}

// isBadge says whether an element is what a page hangs on a name for what its
// bearer is there.
func isBadge(n dom.Node) bool {
	return n.Is("span", "small", "em", "i", "sup", "label") && lexicon.Badges[strings.ToLower(strings.TrimSpace(n.Text()))]
}

// saysTime says whether the classes of n are those of a time alone.
func (p *page) saysTime(n dom.Node) bool {
	at := p.says(n).time
	return at >= 0 && at < len(timeNames)
}

// authorName is the name in a line that may say that its bearer wrote.
func authorName(line string) string {
	const longest = 80 // characters
	whole := line
	line = plaintext.CutByWords(line)
	for _, before := range []string{"von", "Von", "par", "Par", "Por", "por", "From", "–", "-", "—", "#"} {
		if rest, ok := strings.CutPrefix(line, before); ok && (strings.HasPrefix(rest, " ") || strings.HasPrefix(rest, ":")) {
			line = strings.TrimLeft(rest, ": ")
		}
	}
	led := len(line) < len(whole)
	if at := strings.LastIndexByte(line, '('); at > 0 && strings.Trim(line[at:], "()0123456789# ") == "" {
		line = line[:at] // a number of the user
	}
	line = strings.TrimRight(line, " :,|·•-–—»")
	if cut := strings.LastIndexByte(line, ' '); led && cut > 0 && dates.LinkWords[line[cut+1:]] {
		line = line[:cut] // to the date
	}
	if cut := strings.LastIndexByte(line, ' '); cut > 0 && lexicon.Verbs[strings.ToLower(strings.TrimRight(line[cut+1:], ".…"))] {
		line = strings.TrimRight(line[:cut], " :,")
	}
	if d, _, _ := dates.Find(line); d.Strong() || d.Relative || !utf8.ValidString(line) || utf8.RuneCountInString(line) > longest {
		return ""
	}
	switch strings.ToLower(line) {
	case "reply", "permalink", "link", "posted by", "posted", "by", "comment by", "written by", "author", "autor", "auteur", "autore", "verfasser", "name", "says":
		return ""
	}
	if strings.Trim(line, "0123456789.,:;#()[]<>/$%&*+=-_ ") == "" {
		return ""
	}
	return line
}
