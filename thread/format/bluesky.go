package format

import (
	"cmp"
	"slices"
	"strings"

	"skein/thread"
)

// sniffBluesky looks for a thread or the view of a post.
func sniffBluesky(data []byte) bool {
	v := glance(data)
	if posts := v.at("thread"); posts.kind() == '[' {
		return posts.first().has("uri", "depth", "value")
	}
	v = v.at("thread").or(v)
	return sniffBlueskyPost(v.at("post")) ||
		strings.HasPrefix(v.at("$type").text(), "app.bsky.feed.defs#") && v.has("uri")
}

func sniffBlueskyPost(v value) bool {
	return v.has("uri", "author", "record") && v.at("author").has("did")
}

// readBluesky reads what app.bsky.feed.getPostThread answers
// (https://docs.bsky.app/docs/api/app-bsky-feed-get-post-thread): a post with
// the replies nested in it, and what it answers itself nested the other way.
// The flat list of app.bsky.unspecced.getPostThreadV2 is read as well.
func readBluesky(data []byte, b *thread.Builder) error {
	vs, err := readValues(data)
	r := blueskyReader{}
	for doc := range vs.documents {
		if posts := doc.at("thread"); posts.kind() == '[' {
			r.flat(posts)
		} else {
			r.nested(posts.or(doc))
		}
	}
	r.tell(b)
	return err
}

type blueskyReader struct {
	discussion
	begun bool // there is a post
}

// nested takes a view with what is above and below it.
func (r *blueskyReader) nested(v value) {
	branch := []value{v}
	for above := v.at("parent"); above.kind() == '{'; above = above.at("parent") {
		branch = append(branch, above)
	}
	slices.Reverse(branch)
	for level, above := range branch[:len(branch)-1] {
		r.view(above, level, 1)
	}
	r.below(v, len(branch)-1)
}

// below takes a view and the replies to it.
func (r *blueskyReader) below(v value, level int) {
	replies := v.at("replies")
	r.view(v, level, replies.count())
	for reply := range replies.elements {
		if reply.kind() == '{' {
			r.below(reply, level+1)
		}
	}
}

// flat takes views that say their depth, less than 0 above the one that was
// asked for.
func (r *blueskyReader) flat(list value) {
	top := int64(0)
	if depth, ok := list.first().at("depth").number(); ok {
		top = min(depth, 0)
	}
	for v := range list.elements {
		depth, _ := v.at("depth").number()
		p := blueskyPost(v.at("value"))
		p.ID = cmp.Or(p.ID, v.at("uri").text())
		p.More = v.at("value", "moreReplies").amount()
		r.take(p, int(min(max(depth-top, 0), 1<<20)))
	}
}

// view takes one view, of whose replies so many are there.
func (r *blueskyReader) view(v value, level, replies int) {
	p := blueskyPost(v)
	if there := v.at("post", "replyCount").amount(); there > replies {
		p.More = there - replies
	}
	r.take(p, level)
}

// take adds a post, the first as the one that is discussed.
func (r *blueskyReader) take(p thread.Post, level int) {
	if !r.begun && level == 0 {
		r.head = p
	} else {
		p.Level = max(level, 1)
		r.add(p)
	}
	r.begun = true
}

// blueskyPost is a post, or what stands for one that is blocked or gone.
func blueskyPost(v value) thread.Post {
	post := v.at("post")
	if !post.there() {
		return thread.Post{ID: v.at("uri").text(), Flags: thread.Deleted}
	}
	by, record := post.at("author"), post.at("record")
	p := thread.Post{
		ID:          post.at("uri").text(),
		Author:      cmp.Or(strings.TrimSpace(by.at("displayName").text()), by.at("handle").text()),
		Address:     by.at("handle").or(by.at("did")).text(),
		Body:        blueskyBody(record),
		Attachments: blueskyEmbeds(nil, post.at("embed").or(record.at("embed"))),
	}
	if cut := strings.LastIndexByte(p.ID, '/'); cut >= 0 && p.Address != "" {
		p.URL = "https://bsky.app/profile/" + p.Address + "/post/" + p.ID[cut+1:]
	}
	p.Time, p.Zone = record.at("createdAt").or(post.at("indexedAt")).time()
	post.at("likeCount").score(&p)
	return p
}
