package ui

import "slices"

// jumps are the spots that a jump left, for going back and forward through
// them as a browser does.
type jumps struct {
	back, ahead []spot
}

const maxJumps = 200

func (j *jumps) leave(s spot) {
	j.ahead = nil
	if n := len(j.back); n > 0 && j.back[n-1] == s {
		return
	}
	j.back = append(j.back, s)
	if len(j.back) > maxJumps {
		j.back = slices.Delete(j.back, 0, 1)
	}
}

func (m *Model) jumpBack() { m.retrace(&m.jumps.back, &m.jumps.ahead, "no jump to go back through") }
func (m *Model) jumpForward() {
	m.retrace(&m.jumps.ahead, &m.jumps.back, "no jump to go forward through")
}

// follow keeps the spots in step where the trail did what back or forward
// would have done.
func (j *jumps) follow(name string, here spot) {
	from, to := &j.back, &j.ahead
	switch {
	case name == "forward":
		from, to = to, from
	case name != "back":
		return
	}
	if last := len(*from) - 1; last >= 0 {
		*from, *to = (*from)[:last], append(*to, here)
	}
}

// retrace takes the reader to the last of the spots, opening folds that hide
// it.
func (m *Model) retrace(from, to *[]spot, none string) {
	last := len(*from) - 1
	if last < 0 {
		m.say(none)
		return
	}
	s := (*from)[last]
	*from = (*from)[:last]
	*to = append(*to, m.spot())
	if i := m.thread.Numbered(s.focus); m.rows.sel == nil || m.rows.sel.Shown(i) {
		m.reveal(i)
	}
	m.returnTo(s)
}
