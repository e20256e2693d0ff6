package format

import (
	"slices"
	"strings"
	"time"

	"skein/thread/format/dates"
	"skein/thread/format/dom"
	"skein/thread/format/lexicon"
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
		if at < 0 && strings.HasPrefix(n.ID(), "post_message") || strings.HasPrefix(n.ID(), "postmessage_") || strings.HasPrefix(n.ID(), "comment-body-") {
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
		if m.Is("time", "cite") && !r.quoted(n, m) || r.page.says(m).heading && !m.Is("blockquote") || linksAuthor(m) {
			return true
		}
		said = said || m.Is("p", "img")
	}
	return !said && n.TextWithout(r.owner.other) == ""
}

// quoted says whether m stands in a quotation in n.
func (r *reading) quoted(n, m dom.Node) bool {
	for ; m.Ok() && m != n; m = m.Parent() {
		if m.Is("blockquote", "q", "p") || m.Class() != "" && m.HasAny(quoteNames...) {
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
				if r.bare(run) {
					r.time = t
					return
				}
				if whole := r.page.parseTime(run.In.Text()); !whole.IsZero() && whole.Format(time.DateOnly) == t.Format(time.DateOnly) {
					t = whole // its hour may be a link
				}
				r.when, r.time = run.In, t
				return
			}
		}
	}
}

// bare says whether a part of the comment's head stands among its text, in an
// element that is not for it alone. It is cut from the text then.
func (r *reading) bare(run dom.Run) bool {
	const little = 60 // bytes of other text
	if run.In == r.entry.Node || len(run.In.Text()) <= 2*len(run.Text)+little {
		return false
	}
	r.lines = append(r.lines, run.Text)
	return true
}

// membershipWords begin a line that says since when its author has been there.
var membershipWords = lexicon.Set(`joined registered member join registriert anmeldedatum registrierung mitglied dabei beigetreten
	inscrit inscription membre registrado registro miembro iscritto geregistreerd registrerad medlem tilmeldt dołączył зарегистрирован регистрация`)

func tellsMembership(line string) bool {
	return membershipWords[strings.ToLower(lexicon.LeadingWord(strings.TrimSpace(line)))]
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
	if n.Is("a") && strings.Contains(n.Attr("href"), "#") || n.Is("h4", "h5", "h6") && dates.IsDate(n.Text()) {
		return len(timeNames) + 2
	}
	return -1
}

// notHead says whether n holds no head of the comment.
func (r *reading) notHead(n dom.Node) bool {
	return r.owner.other(n) || n == r.body || n.Is("form", "textarea", "h1", "h2", "h3", "h4", "h5", "h6") || n.HasAny("title", "postprofile")
}
