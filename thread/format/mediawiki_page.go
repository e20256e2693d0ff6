package format

import (
	"cmp"
	"net/url"
	"sort"
	"strings"
	"time"

	"skein/thread"
	"skein/thread/format/dom"
)

// readTalkPage reads a page of a wiki on which people talk. The comments are in
// no elements of their own, but MediaWiki marks where each heading and each
// comment begins and ends, with an id that says who wrote it and when
// (https://www.mediawiki.org/wiki/Extension:DiscussionTools/How_it_works). The
// lists that a comment stands in say how deep it is.
func readTalkPage(data []byte, b *thread.Builder) error {
	p := newPage(data, b)
	t := talkPage{page: p, src: p.Root().Inner(), ends: map[string]dom.Node{}}
	t.look()
	t.read()
	if len(t.starts) == 0 {
		t.readSigned()
	}
	if len(t.comments) == 0 {
		return ErrUnknown
	}
	b.Title, b.URL = p.title(p.Len()), p.address()
	if b.URL != "" {
		b.Permalink = b.URL + "#"
	}
	t.tell(b)
	return nil
}

// A conversation is the comments of a talk page below their topics.
type conversation struct {
	topic    *thread.Post // of the comments to come, until it stands above them
	topics   int
	comments []thread.Post // and the topics
}

// tell gives the comments to a builder. The only topic is the thread.
func (t *conversation) tell(b *thread.Builder) {
	for _, c := range t.comments {
		switch topic := c.Flags&thread.Topic != 0; {
		case topic && t.topics == 1:
			b.Title = cmp.Or(c.Title, b.Title)
			continue
		case topic:
			c.Title = cmp.Or(c.Title, b.Title)
		case t.topics > 1:
			c.Level++
		}
		b.Add(c)
	}
}

// A talkPage is a page of a wiki that is being read.
type talkPage struct {
	*page
	conversation
	src    string              // of the page: places are bytes of it
	ends   map[string]dom.Node // the marks of ends by the ids of what they end
	links  []dom.Node          // and what MediaWiki puts behind comments, in the order of the page
	depth  []int               // in lists, by node
	starts []dom.Node          // the marks of beginnings
}

// look notes what is needed of all the page.
func (t *talkPage) look() {
	t.depth = make([]int, t.Len())
	for n := range t.Root().Within() {
		t.depth[n.Index()] = t.depth[n.Parent().Index()]
		if n.Is("dd", "li") {
			t.depth[n.Index()]++
		}
		if id, ends := n.Lookup("data-mw-comment-end"); ends {
			t.ends[id] = n
		} else if _, starts := n.Lookup("data-mw-comment-start"); starts {
			t.starts = append(t.starts, n)
		}
		if n.Is("a") || talkTool(n) {
			t.links = append(t.links, n)
		}
	}
}

// read takes the comments in the order of the page, each heading before the
// first of its comments.
func (t *talkPage) read() {
	for i, n := range t.starts {
		id := n.ID()
		end := t.ends[id].From()
		if end < n.To() {
			continue
		}
		if i+1 < len(t.starts) {
			end = max(min(end, t.starts[i+1].From()), n.To()) // none is in another
		}
		if strings.HasPrefix(id, "h-") {
			t.topic = &thread.Post{ID: id, Title: dom.Parse(t.src[n.To():end]).Root().Text()}
			continue
		}
		author, when := talkID(id)
		if author == "" {
			continue
		}
		t.add(thread.Post{
			ID: id, Level: 1 + t.depth[n.Index()], Author: author, Time: when, Zone: thread.KnownZone,
			Body: htmlBody(t.src[n.To():t.signature(n.To(), end, author)]),
		})
	}
}

// add takes a comment, and before the first its topic, which has no title where
// no heading stands above it.
func (t *conversation) add(p thread.Post) {
	if t.topics == 0 && t.topic == nil {
		t.topic = &thread.Post{}
	}
	if t.topic != nil {
		t.topic.Level, t.topic.Flags = 1, thread.Topic
		t.comments = append(t.comments, *t.topic)
		t.topic = nil
		t.topics++
	}
	t.comments = append(t.comments, p)
}

// talkID is who wrote a comment and when, by its id: c-Ann_Lee-20230501120000
// and then what it answers, or with the time as 2023-05-01T12:00:00.000Z, as
// until 2022. Names may have hyphens in them.
func talkID(id string) (author string, when time.Time) {
	rest, comment := strings.CutPrefix(id, "c-")
	for at := 0; comment && at < len(rest); at++ {
		if rest[at] != '-' {
			continue
		}
		for _, layout := range []string{"20060102150405", "2006-01-02T15:04:05.000Z", "2006-01-02T15:04:05Z"} {
			stamp := rest[at+1:]
			if len(stamp) < len(layout) || len(stamp) > len(layout) && stamp[len(layout)] != '-' {
				continue
			}
			if when, err := time.Parse(layout, stamp[:len(layout)]); err == nil {
				return strings.ReplaceAll(rest[:at], "_", " "), when
			}
		}
	}
	return "", time.Time{}
}

// signature is where the signature at the end of a comment begins: the links
// to its author, the time, and what MediaWiki puts behind it.
func (t *talkPage) signature(start, end int, author string) int {
	const longest, most = 40, 40 // bytes between two links of a signature, and links
	cut := end
	last := sort.Search(len(t.links), func(i int) bool { return t.links[i].From() >= end }) - 1
	for i := last; i >= max(0, last-most); i-- {
		n := t.links[i]
		if n.From() >= cut {
			continue
		}
		if n.From() < start {
			break
		}
		if !talkTool(n) && (n.To() > cut || !leadsTo(n, author) || visible(t.src[n.To():cut]) > longest) {
			break
		}
		cut = n.From()
	}
	return start + len(strings.TrimRight(t.src[start:cut], " \t\n\u00a0-–—(~"))
}

// talkTool says whether an element is one that MediaWiki puts behind comments.
func talkTool(n dom.Node) bool {
	return n.HasAny("ext-discussiontools-init-timestamplink", "ext-discussiontools-init-replylink-buttons", "ext-discussiontools-init-replylink-reply")
}

// leadsTo says whether a link leads to the pages of a user.
func leadsTo(n dom.Node, user string) bool {
	to := n.Attr("title")
	if href, err := url.PathUnescape(n.Attr("href")); err == nil {
		to += "\n" + strings.ReplaceAll(href, "_", " ")
	}
	to, user = strings.ToLower(to), strings.ToLower(user)
	return n.Has("mw-selflink") || strings.Contains(to, ":"+user) || strings.Contains(to, "/"+user)
}

// visible is how many bytes of HTML stand outside its tags.
func visible(src string) int {
	n := 0
	for src != "" {
		text, rest, _ := strings.Cut(src, "<")
		n += len(text)
		_, src, _ = strings.Cut(rest, ">")
	}
	return n
}
