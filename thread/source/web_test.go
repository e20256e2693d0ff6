package source

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/net/http/httpproxy"
)

// A server is a site on loopback that notes what it is asked.
type server struct {
	*httptest.Server

	mu   sync.Mutex
	seen []*http.Request
}

// serve starts a site that answers with h.
func serve(t *testing.T, h http.HandlerFunc) *server {
	t.Helper()
	s := &server{}
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		s.seen = append(s.seen, r)
		s.mu.Unlock()
		h(w, r)
	}))
	t.Cleanup(s.Close)
	return s
}

// serveFiles starts a site that has a body for each of these addresses. In
// bodies, HOST is where the site is.
func serveFiles(t *testing.T, files map[string]string) *server {
	t.Helper()
	return serve(t, func(w http.ResponseWriter, r *http.Request) {
		address, err := url.QueryUnescape(r.URL.RequestURI())
		body, ok := files[address]
		if err != nil || !ok {
			http.NotFound(w, r)
			return
		}
		body = strings.ReplaceAll(body, "HOST", "http://"+r.Host)
		io.WriteString(w, body[:len(body)/2])
		w.(http.Flusher).Flush() // so that it comes in pieces
		time.Sleep(10 * time.Millisecond)
		io.WriteString(w, body[len(body)/2:])
	})
}

func (s *server) requests() []*http.Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.seen
}

// asked is the addresses that the site was asked for.
func (s *server) asked() string {
	var all []string
	for _, r := range s.requests() {
		all = append(all, r.URL.RequestURI())
	}
	return strings.Join(all, "\n")
}

// loopback is a web in which every site that has a place of its own is at
// base. It keeps nothing and does not wait for long.
func loopback(base string) *web {
	w := newWeb("skein/test")
	w.sites = append([]site{}, sites...)
	for i := range w.sites {
		if w.sites[i].base != "" {
			w.sites[i].base = base
		}
	}
	w.cache.dir, w.proxy = "", nil
	w.limits.patience = 0
	return w
}

// fetched is what w has at address.
func fetched(t *testing.T, w *web, address string) (string, error) {
	t.Helper()
	data, _, err := w.fetch(t.Context(), address, DefaultMaxWeb, nil)
	return string(data), err
}

func TestAPageIsFetchedAsItIs(t *testing.T) {
	t.Parallel()
	s := serveFiles(t, map[string]string{"/a%20b?x=1": "", "/a b?x=1": "<p>Who keeps the ladder?"})
	got, err := fetched(t, loopback(""), s.URL+"/a%20b?x=1#comments")
	if err != nil || got != "<p>Who keeps the ladder?" {
		t.Fatalf("%q, %v", got, err)
	}
	r := s.requests()[0]
	if r.UserAgent() != "skein/test" || r.Header.Get("Accept-Encoding") != "gzip" || r.Header.Get("Cookie")+r.Referer() != "" {
		t.Errorf("asked with %v", r.Header)
	}
}

func TestAnswersAreToldInWords(t *testing.T) {
	t.Parallel()
	for code, words := range map[int]string{
		204: "no content (204)", 403: "forbidden (403)", 404: "not found (404)", 410: "gone (410)",
		429: "too many requests (429)", 500: "internal server error (500)", 599: "an answer that skein does not know (599)",
	} {
		s := serve(t, func(w http.ResponseWriter, _ *http.Request) {
			w.WriteHeader(code)
			if code != 204 {
				io.WriteString(w, "\x1b[31mnothing of this is shown")
			}
		})
		if got, err := fetched(t, loopback(""), s.URL); err == nil || err.Error() != words || got != "" {
			t.Errorf("%d: %q, %v", code, got, err)
		}
	}
}

func TestABusyServerIsAskedOnceMore(t *testing.T) {
	t.Parallel()
	for wait, want := range map[string]int{"0": 2, "30": 1, "": 1, "soon": 1} {
		s := serve(t, func(w http.ResponseWriter, _ *http.Request) {
			if wait != "" {
				w.Header().Set("Retry-After", wait)
			}
			w.WriteHeader(http.StatusTooManyRequests)
		})
		_, err := fetched(t, loopback(""), s.URL)
		if n := len(s.requests()); n != want || err == nil {
			t.Errorf("wait %q: asked %d times, %v", wait, n, err)
		}
		if wait == "30" && err.Error() != "too many requests (429); it asks to wait 30s" {
			t.Error(err)
		}
	}
}

func TestNobodyThereIsToldInWords(t *testing.T) {
	t.Parallel()
	s := serve(t, func(http.ResponseWriter, *http.Request) {})
	s.Close()
	if _, err := fetched(t, loopback(""), s.URL); err == nil || err.Error() != "the connection was refused" {
		t.Error(err)
	}
	for _, address := range []string{"http://", "http:///x", "http://[::1", "http://a b/"} {
		if _, err := fetched(t, loopback(""), address); !errors.Is(err, errAddress) {
			t.Errorf("%q: %v", address, err)
		}
	}
}

func TestRedirectsAreFollowedFiveTimes(t *testing.T) {
	t.Parallel()
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		var n int
		fmt.Sscanf(r.URL.Path, "/%d", &n)
		if n == 0 {
			io.WriteString(w, "here")
			return
		}
		http.Redirect(w, r, fmt.Sprintf("/%d", n-1), http.StatusFound)
	})
	if got, err := fetched(t, loopback(""), s.URL+"/5"); got != "here" || err != nil {
		t.Errorf("%q, %v", got, err)
	}
	if _, err := fetched(t, loopback(""), s.URL+"/6"); !errors.Is(err, errRedirects) {
		t.Error(err)
	}
	for _, r := range s.requests() {
		if r.Referer() != "" {
			t.Errorf("%s is told where the reader comes from: %s", r.URL, r.Referer())
		}
	}
}

func TestALinkDoesNotLeadIntoThePrivateNetwork(t *testing.T) {
	t.Parallel()
	secret := serveFiles(t, map[string]string{"/": "secret"})
	port := secret.Listener.Addr().String()[strings.LastIndexByte(secret.Listener.Addr().String(), ':'):]
	for _, to := range []string{
		secret.URL + "/", "http://localhost" + port + "/", "http://a.localhost./", "http://10.0.0.1/", "http://[::1]" + port + "/",
		"http://[::ffff:127.0.0.1]" + port + "/", "http://169.254.169.254/latest", "http://0.0.0.0" + port + "/",
	} {
		s := serve(t, func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, to, http.StatusFound) })
		if got, err := fetched(t, loopback(""), s.URL); !errors.Is(err, errPrivate) || got != "" {
			t.Errorf("%s: %q, %v", to, got, err)
		}
	}
	for _, to := range []string{"file:///etc/passwd", "gopher://example.org/", "javascript:x"} {
		s := serve(t, func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Location", to)
			w.WriteHeader(http.StatusFound)
		})
		if _, err := fetched(t, loopback(""), s.URL); !errors.Is(err, errScheme) {
			t.Errorf("%s: %v", to, err)
		}
	}
	if n := len(secret.requests()); n > 0 {
		t.Errorf("asked %d times", n)
	}
}

func TestAProxyIsAskedAndTrusted(t *testing.T) {
	t.Parallel()
	s := serve(t, func(w http.ResponseWriter, r *http.Request) { io.WriteString(w, "through to "+r.URL.String()) })
	w := loopback("")
	w.proxy = (&httpproxy.Config{HTTPProxy: s.URL}).ProxyFunc()
	if got, err := fetched(t, w, "http://tools.example/ladder"); got != "through to http://tools.example/ladder" || err != nil {
		t.Errorf("%q, %v", got, err)
	}
}

func TestAPasswordIsForNobodyElse(t *testing.T) {
	t.Parallel()
	s := serve(t, func(w http.ResponseWriter, r *http.Request) { io.WriteString(w, r.Header.Get("Authorization")) })
	address := strings.Replace(s.URL, "http://", "http://ann:ladder@", 1)
	const basic = "Basic YW5uOmxhZGRlcg=="
	if got, err := fetched(t, loopback(""), address); got != basic || err != nil {
		t.Errorf("%q, %v", got, err)
	}
	for name, c := range map[string]struct{ to, want string }{
		"the same site": {"/there", basic},
		"another site":  {s.URL, ""},
	} {
		from := serve(t, func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path == "/there" {
				io.WriteString(w, r.Header.Get("Authorization"))
				return
			}
			http.Redirect(w, r, c.to, http.StatusFound)
		})
		v := visitTo(t, loopback(""), strings.Replace(from.URL, "http://", "http://ann:ladder@", 1))
		for _, u := range []string{from.URL, s.URL} { // or they would not even be asked
			at, err := url.Parse(u)
			if err != nil {
				t.Fatal(err)
			}
			v.guard.trust(at)
		}
		if got, err := v.thread(); string(got) != c.want || err != nil {
			t.Errorf("redirected to %s: %q, %v", name, got, err)
		}
	}
	in, err := Open(address, nil)
	if err != nil || strings.Contains(in.Name, "ladder") {
		t.Errorf("the input is called %q, %v", in.Name, err)
	}
}

func TestAnAnswerIsBounded(t *testing.T) {
	t.Parallel()
	const max = 1 << 17
	bomb := packed(t, strings.Repeat("\x00", 8*max))["gzip"]
	for name, h := range map[string]http.HandlerFunc{
		"says its length": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", fmt.Sprint(max+1))
			io.Copy(w, io.LimitReader(endless{}, max+1))
		},
		"without an end": func(w http.ResponseWriter, r *http.Request) {
			for r.Context().Err() == nil {
				if _, err := w.Write(make([]byte, 1<<12)); err != nil {
					return
				}
			}
		},
		"a bomb on the way": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			w.Write(bomb)
		},
	} {
		s := serve(t, h)
		data, _, err := loopback("").fetch(t.Context(), s.URL, max, nil)
		if !errors.Is(err, ErrTooLarge) || data != nil {
			t.Errorf("%s: %d bytes, %v", name, len(data), err)
		}
	}
}

func TestAFileOfTheWebIsUnpacked(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir()) // this one is opened as the program does it
	const max = 1 << 17
	files := map[string]string{
		"/t.mbox.gz": string(packed(t, ladder)["gzip"]),
		"/bomb":      string(packed(t, strings.Repeat("\x00", 8*max))["gzip"]),
		"/empty":     "",
	}
	s := serveFiles(t, files)
	for path, c := range map[string]struct {
		want string
		err  error
	}{
		"/t.mbox.gz": {ladder, nil},
		"/bomb":      {"", ErrTooLarge},
		"/empty":     {"", ErrEmpty},
	} {
		if got, err := read(t, s.URL+path, nil, max); got != c.want || !errors.Is(err, c.err) {
			t.Errorf("%s: %q, %v", path, got, err)
		}
	}
	s.Close()
	in, err := Open(s.URL+"/t.mbox.gz", nil)
	if err != nil {
		t.Fatal(err)
	}
	data, err := in.Read(t.Context(), 0)
	if string(data) != ladder || err != nil || in.Notice != "a copy from less than a minute ago: the connection was refused" {
		t.Errorf("%q, %q, %v", data, in.Notice, err)
	}
}

func TestWhatComesCompressedIsUnpackedOnTheWay(t *testing.T) {
	t.Parallel()
	s := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		z := gzip.NewWriter(w)
		io.WriteString(z, ladder)
		z.Close()
	})
	if got, err := fetched(t, loopback(""), s.URL); got != ladder || err != nil {
		t.Errorf("%q, %v", got, err)
	}
}

func TestAnAnswerThatIsCutGivesWhatCameAndAnError(t *testing.T) {
	t.Parallel()
	for want, h := range map[string]http.HandlerFunc{
		"shorter than it says": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "1000")
			io.WriteString(w, "shorter than it says")
		},
		"begun": func(w http.ResponseWriter, _ *http.Request) {
			io.WriteString(w, "begun")
			w.(http.Flusher).Flush()
			panic(http.ErrAbortHandler)
		},
		"": func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) },
	} {
		s := serve(t, h)
		w := loopback("")
		w.cache = testCache(t)
		for range 2 { // what was cut is not kept for the next time
			if got, err := fetched(t, w, s.URL); err == nil || err.Error() != "the connection was cut" || got != want {
				t.Errorf("%q, not %q, %v", got, want, err)
			}
		}
	}
}

// drip writes a byte every now and then until the reader has gone.
func drip(every time.Duration) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		tick := time.NewTicker(every)
		defer tick.Stop()
		for {
			io.WriteString(w, "x")
			w.(http.Flusher).Flush()
			select {
			case <-r.Context().Done():
				return
			case <-tick.C:
			}
		}
	}
}

func TestASlowServerIsGivenUp(t *testing.T) {
	t.Parallel()
	never := func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }
	for name, c := range map[string]struct {
		h     http.HandlerFunc
		limit func(*limits)
		want  string
		part  bool // what came is there
	}{
		"never begins":   {never, func(l *limits) { l.header = 20 * time.Millisecond }, "no answer in time", false},
		"stops":          {drip(time.Hour), func(l *limits) { l.idle = time.Second }, errIdle.Error(), true},
		"comes in drops": {drip(time.Millisecond), func(l *limits) { l.whole = 3 * time.Second }, errWhole.Error(), true},
	} {
		s := serve(t, c.h)
		w := loopback("")
		c.limit(&w.limits)
		if got, err := fetched(t, w, s.URL); err == nil || err.Error() != c.want || (got != "") != c.part {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
}

func TestFetchingStopsWhenNobodyWaits(t *testing.T) {
	t.Parallel()
	begun := make(chan struct{})
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Length", "10")
		io.WriteString(w, "begun")
		w.(http.Flusher).Flush()
		close(begun)
		<-r.Context().Done()
	})
	ctx, cancel := context.WithCancel(t.Context())
	go func() { <-begun; cancel() }()
	w := loopback("")
	w.cache = testCache(t)
	if _, _, err := w.fetch(ctx, s.URL, DefaultMaxWeb, nil); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

func TestProgressIsTold(t *testing.T) {
	t.Parallel()
	s := serve(t, func(w http.ResponseWriter, _ *http.Request) { w.Write(bytes.Repeat([]byte("x"), 3<<20)) })
	var lines []string
	_, _, err := loopback("").fetch(t.Context(), s.URL, DefaultMaxWeb, func(line string) { lines = append(lines, line) })
	if err != nil || len(lines) < 2 {
		t.Fatal(lines, err)
	}
	host := strings.TrimPrefix(s.URL, "http://")
	if lines[0] != "fetching from "+host || !strings.HasSuffix(lines[len(lines)-1], " MB") {
		t.Errorf("%q", lines)
	}
}
