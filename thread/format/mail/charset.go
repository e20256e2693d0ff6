package mail

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/ianaindex"
	"golang.org/x/text/encoding/japanese"
)

// decodeCharset is data, labelled with the charset, as UTF-8. Labels lie: what
// is UTF-8 and holds more than ASCII is UTF-8 whatever single-byte charset it
// is labelled with, and bytes that are nothing else are taken for
// Windows-1252.
func decodeCharset(data []byte, label string) []byte {
	if ascii(data) && bytes.IndexByte(data, 0x1b) < 0 {
		if label = strings.ToLower(label); label == "utf-8" || !strings.HasPrefix(label, "utf-") {
			return data // in the charsets of mail but ISO 2022, UTF-7 and UTF-16
		}
	}
	enc := charset(label)
	_, single := enc.(*charmap.Charmap)
	if enc == nil && bytes.Contains(data, []byte("\x1b$")) {
		enc = japanese.ISO2022JP // the usual one that escapes to double bytes
	}
	if enc == nil || single && utf8.Valid(data) {
		return repair(data)
	}
	out, err := enc.NewDecoder().Bytes(data)
	if err != nil {
		return repair(data)
	}
	return out
}

// charset is the encoding that a label means, nil for UTF-8, ASCII and what
// nobody knows.
func charset(label string) encoding.Encoding {
	label = strings.ToLower(strings.Trim(strings.TrimSpace(label), `"'`))
	switch label {
	case "", "utf-8", "utf8", "us-ascii", "ascii":
		return nil
	}
	for _, name := range []string{label, strings.ReplaceAll(label, "_", "-"), strings.TrimPrefix(label, "x-"), dashed(label)} {
		if enc, err := htmlindex.Get(name); err == nil && enc != encoding.Replacement {
			return withoutUTF8(enc)
		}
		if enc, err := ianaindex.MIME.Encoding(name); err == nil && enc != nil {
			return withoutUTF8(enc)
		}
	}
	return nil
}

// withoutUTF8 is nil for UTF-8, which repair reads better than a decoder.
func withoutUTF8(enc encoding.Encoding) encoding.Encoding {
	if name, err := htmlindex.Name(enc); err == nil && name == "utf-8" {
		return nil
	}
	return enc
}

// dashed is the label with dashes where people leave them out: iso8859-1,
// cp-1252, windows1252.
func dashed(label string) string {
	for from, to := range map[string]string{"iso8859": "iso-8859", "cp-": "cp", "windows12": "windows-12", "koi8r": "koi8-r", "iso-8859": "iso-8859-"} {
		if rest, ok := strings.CutPrefix(label, from); ok && !strings.HasPrefix(rest, "-") || ok && from != "iso-8859" {
			return to + rest
		}
	}
	return label
}

// repair is data as UTF-8: what is not is taken for Windows-1252, byte by
// byte.
func repair(data []byte) []byte {
	if utf8.Valid(data) {
		return data
	}
	out := make([]byte, 0, len(data)+len(data)/8)
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		if r == utf8.RuneError && size == 1 {
			r = charmap.Windows1252.DecodeByte(data[0])
		}
		out = utf8.AppendRune(out, r)
		data = data[size:]
	}
	return out
}

// ascii says whether no byte has its highest bit set.
func ascii(data []byte) bool {
	const highBits = 0x8080808080808080
	for len(data) >= 8 {
		if binary.LittleEndian.Uint64(data)&highBits != 0 {
			return false
		}
		data = data[8:]
	}
	for _, c := range data {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
