package source

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"time"

	"golang.org/x/net/http/httpproxy"
)

// DefaultMaxWeb is how many bytes are taken from the network for a thread
// when nobody says otherwise.
const DefaultMaxWeb = 64 << 20

var errAddress = errors.New("is not an address that can be fetched")

// A web is how threads are fetched.
type web struct {
	sites  []site
	limits limits
	cache  cache
	agent  string
	proxy  func(*url.URL) (*url.URL, error)
	now    func() time.Time

	arrived func(beginning []byte) // of the thread, longer each time; may be nil
}

// newWeb is the web for a reader who waits.
func newWeb(agent string) *web {
	return &web{sites: sites, limits: usual, cache: usualCache(), agent: agent, proxy: httpproxy.FromEnvironment().ProxyFunc(), now: time.Now}
}

// fetch is the thread that the page at address shows, at most max bytes. With
// bytes, an error says why they are not all. The notice is what the reader
// should know even so.
func (w *web) fetch(ctx context.Context, address string, max int64, progress func(string)) (data []byte, notice string, err error) {
	page, err := url.Parse(address)
	if err != nil || page.Host == "" {
		return nil, "", errAddress
	}
	page.Fragment = ""
	ctx, cancel := context.WithTimeoutCause(ctx, w.limits.whole, errWhole)
	defer cancel()
	g := &guard{connect: w.limits.connect, through: w.proxy}
	g.trust(page)
	v := &visit{ctx: ctx, web: w, guard: g, client: client(w.limits, g), page: page, left: max, progress: progress}
	defer v.client.CloseIdleConnections()
	data, err = v.thread()
	w.cache.trim()
	if len(data) > 0 && v.why != nil {
		notice = fmt.Sprintf("a copy from %s ago: %v", ageWords(w.now().Sub(v.stale)), v.why)
	}
	return data, notice, err
}

// isURL says whether arg is the address of a page. No file is taken for one:
// ./http:/... still names it.
func isURL(arg string) bool {
	scheme, _, found := strings.Cut(arg, "://")
	return found && (strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https"))
}

// redacted is an address without the password in it.
func redacted(address string) string {
	if u, err := url.Parse(address); err == nil && u.User != nil {
		return u.Redacted()
	}
	return address
}

// ageWords is how old something is, as people say it.
func ageWords(age time.Duration) string {
	for _, unit := range []struct {
		one, more string
		long      time.Duration
	}{{"a day", "days", 24 * time.Hour}, {"an hour", "hours", time.Hour}, {"a minute", "minutes", time.Minute}} {
		switch n := int(age / unit.long); {
		case n > 1:
			return fmt.Sprintf("%d %s", n, unit.more)
		case n == 1:
			return unit.one
		}
	}
	return "less than a minute"
}
