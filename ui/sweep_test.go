package ui

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"skein/thread"
)

// argument is a thread with something of everything: levels beyond any cap,
// long words, wide characters, code, quotes, a body taller than the screen,
// nobody's comments.
const argument = `A thread with ragged edges 線の長い題名 and a title that no screen is wide enough for
post: The post has a list:\n\n- one\n- two\n\n> and a quotation of some length that must wrap somewhere\n\nand an end. See https://example.org/a/very/long/address/that/no/narrow/screen/can/hold.
ann @08:15: A first reply with some words.
  bo @09:00: > and a quotation of some length\n\nthat answers ann.
    kim @09:30: 漢字とかなの混じった文は幅が二倍になるので折り返しが難しい。 👩‍👩‍👧‍👦 🎉
      ann @09:40: שלום עולם, and مرحبا بالعالم beside it.
        a_name_that_is_longer_than_many_a_screen_is_wide: Deep.
          bo: Deeper.
            kim: -
              ann: AVeryLongWordWithoutAnyBreakThatGoesOnAndOnAndOnUntilItIsWiderThanTheScreenItself
                bo: Level nine.
                  kim: Level ten.
                    ann: Level eleven.
                      bo: Level twelve.
  dee: one\n\ntwo\n\nthree\n\nfour\n\nfive\n\nsix\n\nseven\n\neight\n\nnine\n\nten\n\neleven\n\ntwelve\n\nthirteen\n\nfourteen\n\nfifteen\n\nsixteen
eve: Short.
fay @11:59: Another.
  ann: Last but one.
ann: “and a quotation of some length that must wrap somewhere”\n\nIndeed.
`

// scenes are ways into every mode.
var scenes = []struct{ name, keys, typed, after string }{
	{"at the start", "", "", ""},
	{"far down", "G", "", ""},
	{"in a deep chain", "j j j j j j j j", "", ""},
	{"folded", "z M", "", ""},
	{"one level", "1", "", ""},
	{"searching", "/", "word", ""},
	{"searched", "/", "ann", "enter n n"},
	{"limited", "&", "by:ann", "enter"},
	{"asked for a limit", "&", "by:", ""},
	{"asked for a number", ":", "12", ""},
	{"people", "@", "", ""},
	{"people found", "@", "an", "down"},
	{"help", "?", "", "j j"},
	{"peek", "j j j j P", "", ""},
	{"links", "f", "", ""},
	{"quote source", "G \"", "", ""},
	{"sorted", "s", "", ""},
	{"half a pair", "z", "", ""},
	{"scrolled by lines", "down down down down down", "", ""},
}

// TestEveryModeFitsEveryScreen draws all of them at many sizes.
func TestEveryModeFitsEveryScreen(t *testing.T) {
	t.Parallel()
	th := outlined(t, argument)
	for _, s := range scenes {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			for _, width := range []int{1, 2, 3, 7, 12, 20, 33, 41, 60, 80, 131, 200, 400} {
				for _, height := range []int{1, 2, 3, 4, 5, 7, 8, 12, 24, 60} {
					m := opened(t, th, width, height, Options{Name: "sweep"})
					keys(m, s.keys)
					typeIn(m, s.typed)
					keys(m, s.after)
					checkFrame(t, m)
				}
			}
		})
	}
}

// TestEveryModeOutlivesAResize resizes in the midst of each.
func TestEveryModeOutlivesAResize(t *testing.T) {
	t.Parallel()
	th := outlined(t, argument)
	for _, s := range scenes {
		m := opened(t, th, 80, 24, Options{Name: "sweep"})
		keys(m, s.keys)
		typeIn(m, s.typed)
		keys(m, s.after)
		for _, size := range [][2]int{{20, 3}, {200, 50}, {1, 1}, {0, 0}, {47, 9}, {80, 24}} {
			give(m, tea.WindowSizeMsg{Width: size[0], Height: size[1]})
			checkFrame(t, m)
		}
	}
}

// checkFrame holds a frame against the screen: as many lines, none wider, the
// focus in sight, and no control sequence but colours and links.
func checkFrame(t *testing.T, m *Model) {
	t.Helper()
	at := fmt.Sprintf("%dx%d", m.width, m.height)
	frame := m.View().Content
	if m.height == 0 {
		return
	}
	lines := strings.Split(frame, "\n")
	if len(lines) != m.height {
		t.Errorf("%s: %d lines", at, len(lines))
	}
	for _, l := range lines {
		if w := ansi.StringWidth(l); w > m.width {
			t.Errorf("%s: %d cells in %q", at, w, l)
		}
		if strings.ContainsAny(ansi.Strip(l), "\x1b\r\t\a\b") {
			t.Errorf("%s: control characters in %q", at, l)
		}
	}
	if !m.onScreen(m.focus) {
		t.Errorf("%s: the focus on %d is off the screen, which begins at %v", at, m.focus, m.top)
	}
	if m.rows.holder(m.focus) != m.focus {
		t.Errorf("%s: the focus on %d is hidden by a fold", at, m.focus)
	}
}

// TestTheRowsAreTheSameBothWays walks down and up in every scene.
func TestTheRowsAreTheSameBothWays(t *testing.T) {
	t.Parallel()
	th := outlined(t, argument)
	for _, s := range scenes {
		m := opened(t, th, 80, 24, Options{Name: "sweep"})
		keys(m, s.keys)
		typeIn(m, s.typed)
		keys(m, s.after)
		var down, up []int
		for row := m.rows.first(); row != thread.None; row = m.rows.next(row) {
			down = append(down, row)
		}
		for row := m.rows.last(); row != thread.None; row = m.rows.prev(row) {
			up = append([]int{row}, up...)
		}
		if fmt.Sprint(down) != fmt.Sprint(up) {
			t.Errorf("%s: down %v, up %v", s.name, down, up)
		}
	}
}
