package format

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"

	"skein/thread"
	"skein/thread/format/lexicon"
)

// readTable reads comments in a table (CSV, RFC 4180, also with semicolons or
// tabs), whose first line has the names of its columns: what spreadsheets and
// scripts give out. The names are those of comments in JSON, as which its rows
// are read.
func readTable(data []byte, b *thread.Builder) error {
	t, ok := openTable(data)
	if !ok {
		return ErrUnknown
	}
	list, whole := t.json(b.Part)
	if err := readComments(list, b); err != nil {
		return err
	}
	if !whole {
		return &SyntaxError{Offset: int64(len(data)), Err: errors.New("the last row breaks off")}
	}
	return nil
}

// sniffTable looks for a table of comments: of rows that say what they answer,
// or could, or with a column that is called after comments.
func sniffTable(data []byte) bool {
	const enough = 64 << 10
	if kindOf(data) != plain {
		return false
	}
	t, ok := openTable(data[:min(len(data), enough)])
	if !ok {
		return false
	}
	name := ""
	if slices.ContainsFunc(t.names, func(name string) bool { return strings.Contains(name, "comment") }) {
		name = "comments"
	}
	list, _ := t.json(true)
	return areComments(glance(list).at("comments").elements, name)
}

// A table is rows below the names of their columns.
type table struct {
	*csv.Reader
	names   []string
	figures []bool // of the columns that hold numbers only
	data    []byte
}

// openTable reads the names of a table's columns. They are what tells a table
// from other text.
func openTable(data []byte) (t *table, ok bool) {
	const longest = 1000
	head, _, _ := bytes.Cut(data[:min(len(data), longest)], []byte("\n"))
	comma := ','
	for _, c := range ";\t" {
		if bytes.Count(head, []byte(string(c))) > bytes.Count(head, []byte(string(comma))) {
			comma = c
		}
	}
	t = &table{Reader: csv.NewReader(bytes.NewReader(data)), data: data}
	t.Comma, t.LazyQuotes, t.FieldsPerRecord, t.ReuseRecord = comma, true, -1, true
	names, err := t.Read()
	if err != nil || len(names) < 3 {
		return nil, false
	}
	said := parts{}
	for _, name := range names {
		name = strings.ToLower(strings.ReplaceAll(strings.TrimSpace(name), " ", ""))
		figures := false
		for _, at := range placesOf(name) {
			said.named[at.part] = true
			figures = figures || at.part == theScore || at.part == theCount || at.part == theTime
		}
		t.names, t.figures = append(t.names, name), append(t.figures, figures)
	}
	return t, said.named[theAuthor] && said.named[theText]
}

// json is the rows as a list of comments, of a part of a table without the last,
// and whether that is whole. What stands behind the last column belongs to it:
// nobody quoted it.
func (t *table) json(part bool) (list []byte, whole bool) {
	list = append(make([]byte, 0, 2*len(t.data)), `{"comments":[`...)
	last, whole := len(list), true // where the last row begins
	for {
		row, err := t.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			continue
		}
		last, whole = len(list), len(row) >= len(t.names) || t.InputOffset() < int64(len(t.data)) || bytes.HasSuffix(t.data, []byte("\n"))
		if n := len(t.names) - 1; n+1 < len(row) {
			row[n] = strings.Join(row[n:], string(t.Comma))
		}
		list = t.object(list, row)
	}
	if part {
		list = list[:last]
	}
	return append(bytes.TrimSuffix(list, []byte(",")), "]}"...), whole
}

// object adds a row as an object.
func (t *table) object(rows []byte, row []string) []byte {
	rows = append(rows, '{')
	for i, name := range t.names[:min(len(t.names), len(row))] {
		value := row[i]
		if value == "" || name == "" {
			continue
		}
		rows = appendMember(rows, name)
		if t.figures[i] && lexicon.OnlyDigits(value) && value[0] != '0' {
			rows = append(rows, value...)
		} else {
			rows = appendQuoted(rows, value)
		}
		rows = append(rows, ',')
	}
	return append(bytes.TrimSuffix(rows, []byte(",")), '}', ',')
}
