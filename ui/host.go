package ui

import (
	"net/url"
	"strings"
	"unicode"

	"golang.org/x/net/idna"

	"skein/thread"
)

// hostNote says what one may overlook in an address: that its host has letters
// that are not of ASCII, what they look like, and that it stands behind what
// only looks like a host. It is empty for ordinary addresses.
func hostNote(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Hostname() == "" {
		return ""
	}
	host := u.Hostname()
	name, err := idna.Punycode.ToUnicode(host)
	if err != nil || oneLine(name) == "" {
		return "not a proper name of a host"
	}
	shown := oneLine(name)
	for label := range strings.SplitSeq(name, ".") {
		if posing(label) {
			return "not what it looks like: " + shown + " has letters of another script"
		}
	}
	switch {
	case shown != name:
		return "not what it looks like: " + shown + " has characters that hide"
	case !strings.EqualFold(name, host), !isASCII(host):
		return "the host is " + shown
	case u.User != nil:
		return "not what it looks like: the host is " + shown
	}
	return ""
}

// posing says whether part of a host's name has letters of several scripts, of
// which one may be taken for another, or none of Latin and looks like Latin.
func posing(label string) bool {
	if isASCII(label) {
		return false
	}
	latin, other := false, false
	for _, r := range label {
		switch {
		case unicode.Is(unicode.Latin, r):
			latin = true
		case unicode.In(r, unicode.Cyrillic, unicode.Greek, unicode.Armenian, unicode.Cherokee, unicode.Coptic, unicode.Georgian):
			other = true
		}
	}
	return other && (latin || isASCII(thread.Skeleton(label)))
}

func isASCII(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r > unicode.MaxASCII })
}
