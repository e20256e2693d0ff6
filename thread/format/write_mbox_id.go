package format

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"skein/thread"
)

// messageIDs are the ids of the messages that a thread's comments become.
type messageIDs struct {
	thread *thread.Thread
	ids    []string
}

func newMessageIDs(t *thread.Thread) messageIDs {
	m := messageIDs{t, make([]string, t.Len())}
	taken := map[string]bool{}
	for i := range m.ids {
		local, domain := mailWord(t.At(i).ID), nowhere
		if messageID(t.At(i).ID) {
			local, domain, _ = strings.Cut(t.At(i).ID, "@")
			domain = "@" + domain
		}
		number := strconv.Itoa(int(t.At(i).Number))
		if local == "" {
			local = number
		}
		for taken[local+domain] {
			local = number + "." + local
		}
		taken[local+domain] = true
		m.ids[i] = local + domain
	}
	return m
}

// of is the id of comment i in its brackets.
func (m messageIDs) of(i int) string { return "<" + m.ids[i] + ">" }

// above are the ids of what comment i answers, its parent last. Of a long
// branch the first and the last few are enough (RFC 5537, section 3.4.4).
func (m messageIDs) above(i int) string {
	const enough = 20
	var up []string
	p := m.thread.Parent(i)
	for ; p > 0 && len(up) < enough; p = m.thread.Parent(p) {
		up = append(up, m.of(p))
	}
	up = append(up, m.of(0))
	slices.Reverse(up)
	return strings.Join(up, " ")
}

// messageID says whether an id is that of a message already.
func messageID(id string) bool {
	local, domain, ok := strings.Cut(id, "@")
	return ok && local != "" && domain != "" && mailWord(local) == local && mailWord(domain) == domain
}

// mailWord is text as it can stand on the left of an @: what can't is written
// as in addresses of the web.
func mailWord(text string) string {
	var b strings.Builder
	for i := range len(text) {
		switch c := text[i]; {
		case 'a' <= c|0x20 && c|0x20 <= 'z', '0' <= c && c <= '9', strings.IndexByte("!#$&'*+-/=?^_{|}~", c) >= 0,
			c == '.' && i > 0 && i < len(text)-1 && text[i-1] != '.':
			b.WriteByte(c)
		default:
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}
