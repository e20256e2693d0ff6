package ui

import (
	"math/rand/v2"
	"testing"
)

// pairs are keys of which the second takes back what the first did.
var pairs = [][2]string{
	{"j", "k"}, {"k", "j"},
	{"down", "up"}, {"up", "down"}, {"ctrl+e", "ctrl+y"}, {"ctrl+y", "ctrl+e"},
	{"space", "b"}, {"b", "space"}, {"pgdown", "pgup"}, {"pgup", "pgdown"},
	{"ctrl+d", "ctrl+u"}, {"ctrl+u", "ctrl+d"},
	{"J", "K"}, {"K", "J"}, {"{", "}"}, {"}", "{"}, {"[", "]"}, {"]", "["},
	{"n", "N"}, {"N", "n"}, {"ctrl+o", "alt+right"}, {"alt+right", "ctrl+o"},
	{"z M", "u"}, {"3", "u"}, {"enter", "u"}, {"c", "u"}, {"s", "u"}, {"p", "u"}, {"G", "u"}, {"u", "U"},
}

// TestPairsTakeEachOtherBack presses keys at random, then each pair: from any
// place where the first key moved, the second brings back focus and scroll.
func TestPairsTakeEachOtherBack(t *testing.T) {
	t.Parallel()
	th := outlined(t, argument)
	walk := []string{
		"j", "j", "j", "k", "space", "b", "down", "up", "ctrl+d", "J", "K", "p", "t", "enter", "l", "h",
		"c", "e", "2", "0", "z M", "z R", "]", "[", "n", "}", "{", "G", "g", "ctrl+o", "alt+right", "u", "U",
	}
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 1))
		m := opened(t, th, 40+r.IntN(60), 6+r.IntN(30), Options{Name: "pairs"})
		keys(m, "/")
		typeIn(m, "ann")
		keys(m, "enter")
		path := ""
		for range 60 {
			step := walk[r.IntN(len(walk))]
			path += " " + step
			keys(m, step)
			checkFrame(t, m)
			pair := pairs[r.IntN(len(pairs))]
			before := m.moment()
			keys(m, pair[0])
			if after := m.moment(); after.view.same(before.view) && after.spot == before.spot {
				continue
			}
			keys(m, pair[1])
			if after := m.moment(); after.spot != before.spot || !after.view.same(before.view) {
				t.Fatalf("seed %d, %dx%d, after%s: %s went from %v and %s came back to %v",
					seed, m.width, m.height, path, pair[0], before.spot, pair[1], after.spot)
			}
			path += " (" + pair[0] + " " + pair[1] + ")"
		}
	}
}

// TestFoldingKeepsTheReaderInPlace folds and unfolds in every way: the focused
// row stays on its screen line as long as the thread reaches up that far.
func TestFoldingKeepsTheReaderInPlace(t *testing.T) {
	t.Parallel()
	th := outlined(t, argument)
	for _, fold := range []string{"enter", "z M", "z R", "1", "2", "4", "c", "e", "h", "s"} {
		for down := range 14 {
			m := opened(t, th, 70, 20, Options{Name: "fold"})
			for range down {
				keys(m, "j")
			}
			line, _ := m.lineOf(m.focus)
			focus := m.focus
			keys(m, fold)
			now, _ := m.lineOf(m.focus)
			atTop := m.top == place{m.rows.first(), 0}
			if now != max(line, 0) && !atTop && m.rows.on(focus) {
				t.Errorf("%s on %d: from line %d to line %d", fold, focus, line, now)
			}
			if !m.thread.Contains(m.focus, m.thread.Numbered(focus)) && fold != "s" {
				t.Errorf("%s on %d: the focus went to %d", fold, focus, m.focus)
			}
		}
	}
}
