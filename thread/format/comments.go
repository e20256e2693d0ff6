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
	if isComment(vs.document()) || areComments(vs.documents, "") { // a comment a line
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
	return typed && isComment(v) || areComments(v.documents, "") || holdsComments(v, "", 0)
}

// holdsComments says whether a value is a list of comments or has one in it.
func holdsComments(v value, name string, depth int) bool {
	const deepest = 8
	if depth == deepest {
		return false
	}
	if isComments(v, name) {
		return true
	}
	for e := range v.elements {
		if holdsComments(e, name, depth+1) {
			return true
		}
	}
	for part, m := range v.members {
		if holdsComments(m, nameOfPart(name, part), depth+1) {
			return true
		}
	}
	return false
}

// nameOfPart is the name that tells what a member of an object of some name
// is: a page of comments has a list that may be called anything.
func nameOfPart(name, part string) string {
	if thePage.isCalled(part) && theReplies.isCalled(name) {
		return name
	}
	return part
}

// isComments says whether a value of that name is a list of comments, or an
// object that has nothing but comments by their ids.
func isComments(v value, name string) bool {
	return areComments(v.elements, name) || theReplies.isCalled(name) && areObjects(v) && areComments(v.entries, name)
}

// areObjects says whether the first of what an object holds are objects, and
// none of them a page with a list.
func areObjects(v value) bool {
	const enough = 4
	seen := 0
	for name, m := range v.members {
		if m.kind() != '{' || thePage.isCalled(name) {
			return false
		}
		if seen++; seen == enough {
			break
		}
	}
	return seen > 0
}

// areComments says whether what stands in something of that name are comments,
// by the first ones. Where neither the name nor one of them says so, it may be
// anything that has authors and texts. What lacks a part, as deleted comments
// do, says nothing.
func areComments(entries iter.Seq[value], name string) bool {
	const enough = 8
	listed := name == "comments" || name == "replies"
	seen, found, others := 0, 0, 0
	said := theReplies.isCalled(name) && name != "children" // all trees have those
	for e := range entries {
		switch p := partsOf(e); {
		case p.isComment() || listed && p.isListed():
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
	return p.isSaid() && (p.found[theID].there() || p.found[theTime].there())
}

// isListed says whether an object among comments is one, though nothing tells
// it from others that say the same.
func (p *parts) isListed() bool {
	return p.isSaid() && p.found[theAuthor].name() != "name"
}

// isSaid says whether an object is what somebody said, and not what comments
// discuss.
func (p *parts) isSaid() bool {
	if p.object.kind() != '{' || p.named[theCommit] {
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
	return p.found[theParent].there() || p.saysComment() || p.named[theReplies] || p.named[theSubject] ||
		p.named[theParent] && !p.object.has("in_reply_to_id") && !p.object.has("in_reply_to_status_id")
}

// saysComment says whether an object says of itself that it is a comment: a
// story of Asana's, an action of Trello's.
func (p *parts) saysComment() bool {
	for _, name := range []string{"type", "object", "kind", "type_of"} {
		if kind := p.object.at(name).text(); kind == "comment" || kind == "commentCard" {
			return true
		}
	}
	return false
}

// bare says whether an object is rather a line of a log, which has the number
// of a process, or part of a tree of any things that have names.
func (p *parts) bare() bool {
	return !p.found[theID].there() && p.object.has("pid") ||
		!p.found[theTime].there() && p.found[theAuthor].of != nil && p.found[theAuthor].name() == "name"
}
