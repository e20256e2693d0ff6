package format

import (
	"cmp"
	"strings"
	"time"

	"skein/thread"
	"skein/thread/markup"
)

// sniffWordPressExport says whether data is an export of WordPress.
func sniffWordPressExport(data []byte) bool {
	_, root, ok := xmlRoot(data, glimpse)
	if !ok || root.Name.Local != "rss" {
		return false
	}
	for _, a := range root.Attr {
		if a.Name.Space == "xmlns" && strings.Contains(a.Value, "wordpress.org/export/") {
			return true
		}
	}
	return false
}

// readWordPressExport reads WXR, in which WordPress exports a site: RSS whose
// items hold what was written on them, the answers nested by their parents'
// ids. Of what waits for approval the title says so; spam and what is in the
// trash counts as deleted and keeps its text.
func readWordPressExport(data []byte, b *thread.Builder) error {
	x := newElements(data)
	if root, ok := x.child(); !ok || root.Name.Local != "rss" {
		return ErrUnknown
	}
	var f forest
	for label := range x.children {
		if label != "channel" {
			x.skip()
			continue
		}
		for label := range x.children {
			switch label {
			case "title":
				f.title = x.line()
			case "link":
				f.url = x.line()
			case "item":
				x.wordPressItem(&f)
			default:
				x.skip()
			}
		}
	}
	f.plant(b)
	return x.failure()
}

// wordPressItem reads a post or page with the comments on it.
func (x *elements) wordPressItem(f *forest) {
	var p thread.Post
	var at wordPressTime
	var comments []thread.Post
	for label := range x.children {
		switch label {
		case "title":
			p.Title = x.line()
		case "link":
			p.URL = x.line()
		case "dc:creator":
			p.Author = x.line()
		case "content:encoded":
			p.Body = markup.Body{Raw: autoParagraphs(x.markup()), Kind: markup.HTML}
		case "wp:post_id":
			p.ID = wordPressPost + x.line()
		case "wp:post_date":
			at.local = x.line()
		case "wp:post_date_gmt":
			at.gmt = x.line()
		case "wp:comment":
			comments = append(comments, x.wordPressComment())
		default:
			x.skip()
		}
	}
	p.Time, p.Zone = at.time()
	p.ID = cmp.Or(p.ID, p.URL)
	f.topic(p)
	for _, c := range comments {
		if p.URL != "" {
			c.URL = p.URL + "#comment-" + c.ID
		}
		f.comment(c, p.ID)
	}
}

// wordPressPost stands before the id of a post, which a comment may have, too.
const wordPressPost = "post-"

func (x *elements) wordPressComment() thread.Post {
	var c thread.Post
	var at wordPressTime
	var site string
	for label := range x.children {
		switch label {
		case "wp:comment_id":
			c.ID = x.line()
		case "wp:comment_author":
			c.Author = x.line()
		case "wp:comment_author_email":
			c.Address = x.line()
		case "wp:comment_author_url":
			site = x.line()
		case "wp:comment_date":
			at.local = x.line()
		case "wp:comment_date_gmt":
			at.gmt = x.line()
		case "wp:comment_content":
			c.Body = markup.Body{Raw: autoParagraphs(x.markup()), Kind: markup.HTML}
		case "wp:comment_parent":
			if parent := x.line(); parent != "" && parent != "0" {
				c.Refs = []string{parent}
			}
		case "wp:comment_approved", "wp:comment_type":
			wordPressStatus(&c, x.line())
		default:
			x.skip()
		}
	}
	c.Time, c.Zone = at.time()
	c.Address = cmp.Or(c.Address, site)
	return c
}

// wordPressStatus notes a comment's approval or type.
func wordPressStatus(c *thread.Post, status string) {
	switch status {
	case "0", "hold":
		c.Title = "awaits approval"
	case "spam", "trash", "post-trashed":
		c.Flags |= thread.Deleted
	case "pingback", "trackback":
		c.Title = cmp.Or(c.Title, status)
	}
}

// A wordPressTime is one moment as the site's clock and Greenwich's show it.
type wordPressTime struct{ local, gmt string }

// time is the moment in the zone that the two clocks give away.
func (w wordPressTime) time() (time.Time, thread.ZoneKnown) {
	local, localErr := time.Parse(time.DateTime, w.local)
	gmt, err := time.Parse(time.DateTime, w.gmt)
	if err != nil { // a draft has 0000-00-00 00:00:00
		return local, thread.LocalTime
	}
	const quarter, farthest = 15 * time.Minute, 14 * time.Hour
	east := local.Sub(gmt).Round(quarter)
	if localErr == nil && east.Abs() <= farthest && (local.Sub(gmt)-east).Abs() < time.Minute {
		gmt = gmt.In(time.FixedZone("", int(east/time.Second)))
	}
	return gmt, thread.KnownZone
}
