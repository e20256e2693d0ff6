package cli

import (
	"time"

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
	counted := t.Count(func(i int) bool {
		return i > 0 && (sel == nil || sel.Hit(i)) && (depth == 0 || t.Depth(i) <= depth)
	})
	f := figures{
		Title:      t.Title,
		URL:        t.URL,
		Format:     t.Format,
		Comments:   counted.Comments,
		People:     len(counted.People),
		Levels:     counted.Levels,
		Words:      counted.Words,
		First:      timeText(t, counted.First),
		Last:       timeText(t, counted.Last),
		Commenters: make([]commenter, 0, len(counted.People)),
	}
	for _, p := range counted.People {
		author := t.Authors[p.Author]
		f.Commenters = append(f.Commenters, commenter{author.Name, author.Address, p.Comments, p.Words, p.Replies})
	}
	return f
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
