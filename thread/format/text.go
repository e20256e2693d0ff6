package format

import (
	"bytes"
	"encoding/json"

	"skein/thread"
	"skein/thread/format/plaintext"
)

// readText reads a text, which always has at least a post.
func readText(data []byte, b *thread.Builder) error {
	plaintext.Read(data, b)
	return nil
}

// sniffText says whether the bytes are text for people: no binary, and
// neither JSON nor a kind of XML or HTML.
func sniffText(data []byte) bool {
	const enough = 8 << 10
	head := data[:min(len(data), enough)]
	if bytes.HasPrefix(head, []byte("\xff\xfe")) || bytes.HasPrefix(head, []byte("\xfe\xff")) {
		return true // UTF-16 with its mark
	}
	odd := 0
	for _, c := range head {
		if c == 0 {
			return false
		}
		if c < ' ' && !bytes.ContainsRune([]byte("\t\n\v\f\r\b\x1b"), rune(c)) {
			odd++
		}
	}
	if odd*50 > len(head) {
		return false
	}
	text := bytes.TrimSpace(bytes.TrimPrefix(head, []byte("\ufeff")))
	return len(text) > 0 && !looksLikeJSON(text, data) && !looksLikeTags(text)
}

// looksLikeJSON is sure only of what a text would hardly begin with; for the
// rest the whole must be valid.
func looksLikeJSON(head, all []byte) bool {
	if head[0] != '{' && head[0] != '[' {
		return bareJSON(head)
	}
	next := bytes.TrimSpace(head[1:])
	if commentedJSON(head) || len(next) > 0 && (next[0] == '"' || head[0] == '[' && next[0] == '{') {
		return true
	}
	return json.Valid(bytes.TrimPrefix(all, []byte("\ufeff")))
}

func looksLikeTags(head []byte) bool {
	if head[0] != '<' || len(head) < 2 {
		return false
	}
	c := head[1]
	if c == '!' || c == '?' {
		return true
	}
	letter := 'a' <= c|0x20 && c|0x20 <= 'z'
	page := len(head) > 5 && bytes.EqualFold(head[:5], []byte("<html"))
	return page || letter && (bytes.Contains(head, []byte("</")) || bytes.Contains(head, []byte("/>")))
}
