package draw

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// cut is what a table ends words in that it has no room for.
const cut = "…"

// Cells that a column of a table takes: space on both sides and a line, and
// the least of text that is still worth a column.
const (
	columnFrame = 3
	columnText  = 4
)

// table draws a table no wider than it needs. Where its columns do not fit,
// its rows come out as text.
func (r *Renderer) table(p *page, n *east.Table, width int) []string {
	columns := make([]int, len(n.Alignments))
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		i := 0
		for cell := row.FirstChild(); cell != nil && i < len(columns); cell = cell.NextSibling() {
			r.prepare(p, cell, false)
			columns[i] = max(columns[i], ansi.StringWidth(p.words(cell)))
			i++
		}
	}
	natural := -1
	for _, text := range columns {
		natural += text + columnFrame
	}
	if len(columns)*(columnText+columnFrame) > width {
		return r.tableRows(p, n, width)
	}
	lines := r.glamour(p, n, min(natural, width))
	if strings.Count(strings.Join(lines, ""), cut) > strings.Count(p.words(n), cut) {
		return r.tableRows(p, n, width)
	}
	for i, line := range lines {
		lines[i] = r.quietRules(line)
	}
	return lines
}

// quietRules gives the lines between columns and rows the colour of rules.
func (r *Renderer) quietRules(line string) string {
	if strings.Trim(line, "─┼") == "" {
		return r.theme.Rule.Render(line)
	}
	return strings.ReplaceAll(line, " │ ", " "+r.theme.Rule.Render("│")+" ")
}

// tableRows draws the rows of a table as lines of text.
func (r *Renderer) tableRows(p *page, n ast.Node, width int) []string {
	var lines []string
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		var cells []string
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			cells = append(cells, strings.TrimSpace(p.words(cell)))
		}
		lines = append(lines, wrapped(strings.Join(cells, " │ "), width)...)
	}
	return lines
}
