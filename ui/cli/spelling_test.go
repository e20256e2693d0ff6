//go:build unix

package cli

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"mime"
	"mime/quotedprintable"
	"strings"
)

// spellings are the ways to write a text so that something decodes it.
var spellings = []func(string) []byte{
	func(s string) []byte { return []byte(s) },
	inJSON,
	inEntities,
	func(s string) []byte { return bytes.ReplaceAll(inEntities(s), []byte("&"), []byte("&amp;")) },
	inQuotedPrintable,
	func(s string) []byte { return []byte(mime.BEncoding.Encode("utf-8", s)) },
	func(s string) []byte { return []byte(mime.QEncoding.Encode("utf-8", s)) },
	func(s string) []byte { return []byte(base64.StdEncoding.EncodeToString([]byte(s))) },
	func(s string) []byte { return []byte("\r\nSubject: " + mime.QEncoding.Encode("utf-8", s) + "\r\n") },
	inPercent,
}

// inJSON is what stands between the quotes, every character as an escape.
func inJSON(s string) []byte {
	var b bytes.Buffer
	for _, r := range s {
		if r < 0x10000 {
			fmt.Fprintf(&b, `\u%04x`, r)
			continue
		}
		quoted, _ := json.Marshal(string(r))
		b.Write(quoted[1 : len(quoted)-1])
	}
	return b.Bytes()
}

func inEntities(s string) []byte {
	var b bytes.Buffer
	for k, r := range s {
		format := "&#%d;"
		if k%2 == 0 {
			format = "&#x%x;"
		}
		fmt.Fprintf(&b, format, r)
	}
	return b.Bytes()
}

func inQuotedPrintable(s string) []byte {
	var b bytes.Buffer
	w := quotedprintable.NewWriter(&b)
	_, _ = w.Write([]byte(s)) // a buffer takes everything
	_ = w.Close()
	return b.Bytes()
}

func inPercent(s string) []byte {
	var b strings.Builder
	for i := range len(s) {
		fmt.Fprintf(&b, "%%%02X", s[i])
	}
	return []byte(b.String())
}
