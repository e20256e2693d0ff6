package format

import (
	"errors"
	"strconv"
	"strings"

	"skein/thread"
	"skein/thread/format/dom"
)

// readRedditPage reads a thread's page of any of Reddit's generations.
func readRedditPage(data []byte, b *thread.Builder) error {
	p := newPage(data, b)
	for _, generation := range []struct {
		comment func(dom.Node) bool
		read    func(p *page, comments []dom.Node)
	}{
		{func(n dom.Node) bool { return n.Is("shreddit-comment") }, readShreddit},
		{func(n dom.Node) bool { return n.Has("thing") && n.Has("comment") }, readOldReddit},
		{func(n dom.Node) bool { return n.Is("div") && redditID(n.ID(), "t1_") != "" }, readReactReddit},
	} {
		if comments := p.all(generation.comment); len(comments) > 0 {
			generation.read(p, comments)
			return nil
		}
	}
	return redditRefusal(p)
}

// Errors that say what Reddit served instead of a thread.
var (
	errRedditAge     = errors.New("the page asks for the reader's age: it is not the thread")
	errRedditRefusal = errors.New("the page is a notice of the site: it is not the thread")
)

// redditRefusal is what stands on a page instead of comments.
func redditRefusal(p *page) error {
	notice := p.first(hasClass("interstitial"))
	title := strings.ToLower(p.first(isTag("title")).Text())
	switch {
	case strings.Contains(title, "over 18"), strings.Contains(notice.First(isTag("img")).Attr("alt"), "over 18"):
		return errRedditAge
	case notice.Ok(), strings.Contains(title, "blocked"), strings.Contains(title, "too many requests"):
		return errRedditRefusal
	}
	return ErrUnknown
}

// redditID is what follows the kind of thing in a full name, if all of it is
// one.
func redditID(name, kind string) string {
	id, ok := strings.CutPrefix(name, kind)
	if !ok || strings.Trim(id, "0123456789abcdefghijklmnopqrstuvwxyz") != "" {
		return ""
	}
	return id
}

// redditLink is a permalink with the host it leaves out.
func redditLink(href string) string {
	href, _, _ = strings.Cut(href, "?")
	if strings.HasPrefix(href, "/") {
		return "https://www.reddit.com" + href
	}
	return href
}

// redditName sets the author. Where the name is gone and the text as well, the
// comment is only a placeholder; some outlive their author.
func redditName(post *thread.Post, name string) {
	name = strings.TrimPrefix(strings.TrimSpace(name), "u/")
	if name != "[deleted]" && name != "[removed]" && name != "" {
		post.Author = name
		return
	}
	switch strings.TrimSpace(post.Body.Plain()) {
	case "", "[deleted]", "[removed]", "Comment removed by moderator", "Comment deleted by user":
		post.Flags |= thread.Deleted
	}
}

// redditScore sets a score, if the text is one.
func redditScore(post *thread.Post, text string) {
	if score, ok := figureIn(text); ok {
		post.Score, post.Flags = score, post.Flags|thread.Scored
	}
}

// saysPoints says whether an element is a number of points and nothing else.
func saysPoints(n dom.Node) bool {
	number, ok := cutPoints(n.Text())
	return ok && number != "" && strings.Trim(number, "-0123456789.k") == ""
}

// cutPoints takes the unit off a number of points, if it is one.
func cutPoints(text string) (number string, ok bool) {
	return strings.CutSuffix(strings.TrimSuffix(text, "s"), " point")
}

func (p *page) redditTime(post *thread.Post, n dom.Node) {
	if when := p.timeOf(n); !when.IsZero() {
		post.Time, post.Zone = when.Time, when.zone
	}
}

// readShreddit reads the pages since 2023, made of elements of their own.
func readShreddit(p *page, comments []dom.Node) {
	p.readPost(comments)
	if top := p.first(isTag("shreddit-post")); top.Ok() {
		post := thread.Post{ID: redditID(top.Attr("id"), "t3_")}
		redditScore(&post, top.Attr("score"))
		if when := p.parseTime(top.Attr("created-timestamp")); !when.IsZero() {
			post.Time, post.Zone = when.Time, when.zone
		}
		post.Body = htmlBody(top.First(func(n dom.Node) bool { return n.Attr("slot") == "text-body" }).Inner())
		post.Author = strings.TrimPrefix(top.Attr("author"), "[deleted]")
		p.builder.Post(post)
		p.builder.Title, p.builder.URL = top.Attr("post-title"), redditLink(top.Attr("permalink"))
	}
	entries := nested(comments)
	o := newOwner(entries)
	for _, e := range entries {
		post := thread.Post{ID: redditID(e.Attr("thingid"), "t1_"), Level: e.level, URL: redditLink(e.Attr("permalink"))}
		if depth, err := strconv.Atoi(e.Attr("depth")); err == nil && depth >= 0 && depth < 1e6 {
			post.Level = depth + 1
		}
		redditScore(&post, e.Attr("score"))
		if when := p.parseTime(e.Attr("created")); !when.IsZero() {
			post.Time, post.Zone = when.Time, when.zone
		}
		for _, n := range o.elements(nil, e) {
			switch {
			case n.Attr("slot") == "comment" && post.Body.Empty():
				post.Body = htmlBody(n.Inner())
			case n.Is("time", "faceplate-timeago") && post.Time.IsZero():
				p.redditTime(&post, n)
			case n.Attr("slot") == "more-comments-permalink" || n.Is("faceplate-partial"):
				post.More = max(post.More, moreReplies(n.Text()))
			}
		}
		redditName(&post, e.Attr("author"))
		p.builder.Add(post)
	}
}

// readOldReddit reads old.reddit.com, and all of the site before 2018: replies
// stand in the comment they answer.
func readOldReddit(p *page, comments []dom.Node) {
	p.readPost(comments)
	entries := nested(comments)
	o := newOwner(entries)
	if top := p.first(func(n dom.Node) bool { return n.Has("thing") && n.Has("link") }); top.Ok() {
		post := p.oldRedditThing([]dom.Node{}, top)
		for n := range p.Root().Outside(o.other) {
			if n.Has("morecomments") {
				post.More += moreReplies(n.Text())
			}
		}
		p.builder.Post(post)
		if title := top.First(func(n dom.Node) bool { return n.Is("a") && n.Has("title") }); title.Ok() {
			p.builder.Title = title.Text()
		}
	}
	for _, e := range entries {
		post := p.oldRedditThing(o.elements(nil, e), e.Node)
		post.Level = e.level
		p.builder.Add(post)
	}
}

// oldRedditThing reads a comment by its own elements, or a whole link.
func (p *page) oldRedditThing(own []dom.Node, thing dom.Node) thread.Post {
	var post thread.Post
	for _, id := range []string{thing.Attr("data-fullname"), strings.TrimPrefix(thing.ID(), "thing_"), classAfter(thing, "id-")} {
		if len(id) > 3 && post.ID == "" {
			post.ID = redditID(id[3:], "")
		}
	}
	if thing.Has("link") {
		for n := range thing.Within() {
			own = append(own, n)
		}
	}
	name := thing.Attr("data-author")
	for _, n := range own {
		switch {
		case n.Has("author") && name == "":
			name = n.Text()
		case n.Is("time") && post.Time.IsZero():
			p.redditTime(&post, n)
		case n.Has("score") && (n.Has("unvoted") || !n.HasAny("likes", "dislikes")) && post.Flags&thread.Scored == 0:
			redditScore(&post, n.Attr("title"))
			if post.Flags&thread.Scored == 0 {
				redditScore(&post, n.Text())
			}
		case n.Has("md") && post.Body.Empty() && !n.Parent().Has("commentsignupbar"):
			post.Body = htmlBody(n.Inner())
		case n.Is("a") && n.Has("bylink"):
			post.URL = redditLink(n.Attr("href"))
		case n.Has("morecomments") || n.Has("deepthread"):
			post.More += moreReplies(n.Text())
		}
	}
	redditName(&post, name)
	return post
}

// classAfter is what follows the prefix in a class of n. Before 2014 the full
// name of a thing stood there only.
func classAfter(n dom.Node, prefix string) string {
	for class := range strings.FieldsSeq(n.Class()) {
		if name, ok := strings.CutPrefix(class, prefix); ok {
			return name
		}
	}
	return ""
}

// moreReplies is how many replies a stub stands for: the first number in it.
func moreReplies(text string) int {
	for word := range strings.FieldsSeq(text) {
		if n, ok := figureIn(strings.Trim(word, "()")); ok && n > 0 {
			return n
		}
	}
	return 0
}
