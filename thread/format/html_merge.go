package format

import (
	"slices"
	"strings"

	"skein/thread/format/dom"
	"skein/thread/format/lexicon"
)

// opensThread says whether an entry is what the others on the page answer: an
// issue, a bug, a topic of NodeBB, which look like them but for what they are
// called.
func opensThread(n dom.Node) bool {
	const farthest = 3 // elements around it
	called := func(n dom.Node) bool {
		switch prefixOf(n.ID()) {
		case n.ID():
		case "issue-", "pullrequest-", "discussion-":
			return true
		}
		return n.Has("bz_first_comment")
	}
	if n.First(called).Ok() || n.Attr("component") == "post" && n.Attr("data-index") == "0" {
		return true
	}
	for range farthest {
		if called(n) {
			return true
		}
		n = n.Parent()
	}
	return false
}

// withTopic is the group of a forum's posts that has all that best has and, if
// any, one more in front: what the others answer, which is called a post, too,
// but no reply.
func (p *page) withTopic(best group, groups []group) (whole group, ok bool) {
	if best.hint == forumHint || deepest(best.entries) != 1 {
		return group{}, false
	}
	for _, g := range groups {
		more := len(g.nodes) - len(best.nodes)
		if g.hint != forumHint || len(g.nodes) < 2 || more < 0 || more > 1 || !slices.Equal(g.nodes[more:], best.nodes) {
			continue
		}
		if g.entries = p.levels(g.nodes); deepest(g.entries) == 1 && p.convinces(g) {
			g.topic = true
			return g, true
		}
	}
	return group{}, false
}

// withReplies is the best group or, where a page calls replies by another name
// than comments and they stand in them or between them, all of both, if that
// is no less.
func (p *page) withReplies(best group, groups []group) group {
	if best.hint > nameHint || deepest(best.entries) > 1 {
		return best
	}
	const most = 3 // groups of each kind to look into
	if !slices.ContainsFunc(groups, func(g group) bool { return g.hint == nameHint && g.callsReplies() }) {
		return best
	}
	var comments, replies []group
	for _, g := range groups {
		list := &comments
		if g.callsReplies() {
			list = &replies
		}
		if g.hint != nameHint || len(*list) == most {
			continue
		}
		if g.entries = p.levels(g.nodes); p.convinces(g) {
			*list = append(*list, g)
		}
	}
	for _, c := range comments {
		for _, r := range replies {
			if both, ok := join(c, r); ok && len(both.nodes) >= len(best.nodes) && p.convinces(both) {
				return both
			}
		}
	}
	return best
}

// callsReplies says whether the name of a group is that of replies.
func (g *group) callsReplies() bool {
	_, name, _ := strings.Cut(g.key, ".")
	return slices.ContainsFunc(wordsOf(name), func(word string) bool { return repliesWords[word] })
}

var repliesWords = lexicon.Set(`reply answer response subcomment child`)

// join puts comments and the replies that stand in them or between them
// together, in the order of the page, unless the first is a reply or something
// is both.
func join(comments, replies group) (both group, ok bool) {
	both = group{key: comments.key, hint: comments.hint}
	both.nodes = slices.Concat(comments.nodes, replies.nodes)
	slices.SortFunc(both.nodes, func(a, b dom.Node) int { return a.Index() - b.Index() })
	if both.nodes[0] != comments.nodes[0] || len(slices.Compact(slices.Clone(both.nodes))) < len(both.nodes) {
		return group{}, false
	}
	reply := map[int]bool{}
	for _, n := range replies.nodes {
		reply[n.Index()] = true
	}
	both.entries = nested(both.nodes)
	for i := range both.entries {
		if e := &both.entries[i]; e.level == 1 && reply[e.Index()] {
			e.level = 2
		}
	}
	return both, true
}
