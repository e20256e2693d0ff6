package format

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"skein/thread/format/dom"
)

// mostTried is how many elements of one comment are looked into for a part of
// it: they may stand in each other.
const mostTried = 40

// findBody finds the element that holds what the comment says: marked as such
// and without the author or the time in it.
func (r *reading) findBody() {
	best, tried := -1, 0
	for _, n := range r.own {
		if prop := n.Prop(); prop == "text" || prop == "commentText" || prop == "articleBody" || n.Attr("data-role") == "commentContent" {
			r.body = n
			return
		}
		at := r.page.says(n).body
		if at < 0 && strings.HasPrefix(n.ID(), "post_message") || strings.HasPrefix(n.ID(), "comment-body-") {
			at = slices.Index(bodyNames, "post_message")
		}
		if at < 0 || best >= 0 && at >= best || n.Is("a", "input", "textarea", "label", "time") {
			continue
		}
		if tried++; tried > mostTried || r.holdsMore(n) {
			continue
		}
		r.body, best = n, at
	}
	r.widenBody()
}

// widenBody makes the body hold all elements that are called as it is: in old
// forums a quotation stands between two of them.
func (r *reading) widenBody() {
	class := r.body.Class()
	if !r.body.Ok() || class == "" {
		return
	}
	for _, n := range r.own {
		if n.Class() != class || n.Tag() != r.body.Tag() || r.body.Contains(n) {
			continue
		}
		wide := r.body
		for wide.Ok() && wide != r.entry.Node && !wide.Contains(n) {
			wide = wide.Parent()
		}
		if wide.Ok() && wide != r.entry.Node && !wide.Contains(r.entry.Node) && !r.holdsMore(wide) {
			r.body = wide
		}
	}
}

// holdsMore says whether an element that may be the body holds other parts of
// the comment, too, or nothing.
func (r *reading) holdsMore(n dom.Node) bool {
	said := false
	for m := range n.Outside(r.owner.other) {
		if m.Is("time", "cite") && !r.quoted(n, m) || r.page.says(m).heading {
			return true
		}
		said = said || m.Is("p", "img")
	}
	return !said && n.TextWithout(r.owner.other) == ""
}

// quoted says whether m stands in a quotation in n.
func (r *reading) quoted(n, m dom.Node) bool {
	for ; m.Ok() && m != n; m = m.Parent() {
		if m.Is("blockquote", "q", "p") {
			return true
		}
	}
	return false
}

// findTime finds when the comment was written: in an element for times, in one
// that is called so, in the link to the comment, or in any line outside of the
// body that is little more than a date.
func (r *reading) findTime() {
	best, tried := len(timeNames)+3, 0
	for _, n := range r.own {
		at := r.timeRank(n)
		if at < 0 || at >= best || r.body.Contains(n) {
			continue
		}
		if tried++; tried > mostTried {
			break
		}
		if t := r.page.timeOf(n); !t.IsZero() && !tellsMembership(n.Text()) {
			r.when, r.time, best = n, t, at
		}
	}
	if r.when.Ok() {
		return
	}
	for _, part := range r.entry.parts() {
		for _, run := range part.Runs(r.notHead) {
			if t := r.page.parseTime(run.Text); !t.IsZero() && !tellsMembership(run.Text) {
				if whole := r.page.parseTime(run.In.Text()); !whole.IsZero() && whole.Format(time.DateOnly) == t.Format(time.DateOnly) {
					t = whole // its hour may be a link
				}
				r.when, r.time = run.In, t
				return
			}
		}
	}
}

// membershipWords begin a line that says since when its author has been there.
var membershipWords = textSet(`joined registered member join registriert anmeldedatum registrierung mitglied dabei beigetreten
	inscrit inscription membre registrado registro miembro iscritto geregistreerd registrerad medlem tilmeldt dołączył зарегистрирован регистрация`)

func tellsMembership(line string) bool {
	return membershipWords[strings.ToLower(leadingWord(strings.TrimSpace(line)))]
}

// timeRank is how surely an element holds the time.
func (r *reading) timeRank(n dom.Node) int {
	switch {
	case n.Is("time", "relative-time", "time-ago", "local-time"):
		return 0
	case n.Prop() == "datePublished" || n.Prop() == "dateCreated" || n.Prop() == "commentTime":
		return 0
	case n.Is("abbr") && n.Attr("title") != "":
		return 1
	}
	if at := r.page.says(n).time; at >= 0 {
		return at + 2
	}
	if n.Is("a") && strings.Contains(n.Attr("href"), "#") || n.Is("h4", "h5", "h6") && isDate(n.Text()) {
		return len(timeNames) + 2
	}
	return -1
}

// notHead says whether n holds no head of the comment.
func (r *reading) notHead(n dom.Node) bool {
	return r.owner.other(n) || n == r.body || n.Is("form", "textarea", "h1", "h2", "h3", "h4", "h5", "h6") || n.HasAny("title", "postprofile")
}

// findAuthor finds who wrote the comment: in an element that is called so, or
// in the first words before the body.
func (r *reading) findAuthor() {
	best, tried := len(authorNames)+3, 0
	for _, n := range r.own {
		at := r.authorRank(n)
		if at < 0 || at >= best || r.body.Contains(n) || r.body.Ok() && n.Contains(r.body) || n == r.when {
			continue
		}
		if tried++; tried > mostTried {
			break
		}
		if name := r.authorIn(n); name != "" {
			r.author, r.name, best = n, name, at
		}
	}
	if r.author.Ok() {
		return
	}
	for _, part := range r.entry.parts() {
		for _, run := range part.Runs(r.notHead) {
			if name := authorName(run.Text); name != "" && run.In != r.when {
				r.author, r.name = run.In, name
				return
			}
		}
	}
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
		return m.Is("a", "b", "strong", "cite", "h3", "h4", "h5") && m != r.when && authorName(m.Text()) != ""
	})
	name, first := authorName(n.TextWithout(not)), authorName(inner.Text())
	if name == "" || first != "" && n.First(isTag("br", "ul", "dl", "div", "p", "table")).Ok() {
		return first // what else stands there is about the author
	}
	return name
}

// saysTime says whether the classes of n are those of a time alone.
func (p *page) saysTime(n dom.Node) bool {
	at := p.says(n).time
	return at >= 0 && at < len(timeNames)
}

// authorName is the name in a line that may say that its bearer wrote.
func authorName(line string) string {
	const longest = 80 // characters
	for _, before := range []string{"Posted by", "posted by", "Comment by", "Written by", "By", "by", "von", "Von", "par", "Par", "Por", "por", "From", "–", "-", "—", "#"} {
		if rest, ok := strings.CutPrefix(line, before); ok && (strings.HasPrefix(rest, " ") || strings.HasPrefix(rest, ":")) {
			line = strings.TrimLeft(rest, ": ")
		}
	}
	if at := strings.LastIndexByte(line, '('); at > 0 && strings.Trim(line[at:], "()0123456789# ") == "" {
		line = line[:at] // a number of the user
	}
	line = strings.TrimRight(line, " :,|·•-–—»")
	if cut := strings.LastIndexByte(line, ' '); cut > 0 && textVerbs[strings.ToLower(strings.TrimRight(line[cut+1:], ".…"))] {
		line = strings.TrimRight(line[:cut], " :,")
	}
	if d, _, _ := findTextDate(line); d.strong() || d.relative || !utf8.ValidString(line) || utf8.RuneCountInString(line) > longest {
		return ""
	}
	switch strings.ToLower(line) {
	case "reply", "posted by", "posted", "by", "comment by", "written by", "author", "name", "says", "permalink", "link":
		return ""
	}
	if strings.Trim(line, "0123456789.#()[]/ ") == "" {
		return ""
	}
	return line
}
