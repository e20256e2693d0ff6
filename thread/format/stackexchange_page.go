package format

import (
	"strings"

	"skein/thread"
	"skein/thread/format/dom"
)

// readStackExchangePage reads the page of a question on any Stack Exchange site:
// the question is the post, its comments and the answers reply to it, the
// comments on an answer to that.
func readStackExchangePage(data []byte, b *thread.Builder) error {
	p := newPage(data, b)
	question := p.first(func(n dom.Node) bool {
		return n.ID() == "question" || n.Has("question") && n.Attr("data-questionid") != ""
	})
	if !question.Ok() {
		return ErrUnknown
	}
	header := p.first(func(n dom.Node) bool { return n.ID() == "question-header" })
	b.Title, b.URL = header.First(isTag("h1")).Text(), p.address()
	if b.Title == "" {
		b.Title = p.title(question.Index())
	}
	top := p.stackPost(question, question.Attr("data-questionid"))
	top.More += p.stackAnswersElsewhere()
	b.Post(top)
	answer := dom.Node{}
	for n := range p.Root().Within() {
		switch {
		case n.Has("answer") && numberAfter(n.ID(), "answer-") != "" && !answer.Contains(n):
			answer = n
			post := p.stackPost(n, numberAfter(n.ID(), "answer-"))
			post.Level = 1
			b.Add(post)
		case n.Is("li", "tr") && n.Has("comment") && numberAfter(n.ID(), "comment-") != "":
			post := p.stackComment(n)
			post.Level = 1
			if answer.Contains(n) {
				post.Level = 2
			}
			b.Add(post)
		}
	}
	return nil
}

// stackAnswersElsewhere is how many answers stand on other pages.
func (p *page) stackAnswersElsewhere() int {
	all := smallNumber(p.first(func(n dom.Node) bool { return n.Attr("data-answercount") != "" }).Attr("data-answercount"))
	here := len(p.all(func(n dom.Node) bool { return n.Has("answer") && n.Attr("data-answerid") != "" }))
	return max(0, all-here)
}

// stackPost reads a question or an answer. Who edited it signs before its
// author does, and the revisions of a community's wiki before its users.
func (p *page) stackPost(n dom.Node, id string) thread.Post {
	comments := hasClass("comment", "comments", "js-comments-container")
	post := thread.Post{ID: id}
	body := dom.Node{}
	var signature dom.Node
	for m := range n.Outside(comments) {
		switch {
		case !body.Ok() && m.HasAny("js-post-body", "post-text", "s-prose"):
			body = m
		case m.HasAny("post-signature", "user-info"):
			signature = m
		}
	}
	for m := range n.Within() {
		if left := m.Attr("data-remaining-comments-count"); left != "" {
			post.More = smallNumber(left)
			break
		}
	}
	post.Body = htmlBody(body.Inner())
	user := signature.First(hasClass("user-details"))
	post.Author = user.First(func(m dom.Node) bool {
		return m.Is("a") && !strings.Contains(m.Attr("href"), "/revisions") || m.Attr("itemprop") == "name"
	}).Text()
	if post.Author == "" {
		post.Author = user.TextWithout(hasClass("-flair", "user-flair", "d-none"))
	}
	if when := p.timeOf(signature.First(hasClass("relativetime"))); !when.IsZero() {
		post.Time, post.Zone = when.Time, when.zone
	}
	score, ok := figureIn(n.Attr("data-score"))
	if !ok {
		score, ok = figureIn(n.First(hasClass("js-vote-count", "vote-count-post")).Text())
	}
	if ok {
		post.Score, post.Flags = score, thread.Scored
	}
	return post
}

// stackComment reads a comment on a question or an answer.
func (p *page) stackComment(n dom.Node) thread.Post {
	post := thread.Post{
		ID:     "comment" + numberAfter(n.ID(), "comment-"),
		Author: n.First(hasClass("comment-user")).Text(),
		Body:   htmlBody(n.First(hasClass("comment-copy")).Inner()),
	}
	date := n.First(hasClass("comment-date"))
	stamp := date.First(func(m dom.Node) bool { return m.Attr("title") != "" })
	clock, _, _ := strings.Cut(stamp.Attr("title"), ",")
	if when := p.parseTime(clock); !when.IsZero() {
		post.Time, post.Zone = when.Time, when.zone
	}
	score, ok := figureIn(n.Attr("data-comment-score"))
	if !ok {
		score, ok = figureIn(n.First(hasClass("comment-score")).Text())
	}
	if ok {
		post.Score, post.Flags = score, thread.Scored
	}
	return post
}
