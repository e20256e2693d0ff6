package ui

import (
	"strings"

	"skein/ui/draw"
)

// lit are drawn lines of comment i with what the reader looks for in them
// made visible: the passage that a quote key led to, the matches of a search.
func (m *Model) lit(i int, lines []string) []string {
	if m.passage.lit() && m.passage.source.Comment == m.number(i) {
		lines, _ = m.passageLit(lines)
	}
	if m.search.query != nil {
		lines, _ = m.searchLit(i, lines)
	}
	return lines
}

func (m *Model) searchLit(i int, lines []string) (drawn []string, at []int) {
	look := m.theme.Match
	if i == m.focus {
		look = m.theme.MatchCurrent
	}
	return draw.Highlight(lines, m.search.query.Ranges, look, look, -1)
}

func (m *Model) passageLit(lines []string) (drawn []string, at []int) {
	return draw.Highlight(lines, m.passage.source.Locate, m.theme.MatchCurrent, m.theme.MatchCurrent, -1)
}

// litHeader is the header line of comment i, with matches in the name made
// visible. The name of a hit in which nothing else matches is one: the query
// asked for the author.
func (m *Model) litHeader(i int, line, name string) string {
	q := m.search.query
	if q == nil || name == "" {
		return line
	}
	find := func(text string) [][2]int {
		at := strings.Index(text, name)
		if at < 0 {
			return nil
		}
		found := q.Ranges(name)
		if len(found) == 0 && m.search.isHit(m.number(i)) && len(m.matchLines(i)) == 0 {
			found = [][2]int{{0, len(name)}}
		}
		for k := range found {
			found[k][0] += at
			found[k][1] += at
		}
		return found
	}
	look := m.theme.Match
	if i == m.focus {
		look = m.theme.MatchCurrent
	}
	lines, _ := draw.Highlight([]string{line}, find, look, look, -1)
	return lines[0]
}

// matchLines are the lines of row i in which a match of the search begins.
func (m *Model) matchLines(i int) []int {
	if m.search.query == nil || m.rows.form(i) != full {
		return nil
	}
	_, at := m.searchLit(i, m.body(i).lines)
	return belowHeader(at)
}

// passageLines are the lines of row i in which the lit passage begins.
func (m *Model) passageLines(i int) []int {
	_, at := m.passageLit(m.body(i).lines)
	return belowHeader(at)
}

// belowHeader turns lines of a body into lines of its row.
func belowHeader(at []int) []int {
	for k := range at {
		at[k]++
	}
	return at
}
