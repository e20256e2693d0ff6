package format

import (
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"skein/thread"
)

// A realSite says how another parser finds the comments on the pages of a
// site: their ids, in order, and what is known of each.
type realSite struct {
	folder string
	id     func(n *html.Node) string // of a comment, empty for other elements
	depth  func(n *html.Node) int
	author func(n *html.Node) bool // names the author of the comment it stands in
}

var realSites = []realSite{
	{"hn_html",
		func(n *html.Node) string {
			if htmlHas(n, "comtr") {
				return htmlAttr(n, "id")
			}
			return ""
		},
		func(n *html.Node) int {
			indent := firstNode(n, func(n *html.Node) bool { return htmlHas(n, "ind") })
			level, _ := strconv.Atoi(htmlAttr(indent, "indent"))
			return level + 1
		},
		func(n *html.Node) bool { return htmlHas(n, "hnuser") }},
	{"lobsters_html",
		func(n *html.Node) string {
			if n.Data == "li" && htmlHas(n, "comments_subtree") && htmlAttr(n, "id") == "" {
				return htmlAttr(firstNode(n, func(n *html.Node) bool { return htmlAttr(n, "data-shortid") != "" }), "data-shortid")
			}
			return ""
		},
		func(n *html.Node) int {
			level := 0
			for ; n != nil; n = n.Parent {
				if htmlHas(n, "comments_subtree") && htmlAttr(n, "id") == "" {
					level++
				}
			}
			return level
		},
		func(n *html.Node) bool { return strings.HasPrefix(htmlAttr(n, "href"), "/~") && htmlText(n) != "" }},
	{"reddit_html_2019",
		func(n *html.Node) string {
			if id, ok := strings.CutPrefix(htmlAttr(n, "id"), "t1_"); ok && !strings.Contains(id, "-") && n.Data == "div" {
				return id
			}
			return ""
		},
		func(n *html.Node) int {
			level := firstNode(n, func(n *html.Node) bool { return n.Data == "span" && strings.HasPrefix(htmlText(n), "level ") })
			depth, _ := strconv.Atoi(strings.TrimPrefix(htmlText(level), "level "))
			return depth
		},
		func(n *html.Node) bool { return htmlAttr(n, "data-testid") == "comment_author_link" }},
	{"stackexchange_html",
		func(n *html.Node) string {
			if n.Data == "li" && htmlHas(n, "comment") {
				return "comment" + htmlAttr(n, "data-comment-id")
			}
			return htmlAttr(n, "data-answerid")
		},
		func(n *html.Node) int {
			for p := n.Parent; p != nil; p = p.Parent {
				if htmlAttr(p, "data-answerid") != "" {
					return 2
				}
			}
			return 1
		},
		func(n *html.Node) bool {
			return htmlHas(n, "comment-user") || n.Data == "a" && n.Parent != nil && htmlAttr(n.Parent, "itemprop") == "author"
		}},
}

func TestRealPagesAsAnotherParserReadsThem(t *testing.T) {
	t.Parallel()
	for _, site := range realSites {
		for _, c := range realCases(t) {
			if filepath.Base(filepath.Dir(c.path)) != site.folder {
				continue
			}
			data := contents(t, c.path)
			items := htmlNodes(t, data, func(n *html.Node) bool { return site.id(n) != "" })
			th := mustRead(t, data, "")
			if len(items) != th.Len()-1 {
				t.Fatalf("%s: %d items, %d comments", c.path, len(items), th.Len()-1)
			}
			for i, item := range items {
				site.check(t, th, i+1, item)
			}
		}
	}
}

func (site *realSite) check(t *testing.T, th *thread.Thread, i int, item *html.Node) {
	t.Helper()
	c := th.At(i)
	author := htmlText(firstNode(item, site.author))
	if c.ID != site.id(item) || th.Depth(i) != site.depth(item) || th.Name(i) != author && th.Name(i) != "" {
		t.Errorf("comment %d is %s by %q at depth %d, want %s by %q at depth %d",
			i, c.ID, th.Name(i), th.Depth(i), site.id(item), author, site.depth(item))
	}
	if author == "" != (th.Name(i) == "") {
		t.Errorf("comment %s is by %q, want %q", c.ID, th.Name(i), author)
	}
	checkWords(t, c, item)
}
