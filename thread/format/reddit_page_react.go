package format

import (
	"cmp"
	"strconv"
	"strings"

	"skein/thread"
	"skein/thread/format/dom"
)

// readReactReddit reads the pages of 2018 to 2023, which know the level of a
// comment in words for screen readers and as a padding.
func readReactReddit(p *page, comments []dom.Node) {
	p.readPost(comments)
	p.reactPost(comments)
	o := newOwner(nested(comments))
	more := p.reactMore()
	for _, n := range comments {
		post := p.reactComment(n, o)
		post.More = more[post.ID]
		p.builder.Add(post)
	}
}

// reactPost reads the post above the comments by the names that tests of the
// site used.
func (p *page) reactPost(comments []dom.Node) {
	top := p.first(func(n dom.Node) bool { return n.Attr("data-testid") == "post-container" })
	if !top.Ok() {
		return
	}
	inComment := newOwner(nested(comments)).other
	post := thread.Post{ID: redditID(top.ID(), "t3_")}
	name := ""
	for n := range top.Outside(inComment) {
		switch {
		case n.Attr("data-testid") == "post_author_link" && name == "":
			name = n.Text()
		case n.Attr("data-testid") == "post_timestamp":
			p.redditTime(&post, n)
		case n.HasAny("RichTextJSON-root", "md") && post.Body.Empty():
			post.Body = htmlBody(n.Inner())
		case strings.HasPrefix(n.ID(), "vote-arrows-t3_") && post.Flags&thread.Scored == 0:
			redditScore(&post, n.Text())
		}
	}
	if redditName(&post, name); post.Author != "" || post.ID != "" {
		post.Flags &^= thread.Deleted
		p.builder.Post(post)
	}
}

// reactComment reads one comment by the names that tests of the site used.
func (p *page) reactComment(n dom.Node, o owner) thread.Post {
	post := thread.Post{ID: redditID(n.ID(), "t1_"), Level: reactLevel(n, o)}
	name := ""
	for m := range n.Outside(o.other) {
		switch id := cmp.Or(m.Attr("data-testid"), m.Attr("data-test-id")); {
		case id == "comment_author_link" || name == "" && m.Is("a") && strings.HasPrefix(m.Attr("href"), "/user/"):
			name = m.Text()
		case (id == "comment_timestamp" || strings.HasPrefix(m.ID(), "CommentTopMeta--Created--")) && post.URL == "":
			post.URL = redditLink(m.Attr("href"))
			p.redditTime(&post, m)
		case id == "comment":
			post.Body = htmlBody(m.First(hasClass("RichTextJSON-root", "md")).Inner())
		case strings.HasPrefix(m.ID(), "vote-arrows-"), m.Is("span") && saysPoints(m) && post.Flags&thread.Scored == 0:
			redditScore(&post, m.Text())
		}
	}
	redditName(&post, name)
	return post
}

// reactMore is how many replies are missing below the comments, by their ids.
// The lines that lead to a stub bear the ids of what is above it.
func (p *page) reactMore() map[string]int {
	missing := map[string]int{}
	stub := func(n dom.Node) bool { return strings.HasPrefix(n.ID(), "moreComments-") }
	for _, n := range outermost(p.all(stub)) {
		above := ""
		for m := range n.Within() {
			for class := range strings.FieldsSeq(m.Class()) {
				if id := redditID(class, "t1_"); id != "" {
					above = id
				}
			}
		}
		missing[above] += moreReplies(n.Text())
	}
	return missing
}

// reactLevel is the level of a comment.
func reactLevel(n dom.Node, o owner) int {
	const first, step = 16, 21 // pixels
	for m := range n.Outside(o.other) {
		if m.Is("span") && m.FirstChild() == (dom.Node{}) {
			if level, ok := strings.CutPrefix(m.Text(), "level "); ok {
				if at, err := strconv.Atoi(level); err == nil && at > 0 {
					return at
				}
			}
		}
	}
	_, padding, _ := strings.Cut(n.Attr("style"), "padding-left:")
	pixels, _, _ := strings.Cut(strings.TrimSpace(padding), "px")
	if width, err := strconv.Atoi(pixels); err == nil && width >= first {
		return 1 + (width-first)/step
	}
	return 1
}
