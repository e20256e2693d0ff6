package thread

// Topics are the threads that one file holds, where it holds many (a mailbox,
// an export): the indices of their roots, in reading order. It is nil for an
// ordinary thread. A file holds many threads when its own post says nothing
// and what answers it are topics, or messages with subjects of their own.
func (t *Thread) Topics() []int {
	post := t.At(0)
	if post.Author != None || !post.Body.Empty() {
		return nil
	}
	var roots []int
	for i := range t.Children(0) {
		if c := t.At(i); !c.Is(Topic) && c.Title() == "" && !c.Is(Ghost) {
			return nil
		}
		roots = append(roots, i)
	}
	if len(roots) == 1 && !t.At(roots[0]).Is(Topic) {
		return nil
	}
	return roots
}

// Only is the thread with comment i as its post.
func (t *Thread) Only(i int) *Thread {
	from, to := i, t.End(i)
	only := &Thread{
		Title:     t.At(i).Title(),
		URL:       t.Link(i),
		Format:    t.Format,
		Permalink: t.Permalink,
		Site:      t.Site,
		comments:  make([]Comment, 0, to-from),
		names:     &nameIndex{},
	}
	author := map[int32]int32{None: None}
	if only.Title == "" {
		only.Title = t.Title
	}
	for k := from; k < to; k++ {
		c := *t.At(k)
		a, met := author[c.Author]
		if !met {
			a = int32(len(only.Authors))
			only.Authors = append(only.Authors, t.Authors[c.Author])
			author[c.Author] = a
		}
		c.Author = a
		c.Number = int32(k - from)
		c.parent = int32(t.Parent(k) - from)
		c.Depth -= t.At(from).Depth
		if k == from {
			c.parent = None
			c.Flags &^= Topic
		}
		only.comments = append(only.comments, c)
	}
	only.measure()
	return only
}

// LastActivity is when the latest comment at or below i was written, with the
// index of that comment; false where no time is known.
func (t *Thread) LastActivity(i int) (latest int, known bool) {
	for k := i; k < t.End(i); k++ {
		if c := t.At(k); c.Is(Timed) && (!known || c.When > t.At(latest).When) {
			latest, known = k, true
		}
	}
	return latest, known
}
