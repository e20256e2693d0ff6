package cli

import (
	"cmp"
	"slices"
	"strings"
	"time"
	"unicode"

	"skein/thread"
)

// Figures are what --stats says of a thread, or of what a query found in it.
// The post is no comment and counts for nothing.
type figures struct {
	Title    string `json:"title,omitempty"`
	URL      string `json:"url,omitempty"`
	Format   string `json:"format,omitempty"`
	Comments int    `json:"comments"`
	People   int    `json:"people"`
	Levels   int    `json:"levels"`
	Words    int    `json:"words"`
	First    string `json:"first,omitempty"` // RFC 3339, without an offset where the zone is unknown
	Last     string `json:"last,omitempty"`

	Commenters []commenter `json:"commenters"`
}

// A commenter is someone and how much they wrote.
type commenter struct {
	Name     string `json:"name"`
	Address  string `json:"address,omitempty"`
	Comments int    `json:"comments"`
	Words    int    `json:"words"`
	Replies  int    `json:"replies"` // direct ones by others, drawn by their comments
}

// count is the figures of the comments that sel hits, all for nil, down to
// depth levels, all for 0.
func count(t *thread.Thread, sel *thread.Selection, depth int) figures {
	f := figures{Title: t.Title, URL: t.URL, Format: t.Format, Commenters: []commenter{}}
	people := make([]commenter, len(t.Authors))
	first, last := thread.None, thread.None
	for i := 1; i < t.Len(); i++ {
		c := t.At(i)
		if sel != nil && !sel.Hit(i) || depth > 0 && t.Depth(i) > depth || c.Is(thread.Ghost) {
			continue
		}
		n := words(c.Body.Plain())
		f.Comments++
		f.Words += n
		f.Levels = max(f.Levels, t.Depth(i))
		if c.Is(thread.Timed) {
			first, last = earlier(t, first, i), later(t, last, i)
		}
		if c.Author != thread.None {
			people[c.Author].Comments++
			people[c.Author].Words += n
			people[c.Author].Replies += replies(t, i)
		}
	}
	for a, p := range people {
		if p.Comments > 0 {
			p.Name, p.Address = t.Authors[a].Name, t.Authors[a].Address
			f.Commenters = append(f.Commenters, p)
		}
	}
	slices.SortStableFunc(f.Commenters, busiest)
	f.People = len(f.Commenters)
	f.First, f.Last = timeText(t, first), timeText(t, last)
	return f
}

// busiest orders commenters by how much they wrote, then by name.
func busiest(a, b commenter) int {
	return cmp.Or(b.Comments-a.Comments, strings.Compare(thread.Fold(a.Name), thread.Fold(b.Name)))
}

// words counts what stands between blanks and has a letter or digit.
func words(s string) int {
	n := 0
	for word := range strings.FieldsSeq(s) {
		if strings.ContainsFunc(word, letterOrDigit) {
			n++
		}
	}
	return n
}

func letterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// replies is the number of direct replies by others to comment i.
func replies(t *thread.Thread, i int) int {
	n := 0
	for reply := range t.Children(i) {
		if c := t.At(reply); !c.Is(thread.Ghost) && c.Author != t.At(i).Author {
			n++
		}
	}
	return n
}

func earlier(t *thread.Thread, i, j int) int {
	if i == thread.None || t.At(j).When < t.At(i).When {
		return j
	}
	return i
}

func later(t *thread.Thread, i, j int) int {
	if i == thread.None || t.At(j).When > t.At(i).When {
		return j
	}
	return i
}

// timeText is when comment i was written, without a zone where none is known.
func timeText(t *thread.Thread, i int) string {
	switch {
	case i == thread.None:
		return ""
	case t.At(i).Is(thread.Zoned):
		return t.At(i).Time().Format(time.RFC3339)
	}
	return t.At(i).Time().Format("2006-01-02T15:04:05")
}
