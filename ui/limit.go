package ui

import (
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"skein/thread"
	"skein/ui/draw"
)

// askLimit asks for the query to limit the thread to.
func (m *Model) askLimit() tea.Cmd {
	value := ""
	if m.view.limit != nil {
		value = m.view.limit.query.String()
	}
	l, cmd := m.newLine("& ", value)
	m.mode = &question{l, []string{"words · by:name · -not · enter · esc", "enter · esc"}, func(typed string) command {
		return command{name: "ask for limit", run: func(m *Model) tea.Cmd { return m.limitToTyped(typed) }}
	}}
	return cmd
}

func (m *Model) limitToTyped(typed string) tea.Cmd {
	q, err := thread.ParseQuery(typed)
	switch {
	case err != nil:
		m.say(err.Error())
	case strings.TrimSpace(typed) == "":
		if m.view.limit != nil {
			m.liftLimit()
		}
	case q.Empty():
		m.say("there is nothing to look for in " + typed)
	default:
		return m.limitTo(q)
	}
	return nil
}

// limitTo has the hits of a query found, to show only them and what they
// answer.
func (m *Model) limitTo(q *thread.Query) tea.Cmd {
	m.asked = q
	return findLimit(m.ctx, m.source, m.search.index, q)
}

// limitFoundMsg says what a limit to a query leaves of a thread, by number.
type limitFoundMsg struct {
	thread *thread.Thread
	query  *thread.Query
	hits   []int32
}

// findLimit looks in the index where there is one, else in the thread itself.
func findLimit(ctx context.Context, t *thread.Thread, x *thread.Index, q *thread.Query) tea.Cmd {
	return func() tea.Msg {
		if x != nil {
			return limitFoundMsg{t, q, x.Search(ctx, q)}
		}
		return limitFoundMsg{t, q, hitNumbers(t, q)}
	}
}

// hitNumbers are the numbers of the comments that a query hits.
func hitNumbers(t *thread.Thread, q *thread.Query) []int32 {
	if q.Empty() {
		return nil
	}
	hits := t.Select(q).Hits()
	for k, i := range hits {
		hits[k] = t.At(int(i)).Number
	}
	return hits
}

// limitFound limits the thread, unless something else was asked for since. A
// query without hits changes nothing.
func (m *Model) limitFound(msg limitFoundMsg) tea.Cmd {
	l := m.view.limit
	switch {
	case l != nil && l.query == msg.query: // more of the thread has come
		here := m.spot()
		m.view.limit = &limit{l.query, msg.hits, l.folds}
		m.selectRows(m.view.limit)
		m.returnTo(here)
		return nil
	case msg.query != m.asked:
		return nil
	case msg.thread != m.source:
		return nil // it is looked for in the longer one, too
	case len(msg.hits) == 0:
		m.say("nothing matches " + msg.query.String())
		return nil
	}
	m.asked = nil
	return m.perform(command{name: "limit", do: func(m *Model) { m.applyLimit(msg) }})
}

func (m *Model) applyLimit(msg limitFoundMsg) {
	v := m.view
	v.limit = &limit{query: msg.query, hits: msg.hits}
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

// placeInLimit is "2/13": which of the hits the focus is on.
func (m *Model) placeInLimit() string {
	at, found := slices.BinarySearch(m.rows.hits, int32(m.focus))
	if found {
		at++
	}
	return draw.Thousands(at) + "/" + draw.Thousands(len(m.rows.hits))
}

func (m *Model) liftLimit() {
	m.asked = nil
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
