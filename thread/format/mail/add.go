package mail

import (
	"strings"

	"skein/thread"
)

// A kept is what a box keeps of a message.
type kept struct {
	letter
	about  *subject // what the subject says without its marks
	writer thread.Writer
	above  int32 // the earlier message that it answers, unknown for another or none
	more   bool  // its refs may say more than those of that one (see saysMore)
}

// add takes messages in.
func (b *Box) add(messages []message) {
	b.ids.room(len(messages))
	if b.authors == nil {
		b.authors, b.writers = &thread.Authors{}, map[string]thread.Writer{}
	}
	for i := range messages {
		b.endless = messages[i].endless
		b.addMessage(&messages[i])
	}
}

// addMessage takes a message in. One that repeats an earlier one, id and text, is
// the same message that came by another way and is left out; one that only
// repeats the id gets a new one, `id~2`.
func (b *Box) addMessage(m *message) {
	first, place := b.look(m.id, m.hash)
	if first != none {
		if b.repeats(m, first) {
			return
		}
		m.id = b.fresh(m.id)
		m.hash = idHash(m.id)
		_, place = b.look(m.id, m.hash)
	}
	m.id = b.shelf.Keep(m.id)
	k := kept{letter: m.letter}
	b.settle(m, &k)
	if k.id != "" {
		b.ids.put(place, m.hash, int32(len(b.messages)))
	}
	b.messages = append(b.messages, &k)
}

// settle finds out what has to do with earlier messages, while the source of
// this one is at hand: later it may have left the memory.
func (b *Box) settle(m *message, k *kept) {
	k.about = b.about(m.subject)
	k.writer = b.writer(m.section)
	b.comesFrom(m.list)
	k.above, k.more = unknown, true
	if above, _ := b.look(m.parent, m.parentHash); above != none {
		k.above, k.more = above, m.upper != b.messages[above].chain
	}
	if k.more {
		k.refs = b.shelf.Keep(m.refs) // they will be read again
	}
}

// comesFrom takes note of the list or newsgroup of a message.
func (b *Box) comesFrom(list string) {
	switch {
	case list == "" || list == b.list:
	case b.list == "":
		b.list = b.shelf.Keep(list)
	case !strings.EqualFold(list, b.list):
		b.lists = true
	}
}
