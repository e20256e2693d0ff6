//go:build unix

package cli

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"
)

// library is the bundled thread of 61 comments.
const library = "../../sample/tool-library.txt"

func TestAThreadIsReadOnATerminal(t *testing.T) {
	t.Parallel()
	tm := start(t, setting{}, "skein", library)
	tm.sees("The town wants a tool library", "61 comments", "Tonight the council spent fifty minutes", "0 of 61")
	tm.keys("}")
	tm.sees("1 of 61", "The insurance question is the whole question", "from the post")
	tm.keys("j")
	tm.sees("2 of 61", "the co-op lent me their")
	tm.keys("k")
	tm.sees("1 of 61")
	tm.keys("h")
	tm.sees("▸ marta")
	tm.misses("came back with a solicitor")
	tm.keys("l")
	tm.sees("came back with a solicitor")
	tm.misses("▸ marta")
	tm.keys("q")
	if status := tm.left(); status != statusOK || tm.stderr.String() != "" {
		t.Errorf("status %d, %q", status, tm.stderr.String())
	}
}

func TestEverythingOneCommenterWroteIsFound(t *testing.T) {
	t.Parallel()
	tm := start(t, setting{}, "skein", library)
	tm.sees("0 of 61")
	tm.keys("/by:marta")
	tm.sees("1/4")
	tm.keys("\rn")
	tm.sees("2/4", "3 of 61", "is not an actuarial term")
	tm.keys(escape)
	tm.misses("2/4")
	tm.keys("@")
	tm.sees("23 people")
	tm.keys("mar")
	tm.misses("hanne")
	tm.keys("\r]")
	tm.sees("5 of 61")
	tm.keys("&by:marta\r")
	tm.sees("limited to by:marta", "Priya, would you ask the clerk")
	tm.misses("while they are volunteering")
	tm.keys("q")
	if status := tm.left(); status != statusOK {
		t.Errorf("status %d", status)
	}
}

func TestAPipedThreadIsReadWithTheKeysOfTheTerminal(t *testing.T) {
	t.Parallel()
	for _, line := range []string{`cat "$1" | skein`, `cat "$1" | skein -`, `skein <"$1"`, `skein "$1" </dev/null`} {
		tm := start(t, setting{}, "sh", "-c", line, "sh", library)
		tm.sees("0 of 61")
		tm.keys("}j")
		tm.sees("2 of 61")
		tm.keys("q")
		if status := tm.left(); status != statusOK || tm.stderr.String() != "" {
			t.Errorf("%s: status %d, %q", line, status, tm.stderr.String())
		}
	}
}

func TestResizingKeepsTheFocusOnItsLine(t *testing.T) {
	t.Parallel()
	tm := start(t, setting{width: 80, height: 24}, "skein", library)
	tm.sees("0 of 61")
	tm.keys(":10\r")
	tm.sees("10 of 61")
	tm.keys("k")
	tm.sees("9 of 61")
	tm.keys("j") // nearer to the middle
	tm.sees("10 of 61")
	at := tm.lineOf("#10")
	for _, size := range [][2]int{{60, 20}, {120, 40}, {70, 18}, {80, 24}} {
		tm.size(size[0], size[1])
		tm.await("the focus on its line", func() bool {
			return at > 0 && tm.lineOf("#10") == at && tm.lineOf("10 of 61") == size[1]-1
		})
	}
	tm.keys("q")
	tm.left()
}

// lineOf is the first line of the screen that has the text, -1 for none.
func (tm *terminal) lineOf(text string) int {
	for k, line := range strings.Split(tm.text(), "\n") {
		if strings.Contains(line, text) {
			return k
		}
	}
	return -1
}

func TestTheMouseFocusesScrollsAndFolds(t *testing.T) {
	t.Parallel()
	tm := start(t, setting{}, "skein", library)
	tm.sees("0 of 61")
	tm.keys("}")
	tm.sees("1 of 61")
	tm.keys("\x1b[<65;10;10M\x1b[<65;10;10M") // the wheel, down
	tm.await("the text further up", func() bool { return tm.lineOf("The insurance question") < 5 })
	header := tm.lineOf("7 replies · #2")
	tm.click(header + 1)
	tm.sees("2 of 61")
	tm.click(header)
	tm.sees("▸ odd_job")
	tm.keys("q")
	tm.left()
}

// click presses and releases the first button on a line.
func (tm *terminal) click(line int) {
	tm.t.Helper()
	tm.keys(fmt.Sprintf("\x1b[<0;12;%dM\x1b[<0;12;%[1]dm", line+1))
}

func TestAStormOfSizesIsWeathered(t *testing.T) {
	t.Parallel()
	tm := start(t, setting{width: 1, height: 1}, "skein", library)
	tm.await("the screen", func() bool { return bytes.Contains(tm.written, []byte("\x1b[?1049h")) })
	for k := range 60 {
		tm.size(1+k*7%90, 1+k*5%40)
		tm.keys("jzM}zRG/a\r" + escape + "{")
	}
	tm.size(80, 24)
	for !tm.quiet(time.Second) { // the storm is over
	}
	tm.keys("zRg")
	tm.sees("Tonight the council spent fifty minutes")
	tm.keys(escape) // alone: with what comes at once, it is another key
	tm.sees("Tonight the council spent fifty minutes", "0 of 61")
	tm.keys("q")
	if status := tm.left(); status != statusOK || tm.stderr.String() != "" {
		t.Errorf("status %d, %q", status, tm.stderr.String())
	}
}
