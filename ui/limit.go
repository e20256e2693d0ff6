package ui

import (
	tea "charm.land/bubbletea/v2"

	"skein/thread"
	"skein/ui/draw"
)

// limiting asks for the query that the thread is limited to.
type limiting struct{ line }

func (m *Model) askLimit() tea.Cmd {
	value := ""
	if m.view.limit != nil {
		value = m.view.limit.query.String()
	}
	l, cmd := m.newLine("& ", value)
	m.mode = &limiting{l}
	return cmd
}

func (l *limiting) press(m *Model, k tea.KeyPressMsg) tea.Cmd {
	switch m.typed {
	case "esc":
		m.leave()
	case "enter":
		m.leave()
		return m.perform(command{name: "limit to", do: func(m *Model) { m.limitToTyped(l.input.Value()) }})
	default:
		return l.insert(m, k)
	}
	return nil
}

func (l *limiting) insert(_ *Model, msg tea.Msg) tea.Cmd {
	_, cmd := l.edit(msg)
	return cmd
}

func (l *limiting) prompt(m *Model) string {
	return l.draw(m, "words · by:name · -not · enter · esc", "enter · esc")
}

func (m *Model) limitToTyped(typed string) {
	q, err := thread.ParseQuery(typed)
	switch {
	case err != nil:
		m.say(oneLine(err.Error()))
	case q.Empty():
		m.liftLimit()
	default:
		m.limitTo(q)
	}
}

// limitTo shows only what the query hits and what that answers. A query
// without hits changes nothing.
func (m *Model) limitTo(q *thread.Query) {
	sel := m.thread.Select(q)
	if sel.Count() == 0 {
		m.say("nothing matches " + q.String())
		return
	}
	v := m.view
	v.limit = &limit{query: q}
	m.setView(v)
	if m.rows.form(m.focus) == passing {
		m.focus = m.rows.nextHit(m.focus)
		m.show(m.focus)
	}
	m.sayLimited()
}

func (m *Model) sayLimited() {
	m.say("limited to " + m.view.limit.query.String() + ": " +
		draw.Count(m.rows.sel.Count(), "comment", "comments") + " (esc lifts it)")
}

func (m *Model) liftLimit() {
	if m.view.limit == nil {
		m.say("nothing is limited")
		return
	}
	before := m.moment()
	v := m.view
	v.limit = nil
	m.setView(v)
	if m.mode == (reading{}) {
		m.past.keep(before)
	}
}

// nextHit is the first row at or after row i that the limit shows for its own
// sake; row i where there is none.
func (r *rows) nextHit(i int) int {
	for row := i; row != thread.None; row = r.next(row) {
		if r.form(row) != passing {
			return row
		}
	}
	return i
}
