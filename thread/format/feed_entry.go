package format

import (
	"cmp"
	"encoding/xml"
	"strings"

	"skein/thread"
	"skein/thread/format/dates"
	"skein/thread/markup"
)

// entry reads an entry of Atom or an item of RSS.
func (f *feed) entry(el xml.StartElement) feedEntry {
	e := feedEntry{base: resolved(f.base, attribute(el, "base"))}
	e.ID = attribute(el, "about")
	discussed := ""
	for label, el := range f.children {
		switch label {
		case "title", "atom:title":
			e.Title = f.feedText(el)
		case "guid", "atom:id":
			e.ID = f.line()
		case "link":
			e.URL = f.line()
		case "atom:link":
			f.entryLink(&e, el)
		case "thr:in-reply-to":
			e.ref, e.refURL = attribute(el, "ref"), attribute(el, "href")
			f.skip()
		case "slash:comments", "thr:total":
			e.comments = true
			f.skip()
		case "comments":
			discussed = f.line()
		default:
			if !f.ofBlogger(&e, label, el) && !f.who(&e, label, el) && !f.when(&e, label) && !f.what(&e, label, el) {
				f.skip()
			}
		}
	}
	e.ID = cmp.Or(e.ID, e.URL)
	e.comments = e.comments || discussed != "" && discussed != e.URL // a comment of Hacker News is discussed where it stands
	e.tidy()
	return e
}

// entryLink reads a link of an Atom entry.
func (f *feed) entryLink(e *feedEntry, el xml.StartElement) {
	link, ok := alternate(el)
	switch rel := attribute(el, "rel"); {
	case ok:
		e.URL = resolvedText(*e, link)
	case rel == "self":
		e.self = link
	case rel == "related":
		e.related = link
	}
	f.skip()
}

func resolvedText(e feedEntry, address string) string {
	if u := resolved(e.base, address); u != nil {
		return u.String()
	}
	return address
}

// who reads an element that names the author and says whether it does.
func (f *feed) who(e *feedEntry, label string, el xml.StartElement) bool {
	switch label {
	case "dc:creator":
		e.Author = f.line()
	case "author": // in RSS a mail address, often with the name in parentheses
		text := f.line()
		if address, name, ok := strings.Cut(strings.TrimSuffix(text, ")"), " ("); ok && strings.Contains(address, "@") {
			e.Author, e.Address = name, address
		} else {
			e.Author = cmp.Or(e.Author, text)
		}
	case "atom:author":
		if e.Author != "" { // the first of several
			f.skip()
			return true
		}
		for label := range f.children {
			switch label {
			case "atom:name":
				e.Author = f.line()
			case "atom:email":
				if address := f.line(); !strings.HasPrefix(address, "noreply@") {
					e.Address = address
				}
			case "atom:uri":
				e.Address = cmp.Or(e.Address, f.line())
			default:
				f.skip()
			}
		}
	default:
		return false
	}
	return true
}

// when reads an element that tells a time and says whether it does. That of
// writing comes before that of the last change.
func (f *feed) when(e *feedEntry, label string) bool {
	switch label {
	case "pubDate", "dc:date", "atom:published", "atom:issued":
	case "atom:updated", "atom:modified":
		if e.hasOwn {
			f.skip()
			return true
		}
	default:
		return false
	}
	text := f.line()
	at, zone, ok := readTime(text)
	if d, _, _ := dates.Find(clip(text)); !ok && d.Strong() && !d.Relative {
		at, zone = d.Time(false)
		ok = true
	}
	if ok {
		e.Time, e.Zone = at, zone
		e.hasOwn = !strings.HasPrefix(label, "atom:") || label == "atom:published"
	}
	return true
}

// what reads an element that holds the text and says whether it does. All of
// it comes before a summary.
func (f *feed) what(e *feedEntry, label string, el xml.StartElement) bool {
	switch label {
	case "content:encoded", "atom:content":
		e.whole = true
	case "description", "atom:summary":
		if e.whole {
			f.skip()
			return true
		}
	default:
		return false
	}
	kind := markup.HTML
	if media := attribute(el, "type"); strings.HasPrefix(label, "atom:") && !strings.Contains(media, "html") {
		kind = markup.Text
	}
	if body := (markup.Body{Raw: f.markup(), Kind: kind}); e.Body.Empty() || !body.Empty() {
		e.Body = body
	}
	return true
}

// feedText is a title without the markup that it may have.
func (f *feed) feedText(el xml.StartElement) string {
	text := f.text()
	if strings.Contains(attribute(el, "type"), "html") && strings.ContainsRune(text, '<') {
		return markup.Body{Raw: text, Kind: markup.HTML}.Plain()
	}
	return unescapeTwice(text)
}

// tidy takes off what Reddit puts around names and texts, and the names that
// Discourse puts behind those that it knows its users by.
func (e *feedEntry) tidy() {
	e.Author = strings.TrimPrefix(e.Author, "/u/")
	if name, ok := strings.CutPrefix(e.Author, "@"); ok && discourseEntry().MatchString(e.ID) {
		e.Author, _, _ = strings.Cut(name, " ")
	}
	if _, text, ok := strings.Cut(e.Body.Raw, "<!-- SC_OFF -->"); ok {
		e.Body.Raw, _, _ = strings.Cut(text, "<!-- SC_ON -->")
	}
	if e.Author == "[deleted]" {
		e.Author = ""
		if e.Body.First(20) == "[deleted]" || e.Body.First(20) == "[removed]" {
			e.Flags |= thread.Deleted
		}
	}
}

// isComment says whether an entry names what it answers, or has the address
// or title that programs give to comments.
func (e *feedEntry) isComment() bool {
	if e.blogger != "" {
		return e.blogger == "comment"
	}
	if discourseEntry().MatchString(e.ID) {
		return !strings.HasSuffix(e.ID, "-1")
	}
	return e.ref != "" || !e.comments &&
		(isCommentPlace(e.ID) || isCommentPlace(e.URL) || commentTitle().MatchString(e.Title))
}

// isCommentPlace says whether an id or address is that of a comment: of a
// numbered place on a page, or a comment of Reddit.
func isCommentPlace(name string) bool {
	if at := strings.LastIndexByte(name, '#'); at >= 0 && commentFragment().MatchString(name[at:]) {
		return true
	}
	if at := strings.IndexByte(name, '?'); at >= 0 && commentQuery().MatchString(name[at:]) {
		return true
	}
	return strings.HasPrefix(name, "t1_")
}

var (
	commentFragment = pattern(`(?i)^#(?:(?:[a-z-]*comment|comments|commanchor|c|p|post|note|msg|message|reply|answer|r)?[-_]?[0-9]+|c_[a-z0-9]+)$`)
	commentQuery    = pattern(`(?i)[?&](?:showcomment|comment_?id|replytocom)=[0-9]+`)
	discourseEntry  = pattern(`-post-[0-9]+-[0-9]+$`) // topic, number
)
