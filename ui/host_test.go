package ui

import (
	"strings"
	"testing"
)

func TestHostsThatPoseArePointedOut(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ address, want string }{
		{"https://example.org/a", ""},
		{"http://a.example:8080/?q=ä", ""},
		{"mailto:ann@a.example", ""},
		{"https://xn--bcher-kva.example/", "the host is bücher.example"},
		{"https://b%C3%BCcher.example/", "the host is bücher.example"},
		{"https://xn--e1afmkfd.example/", "the host is пример.example"},
		{"https://xn--pple-43d.com/", "not what it looks like: аpple.com has letters of another script"},
		{"https://%D0%B0pple.com/", "not what it looks like: аpple.com has letters of another script"},
		{"https://xn--80ak6aa92e.com/", "not what it looks like: аррӏе.com has letters of another script"},
		{"https://example.org@evil.example/", "not what it looks like: the host is evil.example"},
		{"https://exam%E2%80%8Bple.org/", "not what it looks like: example.org has characters that hide"},
		{"https://xn--a.example/\x1b", ""},
	} {
		if got := hostNote(c.address); got != c.want {
			t.Errorf("%q: %q, want %q", c.address, got, c.want)
		}
	}
}

func FuzzHostNote(f *testing.F) {
	for _, s := range []string{"xn--pple-43d.com", "a@b", "%1b[31m.example", "xn--", "%E2%80%AEmoc"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, host string) {
		if note := hostNote("https://" + host); note != oneLine(note) || strings.Contains(note, "\x1b") {
			t.Errorf("%q: %q", host, note)
		}
	})
}
