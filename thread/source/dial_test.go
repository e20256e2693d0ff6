package source

import (
	"errors"
	"net/netip"
	"net/url"
	"testing"
)

func TestPrivateAddressesAreKnown(t *testing.T) {
	t.Parallel()
	for want, all := range map[bool][]string{
		true: {"1.1.1.1", "93.184.216.34", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "::ffff:1.1.1.1"},
		false: {
			"127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0", "0.1.2.3", "100.64.0.1",
			"192.0.0.1", "198.18.0.1", "224.0.0.1", "255.255.255.255", "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1",
			"fd12::1", "ff02::1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:7f00:1::", "fec0::1", "::10.0.0.1", "::ffff:169.254.169.254",
		},
	} {
		for _, s := range all {
			if got := public(netip.MustParseAddr(s)); got != want {
				t.Errorf("%s is public: %v", s, got)
			}
		}
	}
}

func TestWhatANameStandsForIsJudgedWhenDialling(t *testing.T) {
	t.Parallel()
	s := serveFiles(t, nil)
	u, err := url.Parse(s.URL)
	if err != nil {
		t.Fatal(err)
	}
	var g guard
	if _, err := g.dial(t.Context(), "tcp", u.Host); !errors.Is(err, errPrivate) {
		t.Error("nobody trusts it:", err)
	}
	g.trust(u)
	conn, err := g.dial(t.Context(), "tcp", u.Host)
	if err != nil {
		t.Fatal("trusted:", err)
	}
	conn.Close()
}

func TestTrustIsForOneDoor(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		trusted, link string
		want          error
	}{
		{"http://10.0.0.1/a", "http://10.0.0.1/b", nil},
		{"http://10.0.0.1/a", "https://10.0.0.1/b", nil},
		{"http://10.0.0.1/a", "http://10.0.0.1:8080/b", errPrivate},
		{"http://10.0.0.1:8080/a", "http://10.0.0.1/b", errPrivate},
		{"http://10.0.0.1/a", "http://10.0.0.2/b", errPrivate},
		{"http://localhost/a", "http://127.0.0.1/b", errPrivate},
		{"http://example.org/a", "http://example.com/b", nil},
		{"http://example.org/a", "ftp://example.org/b", errScheme},
		{"http://example.org/a", "http:/b", errScheme},
	} {
		trusted, err := url.Parse(c.trusted)
		if err != nil {
			t.Fatal(err)
		}
		link, err := url.Parse(c.link)
		if err != nil {
			t.Fatal(err)
		}
		var g guard
		g.trust(trusted)
		if err := g.check(link); !errors.Is(err, c.want) {
			t.Errorf("%s from %s: %v", c.link, c.trusted, err)
		}
	}
}
