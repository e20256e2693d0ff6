package format

import (
	"time"

	"skein/thread"
	"skein/thread/markup"
)

// sniffAlgolia looks for the keys of an Algolia item in the post and the
// comments that come first.
func sniffAlgolia(v value) bool {
	for ; v.kind() == '{'; v = v.at("children").first() {
		switch {
		case v.has("author", "created_at_i") && (v.has("points") || v.has("parent_id")):
			return true
		case v.has("author", "children") && (v.has("text") || v.has("points") || v.has("created_at_i")):
			return true
		}
	}
	return false
}

// readAlgolia reads an item of the Algolia API for Hacker News
// (https://hn.algolia.com/api, items/ID): a story or comment with all its
// replies nested in it. The keys of an item may stand in any order.
func readAlgolia(data []byte, b *thread.Builder) error {
	r := hackerNews{tokens: newTokens(data), builder: b}
	if r.peek() != '{' {
		return ErrUnknown
	}
	r.step()
	r.begin()
	for inList := false; len(r.open) > 0 && r.err == nil; {
		if inList {
			inList = r.child()
		} else {
			inList = r.member()
		}
	}
	for i := range r.open { // only where the file breaks off
		if r.open[i].fresh {
			r.tell(&r.open[i])
		}
	}
	return r.finish()
}

// hackerNews reads items without recursion: open are those whose end has not
// come yet, the post first.
type hackerNews struct {
	*tokens
	builder *thread.Builder
	open    []hackerNewsItem
}

// A hackerNewsItem is what was read of an item so far.
type hackerNewsItem struct {
	thread.Post
	number  int    // what the builder calls it
	told    bool   // the builder has it
	fresh   bool   // something was read that the builder does not have
	created string // the time in words, needed only without the other form
}

// child goes on in a list of children and says whether it is still in one.
func (r *hackerNews) child() (inList bool) {
	switch r.peek() {
	case '{':
		r.step()
		if above := &r.open[len(r.open)-1]; above.fresh || !above.told {
			r.tell(above)
		}
		r.begin()
		return false
	case ']':
		r.step()
		return false
	}
	r.skip()
	return true
}

// member reads one member of the item that was opened last and says whether
// it is in a list of children after that.
func (r *hackerNews) member() (inList bool) {
	item := &r.open[len(r.open)-1]
	name, more := r.key()
	switch {
	case r.err != nil:
		return false
	case !more:
		if item.fresh {
			r.tell(item)
		}
		r.open = r.open[:len(r.open)-1]
		return true
	case name == "children" && r.peek() == '[':
		r.step()
		return true
	}
	r.field(item, name)
	return false
}

func (r *hackerNews) begin() {
	r.open = append(r.open, hackerNewsItem{Post: thread.Post{Level: len(r.open)}})
}

// field reads one of an item's own members.
func (r *hackerNews) field(item *hackerNewsItem, name string) {
	switch name {
	case "id":
		item.ID = r.text()
	case "author":
		item.Author = r.text()
	case "text":
		item.Body = r.body(markup.HTML)
	case "points":
		if n, ok := r.number(); ok {
			item.Score, item.Flags = int(n), item.Flags|thread.Scored
		}
	case "created_at_i":
		if n, ok := r.number(); ok && n > 0 && n < endOfTime {
			item.Time, item.Zone = time.Unix(n, 0).UTC(), thread.KnownZone
		}
	case "created_at":
		item.created = r.text()
	case "title":
		item.Title = r.text()
	case "url":
		item.URL = r.text()
	default:
		r.skip()
		return
	}
	item.fresh = true
}

// endOfTime is the year 10,000, which dates as people write them don't reach.
const endOfTime = 253402300800

// tell gives the builder what is known of an item. That is done before its
// first reply begins, for the order, and at its end if there was more.
func (r *hackerNews) tell(item *hackerNewsItem) {
	if t, err := time.Parse(time.RFC3339, item.created); err == nil && item.Time.IsZero() {
		item.Time, item.Zone = t, thread.KnownZone
	}
	post := item.Post
	switch {
	case post.Level == 0:
		r.builder.Title, r.builder.URL = post.Title, post.URL
		post.Title = ""
		r.builder.Set(0, post)
	default:
		if post.Author == "" && post.Body.Empty() {
			post.Flags |= thread.Deleted
		}
		if !item.told {
			item.number = r.builder.Add(post)
		} else {
			r.builder.Set(item.number, post)
		}
	}
	item.told, item.fresh = true, false
}
