package ui

import (
	"skein/thread"
	"skein/thread/markup"
)

// A passage is what the quote key lit up in a quote's source.
type passage struct {
	source thread.Source
	on     bool // the words of the source are lit
	from   int  // the number of the comment that quotes
	turn   int  // which of its quotes
}

func (p *passage) lit() bool { return p.on }
func (p *passage) clear()    { p.on = false }

// quoteSource goes to the source of the comment's quote and lights its words
// up; from the same comment again, to that of its next quote.
func (m *Model) quoteSource() {
	sources, quotes := m.sources(m.focus)
	switch {
	case quotes == 0 && m.passage.lit() && m.passage.source.Comment == m.number(m.focus):
		m.say("this is the source (backspace goes back)")
		return
	case quotes == 0:
		m.say("it quotes nothing")
		return
	case len(sources) == 0:
		m.say("its quote is not found in the post or in what it answers")
		return
	}
	turn := 0
	from := m.number(m.focus)
	if m.passage.from == from {
		turn = (m.passage.turn + 1) % len(sources)
	}
	i := m.thread.Numbered(sources[turn].Comment)
	if !m.reachable(i) || m.rows.form(i) == passing {
		m.say("the limit hides the source (esc lifts it)")
		return
	}
	m.passage = passage{sources[turn], true, from, turn}
	m.reveal(i)
	m.openUp(i)
	m.focusOn(i)
	if at := m.passageLines(i); len(at) > 0 {
		m.showLine(i, at[0])
	}
}

// sources are where the quotes of comment i come from, as far as that is
// known, and how many quotes there are.
func (m *Model) sources(i int) (found []thread.Source, quotes int) {
	body, _ := m.shown(i)
	for _, b := range markup.Blocks(body.Markdown()) {
		if !b.Quote && !b.InQuotes {
			continue
		}
		source, ok := m.quotes.Source(i, b.Passage(), b.Quote)
		if ok {
			found = append(found, source)
		}
		if ok || b.Quote {
			quotes++
		}
	}
	return found, quotes
}

// openUp unfolds comment i itself.
func (m *Model) openUp(i int) {
	if number := m.number(i); m.rows.isFolded(i) {
		m.setFolds(m.edited(func(f folds) { f.clear(number) }))
	}
}

// showLine brings a line of row i onto the screen, a third down where it was
// not there.
func (m *Model) showLine(i, line int) {
	if header, found := m.lineOf(i); found && header+line >= 0 && header+line < m.bodyHeight() {
		return
	}
	m.put(i, m.bodyHeight()/3-line)
	m.fillEnd()
}
