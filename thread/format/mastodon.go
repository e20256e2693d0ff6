package format

import (
	"cmp"
	"fmt"
	"html"
	"strings"

	"skein/thread"
	"skein/thread/markup"
)

// sniffMastodon looks for a status' context, a status, or both in a pair.
func sniffMastodon(data []byte) bool {
	v := glance(data)
	return sniffContext(v) || sniffStatus(v) || sniffContext(v.at("context")) ||
		sniffStatus(v.first()) && hasElement(v, sniffContext) || sniffContext(v.first())
}

func sniffContext(v value) bool {
	above, below := v.at("ancestors"), v.at("descendants")
	return above.kind() == '[' && below.kind() == '[' &&
		(sniffStatus(above.first()) || sniffStatus(below.first()))
}

func sniffStatus(v value) bool {
	return v.has("id", "content", "in_reply_to_id") && (v.at("account").has("acct") || v.at("account").has("username"))
}

// hasElement says whether a list has an element that is as asked for.
func hasElement(v value, is func(value) bool) bool {
	for e := range v.elements {
		if is(e) {
			return true
		}
	}
	return false
}

// readMastodon reads the context of a status
// (https://docs.joinmastodon.org/methods/statuses/#context), with or without
// that status: what stands above and below it, each naming what it answers.
func readMastodon(data []byte, b *thread.Builder) error {
	vs, err := readValues(data)
	r := mastodonReader{seen: map[string]bool{}}
	for doc := range vs.documents {
		r.read(doc, "")
	}
	for _, p := range r.comments {
		if near := cmp.Or(r.about, r.above); len(p.Refs) > 0 && near != p.ID && !r.upper[p.ID] {
			p.Refs = append(p.Refs, near) // for those whose own parent is gone
		}
	}
	r.findHead()
	r.tell(b)
	return err
}

type mastodonReader struct {
	discussion
	seen  map[string]bool
	upper map[string]bool // those above the status that the file is about
	above string          // the last of them
	about string          // that status, where it is there
}

// read gathers the statuses in a value that is called so in its object.
func (r *mastodonReader) read(v value, name string) {
	if !v.has("id", "account") {
		for e := range v.elements {
			r.read(e, name)
		}
		for name, m := range v.members {
			r.read(m, name)
		}
		return
	}
	p := mastodonPost(v)
	if r.seen[p.ID] {
		return
	}
	r.seen[p.ID] = true
	switch name {
	case "ancestors":
		if r.upper == nil {
			r.upper = map[string]bool{}
		}
		r.above, r.upper[p.ID] = p.ID, true
	case "descendants":
	default:
		r.about = p.ID
	}
	r.add(p)
	if v.has("ancestors") || v.has("descendants") { // of a status with its own context
		r.read(v.at("ancestors"), "ancestors")
		r.read(v.at("descendants"), "descendants")
	}
}

func mastodonPost(v value) thread.Post {
	by := v.at("account")
	p := thread.Post{
		ID:      v.at("id").text(),
		Author:  cmp.Or(strings.TrimSpace(by.at("display_name").text()), by.at("username").text()),
		Address: by.at("acct").text(),
		Title:   v.at("spoiler_text").text(), // the warning that stands for the content
		URL:     v.at("url").or(v.at("uri")).text(),
		Body:    v.at("content").body(markup.HTML),
	}
	if to := v.at("in_reply_to_id").text(); to != "" {
		p.Refs = []string{to}
	}
	p.Time, p.Zone = v.at("created_at").time()
	v.at("favourites_count").score(&p)
	for m := range v.at("media_attachments").elements {
		p.Attachments = append(p.Attachments, thread.Attachment{
			Name: described(m.at("description").text(), m.at("url").or(m.at("remote_url")).text()),
			Type: m.at("type").text(),
		})
	}
	if poll := v.at("poll", "options"); poll.count() > 0 {
		p.Body = markup.Body{Raw: v.at("content").text() + mastodonPoll(poll), Kind: markup.HTML}
	}
	return p
}

// mastodonPoll is a list of what one can choose.
func mastodonPoll(options value) string {
	var b strings.Builder
	b.WriteString("<ul>")
	for o := range options.elements {
		b.WriteString("<li>" + html.EscapeString(o.at("title").text()))
		if votes, ok := o.at("votes_count").number(); ok {
			fmt.Fprintf(&b, " (%d)", votes)
		}
		b.WriteString("</li>")
	}
	b.WriteString("</ul>")
	return b.String()
}

// described is the name of a file that has words and an address.
func described(words, url string) string {
	words = strings.Join(strings.Fields(words), " ")
	if words != "" && url != "" {
		return words + ": " + url
	}
	return words + url
}
