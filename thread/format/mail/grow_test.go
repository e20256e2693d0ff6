package mail

import (
	"fmt"
	"strings"
	"testing"

	"skein/thread"
)

// TestALongMailboxShowsPartsOfItself has parts come while it is read, each its
// first messages as they are threaded without the rest.
func TestALongMailboxShowsPartsOfItself(t *testing.T) {
	t.Parallel()
	const many, few = 30_000, 1000
	for _, n := range []int{few, many} {
		messages := make([]string, n)
		for i := range messages {
			above := i - 1 - i%7
			if i%10 == 0 {
				above = i + 5 // which comes later
			}
			messages[i] = fmt.Sprintf("From a@b.example Mon May  6 09:00:00 2024\nMessage-ID: <%d@x>\nReferences: <%d@x>\nSubject: s%d\n\n%d\n\n", i, above, i/10, i)
		}
		var parts []*thread.Thread
		b := &thread.Builder{Format: "mail", Grown: func(part *thread.Thread) { parts = append(parts, part) }}
		if err := Read([]byte(strings.Join(messages, "")), b); err != nil {
			t.Fatal(err)
		}
		if got, want := outline(b.Thread()), outline(mustRead(t, strings.Join(messages, ""))); got != want {
			t.Errorf("%d messages are read otherwise where parts are shown", n)
		}
		if (len(parts) > 0) != (n == many) {
			t.Errorf("%d messages have %d parts", n, len(parts))
		}
		for _, part := range parts {
			ghosts := 0
			for i := range part.Len() {
				if part.At(i).Is(thread.Ghost) {
					ghosts++
				}
			}
			alone := mustRead(t, strings.Join(messages[:part.Len()-1-ghosts], ""))
			if part.Format != "mail" || outline(part) != outline(alone) {
				t.Errorf("a part of %d messages is not what they are alone", part.Len()-1-ghosts)
			}
		}
	}
}
