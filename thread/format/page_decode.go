package format

import (
	"bytes"
	"encoding/base64"
	"io"
	"mime"
	"mime/quotedprintable"
	"net/textproto"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
)

// decodePage makes UTF-8 of a page in another encoding: what it says itself,
// else what its bytes look like. A page that is UTF-8 already stays as it is,
// whatever it says: browsers that save one often leave its old label.
func decodePage(data []byte, label string) []byte {
	if kindOf(data) != isHTML {
		return data
	}
	const escape = 0x1b // begins a shift of ISO-2022-JP, which is all ASCII
	if utf8.Valid(data) && bytes.IndexByte(data[:min(len(data), glimpse)], escape) < 0 {
		return data
	}
	encoding, name, _ := charset.DetermineEncoding(data[:min(len(data), 1024)], label)
	if name == "utf-8" || name == "replacement" {
		encoding, _ = charset.Lookup("windows-1252")
		if mostlyUTF8(data) {
			return data
		}
	}
	decoded, err := encoding.NewDecoder().Bytes(data)
	if err != nil {
		return data
	}
	return decoded
}

// mostlyUTF8 says whether data is UTF-8 but for a few broken bytes.
func mostlyUTF8(data []byte) bool {
	good, bad := 0, 0
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && size == 1:
			bad++
		case size > 1:
			good++
		}
		data = data[size:]
	}
	return good > bad
}

// unwrapPage takes the page out of an MHTML file, in which browsers save it
// with its images (RFC 2557); other data stays as it is.
func unwrapPage(data []byte) (page []byte, label string) {
	header, body, ok := mimePart(data)
	if !ok || !savedPage(header) {
		return data, ""
	}
	kind, params, _ := mime.ParseMediaType(header.Get("Content-Type"))
	if kind == "text/html" {
		return decodePart(header, body), contentType(header)
	}
	if params["boundary"] == "" {
		return data, ""
	}
	mark := []byte("--" + params["boundary"])
	for _, part := range bytes.Split(body, mark)[1:] {
		header, body, ok := mimePart(bytes.TrimLeft(part, " \t\r\n"))
		if ok && strings.HasPrefix(strings.ToLower(contentType(header)), "text/html") {
			return decodePart(header, body), contentType(header)
		}
	}
	return data, ""
}

func contentType(header textproto.MIMEHeader) string { return header.Get("Content-Type") }

// savedPage says whether a header is that of a page which was saved, not of a
// message that somebody sent.
func savedPage(header textproto.MIMEHeader) bool {
	kind := strings.ToLower(contentType(header))
	if header.Get("Mime-Version") == "" || !strings.HasPrefix(kind, "multipart/related") && !strings.HasPrefix(kind, "text/html") {
		return false
	}
	return header.Get("Snapshot-Content-Location") != "" || strings.Contains(header.Get("From"), "Saved by") ||
		header.Get("From") == "" && header.Get("Message-Id") == "" && header.Get("Received") == ""
}

// mimePart parts the header from the body.
func mimePart(data []byte) (header textproto.MIMEHeader, body []byte, ok bool) {
	header = textproto.MIMEHeader{}
	last := ""
	for lines := 0; lines < 100; lines++ {
		end := bytes.IndexByte(data[:min(len(data), glimpse)], '\n') // a header has no line that long
		if end < 0 {
			return nil, nil, false
		}
		line := data[:end]
		data = data[end+1:]
		text := strings.TrimRight(string(line[:min(len(line), 4096)]), "\r")
		if text == "" {
			return header, data, len(header) > 0
		}
		if text[0] == ' ' || text[0] == '\t' {
			if values := header[last]; len(values) > 0 {
				values[len(values)-1] += " " + strings.TrimSpace(text)
			}
			continue
		}
		name, value, colon := strings.Cut(text, ":")
		if !colon || strings.ContainsAny(name, " \t<{") {
			return nil, nil, false
		}
		last = textproto.CanonicalMIMEHeaderKey(name)
		header.Add(name, strings.TrimSpace(value))
	}
	return nil, nil, false
}

// decodePart undoes the transfer encoding of a body, as far as it can be.
func decodePart(header textproto.MIMEHeader, body []byte) []byte {
	var r io.Reader
	switch strings.ToLower(header.Get("Content-Transfer-Encoding")) {
	case "quoted-printable":
		r = quotedprintable.NewReader(bytes.NewReader(body))
	case "base64":
		r = base64.NewDecoder(base64.StdEncoding, bytes.NewReader(body))
	default:
		return body
	}
	decoded, _ := io.ReadAll(r) // what comes before an error counts
	return decoded
}
