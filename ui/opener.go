package ui

import (
	"net/url"
	"os"
	"runtime"
	"strings"
)

// opener is the program that opens an address, with its arguments: $BROWSER,
// or what the system has for it.
func opener(address string) (string, []string) {
	if words := strings.Fields(os.Getenv("BROWSER")); len(words) > 0 {
		return words[0], append(words[1:], address)
	}
	switch runtime.GOOS {
	case "darwin":
		return "open", []string{address}
	case "windows":
		return "rundll32", []string{"url.dll,FileProtocolHandler", address}
	default:
		return "xdg-open", []string{address}
	}
}

// isWebPage says whether an address is one that a browser may be handed:
// http or https, with a host.
func isWebPage(address string) bool {
	u, err := url.Parse(address)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}
