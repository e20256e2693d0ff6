package format

import (
	"encoding/xml"
	"slices"
	"strings"
)

// ofBlogger reads an element by which an archive of a blog on Blogger says what
// an entry is, and says whether it is such. Archives of today, as Google Takeout
// gives them out, have elements of their own for it; older ones have a category,
// and what a comment answers as feeds do.
func (f *feed) ofBlogger(e *feedEntry, label string, el xml.StartElement) bool {
	switch label {
	case "atom:category":
		if _, kind, ok := strings.Cut(attribute(el, "term"), "schemas.google.com/blogger/2008/kind#"); ok {
			e.blogger = kind
		}
		f.skip()
	case "blogger:type":
		e.blogger, f.typed = strings.ToLower(f.line()), true
	case "blogger:parent":
		e.ref = f.line()
	case "blogger:inReplyTo":
		e.related = f.line()
	default:
		return false
	}
	return true
}

// isArchive says whether the feed is a whole blog on Blogger: its settings, its
// templates, its posts, and somewhere behind these the comments on them. A feed
// of posts only is none.
func (f *feed) isArchive() bool {
	return (f.typed || strings.HasSuffix(f.id, ".archive")) &&
		slices.ContainsFunc(f.entries, func(e feedEntry) bool { return e.blogger != "" && e.blogger != "comment" })
}

// keepDiscussed leaves only the comments of an archive and what they are on.
func (f *feed) keepDiscussed() {
	answered := map[string]bool{}
	for i := range f.entries {
		answered[f.entries[i].ref] = true
	}
	f.entries = slices.DeleteFunc(f.entries, func(e feedEntry) bool {
		return e.blogger != "" && e.blogger != "comment" && !answered[e.ID]
	})
}
