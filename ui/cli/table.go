package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"skein/thread/format"
)

// A table is lines of cells, set to the left but for the columns that right
// names, which hold figures.
type table struct {
	rows  [][]string
	right []bool
}

// write writes the table in columns as wide as their widest cell, however
// wide its letters are.
func (t table) write(w io.Writer) error {
	var width []int
	for _, row := range t.rows {
		for col, cell := range row {
			if col == len(width) {
				width = append(width, 0)
			}
			width[col] = max(width[col], ansi.StringWidth(cell))
		}
	}
	for _, row := range t.rows {
		var line strings.Builder
		for col, cell := range row {
			pad := strings.Repeat(" ", width[col]-ansi.StringWidth(cell))
			if col < len(t.right) && t.right[col] {
				cell, pad = pad+cell, ""
			}
			line.WriteString(cell + pad + "  ")
		}
		if _, err := fmt.Fprintln(w, strings.TrimRight(line.String(), " ")); err != nil {
			return err
		}
	}
	return nil
}

// writeFormats lists what can be read.
func writeFormats(w io.Writer) error {
	var t table
	for name, about := range format.Formats() {
		t.rows = append(t.rows, []string{name, about})
	}
	return t.write(w)
}

// writeStats writes the figures of a thread and the table of its commenters.
func writeStats(w io.Writer, f figures) error {
	if f.Title != "" {
		fmt.Fprintf(w, "%s\n\n", f.Title) // an error comes again below
	}
	facts := table{rows: [][]string{
		{"comments", strconv.Itoa(f.Comments)},
		{"people", strconv.Itoa(f.People)},
		{"levels", strconv.Itoa(f.Levels)},
		{"words", strconv.Itoa(f.Words)},
	}}
	if f.First != "" {
		facts.rows = append(facts.rows, []string{"first", clock(f.First)}, []string{"last", clock(f.Last)})
	}
	if err := facts.write(w); err != nil || f.People == 0 {
		return err
	}
	fmt.Fprintln(w)
	people := table{right: []bool{false, true, true, true}, rows: [][]string{{"name", "comments", "words", "replies"}}}
	for _, c := range f.Commenters {
		people.rows = append(people.rows, []string{
			c.Name, strconv.Itoa(c.Comments), strconv.Itoa(c.Words), strconv.Itoa(c.Replies),
		})
	}
	return people.write(w)
}

// clock is a time as people write it.
func clock(rfc3339 string) string {
	return strings.NewReplacer("T", " ", "Z", " UTC", "+", " +").Replace(rfc3339)
}

// writeStatsJSON writes the figures as one JSON object.
func writeStatsJSON(w io.Writer, f figures) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(f)
}
