package ui

import (
	"slices"

	"skein/thread"
)

// A view is what of the thread is on show and in which order: what undo takes
// back. It is a value; its folds are never changed in place.
type view struct {
	order thread.Order
	folds folds
	limit *limit // nil where everything is on show
	full  int    // the levels that are in full in what is still being read
}

// everything is as many levels as there are.
const everything = 1 << 30

// A limit shows the comments that a query hits and what they answer. It has
// folds of its own, so that lifting it brings back those from before.
type limit struct {
	query *thread.Query
	hits  []int32 // by number
	folds folds
}

func (l *limit) same(k *limit) bool {
	return l == k || l != nil && k != nil && l.query == k.query && l.folds.same(k.folds)
}

func (v view) folded() folds {
	if v.limit != nil {
		return v.limit.folds
	}
	return v.folds
}

// query is what the view is limited to, nil for nothing.
func (v view) query() *thread.Query {
	if v.limit == nil {
		return nil
	}
	return v.limit.query
}

// with is the view with those folds.
func (v view) with(f folds) view {
	if v.limit != nil {
		v.limit = &limit{v.limit.query, v.limit.hits, f}
	} else {
		v.folds = f
	}
	return v
}

func (v view) same(w view) bool {
	return v.order == w.order && v.limit.same(w.limit) && v.folds.same(w.folds)
}

// A spot is where the reader is: the focused comment and what is on the top
// line, by number, so that it outlives a change of order.
type spot struct {
	focus, row, line int
}

// A moment is a view and the spot in it.
type moment struct {
	view view
	spot spot
}

// setView shows the thread in another way and keeps the focused comment on
// its screen line. Where it is no longer a row, the fold that hides it takes
// its place, or its neighbour within the limit.
func (m *Model) setView(v view) {
	line, _ := m.lineOf(m.focus)
	number := m.number(m.focus)
	if v.order != m.view.order {
		m.thread = m.sorted(v.order)
		m.rows.t = m.thread
		m.stand = placed(m.thread, m.stands)
	}
	if v.query() != m.view.query() || v.order != m.view.order {
		m.selectRows(v.limit)
	}
	m.view = v
	m.rows.folded = v.folded()
	m.focus = m.rows.nearest(m.thread.Numbered(number))
	m.put(m.focus, line)
}

// selectRows works out which rows a limit leaves.
func (m *Model) selectRows(l *limit) {
	m.rows.sel, m.rows.shown, m.rows.hits = nil, nil, nil
	if l == nil {
		return
	}
	sel := m.thread.SelectNumbers(l.hits)
	m.rows.sel = &sel
	m.rows.shown, m.rows.hits = sel.Rows(), sel.Hits()
}

// setFolds is setView with other folds, and whether they are other ones.
func (m *Model) setFolds(f folds) bool {
	if f.same(m.rows.folded) {
		m.say("nothing changes by that")
		return false
	}
	m.setView(m.view.with(f))
	return true
}

// reveal opens the folds that hide comment i, so that it becomes a row; the
// screen stays where it is.
func (m *Model) reveal(i int) {
	if m.rows.holder(i) == i {
		return
	}
	f := m.rows.folded.edit(m.thread.Len())
	for a := range m.thread.Ancestors(i) {
		if a > 0 {
			f.clear(m.number(a))
		}
	}
	m.setFolds(f)
}

func (m *Model) number(i int) int { return int(m.thread.At(i).Number) }

func (m *Model) spot() spot {
	return spot{m.number(m.focus), m.number(m.top.row), m.top.line}
}

// returnTo goes to a spot: exactly where its rows are still rows.
func (m *Model) returnTo(s spot) {
	m.focus = m.rows.nearest(m.thread.Numbered(s.focus))
	row := m.thread.Numbered(s.row)
	if m.rows.on(row) {
		m.top = place{row, min(s.line, m.rowHeight(row)-1)}
	} else {
		m.top = place{m.rows.nearest(row), 0}
	}
	if !m.onScreen(m.focus) {
		m.show(m.focus)
	}
}

// restore brings back a moment, to the line.
func (m *Model) restore(then moment) {
	if !then.view.same(m.view) {
		m.setView(then.view)
	}
	m.returnTo(then.spot)
}

// A past is the moments that undo goes back to and redo goes on to.
type past struct {
	back, ahead []moment
}

// maxPast is how many changes of view can be taken back: each holds at most a
// bit for every comment.
const maxPast = 200

// keep remembers a moment that is being left.
func (p *past) keep(m moment) {
	p.ahead = nil
	p.back = append(p.back, m)
	if len(p.back) > maxPast {
		p.back = slices.Delete(p.back, 0, 1)
	}
}

func (m *Model) moment() moment { return moment{m.view, m.spot()} }

func (m *Model) undo() { m.timeTravel(&m.past.back, &m.past.ahead, "nothing to undo") }
func (m *Model) redo() { m.timeTravel(&m.past.ahead, &m.past.back, "nothing to redo") }

func (m *Model) timeTravel(from, to *[]moment, none string) {
	last := len(*from) - 1
	if last < 0 {
		m.say(none)
		return
	}
	then := (*from)[last]
	*from = (*from)[:last]
	*to = append(*to, m.moment())
	m.restore(then)
}
