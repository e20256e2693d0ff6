package format

import (
	"math"
	"strconv"
	"strings"

	"skein/thread"
	"skein/thread/format/dom"
)

// readHackerNewsPage reads the page of an item (news.ycombinator.com/item):
// one table row for each comment, its level as the width of an image and, in
// later pages, as an attribute of the cell.
func readHackerNewsPage(data []byte, b *thread.Builder) error {
	p := newPage(data, b)
	top := p.hackerNewsTop()
	cells := outermost(p.all(hackerNewsCell))
	if !top.Ok() && len(cells) == 0 {
		return ErrUnknown
	}
	b.Permalink = "https://news.ycombinator.com/item?id="
	p.hackerNewsPost(top)
	for _, cell := range cells {
		if top.Contains(cell) {
			post := hackerNewsComment(p, cell)
			post.Level = 0
			b.Post(post)
			continue
		}
		b.Add(hackerNewsComment(p, cell))
	}
	if b.Len() == 0 && !top.Ok() {
		return ErrUnknown
	}
	return nil
}

// hackerNewsTop is the table on top of the page. Early pages had no name for
// it, only for the line below the title.
func (p *page) hackerNewsTop() dom.Node {
	if top := p.first(hasClass("fatitem")); top.Ok() {
		return top
	}
	n := p.first(hasClass("subtext"))
	for n.Ok() && !n.Is("table") {
		n = n.Parent()
	}
	return n
}

// hackerNewsCell matches the cell of a comment.
func hackerNewsCell(n dom.Node) bool { return n.Is("td") && n.Has("default") }

// hackerNewsPost reads the story on top of the page.
func (p *page) hackerNewsPost(top dom.Node) {
	link := top.First(func(n dom.Node) bool {
		return n.Is("a") && (n.Has("storylink") || n.Has("titlelink") || n.Parent().HasAny("titleline", "title"))
	})
	p.builder.Title = link.Text()
	if p.builder.Title == "" {
		title := strings.TrimSuffix(p.first(isTag("title")).Text(), " | Hacker News")
		p.builder.Title = strings.TrimPrefix(title, "Hacker News | ")
	}
	if href := link.Attr("href"); strings.HasPrefix(href, "http") {
		p.builder.URL = href
	}
	post := thread.Post{Author: top.First(hackerNewsUser).Text()}
	if score, ok := figureIn(top.First(func(n dom.Node) bool { return strings.HasPrefix(n.ID(), "score_") }).Text()); ok {
		post.Score, post.Flags = score, thread.Scored
	}
	p.hackerNewsAge(&post, top)
	text := top.First(hasClass("toptext"))
	if !text.Ok() {
		text = top.First(func(n dom.Node) bool {
			return n.Is("td") && n.Class() == "" && !n.First(isTag("form")).Ok() && n.Text() != ""
		})
	}
	post.Body = htmlBody(text.Inner())
	if p.first(hasClass("morelink")).Ok() {
		post.More = p.hackerNewsMissing(top)
	}
	p.builder.Post(post)
}

// hackerNewsMissing is how many comments stand on the next pages: the story
// counts all of them.
func (p *page) hackerNewsMissing(top dom.Node) int {
	here := len(p.all(func(n dom.Node) bool { return hackerNewsCell(n) && !top.Contains(n) }))
	for n := range top.Within() {
		if !n.Is("a") {
			continue
		}
		if all, ok := figureIn(n.Text()); ok && strings.HasSuffix(n.Text(), "comments") {
			return max(0, all-here)
		}
	}
	return 0
}

// hackerNewsUser matches the link to a user. Early pages had no class for it.
func hackerNewsUser(n dom.Node) bool {
	return n.Has("hnuser") || n.Is("a") && strings.HasPrefix(n.Attr("href"), "user?id=")
}

// hackerNewsAge reads the id and the time from the line below a title or above
// a comment. The title of an age has the time in UTC, later also in seconds.
func (p *page) hackerNewsAge(post *thread.Post, in dom.Node) {
	age := in.First(hasClass("age"))
	clock, seconds, _ := strings.Cut(age.Attr("title"), " ")
	when := unixTime(seconds)
	if when.IsZero() {
		when = machineTime(clock)
	}
	if !when.IsZero() {
		post.Time, post.Zone = when.UTC(), thread.KnownZone
	}
	link := in.First(func(n dom.Node) bool { return n.Is("a") && strings.HasPrefix(n.Attr("href"), "item?id=") })
	post.ID = numberAfter(link.Attr("href"), "item?id=")
}

// hackerNewsComment reads the cell of one comment.
func hackerNewsComment(p *page, cell dom.Node) thread.Post {
	head := cell.First(hasClass("comhead"))
	post := thread.Post{Level: 1 + hackerNewsIndent(cell), Author: head.First(hackerNewsUser).Text()}
	p.hackerNewsAge(&post, head)
	text := cell.First(hasClass("commtext"))
	if !text.Ok() {
		text = cell.First(hasClass("comment"))
	}
	post.Body = htmlBody(text.InnerWithout(hackerNewsReply))
	said := text.TextWithout(hackerNewsReply)
	if post.Author == "" && (said == "" || said == "[deleted]" || said == "[flagged]" || said == "[dead]") {
		post.Flags |= thread.Deleted
	}
	return post
}

// hackerNewsReply matches the link to answer, which stands with the text: in
// an element called so, in early pages as the only thing in a small <p>.
func hackerNewsReply(n dom.Node) bool {
	if n.Has("reply") {
		return true
	}
	if !n.Is("p") {
		return false
	}
	const deep = 3 // p, font, u, a
	for range deep {
		n = n.FirstChild()
	}
	return n.Is("a") && strings.HasPrefix(n.Attr("href"), "reply?id=")
}

// hackerNewsIndent is how deep the row of a cell is indented.
func hackerNewsIndent(cell dom.Node) int {
	const step = 40 // pixels for each level
	row := cell.Parent()
	if !row.Is("tr") {
		return 0
	}
	for n := range row.Children() {
		if n == cell || n.Has("default") {
			break
		}
		if level, err := strconv.Atoi(n.Attr("indent")); err == nil && level >= 0 {
			return level
		}
		img := n.First(isTag("img"))
		if width, err := strconv.Atoi(img.Attr("width")); err == nil && strings.HasSuffix(img.Attr("src"), "s.gif") {
			return max(0, width/step)
		}
	}
	return 0
}

// figureIn is the whole number that a text begins with, which may have commas
// in it, be a fraction of thousands (29.4k), or be below zero.
func figureIn(text string) (int, bool) {
	text = strings.ReplaceAll(strings.TrimSpace(text), ",", "")
	word, _, _ := strings.Cut(strings.ReplaceAll(text, "\u00a0", " "), " ")
	scale := 1.0
	for suffix, by := range map[string]float64{"k": 1e3, "K": 1e3, "m": 1e6} {
		if rest, ok := strings.CutSuffix(word, suffix); ok {
			word, scale = rest, by
		}
	}
	word = strings.Replace(word, "−", "-", 1)
	n, err := strconv.ParseFloat(word, 64)
	if err != nil || n != n || n > 1e9 || n < -1e9 {
		return 0, false
	}
	return int(math.Round(n * scale)), true
}
