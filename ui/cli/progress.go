package cli

import (
	"fmt"
	"os"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"

	"skein/thread/markup"
)

// follow shows on the terminal's last line how far an input has come, until it
// is there: when standard error is a terminal, where someone may be waiting.
func (c *call) follow(lines <-chan string) {
	f, ok := c.stderr.(*os.File)
	if lines == nil || !ok || !term.IsTerminal(f.Fd()) || os.Getenv("TERM") == "dumb" {
		return
	}
	const wipe = "\r" + ansi.EraseEntireLine
	defer fmt.Fprint(f, wipe)
	for line := range lines {
		width, _, err := term.GetSize(f.Fd())
		if err != nil || width < 2 {
			width = 80
		}
		fmt.Fprint(f, wipe+ansi.Truncate(markup.CleanLine(line), width-1, "…"))
	}
}
