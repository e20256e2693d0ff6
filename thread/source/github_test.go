package source

import (
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"
)

func TestEveryPageOfAListIsFetched(t *testing.T) {
	t.Parallel()
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		page := r.URL.Query().Get("page")
		switch {
		case r.URL.Path == "/repos/ann/ladder/issues/17":
			io.WriteString(w, `{"comments":250}`)
		case page == "":
			w.Header().Set("Link", `<http://`+r.Host+r.URL.Path+`?page=2>; rel="next", <http://`+r.Host+r.URL.Path+`?page=3>; rel="last"`)
			io.WriteString(w, `[1]`)
		case page == "2":
			w.Header().Set("Link", `<http://`+r.Host+r.URL.Path+`>; rel="prev", <http://`+r.Host+r.URL.Path+`?page=3>; rel="next"`)
			io.WriteString(w, `[2]`)
		default:
			io.WriteString(w, `[3]`)
		}
	})
	var lines []string
	data, _, err := loopback(s.URL).fetch(t.Context(), "https://github.com/ann/ladder/issues/17", DefaultMaxWeb, func(line string) { lines = append(lines, line) })
	if err != nil || compact(t, string(data)) != "{\"comments\":250}\n[1]\n[2]\n[3]" {
		t.Errorf("%s, %v", data, err)
	}
	if last := lines[len(lines)-1]; !strings.HasSuffix(last, ": page 4 of 4") {
		t.Errorf("%q", lines)
	}
}

func TestTheTokenIsForGitHubAlone(t *testing.T) {
	t.Setenv("GH_TOKEN", "")
	t.Setenv("GITHUB_TOKEN", "secret")
	other := serve(t, func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, "{}") })
	for name, h := range map[string]http.HandlerFunc{
		"a redirect": func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, other.URL, http.StatusFound) },
		"a next page": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Link", `<`+other.URL+`>; rel="next"`)
			io.WriteString(w, "{}")
		},
	} {
		s := serve(t, h)
		w := loopback(s.URL)
		v := visitTo(t, w, "https://github.com/ann/ladder/issues/17")
		u, err := url.Parse(other.URL)
		if err != nil {
			t.Fatal(err)
		}
		v.guard.trust(u) // or it would not even be asked
		if _, err := v.thread(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if got := s.requests()[0].Header.Get("Authorization"); got != "Bearer secret" {
			t.Errorf("%s: GitHub is told %q", name, got)
		}
	}
	if len(other.requests()) == 0 {
		t.Fatal("nobody went there")
	}
	for _, r := range other.requests() {
		if got := r.Header.Get("Authorization"); got != "" {
			t.Errorf("another site is told %q", got)
		}
	}
}

// visitTo is a visit to a page that has not begun.
func visitTo(t *testing.T, w *web, address string) *visit {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	g := &guard{}
	return &visit{ctx: t.Context(), web: w, guard: g, client: client(w.limits, g), page: u, left: DefaultMaxWeb}
}

func TestDiscussionsNeedAToken(t *testing.T) {
	t.Setenv("GH_TOKEN", "secret")
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		var ask struct{ Variables struct{ After string } }
		if r.URL.Path != "/graphql" || json.NewDecoder(r.Body).Decode(&ask) != nil || r.Header.Get("Authorization") != "Bearer secret" {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next := map[string]string{"": `"hasNextPage":true,"endCursor":"b"`, "b": `"hasNextPage":false,"endCursor":"c"`}[ask.Variables.After]
		io.WriteString(w, `{"data":{"repository":{"discussion":{"comments":{"pageInfo":{`+next+`}}}}}}`)
	})
	got, err := fetched(t, loopback(s.URL), "https://github.com/ann/ladder/discussions/17")
	if err != nil || strings.Count(got, `"data"`) != 2 {
		t.Errorf("%s, %v", got, err)
	}
	bad := serveFiles(t, map[string]string{"/graphql": `{"data":{"repository":null},"errors":[{"message":"Could not resolve to a Discussion"}]}`})
	if _, err := fetched(t, loopback(bad.URL), "https://github.com/ann/ladder/discussions/17"); err == nil || err.Error() != "Could not resolve to a Discussion" {
		t.Error(err)
	}
}
