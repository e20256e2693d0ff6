package source

import (
	"io"
	"net/http"
	"testing"
)

func TestTheCharsetOfTheHeaderIsNotLost(t *testing.T) {
	t.Parallel()
	const russian = "\xeb\xe5\xf1\xf2\xed\xe8\xf6\xe0" // лестница, a ladder
	for _, c := range []struct{ kind, body, want string }{
		{"text/html; charset=windows-1251", "<p>" + russian, "<p>лестница"},
		{"text/html; charset=windows-1251", "<p>лестница", "<p>лестница"},
		{"text/html; charset=windows-1251", `<meta charset="windows-1251"><p>` + russian, `<meta charset="windows-1251"><p>` + russian},
		{"text/html; charset=none", "<p>" + russian, "<p>" + russian},
		{"text/html", "<p>" + russian, "<p>" + russian},
		{"text/plain; charset=windows-1251", "From ann\n" + russian, "From ann\n" + russian},
	} {
		s := serve(t, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", c.kind)
			io.WriteString(w, c.body)
		})
		if got, err := fetched(t, loopback(""), s.URL); got != c.want || err != nil {
			t.Errorf("%s: %q, %v", c.kind, got, err)
		}
	}
}
