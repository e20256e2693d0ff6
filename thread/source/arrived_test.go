package source

import (
	"bytes"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"
)

// slowly is a server that sends an answer in two halves, the second when the
// first was taken or nobody takes it in time, and what was taken before the
// end.
func slowly(t *testing.T, kind, answer string) (url string, w *web, taken func() string) {
	t.Helper()
	half := answer[:len(answer)/2]
	seen := make(chan string, 1)
	s := serve(t, func(rw http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/thread" {
			http.NotFound(rw, r)
			return
		}
		rw.Header().Set("Content-Type", kind)
		io.WriteString(rw, half)
		rw.(http.Flusher).Flush()
		select {
		case <-time.After(300 * time.Millisecond):
		case first := <-seen:
			seen <- first
		}
		io.WriteString(rw, answer[len(half):])
	})
	w = loopback("")
	w.arrived = func(beginning []byte) {
		if !strings.HasPrefix(answer, string(beginning)) {
			t.Errorf("%q is no beginning of %q", beginning, answer)
		}
		if len(beginning) <= len(half) {
			select {
			case seen <- string(bytes.Clone(beginning)):
			default:
			}
		}
	}
	return s.URL + "/thread", w, func() string {
		select {
		case first := <-seen:
			return first
		default:
			return ""
		}
	}
}

func TestWhatComesFirstOfAnAnswerIsToldBeforeTheRest(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, kind, answer string
		told               bool
	}{
		{"JSON", "application/json", `{"comments":["one","two","three","four"]}`, true},
		{"mail", "application/octet-stream", "From ann\nSubject: Rain\n\nIt rains.\n", true},
		{"a page", "text/html; charset=UTF-8", "<html><head></head><body><p>It rains.<p>And more of it, on and on.", true},
		{"a page whose head has not come", "text/html", "<html><head><title>Rain</title><meta name=a><meta name=b></head><body>", false},
		{"a page that has to be decoded", "text/html; charset=iso-8859-1", "<html><head></head><body><p>It rains.<p>And more of it.", false},
		{"a page with its thread elsewhere", "text/html", `<link rel="https://api.w.org/" href="/wp-json/"><body><p>It rains, and rains, and rains, and there is no end of it, and no end at all.`, false},
		{"what is packed", "application/gzip", "\x1f\x8b\x08 and so on, and so on", true}, // told apart by who unpacks it
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			url, w, taken := slowly(t, c.kind, c.answer)
			got, err := fetched(t, w, url)
			if first := taken(); err != nil || got != c.answer || (first != "") != c.told {
				t.Errorf("%q was told before %q, %v", first, got, err)
			}
		})
	}
}
