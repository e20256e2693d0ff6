package ui

import (
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"skein/thread"
	"skein/thread/markup"
)

// growing is a thread in longer and longer parts, the whole one last.
func growing(n int) []*thread.Thread {
	var parts []*thread.Thread
	b := thread.Builder{Title: "Growing", Grown: func(t *thread.Thread) { parts = append(parts, t) }}
	b.Post(thread.Post{Body: markup.Body{Raw: "The post."}})
	for i := range n {
		b.Add(thread.Post{
			Level:  1 + i%5,
			Author: fmt.Sprintf("author%d", i%17),
			Body:   markup.Body{Raw: fmt.Sprintf("Comment %d has words.", i+1)},
		})
	}
	return append(parts, b.Thread())
}

// body is the screen without its first and last lines, which count.
func body(m *Model) string {
	lines := strings.Split(screen(m), "\n")
	return strings.Join(lines[2:len(lines)-2], "\n")
}

// TestNothingMovesWhileTheThreadGrows has parts arrive after keys of every
// kind: the text on the screen stays, but for the counts of replies.
func TestNothingMovesWhileTheThreadGrows(t *testing.T) {
	t.Parallel()
	parts := growing(5000)
	for _, pressed := range []string{"", "j j j", "space space", "zM j j", "1 j", "2 space", "enter", "p t j", "zM zR space"} {
		m := opened(t, parts[len(parts)-1], 80, 24, Options{})
		m.whole, m.thread = false, nil
		give(m, threadGrownMsg{newArrival(parts[0], nil)})
		keys(m, pressed)
		focus, before := m.focus, body(m)
		for _, part := range parts[1:] {
			give(m, threadGrownMsg{newArrival(part, nil)})
			if after := body(m); after != before || m.focus != focus {
				t.Errorf("after %q and %d comments the screen is\n%s\nwant\n%s", pressed, part.Len()-1, after, before)
			}
		}
		if !strings.Contains(screen(m), "5,000 comments so far · 17 people") {
			t.Errorf("the counter says\n%s", strings.Split(screen(m), "\n")[0])
		}
	}
}

// TestTheLastOfAPartIsShownWhole has a part end within a comment that is on the
// screen, as parts of texts do.
func TestTheLastOfAPartIsShownWhole(t *testing.T) {
	t.Parallel()
	const whole = "post: Hello.\nann: A text.\nbo: So many words stand here that the comment is known again by them, and then its long end.\nkim: And then?\n"
	m := opened(t, outlined(t, "T\n"+whole), 60, 16, Options{})
	m.whole, m.thread = false, nil
	cut, _, _ := strings.Cut(whole, "ng end")
	give(m, threadGrownMsg{newArrival(outlined(t, "T\n"+cut+"\n"), nil)})
	if before := screen(m); !strings.Contains(before, "then its lo") || strings.Contains(before, "long end") {
		t.Fatalf("the part is\n%s", before)
	}
	keys(m, "G")
	give(m, threadLoadedMsg{newArrival(outlined(t, "T\n"+whole), nil), nil})
	if after := screen(m); !strings.Contains(after, "long end.") || !strings.Contains(after, "And then?") {
		t.Errorf("the whole is\n%s", after)
	}
}

func TestWhatArrivesIsFoldedAsTheRest(t *testing.T) {
	t.Parallel()
	parts := growing(5000)
	m := opened(t, parts[0], 80, 24, Options{})
	m.whole = false
	keys(m, "2")
	give(m, threadLoadedMsg{arrival: newArrival(parts[len(parts)-1], nil)})
	for i := 1; i < m.thread.Len(); i++ {
		if m.rows.isFolded(i) != (m.thread.Depth(i) > 2) {
			t.Fatalf("comment %d at depth %d is folded: %v", i, m.thread.Depth(i), m.rows.isFolded(i))
		}
	}
}

func TestASearchGoesOnInWhatArrives(t *testing.T) {
	t.Parallel()
	parts := growing(5000)
	m := opened(t, parts[0], 80, 24, Options{})
	m.whole = false
	keys(m, "/")
	typeIn(m, "comment 4")
	keys(m, "enter")
	focus := m.focus
	give(m, threadLoadedMsg{arrival: newArrival(parts[len(parts)-1], nil)})
	if got, want := m.search.count(m), "1/1,111"; got != want || m.focus != focus {
		t.Errorf("%s at %d, want %s at %d", got, m.focus, want, focus)
	}
}

// TestTheReaderStaysWhereNumbersChange has a part whose post turns out to be
// the first of many threads.
func TestTheReaderStaysWhereNumbersChange(t *testing.T) {
	t.Parallel()
	build := func(n int, single bool) *thread.Thread {
		var b thread.Builder
		for i := range n {
			p := thread.Post{Level: 1 + min(i, 1), Author: "ann", Body: markup.Body{Raw: fmt.Sprintf("Message %d has words.", i)}}
			if single && i == 0 {
				b.Post(p)
			} else {
				b.Add(p)
			}
		}
		return b.Thread()
	}
	m := opened(t, build(40, true), 80, 24, Options{})
	m.whole = false
	keys(m, "j j j j j h k k")
	focus, folded := m.thread.At(m.focus).Body, m.thread.At(m.rows.next(m.rows.next(m.focus))).Body
	give(m, threadLoadedMsg{arrival: newArrival(build(400, false), nil)})
	if got := m.thread.At(m.focus).Body; got != focus {
		t.Errorf("the focus went from %q to %q", focus.Raw, got.Raw)
	}
	if i := m.rows.next(m.rows.next(m.focus)); m.thread.At(i).Body != folded || !m.rows.isFolded(i) {
		t.Errorf("%q is no longer folded", folded.Raw)
	}
	if line, found := m.lineOf(m.focus); !found || line < 0 || line >= m.bodyHeight() {
		t.Error("the focus left the screen")
	}
}

// TestWhatTurnsOutToBeOneThreadOpens has a mailbox begin with replies to
// messages that come later: what looks like many threads is folded at first,
// and opens when it is one, unless somebody has pressed a key.
func TestWhatTurnsOutToBeOneThreadOpens(t *testing.T) {
	t.Parallel()
	var part, whole thread.Builder
	for i := range 3 {
		p := thread.Post{ID: fmt.Sprint(i), Author: "ann", Title: "Chisels", Body: markup.Body{Raw: fmt.Sprintf("Reply %d.", i)}}
		part.Add(p)
		p.Level, p.Title = 1, ""
		whole.Add(p)
	}
	whole.Post(thread.Post{ID: "first", Author: "ben", Body: markup.Body{Raw: "The beginning."}})
	first, last := newArrival(part.Thread(), nil), newArrival(whole.Thread(), nil)
	for pressed, open := range map[string]bool{"": true, "j": false} {
		m := New(t.Context(), Options{Topics: true, Now: time.Now})
		give(m, tea.WindowSizeMsg{Width: 80, Height: 24})
		give(m, threadGrownMsg{first})
		if before := screen(m); !strings.Contains(before, "▸ ann") {
			t.Fatalf("many threads are not folded:\n%s", before)
		}
		keys(m, pressed)
		arrived := last
		arrived.fit(m.source)
		give(m, threadLoadedMsg{arrival: arrived})
		if now := screen(m); strings.Contains(now, "▸ ann") == open {
			t.Errorf("after %q the screen is\n%s", pressed, now)
		}
	}
}
