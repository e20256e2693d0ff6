package format

import (
	"net/mail"
	"strings"

	"skein/thread"
	"skein/thread/format/dom"
	"skein/thread/markup"
)

// readDebbugsPage reads the page of a bug in Debbugs, as Debian and GNU have it
// (https://bugs.debian.org): the messages that it received, one below the
// other, each with some of its headers. The first is what the others answer.
func readDebbugsPage(data []byte, b *thread.Builder) error {
	p := newPage(data, b)
	b.Title, b.URL = p.debbugsTitle(), p.address()
	b.Flat = true
	var posts []thread.Post
	id, open := "", false // of the next message; its text goes on
	for n := range p.Root().Within() {
		switch {
		case n.Is("a") && strings.HasPrefix(n.Attr("name"), "msg"):
			id = strings.TrimPrefix(n.Attr("name"), "msg")
		case n.Has("headers"):
			posts = append(posts, debbugsPost(n, id))
			open = true
		case n.Is("hr"):
			open = false
		case open && n.Is("pre") && n.Has("message"):
			addText(&posts[len(posts)-1].Body, preformatted(n.Inner()).Raw)
		case open && n.Is("pre") && n.Has("mime"):
			if file, ok := debbugsFile(n.Text()); ok {
				last := &posts[len(posts)-1]
				last.Attachments = append(last.Attachments, file)
			}
		}
	}
	if len(posts) == 0 {
		return ErrUnknown
	}
	b.Post(posts[0])
	for _, post := range posts[1:] {
		post.Level = 1
		b.Add(post)
	}
	return nil
}

// debbugsTitle is what the bug is called, below its number.
func (p *page) debbugsTitle() string {
	title := p.first(isTag("h1")).Text()
	if _, after, ok := strings.Cut(title, "report logs - "); ok {
		title = after
	}
	return title
}

// debbugsPost is a message whose headers stand in an element.
func debbugsPost(headers dom.Node, id string) thread.Post {
	post := thread.Post{ID: id}
	for line := range strings.Lines(debbugsFields(headers)) {
		name, value, _ := strings.Cut(line, ":")
		switch value = strings.TrimSpace(value); strings.ToLower(strings.TrimSpace(name)) {
		case "from":
			post.Author = value
			if from, err := mail.ParseAddress(value); err == nil {
				post.Author, post.Address = from.Name, from.Address
			}
		case "date":
			post.Time, post.Zone, _ = readTime(value)
		}
	}
	return post
}

// debbugsFields are headers as lines.
func debbugsFields(headers dom.Node) string {
	var lines strings.Builder
	for n := range headers.Within() {
		if n.Has("header") {
			lines.WriteString(n.Text() + "\n")
		}
	}
	if lines.Len() == 0 {
		return preformatted(headers.Inner()).Raw
	}
	return lines.String()
}

// debbugsFile reads `[pears.log (text/plain, attachment)]`.
func debbugsFile(text string) (file thread.Attachment, ok bool) {
	text, ok = strings.CutSuffix(text, ", attachment)]")
	at := strings.LastIndex(text, " (")
	if !ok || at < 1 {
		return file, false
	}
	return thread.Attachment{Name: text[1:at], Type: text[at+2:]}, true
}

// addText adds a passage to a text.
func addText(body *markup.Body, text string) {
	body.Kind = markup.Text
	body.Raw = strings.TrimRight(strings.TrimPrefix(body.Raw+"\n\n"+text, "\n\n"), "\n ")
}
