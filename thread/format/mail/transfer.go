package mail

import (
	"bytes"
	"strings"
)

// decodeTransfer undoes a Content-Transfer-Encoding (RFC 2045, section 6).
func decodeTransfer(data []byte, encoding string) []byte {
	switch encoding {
	case "quoted-printable":
		return fromQuotedPrintable(data)
	case "base64":
		return fromBase64(data)
	}
	return data
}

// transfer is the name of the encoding that a field states.
func transfer(field []byte) string {
	name, _, _ := strings.Cut(strings.ToLower(string(field)), ";")
	return strings.Trim(name, " \t\r\n\"'")
}

// fromQuotedPrintable decodes what can be decoded and leaves the rest as it
// is: an = that is followed by no two digits stands for itself.
func fromQuotedPrintable(data []byte) []byte {
	if bytes.IndexByte(data, '=') < 0 {
		return data
	}
	out := make([]byte, 0, len(data))
	for {
		i := bytes.IndexByte(data, '=')
		if i < 0 {
			return append(out, data...)
		}
		out = append(out, data[:i]...)
		data = data[i+1:]
		if n := lineEnd(data); n > 0 || len(data) == 0 {
			data = data[n:]
			continue
		}
		if len(data) >= 2 && hex(data[0]) >= 0 && hex(data[1]) >= 0 {
			out = append(out, byte(hex(data[0])<<4|hex(data[1])))
			data = data[2:]
			continue
		}
		out = append(out, '=')
	}
}

// lineEnd is the length of the blanks and the end of line that data begins
// with, 0 where it begins with none.
func lineEnd(data []byte) int {
	for i, c := range data {
		switch c {
		case ' ', '\t', '\r':
		case '\n':
			return i + 1
		default:
			return 0
		}
	}
	return 0
}

func hex(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'A' <= c && c <= 'F':
		return int(c-'A') + 10
	case 'a' <= c && c <= 'f':
		return int(c-'a') + 10
	}
	return -1
}

// decodedSize is how long data is when it is decoded, without doing so.
func decodedSize(data []byte, encoding string) int64 {
	n := 0
	switch encoding {
	case "base64":
		for _, c := range data {
			if base64Digit(c) {
				n++
			}
		}
		return int64(n * 3 / 4)
	case "quoted-printable":
		return int64(len(fromQuotedPrintable(data)))
	}
	return int64(len(data))
}
