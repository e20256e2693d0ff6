package mail

import (
	"bytes"
	"encoding/base64"
	"strings"
)

// headerText is the value of a field as people read it: unfolded and with its
// encoded words (RFC 2047) decoded. What breaks the rules of those is left as
// it is; raw bytes are read as decodeCharset reads what has no label.
func headerText(value []byte) string {
	if len(value) == 0 {
		return ""
	}
	if bytes.IndexByte(value, '\n') >= 0 {
		value = bytes.Join(bytes.FieldsFunc(value, func(r rune) bool { return r == '\n' || r == '\r' }), nil)
	}
	if !bytes.Contains(value, []byte("=?")) {
		return strings.TrimSpace(shared(decodeCharset(value, "")))
	}
	var out strings.Builder
	var run encodedWord // words of one charset, which may share a character
	for len(value) > 0 {
		start := bytes.Index(value, []byte("=?"))
		if start < 0 {
			break
		}
		word, size := parseWord(value[start:])
		if size == 0 {
			run.flush(&out)
			out.Write(decodeCharset(value[:start+2], ""))
			value = value[start+2:]
			continue
		}
		if between := value[:start]; run.charset == "" || len(bytes.TrimSpace(between)) > 0 {
			run.flush(&out)
			out.Write(decodeCharset(between, ""))
		}
		if !strings.EqualFold(run.charset, word.charset) {
			run.flush(&out)
			run.charset = word.charset
		}
		run.data = append(run.data, word.data...)
		value = value[start+size:]
	}
	run.flush(&out)
	out.Write(decodeCharset(value, ""))
	return strings.TrimSpace(out.String())
}

// An encodedWord is the bytes of one or more encoded words.
type encodedWord struct {
	charset string
	data    []byte
}

func (w *encodedWord) flush(out *strings.Builder) {
	out.Write(decodeCharset(w.data, w.charset))
	*w = encodedWord{}
}

// parseWord reads the encoded word that data begins with: =?charset?B?text?=.
// The size is 0 where it begins with none.
func parseWord(data []byte) (w encodedWord, size int) {
	const longest = 2000 // 75 are allowed
	data = data[:min(len(data), longest)]
	name, rest, ok := bytes.Cut(data[2:], []byte("?"))
	if !ok || len(rest) < 2 || rest[1] != '?' || len(name) == 0 || bytes.ContainsAny(name, " \t=") {
		return w, 0
	}
	text, after, ok := bytes.Cut(rest[2:], []byte("?="))
	if !ok {
		return w, 0
	}
	name, _, _ = bytes.Cut(name, []byte("*")) // a language may follow, RFC 2231
	w.charset = string(name)
	switch rest[0] {
	case 'B', 'b':
		w.data = fromBase64(text)
	case 'Q', 'q':
		w.data = fromQuotedPrintable(bytes.ReplaceAll(text, []byte("_"), []byte(" ")))
	default:
		return w, 0
	}
	return w, len(data) - len(after)
}

// fromBase64 decodes what can be decoded: other characters are skipped and
// the padding may be missing.
func fromBase64(data []byte) []byte {
	clean := make([]byte, 0, len(data))
	for _, c := range data {
		if base64Digit(c) {
			clean = append(clean, c)
		}
	}
	if len(clean)%4 == 1 {
		clean = clean[:len(clean)-1]
	}
	n, _ := base64.RawStdEncoding.Decode(clean, clean) // nothing in it can be wrong any more
	return clean[:n]
}

func base64Digit(c byte) bool {
	return 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z' || '0' <= c && c <= '9' || c == '+' || c == '/'
}
