package format

import (
	"bytes"
	"cmp"
	"iter"
	"slices"

	"skein/thread"
)

// readComments reads comments in JSON of programs that have no reader of their
// own: comment systems of blogs, chats, issue trackers, scripts that save a
// page. They agree on what a comment is, an object with its text, its author,
// and an id or a time, which stands in its parent's list of replies or names
// its parent, and mostly on what they call these (see usual).
func readComments(data []byte, b *thread.Builder) error {
	rest, _ := cutFileType(data)
	vs, err := readValues(rest)
	var r commentsReader
	if isComment(vs.document()) || isComments(vs.documents, "") { // a comment a line
		for doc := range vs.documents {
			r.comment(doc, nil, 1)
		}
	} else {
		for doc := range vs.documents {
			r.find(doc, "", value{})
		}
	}
	ds := r.sortOut()
	ds.tell(b)
	return err
}

// cutFileType takes off the line that LeanCloud writes above the comments of
// an export.
func cutFileType(data []byte) (rest []byte, found bool) {
	line, rest, _ := bytes.Cut(data, []byte("\n"))
	if !bytes.HasPrefix(line, []byte("#filetype:JSON-streaming")) {
		return data, false
	}
	return rest, true
}

// sniffComments looks for a comment that others answer or could.
func sniffComments(data []byte) bool {
	rest, typed := cutFileType(data)
	v := glance(rest)
	return typed && isComment(v) || isComments(v.documents, "") || holdsComments(v, "", 0)
}

// holdsComments says whether a value is a list of comments or has one in it.
func holdsComments(v value, name string, depth int) bool {
	const deepest = 8
	if depth == deepest {
		return false
	}
	if isComments(v.elements, name) {
		return true
	}
	for e := range v.elements {
		if holdsComments(e, name, depth+1) {
			return true
		}
	}
	for name, m := range v.members {
		if holdsComments(m, name, depth+1) {
			return true
		}
	}
	return false
}

// isComments says whether a list of that name is one of comments, by its first
// elements. Where neither the name nor an element says so, it may be a list of
// anything that has authors and texts. What lacks a part, as deleted comments
// do, says nothing.
func isComments(list iter.Seq[value], name string) bool {
	const enough = 8
	seen, found, others := 0, 0, 0
	said := theReplies.isCalled(name) && name != "children" // all trees have those
	for e := range list {
		switch p := partsOf(e); {
		case p.isComment():
			found++
			said = said || p.related()
		case !p.named[theAuthor] || !p.named[theText]:
			others++
		}
		if seen++; seen == enough {
			break
		}
	}
	return said && found > 0 && found >= others
}

func isComment(v value) bool {
	p := partsOf(v)
	return p.isComment()
}

// isComment says whether an object is a comment with all its parts, and not
// what comments discuss.
func (p *parts) isComment() bool {
	if p.object.kind() != '{' || p.named[theCommit] || !p.found[theID].there() && !p.found[theTime].there() {
		return false
	}
	if p.found[theTitle].there() && (p.object.at("comments").there() || p.object.at("messages").there()) {
		return false
	}
	name, _ := p.author()
	return name != "" && !p.body().Empty()
}

// related says whether an object says what it answers, or could, or what
// answers it. What could be an answer, but is none, may be alone among others
// as on a time line.
func (p *parts) related() bool {
	if p.bare() {
		return false
	}
	return p.found[theParent].there() || p.named[theReplies] || p.named[theSubject] ||
		p.named[theParent] && !p.object.has("in_reply_to_id") && !p.object.has("in_reply_to_status_id")
}

// bare says whether an object is rather a line of a log, which has the number
// of a process, or part of a tree of any things that have names.
func (p *parts) bare() bool {
	return !p.found[theID].there() && p.object.has("pid") ||
		!p.found[theTime].there() && p.found[theAuthor].of != nil && p.found[theAuthor].name() == "name"
}

// A commentsReader gathers comments with the pages they are on.
type commentsReader struct {
	found  []pagedComment
	heads  map[string]thread.Post // by page
	nested bool                   // replies stand in what they answer
}

type pagedComment struct {
	thread.Post
	owner string // the page whose list it is in
	page  string // the page that it names
}

// find looks for lists of comments. Owner is the object around the value that
// has a title.
func (r *commentsReader) find(v value, name string, owner value) {
	if isComments(v.elements, name) {
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
	}
	for name, m := range v.members {
		r.find(m, name, owner)
	}
}

// head keeps the post that an object is and gives the key it is kept by.
func (r *commentsReader) head(owner value) string {
	if owner.kind() != '{' {
		return ""
	}
	parts := partsOf(owner)
	p := parts.post()
	p.Title = parts.found[theTitle].text()
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
	var above []string
	level := 1
	for e := range v.elements {
		r.comment(e, above, level)
		if name == "notes" && level == 1 {
			above, level = []string{e.at("id").text()}, 2
		}
	}
}

// comment takes a comment and what answers it. It stands in the replies of a
// comment of the id above, if that is known.
func (r *commentsReader) comment(v value, above []string, level int) {
	parts := partsOf(v)
	p, replies := parts.post(), parts.replies()
	if p.ID == "" && p.Author == "" && p.Body.Empty() && replies.kind() != '[' {
		return
	}
	if parent := parts.parent(); parent != "" && parent != p.ID {
		p.Refs = append(p.Refs, parent)
	}
	p.Refs = append(p.Refs, above...)
	if level > 1 && len(above) == 0 {
		p.Level, p.Refs = level, nil
	}
	if replies.kind() == '[' {
		p.More = max(parts.found[theCount].amount()-replies.count(), 0)
		r.nested = true
	}
	r.found = append(r.found, pagedComment{p, "", parts.page()})
	if above = nil; p.ID != "" {
		above = []string{p.ID}
	}
	for e := range replies.elements {
		r.comment(e, above, level+1)
	}
}

// sortOut parts the comments by the lists they stood in or by the pages that
// they name. A page for each comment is rather its own address.
func (r *commentsReader) sortOut() discussions {
	pages := map[string]bool{}
	for _, c := range r.found {
		pages[c.page] = true
	}
	named := len(r.heads) < 2 && 1 < len(pages) && len(pages) < len(r.found)
	if !r.nested && newestFirst(r.found) {
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
			d.head.ID, d.head.Title = key, key
		}
		d.add(c.Post)
	}
	return ds
}

// newestFirst says whether comments stand in the order opposite to the one in
// which they were written.
func newestFirst(all []pagedComment) bool {
	back := 0
	for i := 1; i < len(all); i++ {
		switch all[i].Time.Compare(all[i-1].Time) {
		case +1:
			return false
		case -1:
			back++
		}
	}
	return back > 0
}
