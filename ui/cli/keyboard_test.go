//go:build unix

package cli

import (
	"io"
	"os"
	"reflect"
	"strings"
	"time"

	"github.com/charmbracelet/x/term"
)

// escape is the key as terminals send it that tell it from the beginning of
// another.
const escape = "\x1b[27u"

// keys types.
func (tm *terminal) keys(keys string) {
	tm.t.Helper()
	if _, err := io.WriteString(tm.tty, keys); err != nil {
		tm.t.Fatal(err)
	}
}

func (tm *terminal) signal(s os.Signal) {
	tm.t.Helper()
	if err := tm.cmd.Process.Signal(s); err != nil {
		tm.t.Fatal(err)
	}
}

// text is the screen, without the blanks at the ends of its lines.
func (tm *terminal) text() string {
	lines := strings.Split(tm.screen.String(), "\n")
	for k, line := range lines {
		lines[k] = strings.TrimRight(line, " \r")
	}
	return strings.Join(lines, "\n")
}

// await shows output on the screen until it is as wanted.
func (tm *terminal) await(what string, wanted func() bool) {
	tm.t.Helper()
	deadline := time.After(patience)
	for !wanted() {
		select {
		case p, ok := <-tm.output:
			if !ok {
				tm.t.Fatalf("the terminal was left before %s:\n%s\nstandard error: %s", what, tm.text(), tm.stderr.String())
			}
			tm.show(p)
		case <-tm.exited:
			tm.drain()
			if !wanted() {
				tm.t.Fatalf("the program ended before %s:\n%s\nstandard error: %s", what, tm.text(), tm.stderr.String())
			}
		case <-deadline:
			tm.t.Fatalf("waited in vain for %s:\n%s", what, tm.text())
		}
	}
}

func (tm *terminal) show(p []byte) {
	tm.written = append(tm.written, p...)
	_, _ = tm.screen.Write(p) // an open emulator takes everything
}

// drain shows what is still on its way from a program that has ended.
func (tm *terminal) drain() {
	tm.front.Close()
	for p := range tm.output {
		tm.show(p)
	}
}

// sees waits until all these texts are on the screen.
func (tm *terminal) sees(texts ...string) {
	tm.t.Helper()
	tm.await(strings.Join(texts, ", "), func() bool {
		screen := tm.text()
		for _, text := range texts {
			if !strings.Contains(screen, text) {
				return false
			}
		}
		return true
	})
}

// misses waits until the text is not on the screen.
func (tm *terminal) misses(text string) {
	tm.t.Helper()
	tm.await("no "+text, func() bool { return !strings.Contains(tm.text(), text) })
}

// quiet says whether nothing is written for so long.
func (tm *terminal) quiet(long time.Duration) bool {
	select {
	case p, ok := <-tm.output:
		if ok {
			tm.show(p)
		}
		return !ok
	case <-time.After(long):
		return true
	}
}

// ended waits for the program to end and returns its exit status, -1 after a
// signal that it did not catch.
func (tm *terminal) ended() int {
	tm.t.Helper()
	output, deadline := tm.output, time.After(patience)
	for {
		select {
		case p, ok := <-output:
			if !ok {
				output = nil
				continue
			}
			tm.show(p)
		case <-tm.exited:
			return tm.cmd.ProcessState.ExitCode()
		case <-deadline:
			tm.t.Fatalf("the program does not end:\n%s", tm.text())
		}
	}
}

// left waits for the program to end, checks that the terminal is as it was
// before and returns the exit status.
func (tm *terminal) left() int {
	tm.t.Helper()
	status := tm.ended()
	tm.restored()
	tm.drain()
	tm.unaltered()
	return status
}

// unaltered checks that output has left nothing of the terminal changed.
func (tm *terminal) unaltered() {
	tm.t.Helper()
	for _, change := range alteredBy(tm.written) {
		tm.t.Errorf("the terminal is left with %s", change)
	}
}

// restored checks that keys are read by lines and echoed as before.
func (tm *terminal) restored() {
	tm.t.Helper()
	after, err := term.GetState(tm.front.Fd())
	if err != nil {
		tm.t.Fatal(err)
	}
	if !reflect.DeepEqual(after, tm.before) {
		tm.t.Error("the terminal's line discipline is not as it was")
	}
}
