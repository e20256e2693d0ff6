package format

import (
	"cmp"
	"slices"
	"strings"

	"skein/thread/format/dates"
	"skein/thread/format/dom"
	"skein/thread/format/lexicon"
)

// convinces says whether the members of a group are comments: nearly each of
// those looked into has an author and a text, and a time unless the page marks
// them for machines.
func (p *page) convinces(g group) bool {
	const most = 24 // comments to look into
	o := newOwner(g.entries)
	step := max(1, len(g.entries)/most)
	seen, whole, teasers := 0, 0, 0
	for i := 0; i < len(g.entries); i += step {
		r := p.read(o, g.entries[i])
		if r.name == "" && r.time.IsZero() && len(g.entries) > 1 {
			continue // around the comments, or a placeholder
		}
		seen++
		timed := !r.time.IsZero() || r.tellsAge() || g.hint == markedHint || len(g.entries) > 1 && r.namesParts()
		if len(g.entries) == 1 && !r.standsAlone(g.hint == markedHint) {
			return false
		}
		if g.hint == placeHint && !strings.Contains(g.key, "#") && r.authorAt() < 0 && (!r.when.Ok() || r.timeRank(r.when) < 0) {
			timed = false // nothing but its place speaks for it
		}
		if r.name != "" && timed && !r.text().Empty() && !r.headOnly() {
			whole++
		}
		if r.leadsAway() {
			teasers++
		}
	}
	return whole > 0 && whole*5 >= seen*4 && teasers*2 <= seen
}

// namesParts says whether the parts of a comment are called those of one.
func (r *reading) namesParts() bool {
	return named(r.author, []string{"comment"}) && named(r.body, []string{"comment"}) && !r.body.Contains(r.author)
}

// headOnly says whether the element is called the head of something and holds
// no text.
func (r *reading) headOnly() bool { return !r.body.Ok() && r.page.says(r.entry.Node).heading }

// authorAt is how surely the element with the author is one, -1 for not at
// all.
func (r *reading) authorAt() int {
	if !r.author.Ok() {
		return -1
	}
	return r.authorRank(r.author)
}

// standsAlone says whether what comes only once is a comment and not whatever
// else has a name and a date: its author is called so or the page marks it, and
// what it says is, or the author's name is that of a comment's.
func (r *reading) standsAlone(marked bool) bool {
	if r.authorAt() < 0 {
		return marked && r.body.Ok()
	}
	return r.body.Ok() || named(r.author, []string{"comment"})
}

// prune leaves out the members of a group that are no comments: without an
// author and a time, unless they say that they were deleted. Where all are,
// what was found stays with them.
func (p *page) prune(g *group) {
	o := newOwner(g.entries)
	kept := g.nodes[:0:0]
	found := make([]finding, len(g.entries))
	for i, e := range g.entries {
		r := p.read(o, e)
		if r.name != "" || !r.time.IsZero() || r.deleted() {
			kept = append(kept, e.Node)
		}
		found[i], g.entries[i].found = r.finding, &found[i]
	}
	if len(kept) < len(g.nodes) {
		g.nodes = kept
		g.entries = p.levels(kept)
	}
}

// tellsAge says whether the comment has a time that counts from now, as in
// `3 hours ago` or `Yesterday, 9:05`, which says nothing later.
func (r *reading) tellsAge() bool {
	const most, longest = 60, 100 // elements, bytes of one that is not called a time
	for _, n := range r.own[:min(len(r.own), most)] {
		if r.body.Contains(n) || n.Contains(r.body) {
			continue
		}
		if text := n.Text(); (r.timeRank(n) >= 0 || len(text) < longest) && countsFromNow(text) {
			return true
		}
	}
	return false
}

func countsFromNow(s string) bool {
	s = clip(s)
	if number, rest, ok := strings.Cut(s, " "); ok && strings.HasPrefix(number, "#") {
		s = rest // of the comment, no day
	}
	d, _, _ := dates.Find(s)
	return d.Strong() && d.Day == 0
}

// clip is the beginning of a text that may be long.
func clip(s string) string {
	const longest = 200
	return s[:min(len(s), longest)]
}

// leadsAway says whether this is rather the teaser of another page: its
// heading links to one.
func (r *reading) leadsAway() bool {
	for _, n := range r.own {
		if !n.Is("h1", "h2", "h3") {
			continue
		}
		link := n.First(isTag("a"))
		if href := link.Attr("href"); href != "" && !strings.Contains(href, "#") && !r.entry.Has("h-cite") &&
			link.Text() != r.name {
			return true
		}
	}
	return r.isLink()
}

// isLink says whether all of it is one link, the teaser of another page, or
// its text is the title of a page whose comment the link leads to, as in a list
// of a site's newest comments.
func (r *reading) isLink() bool {
	const most, longest = 10, 300 // elements, bytes
	for _, n := range r.own[:min(len(r.own), most)] {
		href := n.Attr("href")
		if !n.Is("a") || href == "" {
			continue
		}
		switch text := n.Text(); {
		case text == r.entry.Text():
			return true
		case strings.HasPrefix(href, "http") && strings.Contains(href, "#comment") && text == r.text().First(longest):
			return true
		}
	}
	return false
}

// levels gives the members of a group their levels: as they stand in each
// other or, where none does, as their names and styles say.
func (p *page) levels(nodes []dom.Node) []entry {
	entries := nested(nodes)
	for i := range entries {
		switch {
		case entries[i].Is("dt"):
			entries[i].more = definitions(entries[i].Node)
		case i == 0 || entries[i].level == 1:
			entries[i].more = headAbove(entries[i].Node)
		}
	}
	if deepest(entries) > 1 {
		return entries
	}
	depths := make([]int, len(entries))
	indents := p.indents()
	for i, e := range entries {
		depths[i] = indents[e.Index()]*(mostStated+1) + cmp.Or(statedDepth(e.Node), listDepth(e.Node))
	}
	var open []int // the depths of the comments around the last
	for i := range entries {
		for len(open) > 0 && open[len(open)-1] >= depths[i] {
			open = open[:len(open)-1]
		}
		open = append(open, depths[i])
		entries[i].level = len(open)
	}
	return entries
}

// indents is for each node in how many elements it stands that hold replies,
// as in themes where those follow the comment that they answer.
func (p *page) indents() []int {
	if p.depths != nil {
		return p.depths
	}
	p.depths = make([]int, p.Len())
	for n := range p.Root().Within() {
		p.depths[n.Index()] = p.depths[n.Parent().Index()]
		if p.says(n).replies {
			p.depths[n.Index()]++
		}
	}
	return p.depths
}

// statedDepth is how deep an element or the one around it says that it is, in
// units of its own.
func statedDepth(n dom.Node) int {
	for _, m := range []dom.Node{n, n.Parent()} {
		for name, value := range m.Attrs() {
			switch name {
			case "data-depth", "data-level", "data-indent", "aria-level", "depth", "indent":
				return smallNumber(value)
			case "class":
				if depth, ok := depthInClass(value); ok {
					return depth
				}
			case "style":
				for _, side := range []string{"margin-left:", "padding-left:"} {
					if _, width, ok := strings.Cut(value, side); ok {
						return smallNumber(width)
					}
				}
			}
		}
	}
	return 0
}

// listDepth is in how many lists like its own an item stands, as where the list
// of the replies is an item beside what they answer.
func listDepth(n dom.Node) int {
	const farthest = 100 // elements; deeper lists stand in their comments
	list := n.Parent()
	if !n.Is("li") || list.Class() == "" {
		return 0
	}
	depth := 0
	for up, steps := list, 0; up.Ok() && steps < farthest; up, steps = up.Parent(), steps+1 {
		if up.Tag() == list.Tag() && up.Class() == list.Class() {
			depth++
		}
	}
	return depth
}

// depthInClass is the number behind the class that gives a depth: `depth-2`.
func depthInClass(classes string) (depth int, ok bool) {
	for class := range strings.FieldsSeq(classes) {
		prefix := prefixOf(class)
		if len(prefix) == len(class) {
			if slices.Contains(wordsOf(class), "indented") {
				return 1, true
			}
			continue
		}
		for _, word := range []string{"depth", "level", "indent", "lvl"} {
			if strings.HasSuffix(strings.TrimRight(prefix, "-_"), word) {
				return smallNumber(class[len(prefix):]), true
			}
		}
	}
	return 0, false
}

// mostStated bounds what an element says of its depth.
const mostStated = 1 << 20

// smallNumber is the whole number that a text begins with, with that bound.
func smallNumber(s string) int {
	value, _ := lexicon.Figure(strings.TrimSpace(s))
	return min(value, mostStated)
}
