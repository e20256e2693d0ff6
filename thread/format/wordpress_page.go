package format

import (
	"cmp"
	"strconv"
	"strings"

	"skein/thread"
	"skein/thread/format/dom"
	"skein/thread/format/lexicon"
)

// readWordPressPage reads a page of WordPress with any theme. Themes that use
// its list of comments have the classes of comment_class() on each
// (https://developer.wordpress.org/reference/functions/comment_class/); others
// have at least an id with the comment's number, as links lead to it.
func readWordPressPage(data []byte, b *thread.Builder) error {
	p := newPage(data, b)
	entries := wordPressEntries(p)
	if len(entries) == 0 {
		return ErrUnknown
	}
	p.readEntries(entries, wordPressNumber)
	return nil
}

// wordPressEntries are the comments of a page: by their classes or, where no
// element has those, by their ids; those of the plugin wpDiscuz by its own.
func wordPressEntries(p *page) []entry {
	if nodes := p.all(func(n dom.Node) bool { return discuzNumber(n.ID()) != "" }); len(nodes) > 0 {
		return p.levels(nodes)
	}
	var nodes []dom.Node
	for n := range p.Root().Within() {
		if wordPressClass(n) && !(len(nodes) > 0 && nodes[len(nodes)-1].Contains(n) && sameComment(nodes[len(nodes)-1], n)) {
			nodes = append(nodes, n)
		}
	}
	if len(nodes) == 0 {
		nodes = wordPressNumbered(p)
	}
	entries := nested(nodes)
	for i := range entries {
		e := &entries[i]
		if depth := wordPressDepth(e.Node); depth > 0 {
			e.level = depth
		}
		if e.Is("dt") {
			e.more = definitions(e.Node)
		}
	}
	return entries
}

// wordPressClass says whether n bears the classes of a comment or pingback.
func wordPressClass(n dom.Node) bool {
	if n.Class() == "" || !n.Is("li", "div", "article", "dt", "section", "tr") || !n.HasAny("comment", "pingback", "trackback") {
		return false
	}
	return wordPressDepth(n) > 0 || n.HasAny("even", "odd", "alt", "thread-even", "thread-odd", "byuser", "bypostauthor") || wordPressNumber(n) != ""
}

// discuzNumber is the number of a comment in the id that wpDiscuz gives it,
// before that of its parent: wpd-comm-12_3, wc-comm-12_3 in older versions.
func discuzNumber(id string) string {
	rest, ok := strings.CutPrefix(id, "wpd-comm-")
	if !ok {
		rest, ok = strings.CutPrefix(id, "wc-comm-")
	}
	number, _, parted := strings.Cut(rest, "_")
	if !ok || !parted || number == "" || !lexicon.OnlyDigits(number) {
		return ""
	}
	return number
}

// wordPressDepth is the level that the classes of a comment give.
func wordPressDepth(n dom.Node) int {
	_, rest, ok := strings.Cut(" "+n.Class(), " depth-")
	if !ok {
		return 0
	}
	digits, _, _ := strings.Cut(rest, " ")
	depth, _ := strconv.Atoi(digits)
	const deepest = 1000 // WordPress itself stops at ten
	return min(max(depth, 0), deepest)
}

// sameComment says whether an element in a comment is only that comment again,
// its classes given twice.
func sameComment(outer, inner dom.Node) bool {
	if a, b := wordPressNumber(outer), wordPressNumber(inner); a != "" && b != "" {
		return a == b
	}
	return wordPressDepth(outer) == wordPressDepth(inner) && !inner.Is("li")
}

// wordPressNumbered are the outermost elements whose id has the number of a
// comment.
func wordPressNumbered(p *page) []dom.Node {
	var nodes []dom.Node
	seen := map[string]bool{}
	for n := range p.Root().Within() {
		number := numberAfter(n.ID(), "comment-", "li-comment-", "div-comment-", "comment")
		if number == "" || seen[number] || n.Is("a", "form", "input", "span", "p") {
			continue
		}
		seen[number] = true
		nodes = append(nodes, n)
	}
	return nodes
}

// wordPressNumber is the number of the comment in the element, from its id or
// that of the first element in it that has one.
func wordPressNumber(n dom.Node) string {
	prefixes := []string{"comment-", "li-comment-", "div-comment-", "dt-comment-", "article-comment-", "comment"}
	if number := cmp.Or(discuzNumber(n.ID()), numberAfter(n.ID(), prefixes...)); number != "" {
		return number
	}
	return numberAfter(n.FirstChild().ID(), prefixes...)
}

// numberAfter is what follows one of the prefixes in id, if that is a number.
func numberAfter(id string, prefixes ...string) string {
	for _, prefix := range prefixes {
		if rest, ok := strings.CutPrefix(id, prefix); ok && rest != "" && lexicon.OnlyDigits(rest) {
			return rest
		}
	}
	return ""
}

// definitions are the <dd> elements that follow a <dt>.
func definitions(dt dom.Node) []dom.Node {
	var all []dom.Node
	for n := dt.Next(); n.Is("dd"); n = n.Next() {
		all = append(all, n)
	}
	return all
}
