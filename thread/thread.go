// Package thread says what a discussion is: a post and the comments below it
// in reading order, who wrote them, how to walk, sort and search them, which
// passages quote what.
//
// Nothing here knows where a discussion came from (see package format) or how
// it looks (see package ui). A Thread never changes: sorting makes another
// one, and what a reader folded, marked or searched for is kept beside it, by
// the comments' numbers, which stay the same in every order.
package thread

import (
	"net/url"
	"strings"
	"time"

	"skein/thread/markup"
)

// None stands for "no comment" where an index is asked for.
const None = -1

// A Thread is a discussion in reading order: every comment stands directly
// before its replies, so a subtree is always one run of the slice. Comment 0
// is the post; all others are replies to it, directly or not.
type Thread struct {
	Title     string
	URL       string
	Format    string // the name of the format it was read from
	Permalink string // with an id behind it, a comment's address; empty where ids make none
	Site      string // before an address of a comment that begins with a slash

	// Flat says that all comments answer the post only because the source does
	// not tell what else they answer.
	Flat bool

	Authors []Author // everyone who wrote something, in order of appearance

	comments []Comment       // in the order of the source
	end      []int32         // one past the last descendant of each comment there
	index    []int32         // from a comment's number to its place there
	sorted   *sorting        // where comments stand in another order, nil in that of the source
	names    *nameIndex      // made at its first use
	hints    map[int32]int32 // what comments of a flat thread seem to answer, by number
}

// An Author is one commenter. Two people of one name are two authors where
// the source tells them apart.
type Author struct {
	Name    string // clean, on one line
	Address string // mail address or user id, empty where the source has none
}

// Flags are the yes-or-no facts about a comment.
type Flags uint16

// What a source may say of a comment.
const (
	Deleted  Flags = 1 << iota // a placeholder that the source still has
	Ghost                      // only other comments refer to it
	Inferred                   // its parent was worked out, not read
	Topic                      // it only stands for the post of one thread among many
	Context                    // it is shown for a reply's sake, not its own
	Scored                     // Score is known (0 is not unknown)
	Timed                      // When is known
	Zoned                      // the zone of When is known, too
)

// A Comment is one entry of a thread.
type Comment struct {
	ID     string
	Body   markup.Body
	When   int64  // seconds since 1970; as if in UTC where the zone is unknown
	Extra  *Extra // what few comments have; nil for the others
	Author int32  // index into Thread.Authors, None where nobody is named
	parent int32  // where in Thread.comments what it answers is, None for the post
	Depth  int32  // 0 for the post, 1 for a reply to it
	Number int32  // its place in the source's order; 0 for the post
	Score  int32
	Offset int16 // of its time's zone, in minutes east of UTC
	Flags  Flags
}

// Extra holds what only some sources say about a comment.
type Extra struct {
	URL         string
	Title       string
	Attachments []Attachment
	More        int // replies that the source names but does not hold
}

// An Attachment is a file that came with a comment.
type Attachment struct {
	Name string
	Type string // media type
	Size int64  // bytes
}

// Is says whether the comment has all of the flags.
func (c *Comment) Is(f Flags) bool { return c.Flags&f == f }

// Time is when the comment was written, in the zone its source names; in UTC
// where it names none, and zero where it gives no time.
func (c *Comment) Time() time.Time {
	if !c.Is(Timed) {
		return time.Time{}
	}
	t := time.Unix(c.When, 0).UTC()
	if c.Offset != 0 {
		t = t.In(time.FixedZone("", int(c.Offset)*60))
	}
	return t
}

// URL is the comment's own address, empty where none is known.
func (c *Comment) URL() string {
	if c.Extra == nil {
		return ""
	}
	return c.Extra.URL
}

// Title is the comment's subject, empty where it has none.
func (c *Comment) Title() string {
	if c.Extra == nil {
		return ""
	}
	return c.Extra.Title
}

// More is the number of replies that the source names but does not hold.
func (c *Comment) More() int {
	if c.Extra == nil {
		return 0
	}
	return c.Extra.More
}

// Attachments are the files that came with the comment.
func (c *Comment) Attachments() []Attachment {
	if c.Extra == nil {
		return nil
	}
	return c.Extra.Attachments
}

// Len is the number of entries, the post included: their indices are 0 to
// Len()-1.
func (t *Thread) Len() int { return len(t.comments) }

// At is comment i. It must not be changed.
func (t *Thread) At(i int) *Comment {
	if t.sorted != nil {
		i = int(t.sorted.order[i])
	}
	return &t.comments[i]
}

// Name is the name of the author of comment i, empty where nobody is named.
func (t *Thread) Name(i int) string {
	a := t.At(i).Author
	if a < 0 {
		return ""
	}
	return t.Authors[a].Name
}

// Link is the address of comment i: its own or one made of its id, empty where
// none is known.
func (t *Thread) Link(i int) string {
	c := t.At(i)
	switch own := c.URL(); {
	case strings.HasPrefix(own, "/"):
		return t.Site + own
	case own != "" || t.Permalink == "" || c.ID == "":
		return own
	}
	return t.Permalink + url.QueryEscape(c.ID)
}

// Numbered is the index of the comment with that number, None where there is
// no such comment.
func (t *Thread) Numbered(number int) int {
	if number < 0 || number >= len(t.index) {
		return None
	}
	i := t.index[number]
	if t.sorted != nil {
		i = t.sorted.places[i]
	}
	return int(i)
}

// ByPoster says whether comment i, not the post itself, is by the post's
// author. Those who are called Anonymous need not be the same.
func (t *Thread) ByPoster(i int) bool {
	poster := t.comments[0].Author
	return i > 0 && poster >= 0 && t.At(i).Author == poster && t.Authors[poster] != (Author{Name: "Anonymous"})
}
