package cli

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"strings"
	"testing"
)

// TestWhatAServerSendsTooMuchStaysOffTheScreen needs a process of its own: what
// the web client has to say of it goes past the call to the real standard error.
func TestWhatAServerSendsTooMuchStaysOffTheScreen(t *testing.T) {
	const name = "SKEIN_TEST_URL"
	if url := os.Getenv(name); url != "" {
		os.Exit(Run([]string{"-p", url}, os.Stdin, os.Stdout, os.Stderr))
	}
	t.Parallel()
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		conn, _, err := w.(http.Hijacker).Hijack()
		if err != nil {
			return
		}
		defer conn.Close()
		fmt.Fprint(conn, "HTTP/1.1 200 OK\r\nContent-Length: 21\r\n\r\nWho keeps the ladder?\n\x1b[31mann does")
	}))
	defer s.Close()
	cmd := exec.Command(os.Args[0], "-test.run=^"+t.Name()+"$")
	cmd.Env = append(os.Environ(), name+"="+s.URL, "XDG_CACHE_HOME="+t.TempDir())
	var stdout, stderr strings.Builder
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); err != nil || stderr.String() != "" || !strings.Contains(stdout.String(), "Who keeps the ladder?") {
		t.Errorf("%q, %q, %v", stdout.String(), stderr.String(), err)
	}
}
