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

// repeats says whether a message has the text of one that is there, and its id,
// which the first of them has.
func (b *Box) repeats(m *message, first int32) bool {
	c := b.copies[m.id]
	if c == nil {
		c = &copies{map[uint64]bool{b.textHash(b.messages[first].body.Raw): true}, 1}
		if b.copies == nil {
			b.copies = map[string]*copies{}
		}
		b.copies[b.messages[first].id] = c
	}
	hash := b.textHash(m.body.Raw)
	again := c.texts[hash]
	c.texts[hash] = true
	return again
}

// fresh is an id for one more message of an id that is there.
func (b *Box) fresh(id string) string {
	for c := b.copies[id]; ; {
		c.last++
		next := id + "~" + strconv.Itoa(c.last)
		if b.find(next) == none {
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
