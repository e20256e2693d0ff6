package ui

import "slices"

// The trail makes the keys of a pair inverse to each other: it remembers what
// each one left, so that its partner, pressed in the place where it led, goes
// back there to the line.
type trail struct {
	steps []step
}

// A step is one press of a key that has a partner.
type step struct {
	by       string // the command that made it
	from, to moment // a fold that it opened is closed again on the way back
	size     [2]int // of the screen it was made on
}

// maxTrail bounds how far back the partner keys are exact.
const maxTrail = 1000

func (t *trail) add(s step) {
	t.steps = append(t.steps, s)
	if len(t.steps) > maxTrail {
		t.steps = slices.Delete(t.steps, 0, maxTrail/2)
	}
}

// back is where the last step came from, if it was made by that command, on
// a screen of this size, and led here.
func (t *trail) back(by string, here moment, size [2]int) (moment, bool) {
	last := len(t.steps) - 1
	if last < 0 {
		return moment{}, false
	}
	s := t.steps[last]
	if s.by != by || s.size != size || s.to.spot != here.spot || !s.to.view.same(here.view) {
		return moment{}, false
	}
	t.steps = t.steps[:last]
	return s.from, true
}
