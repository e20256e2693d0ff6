package format

import (
	"html"
	"slices"

	"skein/thread"
	"skein/thread/markup"
)

// sniffImageboard looks for posts that have a number and a time, or for a
// thread of LynxChan.
func sniffImageboard(data []byte) bool {
	v := glance(data)
	if v.has("threadId", "boardUri") || isImageboardPost(v.at("posts").first()) {
		return true
	}
	if hasElement(v.at("threads"), func(e value) bool { return isImageboardPost(e.at("posts").first()) }) {
		return true
	}
	for _, e := range v.members { // FoolFuuka
		return isImageboardPost(e.at("op"))
	}
	return false
}

func isImageboardPost(v value) bool {
	return v.has("no", "time") && (v.has("resto") || v.has("com") || v.has("sub")) || v.has("num", "timestamp", "comment")
}

// readImageboard reads threads of imageboards: what the API of 4chan answers
// (https://github.com/4chan/4chan-API) and vichan and others after it, that of
// 2ch, of LynxChan, and of FoolFuuka, which keeps archives. A post answers the
// one whose number stands in its text: `>>51971506`. One that has the numbers of
// several, or of none, answers the thread.
func readImageboard(data []byte, b *thread.Builder) error {
	vs, err := readValues(data)
	var ds discussions
	for doc := range vs.documents {
		switch {
		case doc.has("threadId"):
			imageboardThread(&ds, doc, doc.at("posts"))
		case doc.has("posts"):
			imageboardThread(&ds, value{}, doc.at("posts"))
		case doc.has("threads"):
			for e := range doc.at("threads").elements {
				imageboardThread(&ds, value{}, e.at("posts"))
			}
		default:
			for _, e := range doc.members {
				imageboardThread(&ds, e.at("op"), e.at("posts"))
			}
		}
	}
	ds.forgetNobody()
	ds.tell(b)
	return err
}

// forgetNobody takes the name off posts that a board writes where nobody gave
// one: more than half of all have it, and nothing beside it. Whoever wrote two
// of them need not be the same.
func (ds *discussions) forgetNobody() {
	names, posts := map[string]int{}, 0
	each := func(visit func(p *thread.Post)) {
		for _, d := range ds.all {
			visit(&d.head)
			for _, p := range d.comments {
				visit(p)
			}
		}
	}
	each(func(p *thread.Post) {
		posts++
		if p.Address == "" {
			names[p.Author]++
		}
	})
	each(func(p *thread.Post) {
		if n := names[p.Author]; p.Address == "" && n > 1 && 2*n > posts {
			p.Author = ""
		}
	})
}

// imageboardThread takes a thread, whose first post is the first of the posts
// where it is not there by itself.
func imageboardThread(ds *discussions, op, posts value) {
	var d *discussion
	if op.kind() == '{' {
		d = imageboardHead(ds, op)
	}
	known := map[string]bool{}
	for e := range posts.entries {
		if e.kind() != '{' {
			continue
		}
		if d == nil {
			d = imageboardHead(ds, e)
			continue
		}
		known[d.head.ID] = true
		p := imageboardPost(e)
		for id := range thread.PostNumbers(p.Body.Plain()) {
			if known[id] && !slices.Contains(p.Refs, id) {
				p.Refs = append(p.Refs, id)
			}
		}
		if len(p.Refs) > 1 {
			p.Refs = nil
		}
		known[p.ID] = true
		d.add(p)
	}
}

// imageboardHead begins a thread with its first post.
func imageboardHead(ds *discussions, v value) *discussion {
	head := imageboardPost(v)
	d := ds.of(head.ID)
	d.head = head
	d.head.More = v.at("omitted_posts").amount()
	return d
}

func imageboardPost(v value) thread.Post {
	p := thread.Post{
		ID:      v.at("no").or(v.at("num")).or(v.at("postId")).or(v.at("threadId")).text(),
		Author:  html.UnescapeString(v.at("name").text()),
		Address: v.at("trip").or(v.at("id")).text(),
		Title:   html.UnescapeString(v.at("sub").or(v.at("subject")).or(v.at("title")).text()),
		Body:    imageboardText(v).body(markup.HTML),
	}
	p.Time, p.Zone = v.at("time").or(v.at("timestamp")).or(v.at("creation")).time()
	if !imageboardText(v).there() {
		p.Body = v.at("comment").or(v.at("message")).body(markup.Text)
	}
	if name := v.at("filename").text(); name != "" {
		name = html.UnescapeString(name) + v.at("ext").text()
		p.Attachments = []thread.Attachment{{Name: name, Size: int64(v.at("fsize").amount())}}
	}
	for f := range v.at("files").elements {
		if name := f.at("originalName").or(f.at("fullname")).or(f.at("name")).text(); name != "" {
			p.Attachments = append(p.Attachments, thread.Attachment{Name: name, Type: f.at("mime").text()})
		}
	}
	return p
}

// imageboardText is the text of a post where it is HTML.
func imageboardText(v value) value {
	text := v.at("com").or(v.at("comment_processed"))
	if v.has("num") && !v.has("comment_processed") { // 2ch
		text = text.or(v.at("comment"))
	}
	return text.or(v.at("markdown"))
}
