package thread

import (
	"math"
	"slices"
	"time"

	"skein/thread/markup"
)

// A Post is what a format reads of one comment, before it has its place.
//
// A format either gives each post its Level, in reading order (nested and
// indented sources), or an ID and Refs (mail, flat lists with parents).
type Post struct {
	ID      string
	Level   int      // 1 for a reply to the post; 0 when Refs say where it belongs
	Refs    []string // ids of what it may answer, the likeliest first
	Author  string
	Address string // what tells two authors of one name apart: user id, mail address
	Writer  Writer // who that is, if the Builder's Authors were asked; the two above say nothing then
	Time    time.Time
	Zone    ZoneKnown
	Score   int
	Body    markup.Body
	Flags   Flags // Deleted, Ghost, Inferred, Topic, Context, Scored as the source has them

	URL         string
	Title       string
	Attachments []Attachment
	More        int
}

// ZoneKnown says whether a post's time is in a known zone.
type ZoneKnown bool

// The two cases of ZoneKnown, for literals that say which.
const (
	LocalTime ZoneKnown = false // the source names no zone: Time holds the clock's reading as if in UTC
	KnownZone ZoneKnown = true
)

// A Builder gathers the posts of one discussion in the order of their source
// and makes a Thread of them. The zero Builder is ready to use.
type Builder struct {
	Title     string
	URL       string
	Format    string
	Permalink string
	Site      string

	// Flat says that the source does not tell who answers whom, so that it
	// may be inferred from the texts.
	Flat bool

	// Placed says that no two comments have the same ID and that their Refs
	// name only what is missing, so that nothing has to be looked for.
	Placed bool

	// Part says that the source is the beginning of a longer one, so that the
	// last that it holds may break off.
	Part bool

	// Grown, if set, is called now and then with the thread as far as it has
	// been read, for a source whose comments come in reading order. Each is
	// longer than the last, and what it has keeps its numbers. A format that
	// knows its comments before it adds them may call it itself, with threads
	// whose numbers may change (see Thread.Renumber).
	Grown func(*Thread)

	// Authors are those who wrote something. A format that sets them may ask
	// them itself, ahead of Add.
	Authors *Authors

	expected int // comments, 0 if nobody said
	root     Post
	comments []Comment       // the post, which stays empty until the end, and those added so far, by number
	hints    map[int32]int32 // what comments of a flat source seem to answer, by number
	refs     [][]string      // of the comments, by number, up to the last that has some
	missing  map[string]Post // what is known of comments that are not there, by id
	loose    bool            // some comment was added without a level
	path     []rung          // the branch that the next comment may continue
	revised  bool            // something was changed after its replies came
	rooted   bool            // the post stands before the comments
	shown    int             // how many comments the last call of Grown was about
	shared   bool            // and it has them still
}

// A rung is a comment on the open branch and the level its source gave it.
type rung struct {
	level  int
	number int32
}

// Post sets what stands on top: the post that is discussed. Its Level and
// Refs mean nothing; comments that refer to its ID answer it directly.
func (b *Builder) Post(p Post) { b.root, b.rooted = p, false }

// Expect says that about n comments will come. Where they are many, room is
// made for all of them once the first are shown, and they are moved no more:
// room takes no memory before something is put into it.
func (b *Builder) Expect(n int) { b.expected = n }

// many is how many comments take a moment to move.
const many = 1 << 13

// Len is the number of comments added so far.
func (b *Builder) Len() int { return max(len(b.comments)-1, 0) }

// Revised says whether a comment was changed after its replies came, so that
// what is known of it may still be little.
func (b *Builder) Revised() bool { return b.revised }

// Add appends a comment and returns its number. With a Level it becomes a
// reply to the nearest earlier comment of a smaller level, so a level that was
// skipped does no harm.
func (b *Builder) Add(p Post) (number int) {
	if len(b.comments) == 0 {
		b.comments = append(b.comments, Comment{})
	}
	c := b.comment(&p)
	c.Number = int32(len(b.comments))
	if p.Level > 0 {
		for len(b.path) > 0 && b.path[len(b.path)-1].level >= p.Level {
			b.path = b.path[:len(b.path)-1]
		}
		n := len(b.path)
		if n > 0 {
			c.parent = b.path[n-1].number
		}
		c.Depth = int32(n) + 1
		b.path = append(b.path, rung{p.Level, c.Number})
	} else {
		c.parent = None
		b.loose = true
	}
	if n := len(b.comments); n == many && n <= b.expected {
		b.comments = slices.Grow(b.comments, 1+b.expected-n) // the post is one, too
	}
	b.comments = append(b.comments, c)
	if len(p.Refs) > 0 {
		b.refs = append(b.refs, make([][]string, len(b.comments)-1-len(b.refs))...)
		b.refs = append(b.refs, p.Refs)
	}
	b.grow()
	return b.Len()
}

// Set replaces what is known of a comment by what was read since: in some
// sources its replies stand before its own text. The number is what Add
// returned for it, 0 for the post. Its place stays, so Level and Refs mean
// nothing.
func (b *Builder) Set(number int, p Post) {
	if number == 0 {
		b.Post(p)
		return
	}
	b.unshare()
	b.revised = true
	was := &b.comments[number]
	c := b.comment(&p)
	c.Number, c.parent, c.Depth = was.Number, was.parent, was.Depth
	*was = c
}

// Below makes a comment answer another one, or the post for 0, whatever its
// Refs say: for sources in which the parent has no id, or comes later. The
// numbers are what Add returned.
func (b *Builder) Below(number, parent int) {
	b.unshare()
	b.comments[number].parent = int32(parent)
}

// Hint says what a comment of a Flat source seems to answer, by more than its
// text. The numbers are what Add returned.
func (b *Builder) Hint(number, parent int) {
	if b.hints == nil {
		b.hints = map[int32]int32{}
	}
	b.hints[int32(number)] = int32(parent)
}

// Missing says what is known of a comment that the source does not hold: its
// ghost has that, if others refer to its ID.
func (b *Builder) Missing(p Post) {
	if b.missing == nil {
		b.missing = map[string]Post{}
	}
	p.Flags |= Ghost
	b.missing[p.ID] = p
}

// comment is the post as a thread keeps it: its names safe for one line, its
// body untouched.
func (b *Builder) comment(p *Post) Comment {
	c := Comment{
		ID:     markup.CleanLine(p.ID),
		Body:   p.Body,
		Author: b.author(p),
		Score:  int32(min(max(p.Score, math.MinInt32), math.MaxInt32)),
		Flags:  p.Flags &^ (Timed | Zoned),
	}
	if !p.Time.IsZero() {
		c.When, c.Flags = p.Time.Unix(), c.Flags|Timed
		if p.Zone == KnownZone {
			_, east := p.Time.Zone()
			c.Offset, c.Flags = int16(east/60), c.Flags|Zoned
		}
	}
	if p.URL != "" || p.Title != "" || p.More != 0 || len(p.Attachments) > 0 {
		c.Extra = &Extra{
			URL:         markup.CleanLine(p.URL),
			Title:       markup.CleanLine(p.Title),
			Attachments: p.Attachments,
			More:        p.More,
		}
		for i, a := range c.Extra.Attachments {
			c.Extra.Attachments[i].Name = markup.CleanLine(a.Name)
			c.Extra.Attachments[i].Type = markup.CleanLine(a.Type)
		}
	}
	return c
}

// author is the number of who wrote a post.
func (b *Builder) author(p *Post) int32 {
	if p.Writer != 0 {
		return int32(p.Writer) - 1
	}
	if b.Authors == nil {
		b.Authors = &Authors{}
	}
	return b.Authors.find(p.Author, p.Address)
}

// Thread is the discussion of all that was added: every comment below what it
// answers, siblings in the order of the source. Comments whose parent is not
// there hang below a ghost of it, reply loops are cut at their earliest
// comment, and of messages that are the same to the letter one remains. The
// Builder must not be used afterwards.
func (b *Builder) Thread() *Thread {
	var order []int32
	if b.loose {
		b.unshare()
		order = b.place()
	}
	t := b.thread()
	if b.loose {
		preorder(t.comments, order)
	}
	t.measure()
	if t.Flat = b.Flat && !slices.ContainsFunc(t.comments, func(c Comment) bool { return c.Depth > 1 }); t.Flat {
		t.hints = b.hints
	}
	return t
}

// thread is what was added, in the order in which it was, and not measured.
func (b *Builder) thread() *Thread {
	t := &Thread{
		Title:     markup.CleanLine(b.Title),
		URL:       markup.CleanLine(b.URL),
		Format:    b.Format,
		Permalink: markup.CleanLine(b.Permalink),
		Site:      markup.CleanLine(b.Site),
		names:     &nameIndex{},
	}
	if !b.rooted {
		b.unshare()
		root := b.comment(&b.root)
		root.parent = None
		if len(b.comments) == 0 {
			b.comments = make([]Comment, 1)
		}
		b.comments[0] = root
		b.rooted = true
	}
	t.Authors = slices.Clip(b.Authors.names)
	t.comments = slices.Clip(b.comments)
	return t
}

// measure works out the ends and the index of numbers of comments in reading
// order.
func (t *Thread) measure() {
	n := len(t.comments)
	t.end = make([]int32, n)
	t.index = make([]int32, n)
	for i := n - 1; i >= 0; i-- {
		c := &t.comments[i]
		t.index[c.Number] = int32(i)
		t.end[i] = max(t.end[i], int32(i)+1)
		if p := c.parent; p >= 0 {
			t.end[p] = max(t.end[p], t.end[i])
		}
	}
}
