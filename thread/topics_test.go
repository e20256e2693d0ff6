package thread

import (
	"fmt"
	"testing"
	"time"

	"skein/thread/markup"
)

// mailbox is two threads in one file.
func mailbox() *Thread {
	var b Builder
	day := func(n int) time.Time { return time.Date(2026, 3, n, 0, 0, 0, 0, time.UTC) }
	b.Add(Post{ID: "a", Level: 1, Title: "Apples", Author: "ann", Time: day(1)})
	b.Add(Post{ID: "b", Level: 2, Title: "Re: Apples", Author: "bo", Time: day(9)})
	b.Add(Post{ID: "c", Level: 3, Title: "Re: Apples", Author: "ann", Time: day(4)})
	b.Add(Post{ID: "d", Level: 1, Title: "Pears", Author: "cy"})
	return b.Thread()
}

func TestAFileOfManyThreadsHasTopics(t *testing.T) {
	t.Parallel()
	th := mailbox()
	if got := fmt.Sprint(th.Topics()); got != "[1 4]" {
		t.Errorf("topics %s", got)
	}
	if latest, known := th.LastActivity(1); !known || th.At(latest).ID != "b" {
		t.Errorf("the last to write was %s, %v", th.At(latest).ID, known)
	}
	if _, known := th.LastActivity(4); known {
		t.Error("a time is known where none was given")
	}
}

func TestAnOrdinaryThreadHasNoTopics(t *testing.T) {
	t.Parallel()
	for name, build := range map[string]func(*Builder){
		"a post":              func(b *Builder) { b.Post(Post{Body: markup.Body{Raw: "Hello."}}) },
		"an author":           func(b *Builder) { b.Post(Post{Author: "ann"}) },
		"comments, no titles": func(*Builder) {},
	} {
		var b Builder
		build(&b)
		b.Add(Post{Level: 1, Author: "bo"})
		b.Add(Post{Level: 1, Author: "cy"})
		if topics := b.Thread().Topics(); topics != nil {
			t.Errorf("%s: topics %v", name, topics)
		}
	}
}

func TestOneTopicByItselfIsAThread(t *testing.T) {
	t.Parallel()
	th := mailbox().Only(1)
	if th.Title != "Apples" || th.Len() != 3 || th.Name(0) != "ann" {
		t.Errorf("%q by %q, %d entries", th.Title, th.Name(0), th.Len())
	}
	if got := outline(th); got != "b\n  c\n" {
		t.Errorf("the tree is\n%s", got)
	}
	for i := range th.Len() {
		checkWalks(t, th, i)
	}
}
