package format

import (
	"bytes"
	"iter"

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
			r.comment(doc, spot{level: 1})
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
