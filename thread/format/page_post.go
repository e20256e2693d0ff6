package format

import (
	"cmp"
	"strings"

	"skein/thread"
	"skein/thread/format/dates"
	"skein/thread/format/dom"
)

// readPost reads what stands above the comments: title, address and text of
// the page, as far as it marks them. The post ends before the first comment.
func (p *page) readPost(comments []dom.Node) {
	before := p.Len()
	if len(comments) > 0 {
		before = comments[0].Index()
	}
	p.builder.Title, p.builder.URL = p.title(before), p.address()
	post := thread.Post{Author: p.meta("author", "parsely-author")}
	if at := p.article(before, comments); at.Ok() {
		post.Body = htmlBody(at.InnerWithout(func(n dom.Node) bool {
			return p.furniture(n) || n.Is("h1", "h2", "h3") && n.Text() == p.builder.Title
		}))
	} else if said, ok := p.lonePost(before, comments); ok {
		post.Author, post.Body, post.Time, post.Zone = cmp.Or(post.Author, said.Author), said.Body, said.Time, said.Zone
	}
	if when := p.parseTime(p.meta("article:published_time", "datePublished", "date", "parsely-pub-date")); !when.IsZero() {
		post.Time, post.Zone = when.Time, when.zone
	}
	p.entryHead(&post, before)
	p.builder.Post(post)
}

// entryHead takes the author and the time of an h-entry above the comments
// (https://microformats.org/wiki/h-entry), where nothing else tells them.
func (p *page) entryHead(post *thread.Post, before int) {
	entry := p.first(hasClass("h-entry"))
	for n := range entry.Within() {
		switch {
		case n.Index() >= before:
			return
		case n.Has("p-author") && post.Author == "":
			post.Author = (&reading{page: p}).authorIn(n)
		case n.Has("dt-published") && post.Time.IsZero():
			when := p.timeOf(n)
			post.Time, post.Zone = when.Time, when.zone
		}
	}
}

// meta is the content of the first of the page's <meta> elements that has one
// of these names.
func (p *page) meta(names ...string) string {
	for _, name := range names {
		if content := p.metas[name]; content != "" {
			return content
		}
	}
	return ""
}

// metas are the contents of the <meta> elements of a page by their names.
func metas(t *dom.Tree) map[string]string {
	all := map[string]string{}
	for n := range t.Root().Within() {
		if !n.Is("meta") {
			continue
		}
		content := strings.TrimSpace(n.Attr("content"))
		for _, attr := range []string{"property", "name", "itemprop"} {
			if name := n.Attr(attr); name != "" && all[name] == "" {
				all[name] = content
			}
		}
	}
	return all
}

// title is the page's own title: the longest heading above the comments that
// is part of what the page calls itself, which mostly names the site as well,
// but is not the name of the site, which leads to its first page.
func (p *page) title(before int) string {
	called := p.meta("og:title", "twitter:title") + "\n" + p.first(isTag("title")).Text()
	const most = 100 // headings to look into, one perhaps in the other
	title, tried := "", 0
	for n := range p.Root().Within() {
		if n.Index() >= before || tried == most {
			break
		}
		if !n.Is("h1", "h2", "h3") {
			continue
		}
		if tried++; !leadsHome(n) {
			if s := headline(n); len(s) > len(title) && strings.Contains(called, s) {
				title = s
			}
		}
	}
	if title != "" {
		return title
	}
	for _, s := range []string{p.meta("og:title"), p.first(namesEntry).Text(), p.first(isTag("h1")).Text()} {
		if s != "" {
			return s
		}
	}
	return strings.TrimSpace(called)
}

// namesEntry says whether n is the title of an entry by its class, and no name
// of a person, which has the class p-name, too.
func namesEntry(n dom.Node) bool {
	if n.Class() == "" || !n.HasAny("entry-title", "post-title", "p-name") {
		return false
	}
	const farthest = 6
	for range farthest {
		if n.HasAny("h-card", "p-author") {
			return false
		}
		n = n.Parent()
	}
	return true
}

// headline is the text of a heading, without a date that it may have, and the
// label before a link: vBulletin 4 has "Thread: " there.
func headline(heading dom.Node) string {
	text, linked := heading.TextWithout(func(n dom.Node) bool { return n.Parent() == heading && dates.IsDate(n.Text()) }), heading.First(isTag("a")).Text()
	if label, ok := strings.CutSuffix(text, linked); ok && linked != "" && strings.HasSuffix(strings.TrimSpace(label), ":") {
		return linked
	}
	return text
}

// leadsHome says whether a heading links to the first page of a site.
func leadsHome(heading dom.Node) bool {
	link := heading.First(isTag("a"))
	if !link.Ok() && heading.Parent().Is("a") {
		link = heading.Parent()
	}
	_, path, full := strings.Cut(link.Attr("href"), "://")
	if !full {
		return link.Attr("href") == "/"
	}
	_, path, _ = strings.Cut(path, "/")
	return path == ""
}

// address is the page's own address.
func (p *page) address() string {
	link := p.first(func(n dom.Node) bool {
		return n.Is("link") && strings.Contains(" "+n.Attr("rel")+" ", " canonical ")
	})
	if href := link.Attr("href"); strings.HasPrefix(href, "http") {
		return href
	}
	if url := p.meta("og:url"); strings.HasPrefix(url, "http") {
		return url
	}
	return ""
}

// articleMarks are how pages mark the text of an article, the surest first.
var articleMarks = []func(dom.Node) bool{
	func(n dom.Node) bool { return n.Prop() == "articleBody" },
	hasClass("e-content"),
	hasClass("entry-content", "post-content", "article-content", "article-body", "articleBody", "post-body", "post-entry", "entry", "entry-body", "asset-content", "asset-body", "story-body", "ArticleText"),
	isTag("article"),
	hasClass("content"),
	hasClass("post"),
	hasClass("copy"),
	hasClass("phabricator-remarkup", "topic-full-text"),
	func(n dom.Node) bool { return n.Has("description") && n.FirstChild().Has("md") }, // GitLab
	isTag("main"),
}

// article is the element that holds the text above the comments.
func (p *page) article(before int, comments []dom.Node) dom.Node {
	const most = 50 // elements to look into, one perhaps in the other
	tried := 0
	for _, match := range articleMarks {
		for n := range p.Root().Within() {
			if n.Index() >= before || tried == most {
				break
			}
			if !match(n) || holdsAny(n, comments) {
				continue
			}
			if tried++; n.Text() != "" {
				return n
			}
		}
	}
	return dom.Node{}
}

// lonePost is what stands above the comments and has what they have: a body
// and, around it, an author and a time.
func (p *page) lonePost(before int, comments []dom.Node) (post thread.Post, ok bool) {
	const farthest, most = 6, 20 // elements around a body, bodies to look into
	tried := 0
	for n := range p.Root().Within() {
		if n.Index() >= before || tried == most {
			break
		}
		if at := p.says(n).body; at < 0 || at >= len(bodyNames) {
			continue
		}
		if tried++; holdsAny(n, comments) || n.Text() == "" {
			continue
		}
		up := n.Parent()
		for range farthest {
			if !up.Ok() || holdsAny(up, comments) {
				break
			}
			if r := p.read(newOwner(nil), entry{Node: up}); r.body == n && r.author.Ok() && !r.time.IsZero() {
				return r.post(), true
			}
			up = up.Parent()
		}
	}
	return post, false
}

// holdsAny says whether one of the nodes, which are in order, stands in n.
func holdsAny(n dom.Node, nodes []dom.Node) bool {
	for _, m := range nodes {
		if m.Index() >= n.Index() {
			return n.Contains(m)
		}
	}
	return false
}
