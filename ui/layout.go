package ui

// A measure is how wide the page is.
type measure int

// The measures that the width key goes through; any other number of cells
// can be asked for at the start.
const (
	narrow measure = 90
	wide   measure = 124
	whole  measure = 1 << 20
)

func measureOf(cells int) measure {
	if cells <= 0 {
		return narrow
	}
	return measure(cells)
}

func (m *Model) nextMeasure() {
	next, name := wide, "wide"
	switch {
	case m.measure >= whole:
		next, name = narrow, "narrow"
	case m.measure >= wide:
		next, name = whole, "full"
	}
	m.relay(func() { m.measure = next })
	m.say("width: " + name)
}

// pageWidth is the cells from the left edge of the screen to the end of the
// lines of text.
func (m *Model) pageWidth() int { return max(min(m.width-1, int(m.measure)), 4) }

// The parts of the screen that are left out where it is low: the title first,
// then the ancestors, then the status.
const (
	heightForTitle  = 8
	heightForCrumbs = 5
	heightForStatus = 2
)

// headHeight is the lines above the body.
func (m *Model) headHeight() int {
	lines := 0
	if m.height >= heightForTitle {
		lines++
	}
	if m.height >= heightForCrumbs {
		lines++
	}
	return lines
}

// bodyHeight is the lines for the thread.
func (m *Model) bodyHeight() int {
	lines := m.height - m.headHeight()
	if m.height >= heightForStatus {
		lines--
	}
	return max(lines, 1)
}
