package mail

import (
	"iter"
	"strings"

	"skein/thread"
)

// What stands for no message, for one that is only referred to, and for one
// that is not yet looked for.
const (
	none    = -1
	missing = -2
	unknown = -3
)

// A tree is who answers whom among the messages of a box.
type tree struct {
	parent   []int32  // of each message
	ghost    []string // the id of the missing message below which it stands
	inferred []bool   // its parent was found by its subject
}

// tree threads the messages as THREAD=REFERENCES does (RFC 5256, after Jamie
// Zawinski's algorithm), with these differences: what decides is not the
// order in which messages come, so all that messages say of themselves counts
// before what others say of them; and messages of one subject are gathered
// with more care (see linkSubjects).
func (b *Box) tree() *tree {
	l := links{up: make([]int32, len(b.messages)), root: make([]int32, len(b.messages)), box: b}
	for i := range l.up {
		l.up[i], l.root[i] = none, int32(i)
	}
	for i, above := range b.answered() { // what each says of itself
		switch above {
		case none:
		case missing:
			l.link(int32(i), l.find(b.lastRef(b.messages[i])))
		default:
			l.link(int32(i), above)
		}
	}
	for i := range b.messages { // what each says of those above it
		if b.saysMore(i, l.up[i]) {
			b.linkAbove(&l, i)
		}
	}
	t := l.prune(len(b.messages))
	b.linkSubjects(t)
	return t
}

// answered is the message that each message says it answers: none, or missing
// where it says one that is not there. They are looked for on all cores.
func (b *Box) answered() []int32 {
	all := make([]int32, len(b.messages))
	thread.InBlocks(len(all), 0, func(_, from, to int) {
		for i := from; i < to; i++ {
			all[i] = b.above(b.messages[i])
		}
	})
	return all
}

// above is the message that m says it answers, none or missing.
func (b *Box) above(m *kept) int32 {
	if m.above != unknown {
		return m.above
	}
	last := b.lastRef(m)
	if last == "" {
		return none
	}
	if above := b.find(last); above != none {
		return above
	}
	return missing
}

// linkAbove links those above message i as it says.
func (b *Box) linkAbove(l *links, i int) {
	above := int32(none)
	for ref := range b.refs(b.messages[i]) {
		child := l.find(ref)
		if above != none && (int(child) >= len(b.messages) || b.lastRef(b.messages[child]) == "") {
			l.link(child, above)
		}
		above = child
	}
}

// saysMore says whether message i may name others above it than the message
// that it answers, if that came before, does. Mostly its refs are those of that
// message, and behind them that message: their hashes tell, without a walk
// through the source.
func (b *Box) saysMore(i int, parent int32) bool {
	m := b.messages[i]
	switch {
	case parent == none || int(parent) >= i:
		return true
	case parent == m.above:
		return m.more
	}
	return m.upper != b.messages[parent].chain
}

// refs yields the ids that m refers to, its parent last. What is no id, for it
// lacks an @, is left out unless a message is called so: people have answered
// "yes" when git asked them for the message to reply to.
func (b *Box) refs(m *kept) iter.Seq[string] {
	return func(yield func(string) bool) {
		for id := range idsIn(m.refs) {
			if strings.IndexByte(id, '@') < 0 && b.find(id) == none {
				continue
			}
			if !yield(id) {
				return
			}
		}
	}
}

// lastRef is the id of the message that m answers, empty for none.
func (b *Box) lastRef(m *kept) (last string) {
	if id := plainRef(m.refs); id != "" {
		return id
	}
	for id := range b.refs(m) {
		last = id
	}
	return last
}

// only is the root, if all messages are one thread.
func (t *tree) only() (root int, ok bool) {
	root = none
	for i, p := range t.parent {
		if p != none {
			continue
		}
		if root != none || t.ghost[i] != "" {
			return none, false
		}
		root = i
	}
	return root, root != none
}

// links are the edges between messages, and placeholders of those that are
// only referred to. Messages come first.
type links struct {
	up      []int32
	root    []int32 // the root of each, or another on the way there
	box     *Box
	missing map[string]int32 // the placeholders
	names   []string         // their ids
}

// find is the message of that id or a placeholder for it.
func (l *links) find(id string) int32 {
	if i := l.box.find(id); i != none {
		return i
	}
	if i, ok := l.missing[id]; ok {
		return i
	}
	if l.missing == nil {
		l.missing = map[string]int32{}
	}
	i := int32(len(l.up))
	l.missing[id] = i
	l.names = append(l.names, id)
	l.up, l.root = append(l.up, none), append(l.root, i)
	return i
}

// link makes child answer parent unless it answers something already or that
// would close a loop. Ways to roots are shortened as they are walked, so that
// a chain of any length stays nearly linear.
func (l *links) link(child, parent int32) {
	if l.up[child] != none {
		return
	}
	top := parent
	for l.root[top] != top {
		l.root[top] = l.root[l.root[top]]
		top = l.root[top]
	}
	if top != child {
		l.up[child], l.root[child] = parent, top
	}
}

// prune takes out the placeholders (step 3): what stands below one comes below
// what is above it. One at the top stays, as a ghost, if there is more than
// one reply to hold together.
func (l *links) prune(messages int) *tree {
	t := &tree{make([]int32, messages), make([]string, messages), make([]bool, messages)}
	real := make([]int32, len(l.up)) // for a placeholder, what stands in for it
	replies := make([]int32, len(l.up))
	for i := range real {
		real[i] = none
	}
	for i := range messages {
		p := l.up[i]
		if p != none {
			p = l.standIn(p, int32(messages), real)
			replies[p]++
		}
		t.parent[i] = p
	}
	for i, p := range t.parent {
		if int(p) < messages {
			continue
		}
		t.parent[i] = none
		if replies[p] > 1 {
			t.ghost[i] = l.names[int(p)-messages]
		}
	}
	return t
}

// standIn is the first message at or above p, or the placeholder at the top.
func (l *links) standIn(p, messages int32, real []int32) int32 {
	at := p
	for at >= messages && real[at] == none && l.up[at] != none {
		at = l.up[at]
	}
	if at >= messages && real[at] != none {
		at = real[at]
	}
	for p >= messages && p != at && real[p] == none {
		real[p], p = at, l.up[p]
	}
	return at
}

// linkSubjects makes a reply that refers to nothing that is there answer the
// message that began its subject (step 5), if only one did and not later.
// Nothing else is done by subject: two messages that begin one are often
// strangers, as are two replies.
func (b *Box) linkSubjects(t *tree) {
	const several = -2
	began := map[string]int32{}
	for i := range b.messages {
		about := b.messages[i].about
		if t.parent[i] != none || about.reply || about.words == "" {
			continue
		}
		if _, again := began[about.words]; again {
			began[about.words] = several
		} else {
			began[about.words] = int32(i)
		}
	}
	for i := range b.messages {
		m := b.messages[i]
		if t.parent[i] != none || t.ghost[i] != "" || !m.about.reply {
			continue
		}
		p, ok := began[m.about.words]
		if !ok || p == several {
			continue
		}
		if root := b.messages[p]; root.when.IsZero() || m.when.IsZero() || !m.when.Before(root.when) {
			t.parent[i], t.inferred[i] = p, true
		}
	}
}
