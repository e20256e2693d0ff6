package format

import (
	"encoding/xml"
	"net/url"

	"skein/thread"
)

// sniffFeed says whether data is a feed of comments; those of articles are
// none.
func sniffFeed(data []byte) bool {
	const enough = 256 << 10
	x, root, ok := xmlRoot(data, enough)
	if !ok || !isFeed(root) {
		return false
	}
	f := feed{elements: x}
	f.read(root)
	return f.discusses()
}

func isFeed(root xml.StartElement) bool {
	switch root.Name.Local {
	case "rss", "feed", "RDF":
		return true
	}
	return false
}

// readFeed reads RSS (0.9 to 2.0, https://www.rssboard.org/rss-specification)
// and Atom (RFC 4287). Where entries say what they answer (RFC 4685) they hang
// below that; without, each is a reply to the post. The only entry that looks
// like no comment is the post.
func readFeed(data []byte, b *thread.Builder) error {
	f := feed{elements: newElements(data)}
	root, ok := f.child()
	if !ok || !isFeed(root) {
		return ErrUnknown
	}
	f.read(root)
	if f.isArchive() {
		if f.keepDiscussed(); len(f.entries) == 0 && f.err == nil {
			return ErrUnknown
		}
	}
	f.build(b)
	return f.failure()
}

// A feed is what was read of one.
type feed struct {
	*elements
	id, title, link string
	base            *url.URL // what relative references are relative to
	entries         []feedEntry
	typed           bool // entries say what they are, as on Blogger
}

// A feedEntry is an article or comment, without its place.
type feedEntry struct {
	thread.Post
	base          *url.URL
	ref, refURL   string // what it answers
	self, related string // its own address as an entry, and that of one which it has to do with
	comments      bool   // it says how many comments it has, or where they are
	blogger       string // what it is, in an archive of Blogger: post, page, comment and more
	cut           bool   // it breaks off, perhaps before it says what it is
	hasOwn, whole bool   // the time is that of writing, not of a change; the body is no summary
}

// read reads the feed's own elements and its entries, which in RSS stand in
// the channel or, in version 1.0, behind it.
func (f *feed) read(in xml.StartElement) {
	f.base = resolved(f.base, attribute(in, "base"))
	for label, el := range f.children {
		switch label {
		case "channel":
			if in.Name.Local == label { // no depth without an end
				f.skip()
				continue
			}
			f.read(el)
		case "title", "atom:title":
			f.title = f.feedText(el)
		case "link":
			f.link = f.line()
		case "atom:link":
			if link, ok := alternate(el); ok {
				f.link = link
			}
			f.skip()
		case "atom:id":
			f.id = f.line()
		case "item", "atom:entry":
			e := f.entry(el)
			e.cut = f.err != nil
			f.entries = append(f.entries, e)
		default:
			f.skip()
		}
	}
}

// alternate is the address in an Atom link to the thing itself.
func alternate(el xml.StartElement) (string, bool) {
	rel := attribute(el, "rel")
	return attribute(el, "href"), rel == "" || rel == "alternate"
}

// resolved is an address that may be relative to a base.
func resolved(base *url.URL, address string) *url.URL {
	u, err := url.Parse(address)
	switch {
	case address == "" || err != nil:
		return base
	case base != nil:
		return base.ResolveReference(u)
	}
	return u
}

// discusses says whether the entries are comments: all but one, or most.
func (f *feed) discusses() bool {
	n := 0
	for i := range f.entries {
		if f.entries[i].isComment() {
			n++
		}
	}
	if f.isArchive() {
		return true // whose comments may stand behind hundreds of posts
	}
	return n > 0 && (n >= len(f.entries)-1 || n > len(f.entries)/2)
}
