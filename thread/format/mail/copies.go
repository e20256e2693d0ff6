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
