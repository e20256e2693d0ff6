package source

import (
	"errors"
	"net/http"
	"time"
)

// Limits bound what one thread may take from the network.
type limits struct {
	connect  time.Duration // to reach a server
	header   time.Duration // until its answer begins
	idle     time.Duration // while nothing of the answer comes
	whole    time.Duration // for all answers together
	patience time.Duration // that a busy server may ask for
	requests int           // for one thread
}

// usual are the limits for a reader who waits.
var usual = limits{
	connect:  10 * time.Second,
	header:   30 * time.Second,
	idle:     30 * time.Second,
	whole:    5 * time.Minute,
	patience: 10 * time.Second,
	requests: 200,
}

// maxRedirects is how many redirects are followed to one answer.
const maxRedirects = 5

var errRedirects = errors.New("redirects more than five times")

// client is a web client that keeps to the limits and asks g about every
// place. It has no cookies.
func client(l limits, g *guard) *http.Client {
	return &http.Client{
		Transport: &http.Transport{
			Proxy:                  g.proxy,
			DialContext:            g.dial,
			ForceAttemptHTTP2:      true,
			TLSHandshakeTimeout:    l.connect,
			ResponseHeaderTimeout:  l.header,
			MaxResponseHeaderBytes: 1 << 20,
			MaxIdleConnsPerHost:    1,
		},
		CheckRedirect: func(req *http.Request, via []*http.Request) error {
			if len(via) > maxRedirects {
				return errRedirects
			}
			last := via[len(via)-1].URL
			if req.URL.Host != last.Host || req.URL.Scheme != last.Scheme {
				req.Header.Del("Authorization")
				req.URL.User = nil // whoever redirects does not log the reader in
			}
			req.Header.Del("Referer")
			return g.check(req.URL)
		},
	}
}
