package thread

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
)

// rated reads comments written `level:id`, `level:id@minute` or
// `level:id+score`, in any number, `!` at the end making a ghost.
func rated(comments string) *Thread {
	var b Builder
	for _, s := range strings.Fields(comments) {
		var p Post
		s, ghost := strings.CutSuffix(s, "!")
		if ghost {
			p.Flags |= Ghost
		}
		s, score, scored := strings.Cut(s, "+")
		if scored {
			p.Flags |= Scored
			fmt.Sscan(score, &p.Score)
		}
		s, minute, timed := strings.Cut(s, "@")
		if timed {
			var m int
			fmt.Sscan(minute, &m)
			p.Time = time.Date(2024, 5, 1, 12, m, 0, 0, time.UTC)
		}
		level, id, _ := strings.Cut(s, ":")
		fmt.Sscan(level, &p.Level)
		p.ID = id
		b.Add(p)
	}
	return b.Thread()
}

// flat is the ids in reading order with their depths.
func flat(t *Thread) string {
	var all []string
	for i := 1; i < t.Len(); i++ {
		all = append(all, fmt.Sprintf("%d:%s", t.Depth(i), t.At(i).ID))
	}
	return strings.Join(all, " ")
}

func TestSiblingsStandInTheOrderAskedFor(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		order          Order
		comments, want string
	}{
		{OrderOldest, "1:a@3 2:b@5 2:c@4 1:d@1", "1:d 1:a 2:c 2:b"},
		{OrderNewest, "1:a@1 2:b@5 2:c@6 1:d@3", "1:d 1:a 2:c 2:b"},
		{OrderNewest, "1:a 1:b@1 1:c 1:d@2", "1:d 1:b 1:a 1:c"},
		{OrderOldest, "1:a 1:b@2 1:c 1:d@1", "1:d 1:b 1:a 1:c"},
		{OrderScore, "1:a+0 1:b+-3 1:c 1:d+7", "1:d 1:a 1:b 1:c"},
		{OrderScore, "1:a+1 1:b+1 1:c+1", "1:a 1:b 1:c"},
		{OrderReplies, "1:a 1:b 2:c 1:d 2:e 3:f", "1:d 2:e 3:f 1:b 2:c 1:a"},
		{OrderActivity, "1:a@5 1:b@1 2:c@2 3:d@9 2:e@3", "1:b 2:c 3:d 2:e 1:a"},
		{OrderNewest, "1:a@4 1:x! 2:b@2 2:c@6 1:d@5", "1:x 2:c 2:b 1:d 1:a"},
		{OrderOldest, "1:a@4 1:x! 2:y! 3:b@2 1:d@1", "1:d 1:x 2:y 3:b 1:a"},
		{OrderScore, "1:x! 1:a+1", "1:a 1:x"},
	} {
		th := rated(c.comments)
		sorted := th.Sorted(c.order)
		if got := flat(sorted); got != c.want {
			t.Errorf("%s by %s: %s, want %s", c.comments, c.order, got, c.want)
		}
		if sorted.Sorted(OrderSource) != th || th.Sorted(OrderSource) != th {
			t.Errorf("%s by %s does not lead back to its source", c.comments, c.order)
		}
	}
}

func TestSortingKeepsTheTree(t *testing.T) {
	t.Parallel()
	r := babble{rand.New(rand.NewPCG(5, 6))}
	for range 100 {
		th := r.thread(r.IntN(60))
		for i := range th.comments {
			th.comments[i].When = int64(r.IntN(9))
			th.comments[i].Score = int32(r.IntN(9))
			th.comments[i].Flags |= []Flags{0, Timed, Scored, Timed | Scored}[r.IntN(4)]
		}
		for o := range Order(len(orderNames)) {
			sorted := th.Sorted(OrderScore).Sorted(o)
			if got, want := flat(sorted), flat(th.Sorted(o)); got != want {
				t.Fatalf("by %s: %s after another order, %s at once", o, got, want)
			}
			for i := range th.Len() {
				checkWalks(t, sorted, i)
				checkSame(t, th, sorted, i)
			}
		}
	}
}

// checkSame holds comment i of a thread against itself in another order.
func checkSame(t *testing.T, th, sorted *Thread, i int) {
	t.Helper()
	j := sorted.Numbered(int(th.At(i).Number))
	a, b := *th.At(i), *sorted.At(j)
	if i > 0 && th.At(th.Parent(i)).Number != sorted.At(sorted.Parent(j)).Number {
		t.Fatalf("%s has another parent", a.ID)
	}
	if a != b {
		t.Fatalf("%+v became %+v", a, b)
	}
}

func TestOrdersHaveNames(t *testing.T) {
	t.Parallel()
	for i, name := range Orders() {
		if o, err := ParseOrder(name); err != nil || o != Order(i) || o.String() != name {
			t.Errorf("%s is %s, %v", name, o, err)
		}
	}
	const want = `unknown order "best": know source, oldest, newest, score, replies, activity`
	if _, err := ParseOrder("best"); err == nil || err.Error() != want {
		t.Errorf("best is no order: %v", err)
	}
}

func TestSortingAChainOfAHundredThousand(t *testing.T) {
	t.Parallel()
	const n = 100_000
	var b Builder
	for i := range n {
		b.Add(Post{Level: i + 1, Time: time.Unix(int64(n-i), 0)})
	}
	th := b.Thread()
	for o := range Order(len(orderNames)) {
		if sorted := th.Sorted(o); sorted.Depth(n) != n || int(sorted.At(n).Number) != n {
			t.Errorf("by %s the last comment is #%d at depth %d", o, sorted.At(n).Number, sorted.Depth(n))
		}
	}
}

func BenchmarkSort(b *testing.B) {
	r := rand.New(rand.NewPCG(7, 8))
	var builder Builder
	for range 100_000 {
		builder.Add(Post{Level: 1 + r.IntN(9), Time: time.Unix(r.Int64N(1e9), 0)})
	}
	th := builder.Thread()
	for b.Loop() {
		th.Sorted(OrderNewest)
	}
}
