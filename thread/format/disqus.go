package format

import (
	"cmp"
	"encoding/xml"

	"skein/thread"
	"skein/thread/markup"
)

// sniffDisqus says whether data is an export of Disqus.
func sniffDisqus(data []byte) bool {
	_, root, ok := xmlRoot(data, glimpse)
	return ok && root.Name.Local == "disqus"
}

// readDisqus reads an export of Disqus
// (https://help.disqus.com/en/articles/1717164-comments-export): first all
// threads of a site, then all posts, each with the ids of its thread and of
// what it answers. What is spam counts as deleted and keeps its text.
func readDisqus(data []byte, b *thread.Builder) error {
	x := newElements(data)
	if root, ok := x.child(); !ok || root.Name.Local != "disqus" {
		return ErrUnknown
	}
	var f forest
	for label, el := range x.children {
		switch label {
		case "category":
			f.title = x.disqusForum()
		case "thread":
			e := x.disqusEntry(el)
			e.ID = disqusThread + e.ID
			f.topic(e.Post)
		case "post":
			e := x.disqusEntry(el)
			e.Title, e.URL = "", ""
			f.comment(e.Post, e.topic)
		default:
			x.skip()
		}
	}
	f.plant(b)
	return x.failure()
}

// disqusThread stands before the id of a thread, which a post may have, too.
const disqusThread = "thread-"

// A disqusEntry is a thread or a post.
type disqusEntry struct {
	thread.Post
	topic string // the id of the thread that a post belongs to
}

// disqusForum is the name of the site in a category.
func (x *elements) disqusForum() (name string) {
	for label := range x.children {
		if label == "forum" {
			name = x.line()
		} else {
			x.skip()
		}
	}
	return name
}

func (x *elements) disqusEntry(el xml.StartElement) disqusEntry {
	e := disqusEntry{Post: thread.Post{ID: attribute(el, "id")}}
	for label, el := range x.children {
		switch label {
		case "title":
			e.Title = x.line()
		case "link":
			e.URL = x.line()
		case "message":
			e.Body = markup.Body{Raw: x.markup(), Kind: markup.HTML}
		case "createdAt":
			e.Time, e.Zone, _ = parseTime(x.line())
		case "isDeleted", "isSpam":
			if x.line() == "true" {
				e.Flags |= thread.Deleted
			}
		case "author":
			e.Author, e.Address = x.disqusAuthor()
		case "thread":
			e.topic = disqusThread + attribute(el, "id")
			x.skip()
		case "parent":
			e.Refs = []string{attribute(el, "id")}
			x.skip()
		default:
			x.skip()
		}
	}
	return e
}

func (x *elements) disqusAuthor() (name, address string) {
	var user, mail string
	for label := range x.children {
		switch label {
		case "name":
			name = x.line()
		case "username":
			user = x.line()
		case "email":
			mail = x.line()
		default:
			x.skip()
		}
	}
	return cmp.Or(name, user), cmp.Or(mail, user)
}
