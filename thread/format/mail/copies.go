package mail

import (
	"strconv"
	"strings"
)

// copies are the messages of one id.
type copies struct {
	texts map[uint64]bool // the hashes of their texts
	last  int             // the number behind the id that was given last
}

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
	m.about = b.about(m.subject)
	if m.id != "" {
		m.id = b.names.Keep(m.id)
		b.ids[m.id] = int32(len(b.messages))
	}
	b.messages = append(b.messages, m)
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

// fresh is an id for one more message of that id.
func (b *Box) fresh(id string, c *copies) string {
	for {
		c.last++
		next := id + "~" + strconv.Itoa(c.last)
		if _, taken := b.ids[next]; !taken {
			return next
		}
	}
}

// textHash is the same for texts that differ only in the space at their
// lines' ends, which does not survive every way.
func (b *Box) textHash(text string) uint64 {
	h := &b.hash
	h.Reset()
	for line := range strings.Lines(strings.TrimSpace(text)) {
		h.WriteString(strings.TrimRight(line, " \t\r\n"))
		h.WriteByte('\n')
	}
	return h.Sum64()
}
