package format

import (
	"bytes"
	"fmt"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// A wide encoding is one in which a letter of ASCII takes two or four bytes.
type wide struct {
	name string
	mark string // the byte order mark
	unit int    // bytes of a letter
	at   int    // where in these the letter stands; the others are 0
	enc  encoding.Encoding
}

// wides is asked in order: the mark of UTF-32 begins with that of UTF-16.
var wides = []wide{
	{"UTF-32", "\xff\xfe\x00\x00", 4, 0, utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM)},
	{"UTF-32", "\x00\x00\xfe\xff", 4, 3, utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM)},
	{"UTF-16", "\xff\xfe", 2, 0, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)},
	{"UTF-16", "\xfe\xff", 2, 1, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)},
}

// narrow is data as UTF-8 when it is in a wide encoding, and else nil. Its mark
// says so or, where it has none, that it begins with letters of ASCII, as JSON,
// pages, mail and most text do: see RFC 4627, section 3.
func narrow(data []byte) ([]byte, error) {
	for _, w := range wides {
		rest, marked := bytes.CutPrefix(data, []byte(w.mark))
		if !marked && !w.begins(data) {
			continue
		}
		out, err := w.enc.NewDecoder().Bytes(rest)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", w.name, err)
		}
		return out, nil
	}
	return nil, nil
}

// begins says whether data begins with a few letters of ASCII in w.
func (w *wide) begins(data []byte) bool {
	const few = 4
	if len(data) < few*w.unit {
		return false
	}
	for i, c := range data[:few*w.unit] {
		letter := c >= ' ' && c < 0x7f || c == '\n' || c == '\r' || c == '\t'
		if i%w.unit == w.at && !letter || i%w.unit != w.at && c != 0 {
			return false
		}
	}
	return true
}
