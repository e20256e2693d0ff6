package format

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"skein/thread"
)

// A commentsReader gathers comments with the pages they are on.
type commentsReader struct {
	found  []pagedComment
	heads  map[string]thread.Post // by page
	nested bool                   // replies stand in what they answer
}

type pagedComment struct {
	thread.Post
	owner   string // the page whose list it is in
	page    string // the page that it names
	heading string // the title of that
	kind    string // what it says that it is
}

// A spot is where a comment stands: in the replies of a comment of that id, if
// that is known, which names that page.
type spot struct {
	above []string
	level int
	page  string
	byID  bool // its name in an object is its id
}

// find looks for lists of comments. Owner is the object around the value that
// has a title, or that has a page with one.
func (r *commentsReader) find(v value, name string, owner value) {
	if isComments(v, name) {
		before := len(r.found)
		r.list(v, name)
		page := r.head(owner)
		for i := range r.found[before:] {
			r.found[before+i].owner = page
		}
		return
	}
	for e := range v.elements {
		r.find(e, name, owner)
	}
	if p := partsOf(v); p.found[theTitle].text() != "" {
		owner = v
	} else if page := discussed(v); page.there() {
		owner = page
	}
	listed := areListsOfComments(v) && holdsComments(v, name, 0)
	for part, m := range v.members {
		if listed {
			r.list(m, part)
			continue
		}
		r.find(m, nameOfPart(name, part), owner)
	}
}

// areListsOfComments says whether an object has nothing but lists of what may
// be comments, by names that say nothing of them: those of files, with Gerrit.
func areListsOfComments(v value) bool {
	seen := 0
	for name, m := range v.members {
		if placesOf(name) != nil || !isComment(m.first()) {
			return false
		}
		seen++
	}
	return seen > 1
}

// discussed is the object with a title beside a list of comments.
func discussed(v value) value {
	for _, name := range []string{"page", "post", "article", "story", "topic", "discussion", "thread"} {
		if page := v.at(name); page.at("title").there() {
			return page
		}
	}
	return value{}
}

// head keeps the post that an object is and gives the key it is kept by.
func (r *commentsReader) head(owner value) string {
	if owner.kind() != '{' {
		return ""
	}
	parts := partsOf(owner)
	p := parts.post()
	p.Title = parts.found[theTitle].text()
	if p.Body.Empty() {
		p.Body = owner.at("description").textBody(unsure)
	}
	if p.Author == p.Title { // a name, but of the whole
		p.Author, p.Address = "", ""
	}
	key := cmp.Or(p.ID, p.URL, p.Title)
	if r.heads == nil {
		r.heads = map[string]thread.Post{}
	}
	r.heads[key] = p
	return key
}

// list takes the comments of a list of that name. In the notes of a discussion
// on GitLab (https://docs.gitlab.com/api/discussions/) all that comes behind
// the first answers it.
func (r *commentsReader) list(v value, name string) {
	at := spot{level: 1, byID: v.kind() == '{'}
	if strings.HasPrefix(name, "/") || strings.Contains(name, "://") {
		at.page = name
	}
	for e := range v.entries {
		r.comment(e, at)
		if name == "notes" && at.level == 1 {
			at = spot{above: []string{e.at("id").text()}, level: 2}
		}
	}
}

// comment takes a comment and what answers it.
func (r *commentsReader) comment(v value, at spot) {
	parts := partsOf(v)
	p, replies := parts.post(), parts.replies()
	if p.Body.Empty() && (p.ID == "" && p.Author == "" && !replies.there() || parts.object.has("details")) {
		return // nothing, or with Redmine a change
	}
	if !parts.named[theText] && at.level > 1 && parts.object.count() == 2 {
		return // with Slack only the place of one, which stands further down
	}
	if p.ID == "" && at.byID {
		p.ID = v.name()
	}
	if parent := parts.parent(); parent != "" && parent != p.ID {
		p.Refs = append(p.Refs, parent)
	}
	p.Refs = append(p.Refs, at.above...)
	if at.level > 1 && len(at.above) == 0 || p.ID == "" && len(p.Refs) == 0 {
		p.Level, p.Refs = at.level, nil
	}
	if replies.there() {
		p.More = max(parts.found[theCount].amount()-replies.count(), 0)
		r.nested = true
	}
	page := cmp.Or(parts.page(), at.page)
	r.found = append(r.found, pagedComment{p, "", page, parts.heading(), parts.object.at("type").text()})
	below := spot{level: at.level + 1, page: page, byID: replies.kind() == '{'}
	if p.ID != "" {
		below.above = []string{p.ID}
	}
	for e := range replies.entries {
		r.comment(e, below)
	}
}

// dropEvents leaves out what only happened among comments, as that somebody came
// or a state changed, unless a comment answers it: what has no text and is of a
// type of which none has any.
func (r *commentsReader) dropEvents() {
	said, answered := map[string]bool{}, map[string]bool{}
	for _, c := range r.found {
		if !c.Body.Empty() {
			said[c.kind] = true
		}
	}
	isEvent := func(c pagedComment) bool { return !said[c.kind] && c.kind != "" && c.Flags&thread.Deleted == 0 }
	if !slices.ContainsFunc(r.found, isEvent) {
		return
	}
	for _, c := range r.found {
		for _, ref := range c.Refs {
			answered[ref] = true
		}
	}
	r.found = slices.DeleteFunc(r.found, func(c pagedComment) bool { return isEvent(c) && !answered[c.ID] })
}

// sortOut parts the comments by the lists they stood in or by the pages that
// they name. A page for each comment is rather its own address.
func (r *commentsReader) sortOut() discussions {
	r.dropEvents()
	pages := map[string]bool{} // by key, whether a comment has it for its id
	for _, c := range r.found {
		if c.page != "" {
			pages[c.page] = false
		}
	}
	for _, c := range r.found {
		if _, shared := pages[c.ID]; shared {
			pages[c.ID] = true
		}
	}
	named := len(r.heads) < 2 && 1 < len(pages) && len(pages) < len(r.found)
	if !r.nested && newestFirst(len(r.found), func(i int) time.Time { return r.found[i].Time }) {
		slices.Reverse(r.found)
	}
	var ds discussions
	for _, c := range r.found {
		key := c.owner
		if named {
			key = c.page
		}
		d := ds.of(key)
		if head, known := r.heads[key]; known {
			d.head = head
		} else if named {
			if d.head.ID = key; pages[key] {
				d.head.ID = "page/" + key
			}
		}
		d.head.Title = cmp.Or(d.head.Title, c.heading)
		d.add(c.Post)
	}
	for key, d := range ds.by {
		if named {
			d.head.Title = cmp.Or(d.head.Title, key)
		} else if len(ds.all) == 1 && d.head.ID == "" {
			d.head.ID = d.answered()
			if strings.Contains(d.head.ID, "://") {
				d.head.URL = d.head.ID
			}
		}
	}
	return ds
}

// answered is the id of what is not there, if all comments answer that or each
// other.
func (d *discussion) answered() string {
	have := map[string]bool{}
	for _, p := range d.comments {
		have[p.ID] = true
	}
	id := ""
	for _, p := range d.comments {
		switch {
		case slices.ContainsFunc(p.Refs, func(ref string) bool { return have[ref] }):
		case len(p.Refs) == 0 || id != "" && p.Refs[0] != id:
			return ""
		default:
			id = p.Refs[0]
		}
	}
	return id
}

// newestFirst says whether so many things stand in the order opposite to the
// one in which they were written.
func newestFirst(n int, written func(i int) time.Time) bool {
	back := 0
	for i := 1; i < n; i++ {
		switch written(i).Compare(written(i - 1)) {
		case +1:
			return false
		case -1:
			back++
		}
	}
	return back > 0
}
