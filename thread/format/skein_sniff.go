package format

// skeinKeys are the members of skein's objects.
var skeinKeys = map[string]bool{
	"id": true, "parent": true, "level": true, "author": true, "address": true, "time": true,
	"score": true, "url": true, "title": true, "body": true, "attachments": true, "more": true,
	"deleted": true, "ghost": true, "inferred": true, "topic": true, "context": true,
}

// skeinSigns is what a look at the beginning of a file finds.
type skeinSigns struct {
	format   bool // a format is named
	post     bool
	comments bool
	body     bool // some entry has one
	strange  bool // some entry has a member that skein does not write, or not so
	follows  bool // another object stands behind the first
	loose    bool // the first object has members of a comment itself
	level    bool // one of them is its level
}

// own says whether skein, or someone who knows its JSON, has written this.
func (s skeinSigns) own() bool {
	return (s.post || s.comments) && !s.loose && (s.format || s.body && !s.strange)
}

// line says whether the first object is a comment on a line of its own.
func (s skeinSigns) line() bool { return s.level && s.body && !s.post && !s.comments }

// sniffJSON says whether data is a thread as skein writes it with --to json.
func sniffJSON(data []byte) bool {
	s := lookForSkein(data)
	return s.own() && (s.comments || !s.follows)
}

// sniffJSONLines says whether data is a thread as skein writes it with --to
// jsonl, perhaps only some lines of it.
func sniffJSONLines(data []byte) bool {
	s := lookForSkein(data)
	return s.own() && !s.comments && s.follows || s.line()
}

// lookForSkein looks at the thread's own members, the post and the first
// comment.
func lookForSkein(data []byte) skeinSigns {
	var found skeinSigns
	s := newTokens(data)
	if s.peek() != '{' {
		return found
	}
	s.step()
	for name, ok := s.key(); ok; name, ok = s.key() {
		switch k := s.peek(); {
		case name == "format" && k == '"':
			found.format = true
			s.skip()
		case name == "post" && k == '{':
			found.post = true
			found.entry(s)
		case name == "comments" && k == '[':
			found.comments = true
			s.step()
			if s.peek() == '{' {
				found.entry(s)
				return found
			}
		case name == "title" || name == "url":
			s.skip()
		case skeinKeys[name]:
			found.loose = true
			found.level = found.level || name == "level"
			found.body = found.body || name == "body"
			s.skip()
		default:
			return skeinSigns{} // at once, since what follows may be long
		}
		if s.peek() == ']' { // of a list of no comments
			s.step()
		}
	}
	found.follows = s.peek() == '{'
	return found
}

// entry looks at the members of the post or of a comment.
func (found *skeinSigns) entry(s *tokens) {
	s.step()
	for name, ok := s.key(); ok; name, ok = s.key() {
		found.strange = found.strange || !skeinKeys[name] || s.peek() == '{'
		found.body = found.body || name == "body"
		s.skip()
	}
}
