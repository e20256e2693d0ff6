package thread

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
)

// An Order says how the replies to one comment stand.
type Order uint8

// The orders.
const (
	OrderSource   Order = iota // as in the source
	OrderOldest                // earliest first
	OrderNewest                // latest first
	OrderScore                 // highest score first
	OrderReplies               // most replies first, at any depth
	OrderActivity              // latest comment in the subthread first
)

// orderNames are what ParseOrder knows the orders by.
var orderNames = []string{
	OrderSource:   "source",
	OrderOldest:   "oldest",
	OrderNewest:   "newest",
	OrderScore:    "score",
	OrderReplies:  "replies",
	OrderActivity: "activity",
}

// Orders is the names of all orders, that of Order o at index o.
func Orders() []string { return slices.Clone(orderNames) }

// ParseOrder is the order of that name.
func ParseOrder(name string) (Order, error) {
	if i := slices.Index(orderNames, name); i >= 0 {
		return Order(i), nil
	}
	return 0, fmt.Errorf("unknown order %q: know %s", name, strings.Join(orderNames, ", "))
}

// String is the order's name.
func (o Order) String() string {
	if int(o) >= len(orderNames) {
		return fmt.Sprintf("Order(%d)", o)
	}
	return orderNames[o]
}

// A sorting is where the comments of a thread stand in an order that is not
// that of its source.
type sorting struct {
	order  []int32 // where in Thread.comments what stands in each place is
	places []int32 // the other way round
	source *Thread // as it stands there
}

// Sorted is the thread in another order. Comments keep their numbers, and all
// else but their places. Replies that are alike in the order stand as in the
// source, those of which it knows nothing after the others, and a ghost stands
// where the first of its replies would.
func (t *Thread) Sorted(o Order) *Thread {
	if t.sorted != nil {
		t = t.sorted.source
	}
	if o == OrderSource {
		return t
	}
	places := t.places(t.sortKeys(o))
	order := make([]int32, len(places))
	for i, at := range places {
		order[at] = int32(i)
	}
	sorted := *t
	sorted.sorted = &sorting{order, places, t}
	return &sorted
}

// unknownKey is less than all that is known.
const unknownKey = math.MinInt64

// sortKeys is what each comment is sorted by, the largest first.
func (t *Thread) sortKeys(o Order) []int64 {
	keys := slices.Repeat([]int64{unknownKey}, t.Len())
	for i := t.Len() - 1; i > 0; i-- {
		c := &t.comments[i]
		switch {
		case o == OrderReplies:
			keys[i] = int64(t.Replies(i))
			continue
		case c.Is(Ghost):
			// has the largest key of its replies
		case o == OrderScore && c.Is(Scored):
			keys[i] = int64(c.Score)
		case o == OrderOldest && c.Is(Timed):
			keys[i] = -c.When
		case o == OrderNewest && c.Is(Timed):
			keys[i] = c.When
		case o == OrderActivity && c.Is(Timed):
			keys[i] = max(keys[i], c.When)
		}
		if p := c.parent; o == OrderActivity || t.comments[p].Is(Ghost) {
			keys[p] = max(keys[p], keys[i])
		}
	}
	return keys
}

// places is where each comment stands when the replies to each parent stand by
// falling keys. A subtree has one size in every order, so that places follow
// from those of the parents; and only siblings are compared with each other,
// so that the usual thread, of many small groups, takes hardly more than a
// walk.
func (t *Thread) places(keys []int64) []int32 {
	places := make([]int32, t.Len())
	var siblings []int32
	for p := range t.comments {
		siblings = siblings[:0]
		for c, end := int32(p)+1, t.end[p]; c < end; c = t.end[c] {
			siblings = append(siblings, c)
		}
		if len(siblings) > 1 {
			slices.SortFunc(siblings, func(a, b int32) int {
				if c := cmp.Compare(keys[b], keys[a]); c != 0 {
					return c
				}
				return int(a - b)
			})
		}
		at := places[p] + 1
		for _, c := range siblings {
			places[c] = at
			at += t.end[c] - c
		}
	}
	return places
}
