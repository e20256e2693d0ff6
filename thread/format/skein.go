package format

import (
	"fmt"
	"time"

	"skein/thread"
	"skein/thread/markup"
)

// readJSON reads skein's own JSON: an object that describes the thread and
// holds its comments, or holds none and is followed by one object a comment;
// where only such objects are left, the thread has no post.
// Comments in reading order find their place by their level; a parent that is
// named and disagrees with it decides.
func readJSON(data []byte, b *thread.Builder) error {
	r := skeinReader{tokens: newTokens(data), builder: b}
	if r.peek() != '{' {
		return ErrUnknown
	}
	if !lookForSkein(data).line() {
		r.thread()
	}
	for r.peek() == '{' {
		r.comment()
	}
	if err := r.finish(); err != nil {
		return err
	}
	return r.odd
}

type skeinReader struct {
	*tokens
	builder *thread.Builder
	post    string // id of the post
	path    []skeinRung
	odd     error // the first thing that could be read over
}

// A skeinRung is a comment on the branch that the next one may continue.
type skeinRung struct {
	level  int
	id     string
	placed bool // the builder knows its place by level
}

// A skeinComment is a comment as it stands in the file.
type skeinComment struct {
	thread.Post
	parent string
}

// thread reads the object that describes the thread.
func (r *skeinReader) thread() {
	r.step()
	for name, ok := r.key(); ok; name, ok = r.key() {
		switch name {
		case "title":
			r.builder.Title = r.text()
		case "url":
			r.builder.URL = r.text()
		case "format":
			if f := markup.CleanLine(r.text()); f != "" {
				r.builder.Format = f
			}
		case "post":
			post := r.fields("the post")
			r.post = post.ID
			r.builder.Post(post.Post)
		case "comments":
			if k := r.peek(); k != '[' && k != 'n' {
				r.complain("comments is no list")
			}
			for k := range r.elements {
				if k == '{' {
					r.comment()
					continue
				}
				r.complain("comment %d is no object", r.builder.Len()+1)
				r.skip()
			}
		default:
			r.skip()
		}
	}
}

// comment reads one comment and gives it to the builder, also when the file
// breaks off in it.
func (r *skeinReader) comment() {
	c := r.fields(fmt.Sprintf("comment %d", r.builder.Len()+1))
	if r.err == nil || c.ID != "" || c.Author != "" || !c.Body.Empty() {
		r.place(&c)
		r.builder.Add(c.Post)
	}
}

// place decides whether a comment's level or the parent that it names says
// where it belongs.
func (r *skeinReader) place(c *skeinComment) {
	level := max(c.Level, 1)
	for len(r.path) > 0 && r.path[len(r.path)-1].level >= level {
		r.path = r.path[:len(r.path)-1]
	}
	above := skeinRung{id: r.post, placed: true}
	if n := len(r.path); n > 0 {
		above = r.path[n-1]
	}
	ref := c.parent
	if ref == "" && !above.placed {
		ref = above.id
	}
	placed := ref == "" || above.placed && ref == above.id
	if c.Level = level; !placed {
		c.Level, c.Refs = 0, []string{ref}
	}
	r.path = append(r.path, skeinRung{level, c.ID, placed})
}

// fields reads the members of a comment, or of the post.
func (r *skeinReader) fields(of string) skeinComment {
	var c skeinComment
	if r.peek() != '{' {
		r.skip()
		return c
	}
	r.step()
	for name, ok := r.key(); ok; name, ok = r.key() {
		if flag, known := skeinFlags[name]; known {
			if r.flag() {
				c.Flags |= flag
			}
			continue
		}
		if !r.words(&c, name) && !r.figures(&c, name, of) {
			r.skip()
		}
	}
	return c
}

// words reads a member that is text and says whether it is one.
func (r *skeinReader) words(c *skeinComment, name string) bool {
	switch name {
	case "id":
		c.ID = r.text()
	case "parent":
		c.parent = r.text()
	case "author":
		c.Author = r.text()
	case "address":
		c.Address = r.text()
	case "url":
		c.URL = r.text()
	case "title":
		c.Title = r.text()
	case "body":
		c.Body = r.body(markup.Markdown)
	default:
		return false
	}
	return true
}

// figures reads a member that is a time, a number or a list and says whether
// it is one.
func (r *skeinReader) figures(c *skeinComment, name, of string) bool {
	switch name {
	case "time":
		if text := r.text(); text != "" {
			var ok bool
			if c.Time, c.Zone, ok = parseTime(text); !ok {
				r.complain("%s: %q is no time", of, text)
			}
		}
	case "level":
		c.Level = r.count(of, name)
	case "more":
		c.More = r.count(of, name)
	case "score":
		if n, ok := r.number(); ok {
			c.Score, c.Flags = int(n), c.Flags|thread.Scored
		}
	case "attachments":
		c.Attachments = r.attachments()
	default:
		return false
	}
	return true
}

// count is a number that can't be negative.
func (r *skeinReader) count(of, name string) int {
	absent := r.peek() == 'n'
	n, ok := r.number()
	if ok = ok && n >= 0 && n <= 1<<30; !ok && !absent {
		r.complain("%s: its %s is no number that can be", of, name)
	}
	if !ok {
		return 0
	}
	return int(n)
}

func (r *skeinReader) attachments() []thread.Attachment {
	var all []thread.Attachment
	for k := range r.elements {
		if k != '{' {
			r.skip()
			continue
		}
		r.step()
		var a thread.Attachment
		for name, ok := r.key(); ok; name, ok = r.key() {
			switch name {
			case "name":
				a.Name = r.text()
			case "type":
				a.Type = r.text()
			case "size":
				a.Size, _ = r.number()
			default:
				r.skip()
			}
		}
		all = append(all, a)
	}
	return all
}

// complain notes what is wrong but can be read over.
func (r *skeinReader) complain(format string, args ...any) {
	if r.odd == nil && r.err == nil {
		r.odd = &SyntaxError{Offset: r.dec.InputOffset(), Err: fmt.Errorf(format, args...)}
	}
}

// parseTime reads a time and says whether its zone is known.
func parseTime(text string) (time.Time, thread.ZoneKnown, bool) {
	if t, err := time.Parse(time.RFC3339, text); err == nil {
		return t, thread.KnownZone, true
	}
	for _, layout := range []string{localTime, "2006-01-02T15:04", time.DateTime, time.DateOnly} {
		if t, err := time.Parse(layout, text); err == nil {
			return t, thread.LocalTime, true
		}
	}
	return time.Time{}, thread.LocalTime, false
}

// localTime is RFC 3339 without a zone.
const localTime = "2006-01-02T15:04:05"

// skeinFlags are the members that are true or left out.
var skeinFlags = map[string]thread.Flags{
	"deleted":  thread.Deleted,
	"ghost":    thread.Ghost,
	"inferred": thread.Inferred,
	"topic":    thread.Topic,
	"context":  thread.Context,
}
