//go:build unix

package cli

import "testing"

// TestCtrlZGivesTheTerminalToTheShellAndFgTakesItBack has a shell with job
// control in front, which waits for enter before it goes on.
func TestCtrlZGivesTheTerminalToTheShellAndFgTakesItBack(t *testing.T) {
	t.Parallel()
	const rest = `; echo "left with $?"; read go; fg; echo "ended with $?"; read go`
	for name, line := range map[string]string{"file": `skein "$1"`, "pipe": `cat "$1" | skein`} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			tm := start(t, setting{}, "sh", "-c", "set -m; "+line+rest, "sh", library)
			tm.sees("0 of 61")
			tm.keys(":10\r")
			tm.sees("10 of 61", "church ladder")
			tm.keys("\x1a")
			tm.sees("left with 148") // 128 and SIGTSTP
			tm.misses("church ladder")
			tm.restored()
			tm.unaltered()

			tm.size(100, 30)
			tm.keys("\r")
			tm.await("the screen of the new size", func() bool { return tm.lineOf("10 of 61") == 29 })
			tm.sees("church ladder")
			tm.keys("j")
			tm.sees("11 of 61")
			tm.keys("q")
			tm.sees("ended with 0")
			tm.restored()
			tm.unaltered()
			tm.keys("\r")
			wanted{status: 0}.check(t, tm, tm.left())
		})
	}
}
