package ui

import (
	"testing"

	tea "charm.land/bubbletea/v2"
)

func TestTheFirstHitIsOnScreenBeforeAllAreCounted(t *testing.T) {
	t.Parallel()
	parts := growing(500)
	m := opened(t, parts[len(parts)-1], 80, 24, Options{})
	keys(m, "/")
	m.lookFor("comment 4") // its answers come below
	give(m, firstHitMsg{m.search.asked, 4})
	if got := m.search.count(m); m.focus != 4 || got != "…" {
		t.Errorf("on %d, count %s, want 4 and …", m.focus, got)
	}
	give(m, firstHitMsg{m.search.asked - 1, 9})
	give(m, hitsFoundMsg{m.search.asked - 1, []int32{9}})
	give(m, hitsFoundMsg{m.search.asked, []int32{4, 40, 41}})
	if got := m.search.count(m); m.focus != 4 || got != "1/3" {
		t.Errorf("on %d, count %s, want 4 and 1/3", m.focus, got)
	}
}

func TestANewQuestionEndsTheOldOne(t *testing.T) {
	t.Parallel()
	parts := growing(500)
	m := opened(t, parts[0], 80, 24, Options{})
	keys(m, "/")
	old := m.lookFor("com")
	typeIn(m, "comment")
	count, focus := m.search.count(m), m.focus
	run(m, old)
	if m.search.count(m) != count || m.focus != focus {
		t.Errorf("%s at %d became %s at %d", count, focus, m.search.count(m), m.focus)
	}
}

func TestASearchMayBeginWhileTheThreadGrows(t *testing.T) {
	t.Parallel()
	parts := growing(5000)
	m := opened(t, parts[0], 80, 24, Options{})
	m.whole = false
	keys(m, "/")
	give(m, threadGrownMsg{newArrival(parts[1], nil)})
	typeIn(m, "comment 4")
	give(m, tea.KeyPressMsg{Code: tea.KeyEnter})
	if len(m.search.hits) == 0 {
		t.Error("nothing was found")
	}
}
