//go:build unix

package cli

import (
	"image/color"
	"strings"
	"testing"
	"time"
)

func TestTheColoursSuitTheTerminal(t *testing.T) {
	t.Parallel()
	lightness := func(s setting) (int, float64) {
		tm := start(t, s, "skein", library)
		tm.sees("0 of 61")
		for !tm.quiet(300 * time.Millisecond) { // the answer is on its way
		}
		n, sum := tm.colours()
		tm.keys("q")
		tm.left()
		return n, sum / float64(max(n, 1))
	}
	dark, onDark := lightness(setting{})
	light, onLight := lightness(setting{light: true})
	mute, onMute := lightness(setting{mute: true})
	if dark == 0 || light == 0 || onDark < onLight+0.1 {
		t.Errorf("coloured cells have the lightness %.2f on dark, %.2f on light", onDark, onLight)
	}
	if mute != dark || onMute != onDark {
		t.Errorf("a terminal that tells nothing is not taken for a dark one: %.2f, not %.2f", onMute, onDark)
	}
	for _, value := range []string{"yes", "0"} {
		if n, _ := lightness(setting{env: []string{"NO_COLOR=" + value}}); n > 0 {
			t.Errorf("NO_COLOR=%s: %d cells are coloured", value, n)
		}
	}
}

// colours counts the cells on the screen that have a colour and adds up their
// lightness, from 0 for black to 1 for white.
func (tm *terminal) colours() (n int, lightness float64) {
	for y := range tm.screen.Height() {
		for x := range tm.screen.Width() {
			cell := tm.screen.CellAt(x, y)
			if cell == nil || cell.Style.Fg == nil && cell.Style.Bg == nil {
				continue
			}
			n++
			if cell.Style.Fg != nil {
				lightness += float64(color.Gray16Model.Convert(cell.Style.Fg).(color.Gray16).Y) / 0xffff
			}
		}
	}
	return n, lightness
}

func TestTheFirstScreenWaitsForNoAnswer(t *testing.T) {
	t.Parallel()
	took := func(mute bool) time.Duration {
		begin := time.Now()
		tm := start(t, setting{mute: mute}, "skein", library)
		tm.sees("0 of 61")
		seen := time.Since(begin)
		tm.keys("q")
		tm.left()
		return seen
	}
	const tries = 3 // the machine may be busy just then
	var answered, unanswered time.Duration
	for range tries {
		answered, unanswered = took(false), took(true)
		if unanswered < answered+time.Second {
			return
		}
	}
	t.Errorf("the first screen takes %v where questions are answered and %v where not", answered, unanswered)
}

func TestAScreenAtRestIsNotDrawn(t *testing.T) {
	t.Parallel()
	tm := start(t, setting{}, "skein", library)
	tm.sees("0 of 61")
	for limit := time.Now().Add(patience); !tm.quiet(300*time.Millisecond) && time.Now().Before(limit); {
	}
	before := len(tm.written)
	if !tm.quiet(time.Second) {
		t.Errorf("nothing has happened, and yet it writes %q", tm.written[before:])
	}
	tm.keys("q")
	tm.left()
}

func TestATerminalThatOnlyPrintsGetsText(t *testing.T) {
	t.Parallel()
	tm := start(t, setting{env: []string{"TERM=dumb"}}, "skein", library)
	if status := tm.left(); status != statusOK {
		t.Errorf("status %d", status)
	}
	if !strings.Contains(string(tm.written), "The insurance question") {
		t.Errorf("the thread is not printed: %q", tm.written)
	}
	for s := range sequences(tm.written) {
		if s.kind != printed && s.text != "\r" && s.text != "\n" {
			t.Fatalf("%q is written", s.text)
		}
	}
}
