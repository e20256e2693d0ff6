package plaintext

import (
	"bytes"
	"encoding/binary"
	"math"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
	"unsafe"

	"golang.org/x/text/encoding/charmap"

	"skein/thread/markup"
)

// A Line is a line that is not blank. There may be millions.
type Line struct {
	Text   string  // without the space around it
	links  *string // addresses of the links whose numbers a dump put into it, one a line
	indent int32
	gap    int32
}

// NewLine is a line that begins at a column.
func NewLine(text string, indent int) Line { return lineOf(markup.Line{Text: text, Indent: indent}) }

func lineOf(l markup.Line) Line {
	return Line{Text: l.Text, indent: int32(min(l.Indent, math.MaxInt32)), gap: int32(min(l.Gap, math.MaxInt32))}
}

// Indent is the column at which the line begins.
func (l *Line) Indent() int { return int(l.indent) }

// Gap is the number of blank lines above the line.
func (l *Line) Gap() int { return int(l.gap) }

// urls are the addresses of the line's numbered links.
func (l *Line) urls() string {
	if l.links == nil {
		return ""
	}
	return *l.links
}

// addURLs gives the line addresses of links besides those that it has.
func (l *Line) addURLs(urls string) {
	if urls != "" {
		all := l.urls() + urls
		l.links = &all
	}
}

// Lines splits a text into its lines.
func Lines(s string) []Line {
	most := strings.Count(s, "\n") - strings.Count(s, "\n\n") + 1
	lines := make([]Line, 0, most)
	for l := range markup.Lines(s) {
		lines = append(lines, lineOf(l))
	}
	return lines
}

// Decode makes UTF-8 of a page, which it shares if that is what it is.
// Bytes that are none are read as Windows 1252, which also covers what calls
// itself Latin 1.
func Decode(data []byte) string {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return decodeUTF16(data[2:], binary.LittleEndian)
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return decodeUTF16(data[2:], binary.BigEndian)
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	s := unsafe.String(unsafe.SliceData(data), len(data))
	if !utf8.ValidString(s) {
		s = decodeStray(s)
	}
	return oneNewline(s)
}

// oneNewline makes a newline of the other ends of lines there are. The \r of
// \r\n is space at the end of its line and goes with that.
func oneNewline(s string) string {
	if strings.IndexByte(s, '\r') >= 0 && strings.IndexByte(s, '\n') < 0 {
		return strings.ReplaceAll(s, "\r", "\n")
	}
	return s
}

func decodeUTF16(data []byte, order binary.ByteOrder) string {
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = order.Uint16(data[2*i:])
	}
	return oneNewline(string(utf16.Decode(units)))
}

// decodeStray reads byte by byte what is no UTF-8, and leaves what is.
func decodeStray(s string) string {
	var b strings.Builder
	b.Grow(len(s) + len(s)/16)
	for len(s) > 0 {
		r, n := utf8.DecodeRuneInString(s)
		if r == utf8.RuneError && n == 1 {
			r = charmap.Windows1252.DecodeByte(s[0])
		}
		b.WriteRune(r)
		s = s[n:]
	}
	return b.String()
}
