package ui

import "testing"

// TestKeysTypedWhilePeopleAreCountedAreNotLost types a whole way to somebody
// before the list is there.
func TestKeysTypedWhilePeopleAreCountedAreNotLost(t *testing.T) {
	t.Parallel()
	m := opened(t, outlined(t, argument), 80, 24, Options{})
	for _, name := range []string{"@", "d", "e", "e", "enter", "["} {
		m.Update(keyPress(name)) // what it asks for is still under way
	}
	if _, open := m.mode.(*people); !open {
		t.Fatal("the list has closed")
	}
	give(m, countPeople(m.source)())
	if name := m.thread.Name(m.focus); name != "dee" || m.notice != "nothing by dee above" {
		t.Errorf("the focus is on %s, and it says %q", name, m.notice)
	}
}
