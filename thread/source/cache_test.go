package source

import (
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// testCache is a cache that is gone after the test.
func testCache(t *testing.T) cache {
	t.Helper()
	return cache{dir: filepath.Join(t.TempDir(), "skein", "web"), bytes: 1 << 20, files: 100}
}

// keeping is a web with a cache and a clock that stands still.
func keeping(t *testing.T, now *time.Time) *web {
	t.Helper()
	w := loopback("")
	w.cache = testCache(t)
	w.now = func() time.Time { return *now }
	return w
}

func TestAnUnchangedThreadIsNotSentAgain(t *testing.T) {
	t.Parallel()
	for header, condition := range map[string]string{"ETag": "If-None-Match", "Last-Modified": "If-Modified-Since"} {
		version, sent := "one", 0
		s := serve(t, func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set(header, version)
			if r.Header.Get(condition) == version {
				w.WriteHeader(http.StatusNotModified)
				return
			}
			sent++
			io.WriteString(w, "version "+version)
		})
		now := time.Now()
		w := keeping(t, &now)
		for i, want := range []string{"one", "one", "two", "two"} {
			version = want
			got, notice, err := w.fetch(t.Context(), s.URL, DefaultMaxWeb, nil)
			if string(got) != "version "+want || notice != "" || err != nil {
				t.Errorf("%s, time %d: %q, %q, %v", header, i, got, notice, err)
			}
		}
		if sent != 2 {
			t.Errorf("%s: sent %d times", header, sent)
		}
	}
}

func TestAThreadOpensWithoutANetwork(t *testing.T) {
	t.Parallel()
	down := false
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		switch {
		case down:
			w.WriteHeader(http.StatusBadGateway)
		case r.Header.Get("If-None-Match") == "x":
			w.WriteHeader(http.StatusNotModified)
		default:
			w.Header().Set("ETag", "x")
			io.WriteString(w, ladder)
		}
	})
	now := time.Now()
	w := keeping(t, &now)
	for _, c := range []struct {
		later  time.Duration
		down   bool
		closed bool
		notice string
	}{
		{0, false, false, ""},
		{50 * time.Hour, true, false, "a copy from 2 days ago: bad gateway (502)"},
		{time.Hour, false, false, ""}, // confirmed: new again
		{90 * time.Minute, false, true, "a copy from an hour ago: the connection was refused"},
		{30 * time.Minute, false, true, "a copy from 2 hours ago: the connection was refused"},
	} {
		now = now.Add(c.later)
		down = c.down
		if c.closed {
			s.Close()
		}
		got, notice, err := w.fetch(t.Context(), s.URL, DefaultMaxWeb, nil)
		if string(got) != ladder || notice != c.notice || err != nil {
			t.Errorf("%q, %q, %v", got, notice, err)
		}
	}
	if data, _, err := w.fetch(t.Context(), s.URL, int64(len(ladder))-1, nil); err == nil || len(data) > 0 {
		t.Error("a copy that is too large is used:", err)
	}
}

func TestADamagedCopyIsNoCopy(t *testing.T) {
	t.Parallel()
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("If-None-Match") != "" {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		w.Header().Set("ETag", "x")
		io.WriteString(w, ladder)
	})
	now := time.Now()
	w := keeping(t, &now)
	if _, err := fetched(t, w, s.URL); err != nil {
		t.Fatal(err)
	}
	path := only(t, w.cache.dir)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for cut := range whole {
		if err := os.WriteFile(path, whole[:cut], 0o600); err != nil {
			t.Fatal(err)
		}
		if k := w.cache.find(filepath.Base(path), DefaultMaxWeb); k != nil {
			t.Fatalf("cut after %d bytes: %q", cut, k.body)
		}
	}
	if got, err := fetched(t, w, s.URL); got != ladder || err != nil {
		t.Errorf("%q, %v", got, err)
	}
}

// only is the one file in a folder.
func only(t *testing.T, dir string) string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil || len(files) != 1 {
		t.Fatal(files, err)
	}
	return files[0]
}

func TestTheCacheIsBounded(t *testing.T) {
	t.Parallel()
	s := serve(t, func(w http.ResponseWriter, r *http.Request) { io.WriteString(w, strings.Repeat("x", 1000)) })
	for name, bound := range map[string]func(*cache){
		"bytes": func(c *cache) { c.bytes = 3500 },
		"files": func(c *cache) { c.files = 3 },
	} {
		now := time.Now()
		w := keeping(t, &now)
		bound(&w.cache)
		for i := range 6 {
			now = now.Add(time.Minute)
			if _, err := fetched(t, w, fmt.Sprintf("%s/%d", s.URL, i)); err != nil {
				t.Fatal(err)
			}
		}
		files, err := os.ReadDir(w.cache.dir)
		if err != nil || len(files) != 3 {
			t.Errorf("%s: %d files are kept, %v", name, len(files), err)
		}
		before := len(s.requests())
		w.cache.trim()
		if _, err := fetched(t, w, s.URL+"/5"); err != nil || len(s.requests()) != before+1 {
			t.Error(err)
		}
	}
}

func TestWithoutAFolderNothingIsKept(t *testing.T) {
	t.Parallel()
	s := serveFiles(t, map[string]string{"/": ladder})
	now := time.Now()
	w := keeping(t, &now)
	w.cache.dir = filepath.Join(file(t, "a file, not a folder"), "web")
	for range 2 {
		if got, err := fetched(t, w, s.URL+"/"); got != ladder || err != nil {
			t.Errorf("%q, %v", got, err)
		}
	}
}

func TestAgesAreSaidAsPeopleSayThem(t *testing.T) {
	t.Parallel()
	for age, want := range map[time.Duration]string{
		-time.Hour: "less than a minute", 0: "less than a minute", time.Minute: "a minute", 119 * time.Second: "a minute",
		59 * time.Minute: "59 minutes", time.Hour: "an hour", 47 * time.Hour: "a day", 2000 * time.Hour: "83 days",
	} {
		if got := ageWords(age); got != want {
			t.Errorf("%v: %q, want %q", age, got, want)
		}
	}
}
