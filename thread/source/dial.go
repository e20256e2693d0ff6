package source

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"sync"
	"syscall"
	"time"
)

// Errors about where a link leads.
var (
	errPrivate = errors.New("leads to a private address, which is not followed")
	errScheme  = errors.New("leads to something that is not http or https, which is not followed")
)

// A guard keeps links from leading into the reader's own network: what
// answers there trusts whoever can reach it. It trusts the places that the
// reader named, the table of sites and the proxy; any other must be public.
//
// A proxy looks names up itself. Behind one only what the address shows can be
// judged, which is for the proxy to do anyway.
type guard struct {
	connect time.Duration                    // the longest that a connection may take
	through func(*url.URL) (*url.URL, error) // the proxy to a place; nil for none

	mu      sync.Mutex
	trusted map[string]bool // by host:port
}

// trust lets u's place be private. Who is trusted with http is with https.
func (g *guard) trust(u *url.URL) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.trusted == nil {
		g.trusted = map[string]bool{}
	}
	g.trusted[place(u)] = true
	if u.Port() == "" {
		g.trusted[net.JoinHostPort(u.Hostname(), "80")] = true
		g.trusted[net.JoinHostPort(u.Hostname(), "443")] = true
	}
}

func (g *guard) trusts(place string) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.trusted[place]
}

// check is what speaks against following a link to u, as far as the address
// shows it.
func (g *guard) check(u *url.URL) error {
	if u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return errScheme
	}
	host := strings.TrimSuffix(strings.ToLower(u.Hostname()), ".")
	ip, err := netip.ParseAddr(host)
	private := err == nil && !public(ip) || host == "localhost" || strings.HasSuffix(host, ".localhost")
	if private && !g.trusts(place(u)) {
		return errPrivate
	}
	return nil
}

// dial connects to a place. What a name stands for is judged here, where it is
// known for good: to look at it earlier would be to trust the name server
// twice.
func (g *guard) dial(ctx context.Context, network, place string) (net.Conn, error) {
	d := net.Dialer{Timeout: g.connect}
	if !g.trusts(place) {
		d.Control = publicOnly
	}
	return d.DialContext(ctx, network, place)
}

// publicOnly is a net.Dialer's Control that refuses private addresses.
func publicOnly(_, address string, _ syscall.RawConn) error {
	at, err := netip.ParseAddrPort(address)
	if err != nil || !public(at.Addr()) {
		return errPrivate
	}
	return nil
}

// proxy is the proxy for a request, which is trusted.
func (g *guard) proxy(req *http.Request) (*url.URL, error) {
	if g.through == nil {
		return nil, nil
	}
	u, err := g.through(req.URL)
	if u != nil {
		g.trust(u)
	}
	return u, err
}

// place is the host and port that u is reached at.
func place(u *url.URL) string {
	port := u.Port()
	if port == "" {
		port = map[string]string{"http": "80", "https": "443", "socks5": "1080", "socks5h": "1080"}[u.Scheme]
	}
	return net.JoinHostPort(u.Hostname(), port)
}

// notPublic are the networks of the IANA registries of special addresses that
// netip does not know as private, and those that carry another address inside.
var notPublic = []netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"),
	netip.MustParsePrefix("100.64.0.0/10"), // of carriers
	netip.MustParsePrefix("192.0.0.0/24"),
	netip.MustParsePrefix("198.18.0.0/15"), // for benchmarks
	netip.MustParsePrefix("240.0.0.0/4"),
	netip.MustParsePrefix("::/96"),        // IPv4 as it once was written
	netip.MustParsePrefix("64:ff9b::/96"), // NAT64
	netip.MustParsePrefix("64:ff9b:1::/48"),
	netip.MustParsePrefix("2001::/32"), // Teredo
	netip.MustParsePrefix("2002::/16"), // 6to4
	netip.MustParsePrefix("fec0::/10"),
}

// public says whether an address belongs to a place on the internet.
func public(ip netip.Addr) bool {
	ip = ip.Unmap().WithZone("")
	if !ip.IsGlobalUnicast() || ip.IsPrivate() {
		return false
	}
	for _, p := range notPublic {
		if p.Contains(ip) {
			return false
		}
	}
	return true
}
