package thread

import (
	"fmt"
	"testing"
)

func TestASelectionKeepsTheWayToItsHits(t *testing.T) {
	t.Parallel()
	th := workshop()
	for _, c := range []struct{ query, hits, rows string }{
		{"nobody", "[3]", "[0 1 2 3]"},
		{"by:ann", "[1 3]", "[0 1 2 3]"},
		{"boo", "[5]", "[0 4 5]"},
		{"town", "[0]", "[0]"},
		{"nothing", "[]", "[]"},
		{"", "[]", "[]"},
	} {
		q, _ := ParseQuery(c.query)
		s := th.Select(q)
		if hits, rows := fmt.Sprint(s.Hits()), fmt.Sprint(s.Rows()); hits != c.hits || rows != c.rows {
			t.Errorf("%s: hits %s on rows %s, want %s on %s", q, hits, rows, c.hits, c.rows)
		}
		if s.Count() != len(s.Hits()) || s.Hit(2) || s.Shown(2) != (len(s.Rows()) > 3) {
			t.Errorf("%s: %d hits, 2 is hit %v, shown %v", q, s.Count(), s.Hit(2), s.Shown(2))
		}
	}
}

func TestASelectionPassesOverUnknownNumbers(t *testing.T) {
	t.Parallel()
	if s := workshop().SelectNumbers([]int32{-1, 2, 99}); s.Count() != 1 || !s.Hit(2) {
		t.Errorf("hits %v", s.Hits())
	}
}
