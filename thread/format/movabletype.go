package format

import (
	"bytes"
	"cmp"
	"errors"
	"strings"

	"skein/thread"
	"skein/thread/format/dates"
	"skein/thread/format/plaintext"
	"skein/thread/markup"
)

// What parts an archive: entries end with the longer line, their sections with
// the shorter.
const (
	endOfEntry   = "--------"
	endOfSection = "-----"
)

// sniffMovableType looks for an entry: fields, and below a rule the label of a
// section.
func sniffMovableType(data []byte) bool {
	const enough = 64 << 10
	data = data[:min(len(data), enough)]
	if kindOf(data) != plain {
		return false
	}
	fields, rest, found := bytes.Cut(data, []byte("\n"+endOfSection))
	if !found || len(fields) > glimpse {
		return false
	}
	line, _, _ := bytes.Cut(bytes.TrimLeft(rest, "\r\n"), []byte("\n"))
	first, _, _ := bytes.Cut(bytes.TrimSpace(fields), []byte("\n"))
	return isEntryField(string(bytes.TrimSpace(first))) && isSectionLabel(string(bytes.TrimSpace(line)))
}

// isSectionLabel says whether a line begins a section of an entry.
func isSectionLabel(line string) bool {
	switch line {
	case "BODY:", "EXTENDED BODY:", "EXCERPT:", "KEYWORDS:", "COMMENT:", "PING:":
		return true
	}
	return false
}

// readMovableType reads the archive of a blog in the form that Movable Type
// made for it and that TypePad, Hatena and others give out, too
// (https://movabletype.org/documentation/appendices/import-export-format.html):
// each entry that somebody answered, with the comments and pings on it. What a
// comment answers is not in it.
func readMovableType(data []byte, b *thread.Builder) error {
	var ds discussions
	text := plaintext.Decode(data)
	entries := partedBy(text, endOfEntry, isEntryField)
	for _, entry := range entries {
		if d := readBlogEntry(entry); len(d.comments) > 0 {
			ds.all = append(ds.all, d)
		}
	}
	if len(ds.all) == 0 {
		return ErrUnknown
	}
	b.Flat = true
	ds.tell(b)
	if strings.TrimSpace(entries[len(entries)-1]) != "" {
		return &SyntaxError{Offset: int64(len(data)), Err: errors.New("the last entry breaks off")}
	}
	return nil
}

// partedBy parts a text at the lines that are a rule, if what is below begins
// as it should or there is nothing: other such lines are somebody's.
func partedBy(text, rule string, begins func(line string) bool) []string {
	var parts []string
	from, at := 0, 0
	for line := range strings.Lines(text) {
		at += len(line)
		if strings.TrimRight(line, " \r\n") != rule {
			continue
		}
		next, _, _ := strings.Cut(strings.TrimLeft(text[at:], "\r\n"), "\n")
		if next = strings.TrimSpace(next); next == "" || begins(next) {
			parts = append(parts, text[from:at-len(line)])
			from = at
		}
	}
	return append(parts, text[from:])
}

// readBlogEntry reads an entry: its fields, its text, what was written to it.
func readBlogEntry(text string) *discussion {
	d := &discussion{}
	sections := partedBy(text, endOfSection, isSectionLabel)
	d.head, _ = readBlogFields(onlyFields(sections[0]))
	asWritten := strings.Contains(sections[0], "\nCONVERT BREAKS: 0")
	var body []string
	for _, section := range sections[1:] {
		label, rest, _ := strings.Cut(strings.TrimLeft(section, "\r\n"), "\n")
		switch strings.TrimSpace(label) {
		case "BODY:", "EXTENDED BODY:":
			if rest = strings.TrimSpace(rest); !asWritten {
				rest = autoParagraphs(rest)
			}
			body = append(body, rest)
		case "COMMENT:", "PING:":
			p, below := readBlogFields(rest)
			p.Body = markup.Body{Raw: autoParagraphs(strings.TrimSpace(below)), Kind: markup.HTML}
			p.Level = 1
			d.add(p)
		}
	}
	d.head.Body = markup.Body{Raw: strings.Join(body, "<p>"), Kind: markup.HTML}
	return d
}

// readBlogFields reads the fields that an entry or a comment begins with, and
// gives what is below them.
func readBlogFields(text string) (p thread.Post, below string) {
	text = strings.TrimLeft(text, "\r\n")
	blog := ""
	for text != "" {
		line, rest, _ := strings.Cut(text, "\n")
		name, value, ok := entryField(strings.TrimSpace(line))
		if !ok {
			break
		}
		switch name {
		case "AUTHOR":
			p.Author = value
		case "BLOG NAME":
			blog = value
		case "TITLE":
			p.Title = value
		case "EMAIL":
			p.Address = value
		case "URL", "UNIQUE URL":
			p.URL = cmp.Or(p.URL, value)
		case "DATE": // in the zone of the blog, the month first
			when, _, _ := dates.Find(clip(value))
			p.Time, p.Zone = when.Time(false)
		}
		text = rest
	}
	p.Author = cmp.Or(p.Author, blog)
	return p, text
}

// entryField is a line of a field: a name in capitals, a colon, a value.
func entryField(line string) (name, value string, ok bool) {
	name, value, ok = strings.Cut(line, ":")
	if !ok || value != "" && value[0] != ' ' {
		return "", "", false
	}
	switch name {
	case "AUTHOR", "TITLE", "BASENAME", "STATUS", "ALLOW COMMENTS", "ALLOW PINGS", "CONVERT BREAKS", "PRIMARY CATEGORY", "CATEGORY",
		"TAGS", "DATE", "IMAGE", "NO ENTRY", "UNIQUE URL", "EMAIL", "IP", "URL", "BLOG NAME":
		return name, strings.TrimSpace(value), true
	}
	return "", "", false
}

// onlyFields is the fields of an entry without those that few programs write.
func onlyFields(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		if isEntryField(strings.TrimSpace(line)) {
			b.WriteString(line)
		}
	}
	return b.String()
}

func isEntryField(line string) bool {
	_, _, ok := entryField(line)
	return ok
}
