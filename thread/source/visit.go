package source

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// errEnough ends a thread that has more pages than are fetched.
var errEnough = errors.New("the thread has more pages than are fetched at once")

// A visit is the fetching of one thread, which may take many requests. The
// limits hold for all of them together.
type visit struct {
	ctx    context.Context
	web    *web
	guard  *guard
	client *http.Client

	page     *url.URL // what the reader asked for
	base     *url.URL // where the site's table says that the thread is
	token    string   // for base, and for nobody else
	begins   bool     // the first answer begins the thread
	left     int64    // bytes that may still come
	got      int64    // bytes that came
	requests int
	expected int // requests in all; 0 where unknown
	progress func(string)

	away  error     // nobody answers: kept copies only from here on
	stale time.Time // of the oldest kept copy that stands in for an answer
	why   error     // it does
}

// An answer is what came for one request.
type answer struct {
	body   []byte
	url    *url.URL // where it came from in the end
	header http.Header
}

// get asks for an address, relative to the base.
func (v *visit) get(address string) (*answer, error) {
	return v.ask(http.MethodGet, address, nil)
}

// ask sends a request and returns the answer, or the kept copy of an earlier
// one where that is as good or nothing better is to be had. With an answer, an
// error says why it is not whole.
func (v *visit) ask(method, address string, body []byte) (*answer, error) {
	u, err := v.base.Parse(address)
	if err != nil {
		return nil, err
	}
	if err := v.guard.check(u); err != nil {
		return nil, err
	}
	if v.requests >= v.web.limits.requests {
		return nil, errEnough
	}
	v.requests++
	v.tell()
	key := keyOf(u, body, v.tokenFor(u))
	kept := v.web.cache.find(key, v.left)
	fresh, err := v.fresh(method, u, body, kept)
	switch {
	case err == nil:
		if fresh != kept.answer() {
			v.web.cache.keep(key, fresh, v.web.now())
		}
	case errors.Is(err, context.Canceled) || errors.Is(err, ErrTooLarge):
		return nil, err
	case kept != nil:
		v.standIn(kept, err)
		fresh, err = kept.answer(), nil
	case fresh == nil:
		return nil, err
	}
	v.left -= int64(len(fresh.body))
	v.got += int64(len(fresh.body))
	return fresh, err
}

// standIn notes that a kept copy is used, and why.
func (v *visit) standIn(kept *kept, err error) {
	if unreachable(err) {
		v.away = err
	}
	if v.stale.IsZero() || kept.time.Before(v.stale) {
		v.stale, v.why = kept.time, err
	}
}

// fresh asks the server, and once more when it is busy but soon is not. Where
// it says that nothing has changed, the answer is the kept one.
func (v *visit) fresh(method string, u *url.URL, body []byte, kept *kept) (*answer, error) {
	if v.away != nil {
		return nil, v.away
	}
	a, err := v.once(method, u, body, kept)
	busy, ok := errors.AsType[statusError](err)
	if !ok || !busy.again || busy.wait > v.web.limits.patience {
		return a, err
	}
	select {
	case <-v.ctx.Done():
		return nil, context.Cause(v.ctx)
	case <-time.After(busy.wait):
	}
	return v.once(method, u, body, kept)
}

// once sends one request. Of an answer that breaks off there is what came.
func (v *visit) once(method string, u *url.URL, body []byte, kept *kept) (*answer, error) {
	ctx, cancel := context.WithCancelCause(v.ctx)
	defer cancel(nil)
	req, err := http.NewRequestWithContext(ctx, method, u.String(), bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	v.sign(req)
	kept.condition(req)
	resp, err := v.client.Do(req)
	if err != nil {
		return nil, inWords(ctx, err)
	}
	defer resp.Body.Close()
	if err := statusOf(resp); err != nil {
		return nil, err
	}
	if resp.StatusCode == http.StatusNotModified {
		if kept == nil {
			return nil, statusError{code: resp.StatusCode}
		}
		kept.confirm(v.web.now())
		return kept.answer(), nil
	}
	data, err := v.body(ctx, cancel, resp)
	if len(data) == 0 && err != nil {
		return nil, err
	}
	return &answer{data, resp.Request.URL, resp.Header}, err
}

// sign says who asks and what for.
func (v *visit) sign(req *http.Request) {
	req.Header.Set("User-Agent", v.web.agent)
	req.Header.Set("Accept", "*/*") // with JSON in it some sites answer with less than the page
	if req.Method == http.MethodPost {
		req.Header.Set("Content-Type", "application/json")
	}
	if token := v.tokenFor(req.URL); token != "" {
		req.Header.Set("Authorization", "Bearer "+token)
	}
}

// tokenFor is the token that a request to u bears: none but for the base.
func (v *visit) tokenFor(u *url.URL) string {
	if u.Scheme != v.base.Scheme || u.Host != v.base.Host {
		return ""
	}
	return v.token
}

// body reads an answer, however it comes: all at once, in drops or without an
// end.
func (v *visit) body(ctx context.Context, cancel context.CancelCauseFunc, resp *http.Response) ([]byte, error) {
	if resp.ContentLength > v.left {
		return nil, ErrTooLarge
	}
	w := &watched{r: resp.Body, visit: v, idle: v.web.limits.idle}
	w.timer = time.AfterFunc(w.idle, func() { cancel(errIdle) })
	defer w.timer.Stop()
	data, err := readAll(ctx, w, min(max(resp.ContentLength, 0), 1<<20), v.left, v.beginning(resp))
	switch {
	case errors.Is(err, ErrTooLarge):
		return nil, err
	case err != nil:
		err = inWords(ctx, err)
	}
	if data = labelled(data, resp.Header); int64(len(data)) > v.left {
		return nil, ErrTooLarge
	}
	return data, err
}

// beginning takes what has come of an answer that the thread begins with: the
// first one, if it is from where it was asked for. A page counts when its head
// is there, and nothing when it leads to a blog that has the whole thread.
func (v *visit) beginning(resp *http.Response) func([]byte) {
	if v.web.arrived == nil || !v.begins || v.requests > 1 || resp.Request.URL.Host != v.base.Host {
		return nil
	}
	kind, params, _ := mime.ParseMediaType(resp.Header.Get("Content-Type"))
	page := isPage(kind)
	if charset := params["charset"]; page && charset != "" && !strings.EqualFold(charset, "utf-8") {
		return nil // it may have to be decoded
	}
	looked, elsewhere := false, false
	return func(beginning []byte) {
		if !looked {
			head, _, whole := bytes.Cut(beginning[:min(len(beginning), longestHead)], []byte("<body"))
			looked, elsewhere = whole || !page, bytes.Contains(head, []byte(wordPressAPI))
		}
		if looked && !elsewhere {
			v.web.arrived(beginning)
		}
	}
}

// A watched answer is given up when it pauses for too long, and tells how far
// it has come.
type watched struct {
	r     io.Reader
	visit *visit
	idle  time.Duration
	timer *time.Timer
	got   int64
}

func (w *watched) Read(p []byte) (int, error) {
	const step = 1 << 20
	n, err := w.r.Read(p)
	w.timer.Reset(w.idle)
	before := w.got
	w.got += int64(n)
	if before/step != w.got/step {
		w.visit.tellMore(w.got)
	}
	return n, err
}

func (v *visit) tell() { v.tellMore(0) }

// tellMore tells the reader how far the visit has come, with bytes of an
// answer that is not whole yet.
func (v *visit) tellMore(bytes int64) {
	if v.progress == nil {
		return
	}
	line := "fetching from " + v.base.Host
	if v.requests > 1 || v.expected > 1 {
		line += fmt.Sprintf(": page %d", v.requests)
		if v.expected >= v.requests {
			line += fmt.Sprintf(" of %d", v.expected)
		}
	}
	if got := v.got + bytes; got >= 1<<20 {
		line += fmt.Sprintf(", %.1f MB", float64(got)/(1<<20))
	}
	v.progress(line)
}
