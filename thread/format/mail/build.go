package mail

import (
	"cmp"
	"slices"

	"skein/thread"
)

// Build gives the builder every message, in the order of the source, below
// what it answers, and leaves the box empty. The root of a box that is one
// thread is the post.
func (b *Box) Build(to *thread.Builder) {
	t := b.tree()
	post, single := t.only()
	if !single {
		to.Title = b.title()
	}
	about := make([]*subject, len(b.messages))
	for i, m := range b.messages {
		about[i] = m.about
	}
	to.Placed, to.Authors = true, b.authors
	to.Expect(len(b.messages))
	ghosts := map[string]*subject{} // what each is about
	number := make([]int, len(b.messages))
	messages := b.messages
	*b = Box{}
	for i, m := range messages {
		messages[i] = nil // it need not stay until the last is built
		p := m.post()
		switch ghost, above := t.ghost[i], t.parent[i]; {
		case single && i == post:
			to.Title = m.about.text
			to.Post(p)
			continue
		case ghost != "":
			if _, known := ghosts[ghost]; !known {
				ghosts[ghost] = m.about
				to.Missing(thread.Post{ID: ghost, Title: cmp.Or(unanswered(m.about.text), noSubject)})
			}
			p.Refs = []string{ghost}
			p.Title = m.newSubject(ghosts[ghost])
		case above == none:
			p.Title = cmp.Or(m.about.text, noSubject)
		default:
			p.Title = m.newSubject(about[above])
		}
		if t.inferred[i] {
			p.Flags |= thread.Inferred
		}
		number[i] = to.Add(p)
	}
	for i, above := range t.parent { // which may come later
		if above != none {
			to.Below(number[i], number[above])
		}
	}
}

// The first part that a box shows of itself has so many messages, and each
// further one so many times more that all of them together cost little.
const (
	firstPart  = 1 << 11
	partGrowth = 8
	worthPart  = 5 // times as many as a part has the whole must have
)

// grow shows the messages that are there, threaded, if they have become so many
// more that it is worth while.
func (b *Box) grow() {
	n := len(b.messages)
	if b.grown == nil || n < max(firstPart, b.shown*partGrowth) || n*worthPart > b.expected {
		return
	}
	b.shown = n
	part := Box{messages: slices.Clone(b.messages), ids: b.ids, authors: b.authors, list: b.list, lists: b.lists}
	to := &thread.Builder{Format: b.format}
	part.Build(to)
	b.grown(to.Thread())
}

// newSubject is the message's subject if what it answers is about something
// else, empty otherwise.
func (m *kept) newSubject(above *subject) string {
	if m.about.words == above.words {
		return ""
	}
	return m.about.text
}

// title is the name of the mailing list or newsgroup that the messages are
// from, empty where they are from more than one.
func (b *Box) title() string {
	if b.lists {
		return ""
	}
	return b.list
}
