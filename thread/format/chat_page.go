package format

import (
	"path"
	"strings"

	"skein/thread"
	"skein/thread/format/dom"
)

// A chatPage is how a program gives out a chat as a page: by the classes of its
// elements.
type chatPage struct {
	message string
	also    string // another class that a message has
	author  []string
	date    []string
	text    string
	answers string // what says which message it answers
	files   []string
	title   []string
}

// chatPages are what Telegram Desktop gives out, and DiscordChatExporter.
var chatPages = []chatPage{
	{"message", "default", []string{"from_name"}, []string{"date"}, "text", "reply_to",
		[]string{"media", "photo_wrap", "video_file_wrap", "sticker_wrap", "animated_wrap"}, []string{"page_header"}},
	{"chatlog__message-container", "", []string{"chatlog__author", "chatlog__author-name"}, []string{"chatlog__timestamp", "chatlog__short-timestamp"},
		"chatlog__content", "chatlog__reply-link", []string{"chatlog__attachment"}, []string{"preamble__entry"}},
}

// readChatPage reads such a page. Who writes several messages in a row is named
// above the first.
func readChatPage(data []byte, b *thread.Builder) error {
	p := newPage(data, b)
	for _, kind := range chatPages {
		messages := outermost(p.all(func(n dom.Node) bool { return n.Has(kind.message) && (kind.also == "" || n.Has(kind.also)) }))
		if len(messages) == 0 {
			continue
		}
		author := ""
		for _, n := range messages {
			post := p.chatMessage(n, kind)
			if post.Author == "" {
				post.Author = author
			}
			author = post.Author
			b.Add(post)
		}
		b.Title = p.first(hasClass(kind.title...)).Text()
		return nil
	}
	return ErrUnknown
}

// chatMessage is a message of a page.
func (p *page) chatMessage(n dom.Node, kind chatPage) thread.Post {
	post := thread.Post{ID: n.Attr("data-message-id"), Author: n.First(hasClass(kind.author...)).Text()}
	if post.ID == "" {
		post.ID = numberIn(n.ID())
	}
	when := n.First(hasClass(kind.date...))
	if at := p.parseTime(when.Attr("title")); !at.IsZero() {
		post.Time, post.Zone = at.Time, at.zone
	} else if at := p.timeOf(when); !at.IsZero() {
		post.Time, post.Zone = at.Time, at.zone
	}
	var texts []string
	for m := range n.Within() {
		switch {
		case m.Has(kind.text):
			texts = append(texts, strings.TrimSpace(m.Inner()))
		case m.Has(kind.answers) && len(post.Refs) == 0:
			if id := answeredMessage(m); id != "" {
				post.Refs = []string{id}
			}
		case m.HasAny(kind.files...):
			if name := fileOf(m); name != "" {
				post.Attachments = append(post.Attachments, thread.Attachment{Name: name})
			}
		}
	}
	post.Body = htmlBody(strings.Join(texts, "<p>"))
	return post
}

// answeredMessage is the id of the message that a page scrolls to where an
// element is clicked: `#go_to_message101`, `scrollToMessage(event, '101')`.
func answeredMessage(n dom.Node) string {
	script := n.Attr("onclick")
	if link := n.First(isTag("a")); script == "" {
		script = link.Attr("href") + link.Attr("onclick")
	}
	_, after, found := strings.Cut(script, "essage")
	ids := strings.FieldsFunc(after, func(r rune) bool { return r < '0' || r > '9' })
	if !found || len(ids) == 0 {
		return ""
	}
	return ids[0]
}

// fileOf is the name of the file that an element leads to.
func fileOf(n dom.Node) string {
	link := n
	if !n.Is("a") {
		link = n.First(isTag("a"))
	}
	href, _, _ := strings.Cut(link.Attr("href"), "?")
	if href == "" || strings.HasPrefix(href, "#") {
		return ""
	}
	return path.Base(href)
}
