package thread

import (
	"slices"
	"strconv"
)

// place finds the parents of the comments that came without a level, by their
// refs. Numbers stand in for indices here. What it returns is the order in
// which siblings stand.
func (b *Builder) place() (order []int32) {
	known := map[string]int32{}
	if !b.Placed {
		known = b.dropCopies()
	}
	if id := b.root.ID; id != "" {
		known[id] = 0
	}
	real := len(b.comments)
	for i := 1; i < real; i++ {
		if b.comments[i].parent == None {
			b.comments[i].parent = b.parent(int32(i), b.refsOf(i), known)
		}
	}
	cutLoops(b.comments)
	return readingOrder(b.comments, real)
}

// refsOf are the refs of comment i.
func (b *Builder) refsOf(i int) []string {
	if i < len(b.refs) {
		return b.refs[i]
	}
	return nil
}

// parent is the first of the refs that is there. Where the likeliest is not,
// a ghost stands in for it, below the next one that is.
func (b *Builder) parent(number int32, refs []string, known map[string]int32) int32 {
	missing := ""
	for _, ref := range refs {
		p, ok := known[ref]
		switch {
		case ok && p == number:
			continue
		case ok && missing == "":
			return p
		case ok:
			return b.ghost(missing, p, known)
		case missing == "":
			missing = ref
		}
	}
	if missing == "" {
		return 0
	}
	return b.ghost(missing, 0, known)
}

// ghost adds an entry for a comment that only others refer to.
func (b *Builder) ghost(id string, parent int32, known map[string]int32) int32 {
	p, ok := b.missing[id]
	if !ok {
		p = Post{ID: id, Flags: Ghost}
	}
	g := b.comment(&p)
	g.parent = parent
	g.Number = int32(len(b.comments))
	b.comments = append(b.comments, g)
	known[id] = g.Number
	return g.Number
}

// dropCopies removes comments that repeat an earlier one, id and body, and
// gives those that only repeat the id a new one: `id~2`. What it returns is
// the numbers of the others by their ids.
func (b *Builder) dropCopies() (known map[string]int32) {
	known = make(map[string]int32, len(b.comments))
	renumber := make([]int32, len(b.comments))
	kept := 1
	for i := 1; i < len(b.comments); i++ {
		c := b.comments[i]
		first, again := known[c.ID]
		if again && b.comments[first].Body == c.Body {
			renumber[i] = first
			continue
		}
		for n := 2; again; n++ {
			id := c.ID + "~" + strconv.Itoa(n)
			if _, again = known[id]; !again {
				c.ID = id
			}
		}
		c.Number = int32(kept)
		if c.ID != "" {
			known[c.ID] = c.Number
		}
		renumber[i] = c.Number
		b.comments[kept] = c
		if kept < len(b.refs) {
			b.refs[kept] = b.refsOf(i)
		}
		kept++
	}
	b.comments, b.refs = b.comments[:kept], b.refs[:min(kept, len(b.refs))]
	for i := 1; i < kept; i++ { // parents may come later than their replies
		if p := b.comments[i].parent; p > 0 {
			b.comments[i].parent = renumber[p]
		}
	}
	return known
}

// cutLoops makes the earliest comment of every reply loop a reply to the
// post. Each comment is walked over once, so a chain of any length stays
// linear.
func cutLoops(comments []Comment) {
	seen := make([]int32, len(comments)) // which walk came by, 0 for none
	for walk := int32(1); int(walk) < len(comments); walk++ {
		n := walk
		for n > 0 && seen[n] == 0 {
			seen[n] = walk
			n = comments[n].parent
		}
		if n > 0 && seen[n] == walk {
			earliest := n
			for m := comments[n].parent; m != n; m = comments[m].parent {
				earliest = min(earliest, m)
			}
			comments[earliest].parent = 0
		}
	}
}

// readingOrder is the numbers of the comments as siblings stand: as they were
// read, a ghost where its first reply was. Ghosts are all from number real on.
func readingOrder(comments []Comment, real int) []int32 {
	first := make([]int32, len(comments)) // where each one stands
	order := make([]int32, 0, len(comments))
	for n := int32(1); int(n) < len(comments); n++ {
		order = append(order, n)
		first[n] = n
	}
	if len(comments) == real {
		return order
	}
	for n := int32(1); int(n) < real; n++ {
		if p := comments[n].parent; int(p) >= real {
			first[p] = min(first[p], n)
		}
	}
	slices.SortStableFunc(order, func(a, b int32) int { return int(first[a] - first[b]) })
	return order
}

// preorder brings comments into reading order, siblings as in order. Their
// parents are numbers before and indices after. They are moved where they are:
// a copy would take as much memory as all of a long thread.
func preorder(all []Comment, order []int32) {
	parent := make([]int32, len(all)) // as all has it, closer together
	for n := range all {
		parent[n] = all[n].parent
	}
	first := make([]int32, len(all)) // the first reply to each, 0 for none
	next := make([]int32, len(all))  // the next reply to the same parent, 0 for none
	for _, n := range slices.Backward(order) {
		p := parent[n]
		next[n], first[p] = first[p], n
	}
	at := make([]int32, len(all)) // where each one goes
	depth := make([]int32, len(all))
	for n, place := int32(0), int32(0); ; place++ {
		if at[n] = place; n > 0 {
			depth[n] = depth[parent[n]] + 1
		}
		up := n
		n = first[up]
		for n == 0 && up != 0 {
			n, up = next[up], parent[up]
		}
		if n == 0 {
			break
		}
	}
	for n := 1; n < len(all); n++ {
		all[n].parent, all[n].Depth = at[parent[n]], depth[n]
	}
	moveTo(at, all)
}

// moveTo moves each comment to its place in at, which it uses up.
func moveTo(at []int32, all []Comment) {
	for n := range all {
		for to := at[n]; int(to) != n; to = at[n] {
			all[n], all[to] = all[to], all[n]
			at[n], at[to] = at[to], to
		}
	}
}
