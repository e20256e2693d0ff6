//go:build unix

package cli

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// TestAPipeIsReadWhileItFills looks around in what has come of a thread whose
// writer pauses, and stays at its place when the rest comes.
func TestAPipeIsReadWhileItFills(t *testing.T) {
	t.Parallel()
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	send := func(from, to int) {
		for i := from; i < to; i++ {
			fmt.Fprintf(w, `{"level":1,"id":"%d","author":"ann%d","body":"Plank %d is bent. %s"}`+"\n", i, i, i, strings.Repeat("So it is. ", 40))
		}
	}
	tm := start(t, setting{stdin: r}, "skein", "-")
	go send(1, 200)
	tm.sees("Plank 1 is bent")
	tm.keys("j")
	tm.keys("j")
	tm.sees("2 of ", "comments so far")
	go func() {
		defer w.Close()
		send(200, 3001)
	}()
	tm.sees("2 of 3,000", "Plank 1 is bent")
	tm.keys("G")
	tm.sees("Plank 3000 is bent")
	tm.keys("q")
	if status := tm.left(); status != statusOK {
		t.Errorf("status %d, %q", status, tm.stderr.String())
	}
}
