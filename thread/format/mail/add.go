package mail

import "skein/thread"

// add takes messages in.
func (b *Box) add(messages []message) {
	if b.ids == nil {
		b.ids = map[string]int32{}
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
	if b.copies == nil {
		b.copies = map[string]*copies{}
	}
	if first, again := b.ids[m.id]; again {
		c := b.copies[m.id]
		if c == nil {
			c = &copies{map[uint64]bool{b.textHash(b.messages[first].body.Raw): true}, 1}
			b.copies[m.id] = c
		}
		hash := b.textHash(m.body.Raw)
		if c.texts[hash] {
			return
		}
		c.texts[hash] = true
		m.id = b.fresh(m.id, c)
	}
	b.settle(m)
	if m.id != "" {
		m.id = b.shelf.Keep(m.id)
		b.ids[m.id] = int32(len(b.messages))
	}
	b.messages = append(b.messages, m)
}

// settle finds out what has to do with earlier messages, while the source of
// this one is at hand: later it may have left the memory.
func (b *Box) settle(m *message) {
	m.about = b.about(m.subject)
	m.subject = m.about.text
	m.name, m.address = b.person(m.name, m.address)
	if m.list != b.lastList {
		b.lastList = b.shelf.Keep(m.list)
	}
	m.list = b.lastList
	m.above = unknown
	if above, there := b.ids[m.plainRef()]; there {
		m.above = above
	}
	if m.above == unknown || m.upper != b.messages[m.above].chain {
		m.refs = b.shelf.Keep(m.refs) // they will be read again (see saysMore)
	}
}

// person is a name with an address as they stand on the shelf.
func (b *Box) person(name, address string) (string, string) {
	key := thread.Author{Name: name, Address: address}
	p, known := b.people[key]
	if !known {
		if b.people == nil {
			b.people = map[thread.Author]thread.Author{}
		}
		p = thread.Author{Name: b.shelf.Keep(name), Address: b.shelf.Keep(address)}
		b.people[p] = p
	}
	return p.Name, p.Address
}

// dropLast takes the last message out again, if it is not the only one.
func (b *Box) dropLast() {
	last := len(b.messages) - 1
	if last < 1 {
		return
	}
	delete(b.ids, b.messages[last].id)
	b.messages = b.messages[:last]
}
