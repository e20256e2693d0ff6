package cli

import (
	"errors"
	"os"

	"github.com/charmbracelet/x/term"
)

// onScreen says whether the reader opens: on a terminal that can do more than
// print lines, when nothing else is asked for.
func (c *call) onScreen() bool {
	return !c.print && !c.stats && !c.threads && c.to == "" && os.Getenv("TERM") != "dumb" && term.IsTerminal(c.stdout.Fd())
}

// printWidth is the width of printed text: what is asked for or, on a
// terminal too narrow for the usual, what it has; otherwise 0.
func (c *call) printWidth() int {
	const usual = 90
	if c.width > 0 {
		return c.width
	}
	if w, _, err := term.GetSize(c.stdout.Fd()); err == nil && w > 0 && w < usual {
		return w
	}
	return 0
}

// keys is the terminal that the reader's keys come from: standard input, or
// the one in control when the thread comes that way.
func (c *call) keys() (*os.File, error) {
	if term.IsTerminal(c.stdin.Fd()) {
		return c.stdin, nil
	}
	tty, err := os.OpenFile("/dev/tty", os.O_RDWR, 0)
	if err != nil {
		return nil, errors.New("no terminal to take keys from; --print does without")
	}
	return tty, nil
}
