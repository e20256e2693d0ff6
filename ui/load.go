package ui

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"skein/thread"
)

// An arrival is a thread that takes the place of a shorter one, or of none.
type arrival struct {
	thread *thread.Thread
	hits   []int32           // of the query that the reader begins with, by number
	alike  []thread.Likeness // by author
	stands []int             // numbers of entries that only stand for something: ghosts, and topics
	says   thread.Flags      // what it says of any comment
	many   bool              // it is many threads

	instead *thread.Thread // of what the numbers are
	numbers renumbering
}

func newArrival(t *thread.Thread, q *thread.Query) arrival {
	named := thread.Beside(t.IndexNames)
	a := arrival{thread: t, hits: hitNumbers(t, q), alike: t.Lookalikes(), many: len(t.Topics()) > 1}
	for i := 1; i < t.Len(); i++ {
		c := t.At(i)
		if c.Is(thread.Ghost) || c.Is(thread.Topic) {
			a.stands = append(a.stands, int(c.Number))
		}
		a.says |= c.Flags
	}
	slices.Sort(a.stands)
	named()
	return a
}

// fits says whether the arrival knows how its comments were numbered in the
// thread on show, if there is one.
func (a *arrival) fits(on *thread.Thread) bool { return on == nil || a.instead == on }

// fit has it find that out.
func (a *arrival) fit(on *thread.Thread) { a.instead, a.numbers = on, a.thread.Renumber(on) }

// threadLoadedMsg says that the thread was read, whole, in part (with the
// reason) or not at all.
type threadLoadedMsg struct {
	arrival
	err error
}

func loadThread(ctx context.Context, load func(context.Context) (*thread.Thread, error), q *thread.Query) tea.Cmd {
	return func() tea.Msg {
		t, err := load(ctx)
		if t == nil {
			return threadLoadedMsg{err: err}
		}
		return threadLoadedMsg{newArrival(t, q), err}
	}
}

// threadGrownMsg brings a longer part of a thread that is still being read.
type threadGrownMsg struct{ arrival }

// awaitGrowth waits for the next part; there is none after the last.
func awaitGrowth(parts <-chan *thread.Thread, q *thread.Query) tea.Cmd {
	if parts == nil {
		return nil
	}
	return func() tea.Msg {
		if t, more := <-parts; more {
			return threadGrownMsg{newArrival(t, q)}
		}
		return nil
	}
}

// grown shows what has been read so far and waits for more.
func (m *Model) grown(msg threadGrownMsg) tea.Cmd {
	if m.whole {
		return nil
	}
	if on := m.source; !msg.fits(on) {
		return func() tea.Msg {
			msg.fit(on)
			return msg
		}
	}
	return tea.Batch(m.take(msg.arrival), awaitGrowth(m.options.Grown, m.options.Query))
}

// loaded shows the whole thread. Without one the reader ends.
func (m *Model) loaded(msg threadLoadedMsg) tea.Cmd {
	if msg.thread == nil {
		m.err = msg.err
		return tea.Quit
	}
	if on := m.source; !msg.fits(on) {
		return func() tea.Msg {
			msg.fit(on)
			return msg
		}
	}
	m.whole = true
	cmd := m.take(msg.arrival)
	if m.part = msg.err != nil; m.part {
		m.notice, m.failed = "read in part: "+oneLine(msg.err.Error()), true
	}
	return tea.Batch(cmd, m.sortAhead())
}

// take shows a thread: the first as the options ask, a longer one in place of
// a shorter as if the reader had not noticed. What is searched for and limited
// to is looked for in it anew. Only what seemed to be many threads and is one
// opens, if nobody has touched it.
func (m *Model) take(a arrival) tea.Cmd {
	t, first := a.thread, m.thread == nil
	var here spot
	if !first {
		here = m.spot()
	}
	m.source, m.thread = t, t
	m.quotes, m.alike = thread.NewQuotes(t), a.alike
	seemed := m.many
	m.stands, m.says, m.many = a.stands, a.says, a.many
	if first {
		m.rows = rows{t: t}
		m.stand = placed(t, a.stands)
		m.begin(a.hits)
		return tea.Batch(m.replay(), sayBegun(m.options.Begun))
	}
	m.arrive(t, here, a.numbers)
	if m.options.Topics && seemed && !m.many && !m.touched {
		m.begin(a.hits)
	}
	var again []tea.Cmd
	for _, q := range []*thread.Query{m.view.query(), m.asked} {
		if q != nil {
			again = append(again, findLimit(m.ctx, t, nil, q))
		}
	}
	return tea.Batch(append(again, m.reindex())...)
}

// sayBegun tells who waits for it that there is something to draw.
func sayBegun(begun func()) tea.Cmd {
	if begun == nil {
		return nil
	}
	return func() tea.Msg {
		begun()
		return nil
	}
}

// arrive puts a longer thread in the place of the shorter one. What has come
// is folded as the reader last had all folded.
func (m *Model) arrive(t *thread.Thread, here spot, numbers renumbering) {
	before := m.rows.t.Len()
	m.renumber(numbers, t.Len())
	m.bodies.forget() // the last of what was there may have been cut
	m.thread = t.Sorted(m.view.order)
	m.rows.t = m.thread
	m.stand = placed(m.thread, m.stands)
	m.selectRows(m.view.limit)
	if m.view.full != everything {
		f, arrived := m.rows.folded.edit(t.Len()), numbers.arrived(before, t.Len())
		for number := range t.Len() {
			if arrived.has(number) && t.Depth(t.Numbered(number)) > m.view.full {
				f.set(number)
			}
		}
		m.view = m.view.with(f)
		m.rows.folded = f
	}
	m.search.order = nil
	m.returnTo(numbers.spot(here))
}

// placed are the places of comments by their numbers, ascending.
func placed(t *thread.Thread, numbers []int) []int {
	places := make([]int, len(numbers))
	for k, number := range numbers {
		places[k] = t.Numbered(number)
	}
	slices.Sort(places)
	return places
}

// early keeps a key that was typed before there was anything to read.
func (m *Model) early(k tea.KeyPressMsg) tea.Cmd {
	switch m.table[k.String()].name {
	case "quit", "interrupt":
		return m.quit()
	case "suspend":
		return m.suspend()
	}
	m.waiting = append(m.waiting, k)
	return nil
}

// replay does what the keys stand for that were typed too early.
func (m *Model) replay() tea.Cmd {
	waiting := m.waiting
	m.waiting = nil
	return m.pressAll(waiting)
}

func (m *Model) pressAll(keys []tea.KeyPressMsg) tea.Cmd {
	var cmds []tea.Cmd
	for _, k := range keys {
		cmds = append(cmds, m.press(k))
	}
	return tea.Batch(cmds...)
}

// begin makes the view that the options ask for.
func (m *Model) begin(hits []int32) {
	m.view = view{order: thread.OrderSource, full: everything}
	v := m.view
	v.order = m.options.Order
	q := m.options.Query
	if len(hits) > 0 {
		v.limit = &limit{query: q, hits: hits}
	}
	m.setView(v)
	switch {
	case m.options.Depth > 0:
		m.foldTo(m.options.Depth)
	case m.options.Topics && m.many && v.limit == nil:
		m.foldTo(0)
	}
	m.focus, m.top = m.rows.first(), place{m.rows.first(), 0}
	m.notice = ""
	if notice := m.options.Notice; notice != nil {
		m.notice = oneLine(notice())
	}
	switch {
	case v.limit != nil:
		m.sayLimited()
	case !q.Empty():
		m.asked = q // it may be in what is still being read
		m.say("nothing matches " + q.String())
	}
}
