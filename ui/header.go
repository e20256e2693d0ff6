package ui

import (
	"fmt"
	"strings"
	"time"

	"skein/thread"
	"skein/ui/draw"
)

// header is what row i says of its comment.
func (m *Model) header(i int) draw.Header {
	c := m.thread.At(i)
	h := draw.Header{
		Name:    m.called(i),
		Nobody:  nobody(i, c),
		Poster:  m.thread.ByPoster(i),
		Focused: i == m.focus,
		Alike:   m.mistaken(i),
	}
	form := m.rows.form(i)
	h.InPassing = form == passing
	if form == full && m.body(i).hides {
		h.Mark = "hidden characters removed"
	}
	if c.Is(thread.Timed) {
		h.Age, h.Exact = m.when(c)
	}
	if c.Is(thread.Scored) {
		h.Score = draw.Count(int(c.Score), "point", "points")
	}
	if n := m.thread.Replies(i); n > 0 {
		h.Replies = []string{draw.Count(n, "reply", "replies")}
	}
	switch {
	case i == 0:
		h.Replies = nil
		if h.Name != "" {
			h.Number = "the post"
		}
	case !c.Is(thread.Ghost):
		h.Number = fmt.Sprintf("#%d", c.Number)
	}
	if c.Is(thread.Inferred) {
		h.Answers = []string{"answers " + m.sourceName(m.thread.Parent(i)) + ", by its words", "by its words", ""}
	}
	if depth := m.thread.Depth(i); depth-1 > m.gutter(i).Guides {
		up := m.thread.Parent(i)
		h.Answers = []string{
			fmt.Sprintf("level %d, answers %s", depth, m.sourceName(up)),
			fmt.Sprintf("level %d ↳ %s", depth, m.called(up)),
			fmt.Sprintf("level %d", depth),
		}
	}
	if form != full {
		if h.First = m.ownSubject(i); h.First == "" {
			h.First = c.Body.First(200)
		}
		h.Replies = m.foldedReplies(i, form)
	}
	return h
}

// mistaken says for whom the author of comment i may be mistaken; empty where
// it is nobody.
func (m *Model) mistaken(i int) string {
	author := m.thread.At(i).Author
	if author == thread.None || !m.posing(int(author)) {
		return ""
	}
	like := m.alike[author]
	where := "of the post"
	if like.First > 0 {
		where = fmt.Sprintf("of #%d", like.First)
	}
	self, other := m.thread.Authors[author], m.thread.Authors[like.Of]
	switch {
	case self.Name != other.Name:
		return fmt.Sprintf("looks like %s %s", other.Name, where)
	case strings.Contains(self.Address, "@") && self.Address != other.Address:
		return "another address than that " + where // it may be the same person
	}
	return fmt.Sprintf("not the %s %s", other.Name, where)
}

// nobody is what stands in the place of a name where there is none.
func nobody(i int, c *thread.Comment) string {
	switch {
	case i == 0:
		return "the post"
	case c.Is(thread.Ghost):
		return "not in this file"
	case c.Is(thread.Deleted):
		return "deleted"
	default:
		return "no name"
	}
}

// when is the age of a comment and the exact time, in the reader's zone where
// the comment's is known. Midnight in no zone is a day without a time.
func (m *Model) when(c *thread.Comment) (age, exact string) {
	now := m.options.Now()
	t := c.Time()
	format := "2006-01-02 15:04"
	switch {
	case c.Is(thread.Zoned):
		t = t.In(now.Location())
	case t.Equal(t.Truncate(24 * time.Hour)):
		format = time.DateOnly
	}
	return draw.Age(now.Sub(t)), t.Format(format)
}

// foldedReplies tells what a fold hides: how many, and by whom; then only how
// many.
func (m *Model) foldedReplies(i int, f form) []string {
	n := m.thread.Replies(i)
	if i == 0 || n == 0 && m.thread.At(i).More() == 0 || f == passing {
		return nil
	}
	count := draw.Count(n, "reply", "replies")
	if more := m.thread.At(i).More(); more > 0 {
		count += fmt.Sprintf(" and %s elsewhere", draw.Thousands(more))
	}
	names, others := m.namesBelow(i)
	if len(names) == 0 {
		return []string{count}
	}
	by := count + " by " + strings.Join(names, ", ")
	if others > 0 {
		by += fmt.Sprintf(" and %d more", others)
	}
	return []string{by, count}
}

// namesBelow are the first people who wrote below comment i, and how many
// others did.
func (m *Model) namesBelow(i int) (names []string, others int) {
	const named, looked = 2, 1000
	seen := map[int32]bool{}
	for c := i + 1; c < min(m.thread.End(i), i+1+looked); c++ {
		author := m.thread.At(c).Author
		if author == thread.None || seen[author] {
			continue
		}
		seen[author] = true
		if len(names) < named {
			names = append(names, m.thread.Name(c))
		}
	}
	return names, len(seen) - len(names)
}

// called is the name of who wrote comment i, or the title where it only stands
// for what others discuss; empty where there is neither.
func (m *Model) called(i int) string {
	name, c := m.thread.Name(i), m.thread.At(i)
	if name == "" && c.Is(thread.Topic) {
		return c.Title()
	}
	return name
}

// ownSubject is the title of comment i where it is not that of what it answers
// and does not stand elsewhere.
func (m *Model) ownSubject(i int) string {
	title := m.thread.At(i).Title()
	if leads := m.thread.Name(i) == "" && m.called(i) != ""; title == "" || leads || sameSubject(title, m.subjectAbove(i)) {
		return ""
	}
	return title
}

// subjectAbove is the subject that a reply to i's parent has if nobody
// changes it.
func (m *Model) subjectAbove(i int) string {
	for a := range m.thread.Ancestors(i) {
		if title := m.thread.At(a).Title(); title != "" {
			return title
		}
	}
	return m.thread.Title
}

// sameSubject compares subjects without the "Re:" of answers.
func sameSubject(a, b string) bool {
	return strings.EqualFold(bareSubject(a), bareSubject(b))
}

func bareSubject(s string) string {
	for {
		s = strings.TrimSpace(s)
		if len(s) < 3 || !strings.EqualFold(s[:3], "re:") {
			return s
		}
		s = s[3:]
	}
}

// posing says whether an author may be taken for one who wrote before.
func (m *Model) posing(author int) bool {
	return author < len(m.alike) && m.alike[author].Of != thread.None
}
