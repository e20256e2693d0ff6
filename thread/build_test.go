package thread

import (
	"fmt"
	"strings"
	"testing"
)

// outline draws a thread's tree, one comment a line, two blanks a level.
func outline(t *Thread) string {
	var b strings.Builder
	for i := 1; i < t.Len(); i++ {
		c := t.At(i)
		ghost := ""
		if c.Is(Ghost) {
			ghost = " (ghost)"
		}
		fmt.Fprintf(&b, "%s%s%s\n", strings.Repeat("  ", t.Depth(i)-1), c.ID, ghost)
	}
	return b.String()
}

func TestCommentsFindTheirPlace(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, posts, want string }{
		{"levels", "a@1 b@2 c@3 d@2 e@1", "a\n  b\n    c\n  d\ne\n"},
		{"skipped levels", "a@2 b@7 c@4 d@1 e@9", "a\n  b\n  c\nd\n  e\n"},
		{"refs in any order", "c<b b<a a d<a", "a\n  b\n    c\n  d\n"},
		{"refs to the post", "a<post b<a c<post", "a\n  b\nc\n"},
		{"the likeliest parent that is there", "a b<a c<b,a", "a\n  b\n    c\n"},
		{"siblings below a ghost", "a b<x c<a d<x", "a\n  c\nx (ghost)\n  b\n  d\n"},
		{"a ghost below what is known above it", "a b<x,a c<x,a d<a", "a\n  x (ghost)\n    b\n    c\n  d\n"},
		{"a loop is cut at its earliest comment", "a<c b<a c<b d<c", "a\n  b\n    c\n      d\n"},
		{"a tail before the loop it leads into", "t<b a<b b<a", "a\n  b\n    t\n"},
		{"an answer to itself", "a<a b<a", "a\n  b\n"},
		{"one id and one body", "a:x a:x b<a", "a\n  b\n"},
		{"one id and two bodies", "a:x a:y b<a a:z", "a\n  b\na~2\na~3\n"},
		{"levels and refs in one source", "a@1 b@2 c<a d", "a\n  b\n  c\nd\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var b Builder
			b.Post(Post{ID: "post"})
			for _, p := range strings.Fields(c.posts) {
				b.Add(shorthand(p))
			}
			if got := outline(b.Thread()); got != c.want {
				t.Errorf("%s:\n%swant\n%s", c.posts, got, c.want)
			}
		})
	}
}

// shorthand reads a post written as id@level, id<ref,ref or id:body.
func shorthand(s string) Post {
	var p Post
	s, p.Body.Raw, _ = strings.Cut(s, ":")
	s, refs, answers := strings.Cut(s, "<")
	if answers {
		p.Refs = strings.Split(refs, ",")
	}
	s, level, _ := strings.Cut(s, "@")
	fmt.Sscan(level, &p.Level)
	p.ID = s
	return p
}

// TestEveryShapeOfSmallTree builds all trees of up to seven comments from
// their parents, given in every rotation of the source order, and holds the
// walks against what the parents say.
func TestEveryShapeOfSmallTree(t *testing.T) {
	t.Parallel()
	trees := 0
	for n := 1; n <= 7; n++ {
		parents := make([]int, n)
		for more := true; more; more = nextShape(parents) {
			trees++
			checkShape(t, parents)
		}
	}
	if trees != 1+2+6+24+120+720+5040 {
		t.Errorf("%d trees", trees)
	}
}

// nextShape counts parents up: parents[i] is any of 0 to i, 0 being the post.
func nextShape(parents []int) bool {
	for i := len(parents) - 1; i >= 0; i-- {
		if parents[i] < i {
			parents[i]++
			return true
		}
		parents[i] = 0
	}
	return false
}

func checkShape(t *testing.T, parents []int) {
	t.Helper()
	for turn := range parents {
		var b Builder
		b.Post(Post{ID: "0"})
		for k := range parents {
			i := (k + turn) % len(parents)
			b.Add(Post{ID: fmt.Sprint(i + 1), Refs: []string{fmt.Sprint(parents[i])}})
		}
		th := b.Thread()
		if th.Len() != len(parents)+1 {
			t.Fatalf("%v turned %d: %d comments", parents, turn, th.Len())
		}
		for i := range th.Len() {
			checkWalks(t, th, i)
			if i == 0 {
				continue
			}
			var own int
			fmt.Sscan(th.At(i).ID, &own)
			if got, want := th.At(th.Parent(i)).ID, fmt.Sprint(parents[own-1]); got != want {
				t.Fatalf("%v turned %d: %d answers %s, want %s", parents, turn, own, got, want)
			}
		}
	}
}

func checkWalks(t *testing.T, th *Thread, i int) {
	t.Helper()
	replies, last := 0, None
	for c := range th.Children(i) {
		if th.Parent(c) != i || th.Depth(c) != th.Depth(i)+1 || th.PrevSibling(c) != last {
			t.Fatalf("child %d of %d: parent %d, depth %d, sibling %d", c, i, th.Parent(c), th.Depth(c), th.PrevSibling(c))
		}
		if last != None && th.NextSibling(last) != c {
			t.Fatalf("after %d comes %d, want %d", last, th.NextSibling(last), c)
		}
		replies += 1 + th.Replies(c)
		last = c
	}
	if replies != th.Replies(i) {
		t.Fatalf("%d has %d replies, counted %d", i, th.Replies(i), replies)
	}
	if last != None && th.NextSibling(last) != None {
		t.Fatalf("%d is not the last child of %d", last, i)
	}
	if th.Numbered(int(th.At(i).Number)) != i {
		t.Fatalf("number %d leads to %d", th.At(i).Number, th.Numbered(int(th.At(i).Number)))
	}
}

func TestAChainOfAHundredThousandReplies(t *testing.T) {
	t.Parallel()
	const n = 100_000
	var b Builder
	for i := n; i > 0; i-- {
		b.Add(Post{ID: fmt.Sprint(i), Refs: []string{fmt.Sprint(i - 1)}})
	}
	th := b.Thread()
	if got := th.Depth(th.Len() - 1); got != n+1 { // the ghost of 0 stands on top
		t.Errorf("the last comment has depth %d", got)
	}
}

func TestAParentMayComeLaterOrHaveNoID(t *testing.T) {
	t.Parallel()
	var b Builder
	b.Post(Post{ID: "post"})
	reply := b.Add(Post{ID: "reply", Refs: []string{"elsewhere"}})
	copied := b.Add(Post{ID: "reply"})
	root := b.Add(Post{Title: "no id"})
	last := b.Add(Post{ID: "last"})
	b.Below(reply, root)
	b.Below(last, copied)
	b.Below(root, 0)
	if got, want := outline(b.Thread()), "\n  reply\n    last\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestAGhostHasWhatIsKnownOfIt(t *testing.T) {
	t.Parallel()
	var b Builder
	b.Missing(Post{ID: "x", Title: "Hello"})
	b.Missing(Post{ID: "y", Title: "Nobody asks"})
	b.Add(Post{ID: "a", Refs: []string{"x"}})
	b.Add(Post{ID: "b", Refs: []string{"z"}})
	th := b.Thread()
	if got, want := outline(th), "x (ghost)\n  a\nz (ghost)\n  b\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if th.At(1).Title() != "Hello" || th.At(3).Title() != "" {
		t.Errorf("the titles are %q and %q", th.At(1).Title(), th.At(3).Title())
	}
}

func TestPeopleOfOneNameStayTwo(t *testing.T) {
	t.Parallel()
	var b Builder
	b.Add(Post{Level: 1, Author: "kim", Address: "kim@a.example"})
	b.Add(Post{Level: 1, Author: "kim", Address: "kim@b.example"})
	b.Add(Post{Level: 1, Author: " kim ", Address: "kim@a.example"})
	b.Add(Post{Level: 1})
	th := b.Thread()
	if len(th.Authors) != 2 || th.At(1).Author != th.At(3).Author || th.At(1).Author == th.At(2).Author {
		t.Errorf("authors %v of %d, %d, %d", th.Authors, th.At(1).Author, th.At(2).Author, th.At(3).Author)
	}
	if th.At(4).Author != None || th.Name(4) != "" {
		t.Errorf("nobody is author %d, %q", th.At(4).Author, th.Name(4))
	}
}

func TestACommentMayBeSetAfterItsReplies(t *testing.T) {
	t.Parallel()
	var b Builder
	a := b.Add(Post{Level: 1})
	b.Add(Post{ID: "b", Level: 2, Author: "bo"})
	b.Set(a, Post{ID: "a", Author: "ann"})
	b.Set(0, Post{ID: "post", Author: "kim"})
	th := b.Thread()
	if got, want := outline(th), "a\n  b\n"; got != want {
		t.Errorf("%swant\n%s", got, want)
	}
	if got := th.Name(0) + " " + th.Name(1) + " " + th.Name(2); got != "kim ann bo" {
		t.Errorf("authors %s", got)
	}
	if th.Numbered(a) != 1 {
		t.Errorf("number %d is comment %d", a, th.Numbered(a))
	}
}

func TestLinksAreMadeOfIDsWhereASourceHasNone(t *testing.T) {
	t.Parallel()
	b := Builder{Permalink: "https://forum.example/c?id="}
	b.Add(Post{Level: 1, ID: "7"})
	b.Add(Post{Level: 1, ID: "8", URL: "https://forum.example/own"})
	b.Add(Post{Level: 1})
	b.Add(Post{Level: 1, ID: "9&x#y"})
	th := b.Thread()
	for i, want := range []string{"", "https://forum.example/c?id=7", "https://forum.example/own", "", "https://forum.example/c?id=9%26x%23y"} {
		if got := th.Link(i); got != want {
			t.Errorf("comment %d: %q, want %q", i, got, want)
		}
	}
}

// TestExpectedCommentsAreNotMovedAgain has as many comments come as were
// expected, a number that fills the pages of memory that they are on: no room
// is left by chance.
func TestExpectedCommentsAreNotMovedAgain(t *testing.T) {
	t.Parallel()
	const n = 20 << 10
	var b Builder
	b.Expect(n)
	for range many {
		b.Add(Post{Level: 1})
	}
	at := &b.comments[0]
	for range n - many {
		b.Add(Post{Level: 1})
	}
	if &b.comments[0] != at {
		t.Errorf("%d comments that were expected have been moved", n)
	}
}
