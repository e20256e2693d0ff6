package markup

import (
	"strings"

	"golang.org/x/net/html/atom"
)

// maxColumns is how many cells a row may have; what is more joins the last.
// Renderers fill every row up to the widest, so a wide one among many would
// cost their product.
const maxColumns = 32

// A table collects the rows of a table element. Tables in its cells become
// words.
type table struct {
	rows  [][]string
	row   []string
	rest  []string // of the row's cells, too many to be cells
	open  bool     // a cell is
	depth int      // tables open inside
}

// startCell takes the tags that order a table.
func (w *htmlWriter) startCell(tag atom.Atom) bool {
	switch tag {
	case atom.Table:
		w.table.depth++
		w.inline.space = true
		return true
	case atom.Tr:
		w.endRow()
		return true
	case atom.Td, atom.Th, atom.Caption:
		w.endCellText()
		w.table.open = w.table.depth == 0
		return true
	case atom.Blockquote, atom.Aside, atom.Ul, atom.Ol, atom.Li, atom.Hr,
		atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		w.inline.space = true
		return true
	}
	return false
}

// endCell takes the end tags that order a table.
func (w *htmlWriter) endCell(tag atom.Atom) bool {
	switch tag {
	case atom.Table:
		if w.table.depth--; w.table.depth < 0 {
			w.closeTable()
		}
	case atom.Tr:
		w.endRow()
	case atom.Td, atom.Th, atom.Caption:
		w.endCellText()
	default:
		if !blockTags[tag] {
			return false
		}
		w.inline.space = true
	}
	return true
}

// endCellText ends the cell whose words were collected.
func (w *htmlWriter) endCellText() {
	t := w.table
	if t.depth > 0 {
		w.inline.space = true
		return
	}
	p := paragraph{pieces: w.inline.take()}
	if len(p.pieces) == 0 && !t.open {
		return
	}
	t.open = false
	p.untangle(0)
	text := strings.TrimSpace(p.markdown(inCell, " "))
	if len(t.row) < maxColumns {
		t.row = append(t.row, text)
	} else {
		t.rest = append(t.rest, text)
	}
}

func (w *htmlWriter) endRow() {
	w.endCellText()
	t := w.table
	if t.depth > 0 || len(t.row) == 0 {
		return
	}
	if len(t.rest) > 0 {
		t.row[maxColumns-1] += " " + strings.Join(t.rest, " ")
	}
	t.rows = append(t.rows, t.row)
	t.row, t.rest = nil, nil
}

// closeTable writes the table that is open.
func (w *htmlWriter) closeTable() {
	t := w.table
	if t == nil {
		return
	}
	t.depth = 0
	w.endRow()
	w.table = nil
	columns := 0
	for _, row := range t.rows {
		columns = max(columns, len(row))
	}
	if columns == 0 {
		return
	}
	head := append(t.rows[0], make([]string, columns-len(t.rows[0]))...)
	lines := []string{tableRow(head), "|" + strings.Repeat(" --- |", columns)}
	for _, row := range t.rows[1:] {
		lines = append(lines, tableRow(row))
	}
	w.partBlocks()
	first, rest := w.prefixes()
	w.block(first, rest, strings.Join(lines, "\n"))
}

func tableRow(cells []string) string { return "| " + strings.Join(cells, " | ") + " |" }
