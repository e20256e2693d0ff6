package format

import (
	"cmp"
	"fmt"

	"skein/thread"
)

// A discussion is one thread of a file that may hold many. Its comments have
// levels, from 1, or refs; the head's title and address are the thread's.
type discussion struct {
	head     thread.Post
	comments []*thread.Post
}

// add appends a comment.
func (d *discussion) add(p thread.Post) { d.comments = append(d.comments, &p) }

// discussions are the threads of a file in the order in which they begin.
type discussions struct {
	all []*discussion
	by  map[string]*discussion
}

// of is the discussion that is called by a key, a new one where there is none.
func (ds *discussions) of(key string) *discussion {
	if d := ds.by[key]; d != nil {
		return d
	}
	d := &discussion{}
	if ds.by == nil {
		ds.by = map[string]*discussion{}
	}
	ds.by[key] = d
	ds.all = append(ds.all, d)
	return d
}

// tell gives the discussions to a builder. One alone is the thread; of many,
// each has an entry of level 1 that stands for its post.
func (ds *discussions) tell(b *thread.Builder) {
	if len(ds.all) == 1 {
		ds.all[0].tell(b)
		return
	}
	b.Expect(ds.len())
	for i, d := range ds.all {
		d.head.ID = cmp.Or(d.head.ID, d.head.URL, fmt.Sprintf("thread %d", i+1))
		d.head.Level, d.head.Refs, d.head.Flags = 1, nil, d.head.Flags|thread.Topic
		b.Add(d.head)
		for _, p := range d.comments {
			if p.Level > 0 {
				p.Level++
			} else {
				p.Refs = append(p.Refs, d.head.ID)
			}
			b.Add(*p)
		}
	}
}

// len is how many posts and comments there are.
func (ds *discussions) len() int {
	n := len(ds.all)
	for _, d := range ds.all {
		n += len(d.comments)
	}
	return n
}

// tell gives a builder the only discussion there is.
func (d *discussion) tell(b *thread.Builder) {
	b.Title, b.URL = d.head.Title, d.head.URL
	d.head.Title, d.head.URL = "", ""
	b.Post(d.head)
	b.Expect(len(d.comments))
	for i, p := range d.comments {
		b.Add(*p)
		d.comments[i] = nil // its memory serves the next
	}
}

// findHead makes a head of what the comments agree on where the file does not
// hold it: the only one that answers nothing or, where all answer something,
// the earliest of those that are missing, which has the least id in sources
// that count.
func (d *discussion) findHead() {
	have := make(map[string]bool, len(d.comments))
	roots, root := 0, 0
	for i, p := range d.comments {
		have[p.ID] = true
		if len(p.Refs) == 0 {
			roots, root = roots+1, i
		}
	}
	switch {
	case roots == 1:
		d.head = *d.comments[root]
		d.comments = append(d.comments[:root:root], d.comments[root+1:]...)
	case roots == 0:
		for _, p := range d.comments {
			if id := p.Refs[0]; !have[id] && (d.head.ID == "" || earlier(id, d.head.ID)) {
				d.head.ID = id
			}
		}
	}
}

// earlier orders ids that count.
func earlier(a, b string) bool {
	return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b)) < 0
}

// within makes ids that are unique in this discussion unique in the file.
func (d *discussion) within(prefix string) {
	d.head.ID = prefix + d.head.ID
	for _, p := range d.comments {
		if p.ID != "" {
			p.ID = prefix + p.ID
		}
		for j := range p.Refs {
			p.Refs[j] = prefix + p.Refs[j]
		}
	}
}
