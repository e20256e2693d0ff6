package format

import (
	"strings"

	"skein/thread"
	"skein/thread/format/dom"
)

// readLobstersPage reads the page of a story (lobste.rs/s/ID): each comment
// stands in a list item, in which the list of its replies follows it.
func readLobstersPage(data []byte, b *thread.Builder) error {
	p := newPage(data, b)
	var items []dom.Node
	comments := map[int]dom.Node{} // by the index of their item
	for _, n := range outermost(p.all(func(n dom.Node) bool { return n.Is("div") && n.Has("comment") && lobstersID(n) != "" })) {
		items = append(items, n.Parent())
		comments[n.Parent().Index()] = n
	}
	p.lobstersPost(items)
	b.Permalink = "https://lobste.rs/c/"
	for _, e := range nested(items) {
		post := p.lobstersEntry(comments[e.Index()])
		post.Level = e.level
		b.Add(post)
	}
	if b.Len() == 0 && b.Title == "" {
		return ErrUnknown
	}
	return nil
}

func lobstersID(n dom.Node) string {
	if id := n.Attr("data-shortid"); id != "" {
		return id
	}
	id, _ := strings.CutPrefix(n.ID(), "c_")
	return id
}

// lobstersPost reads the story above the comments.
func (p *page) lobstersPost(comments []dom.Node) {
	p.readPost(comments)
	story := p.first(func(n dom.Node) bool { return n.Has("story") && n.Attr("data-shortid") != "" })
	if !story.Ok() {
		return
	}
	post := p.lobstersEntry(story)
	post.Body = htmlBody(p.first(hasClass("story_text")).InnerWithout(p.furniture))
	p.builder.Post(post)
	if link := story.First(hasClass("u-url")); link.Ok() {
		p.builder.Title = link.Text()
		if href := link.Attr("href"); strings.HasPrefix(href, "http") {
			p.builder.URL = href
		}
	}
}

// lobstersEntry reads a comment, or what a story has in common with one.
func (p *page) lobstersEntry(n dom.Node) thread.Post {
	post := thread.Post{ID: lobstersID(n)}
	byline := n.First(hasClass("byline"))
	post.Author = byline.First(func(a dom.Node) bool {
		href := a.Attr("href")
		return a.Is("a") && (strings.HasPrefix(href, "/u/") || strings.HasPrefix(href, "/~")) && a.Text() != ""
	}).Text()
	if when := p.lobstersTime(byline); !when.IsZero() {
		post.Time, post.Zone = when.Time, when.zone
	}
	if score, ok := figureIn(n.First(hasClass("score", "upvoter")).Text()); ok {
		post.Score, post.Flags = score, thread.Scored
	}
	text := n.First(hasClass("comment_text"))
	post.Body = htmlBody(text.Inner())
	if gone := text.First(hasClass("na")); post.Author == "" || gone.Ok() && gone.Text() == text.Text() {
		post.Flags |= thread.Deleted
	}
	return post
}

// lobstersTime is the first time in a byline: that of a <time> in seconds or,
// on earlier pages, the title of a <span>.
func (p *page) lobstersTime(byline dom.Node) pageTime {
	for n := range byline.Within() {
		if n.Is("time") || n.Is("span") && n.Attr("title") != "" {
			if when := p.timeOf(n); !when.IsZero() {
				return when
			}
		}
	}
	return pageTime{}
}
