package format

import (
	"bytes"
	"html"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
)

// xmlText is an XML text as UTF-8 without the characters that XML 1.0 forbids
// (section 2.2), which would end the reading: U+FFFD stands for each, also for
// those that are written as references. Line ends stay where they are.
func xmlText(data []byte) []byte {
	data = xmlDecode(data)
	if !utf8.Valid(data) {
		data = bytes.ToValidUTF8(data, []byte("\ufffd"))
	}
	if bad := forbidden(data); bad < len(data) {
		out := make([]byte, 0, len(data)+16)
		for ; bad < len(data); bad = forbidden(data) {
			_, size := utf8.DecodeRune(data[bad:])
			out = append(out, data[:bad]...)
			out = append(out, "\ufffd"...)
			data = data[bad+size:]
		}
		data = append(out, data...)
	}
	return allowReferences(data)
}

// forbidden is where the first forbidden character of valid UTF-8 is, the
// length of the data where there is none.
func forbidden(data []byte) int {
	for i, c := range data {
		if c < ' ' && c != '\n' && c != '\r' && c != '\t' {
			return i
		}
		if c == 0xef && i+2 < len(data) && data[i+1] == 0xbf && data[i+2] >= 0xbe { // U+FFFE, U+FFFF
			return i
		}
	}
	return len(data)
}

// allowReferences replaces the references to forbidden characters.
func allowReferences(data []byte) []byte {
	var out []byte
	done := 0
	for at := 0; ; at += 2 {
		i := bytes.Index(data[at:], []byte("&#"))
		if i < 0 {
			break
		}
		at += i
		const longest = 12
		end := bytes.IndexByte(data[at:min(at+longest, len(data))], ';')
		if end > 0 && refersToForbidden(string(data[at+2:at+end])) {
			out = append(append(out, data[done:at]...), "\ufffd"...)
			done = at + end + 1
		}
	}
	if done == 0 {
		return data
	}
	return append(out, data[done:]...)
}

// refersToForbidden says whether the inside of a reference is the number of a
// forbidden character.
func refersToForbidden(number string) bool {
	base := 10
	if hex, ok := strings.CutPrefix(strings.ToLower(number), "x"); ok {
		number, base = hex, 16
	}
	n, err := strconv.ParseUint(number, base, 32)
	return err == nil && (n < ' ' && n != '\t' && n != '\n' && n != '\r' || n == 0xfffe || n == 0xffff)
}

// xmlDecode makes UTF-8 of a text whose declaration names another charset,
// unless it is UTF-8 all the same.
func xmlDecode(data []byte) []byte {
	declared := xmlCharset().FindSubmatch(data[:min(len(data), 256)])
	if declared == nil {
		return data
	}
	label := strings.ToLower(string(declared[1]))
	if strings.HasPrefix(label, "utf") {
		return data
	}
	charset, err := htmlindex.Get(label)
	if err != nil || charset == encoding.Replacement || !strings.HasPrefix(label, "iso-2022") && wholeUTF8(data) {
		return data
	}
	out, err := charset.NewDecoder().Bytes(data)
	if err != nil {
		return data
	}
	return out
}

var xmlCharset = pattern(`^\s*<\?xml[^>]*\sencoding\s*=\s*["']([^"'>]+)["']`)

// wholeUTF8 says whether data is UTF-8, perhaps cut off within a character.
func wholeUTF8(data []byte) bool {
	for cut := 1; cut < utf8.UTFMax && cut <= len(data); cut++ {
		if c := data[len(data)-cut]; utf8.RuneStart(c) {
			if !utf8.FullRune(data[len(data)-cut:]) {
				data = data[:len(data)-cut]
			}
			break
		}
	}
	return utf8.Valid(data)
}

// unescapeTwice is a name or title in which entities may have been written
// for entities, without space around it.
func unescapeTwice(line string) string {
	return strings.TrimSpace(html.UnescapeString(line))
}
