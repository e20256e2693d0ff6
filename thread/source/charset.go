package source

import (
	"bytes"
	"mime"
	"net/http"
	"unicode/utf8"

	"golang.org/x/text/encoding/htmlindex"
)

// isPage says whether a media type is that of web pages.
func isPage(kind string) bool { return kind == "text/html" || kind == "application/xhtml+xml" }

// labelled is a web page as UTF-8 when only its header says what charset it
// has: the header is lost on whoever reads the page. A page that speaks for
// itself stays as it is, and so does all that is no page: an archive of mail
// has a charset for every part, whatever the server says of the whole.
func labelled(page []byte, header http.Header) []byte {
	const early = 1024 // bytes in which a page has to say it
	kind, params, err := mime.ParseMediaType(header.Get("Content-Type"))
	if err != nil || !isPage(kind) || utf8.Valid(page) {
		return page
	}
	head := bytes.ToLower(page[:min(len(page), early)])
	if bytes.Contains(head, []byte("charset")) || bytes.Contains(head, []byte("encoding=")) {
		return page
	}
	enc, err := htmlindex.Get(params["charset"])
	if err != nil {
		return page
	}
	text, err := enc.NewDecoder().Bytes(page)
	if err != nil {
		return page
	}
	return text
}
