package thread

import "iter"

// End is one past the last descendant of comment i: its subtree is [i, End(i)).
func (t *Thread) End(i int) int {
	if t.sorted != nil {
		at := t.sorted.order[i] // a subtree has one size in every order
		return i + int(t.end[at]-at)
	}
	return int(t.end[i])
}

// Replies is the number of comments below i, at any depth.
func (t *Thread) Replies(i int) int { return t.End(i) - i - 1 }

// Parent is the comment that i answers, None for the post.
func (t *Thread) Parent(i int) int {
	p := t.At(i).parent
	if t.sorted != nil && p != None {
		p = t.sorted.places[p]
	}
	return int(p)
}

// Depth is 0 for the post, 1 for a reply to it, and so on.
func (t *Thread) Depth(i int) int { return int(t.At(i).Depth) }

// Contains says whether j is i or stands somewhere below it.
func (t *Thread) Contains(i, j int) bool { return i <= j && j < t.End(i) }

// Children yields the direct replies to i in reading order.
func (t *Thread) Children(i int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for c := i + 1; c < t.End(i); c = t.End(c) {
			if !yield(c) {
				return
			}
		}
	}
}

// Ancestors yields the comments above i, its parent first, the post last.
func (t *Thread) Ancestors(i int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for p := t.Parent(i); p != None; p = t.Parent(p) {
			if !yield(p) {
				return
			}
		}
	}
}

// Top is the top-level comment of the chain that i stands in; the post is its
// own.
func (t *Thread) Top(i int) int {
	for t.Depth(i) > 1 {
		i = t.Parent(i)
	}
	return i
}

// NextSibling is the next reply to the same parent, None after the last.
func (t *Thread) NextSibling(i int) int {
	p := t.Parent(i)
	if next := t.End(i); p != None && next < t.End(p) {
		return next
	}
	return None
}

// PrevSibling is the previous reply to the same parent, None before the
// first. It costs a walk up from the comment before i.
func (t *Thread) PrevSibling(i int) int {
	p := t.Parent(i)
	if p == None || i == p+1 {
		return None
	}
	s := i - 1
	for t.Parent(s) != p {
		s = t.Parent(s)
	}
	return s
}
