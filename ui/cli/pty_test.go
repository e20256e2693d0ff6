//go:build unix

package cli

import (
	"image/color"
	"io"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"
	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

// patience is how long a test waits for what takes milliseconds on a machine
// that has nothing else to do.
const patience = 20 * time.Second

// A setting is what a program finds when it is started in a terminal.
type setting struct {
	width, height int      // 80 and 24 where they are 0
	env           []string // besides what every terminal has
	stdin         *os.File // in place of the terminal's keys
	light         bool     // the terminal's background
	mute          bool     // the terminal answers no questions
}

// A terminal is a pseudo-terminal with a program in front of it and an
// emulator behind. All but the pumps runs on the goroutine of the test.
type terminal struct {
	t       *testing.T
	cmd     *exec.Cmd
	tty     *os.File // the side of the keyboard and the screen
	front   *os.File // the side of the program
	before  *term.State
	screen  *vt.Emulator
	output  chan []byte   // as it comes, closed with the terminal
	exited  chan struct{} // closed when the program has ended
	written []byte        // all output so far
	stderr  strings.Builder
}

// start runs a program in a terminal of its own. What the program says on
// standard error is kept apart.
func start(t *testing.T, s setting, name string, args ...string) *terminal {
	t.Helper()
	tty, front, err := pty.Open()
	if err != nil {
		t.Skipf("no pseudo-terminal can be opened here: %v", err)
	}
	if err := syscall.SetNonblock(int(tty.Fd()), true); err != nil { // or Close would wait for what is read
		t.Fatal(err)
	}
	if s.width == 0 {
		s.width, s.height = 80, 24
	}
	tm := &terminal{
		t: t, tty: tty, front: front,
		screen: emulator(s), output: make(chan []byte, 1<<10), exited: make(chan struct{}),
	}
	tm.size(s.width, s.height)
	if tm.before, err = term.GetState(front.Fd()); err != nil {
		t.Fatal(err)
	}
	tm.cmd = exec.Command(name, args...)
	tm.cmd.Env = append([]string{
		"PATH=" + os.Getenv("PATH"), "HOME=" + t.TempDir(), "TERM=xterm-256color", "COLORTERM=truecolor",
		"GORACE=atexit_sleep_ms=0", // or each run takes a second
	}, s.env...)
	tm.cmd.Stdin, tm.cmd.Stdout, tm.cmd.Stderr = front, front, &tm.stderr
	if s.stdin != nil {
		tm.cmd.Stdin = s.stdin
	}
	tm.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true, Ctty: 1}
	if err := tm.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	tm.pump(s.mute)
	t.Cleanup(tm.close)
	return tm
}

// emulator is a terminal's screen that answers what skein asks. The emulator
// knows most answers itself.
func emulator(s setting) *vt.Emulator {
	em := vt.NewEmulator(s.width, s.height)
	em.RegisterCsiHandler('r', func(params ansi.Params) bool {
		// A scroll region written for a higher screen, on its way while that
		// was made smaller: a terminal keeps it on the screen.
		bottom, _, _ := params.Param(1, 0)
		return bottom > em.Height()
	})
	if s.light {
		em.SetDefaultBackgroundColor(color.White)
	}
	reply := func(answer string) func(ansi.Params) bool {
		return func(ansi.Params) bool {
			_, _ = io.WriteString(em.InputPipe(), answer)
			return true
		}
	}
	em.RegisterCsiHandler(ansi.Command('?', 0, 'u'), reply("\x1b[?0u"))
	em.RegisterCsiHandler(ansi.Command('?', '$', 'p'), func(p ansi.Params) bool {
		if mode, _, _ := p.Param(0, 0); mode == int(ansi.ModeSynchronizedOutput) {
			return reply("\x1b[?2026;2$y")(p)
		}
		return false
	})
	return em
}

// pump moves bytes between the program and the emulator and waits for the
// program's end.
func (tm *terminal) pump(mute bool) {
	var answers io.Writer = tm.tty
	if mute {
		answers = io.Discard
	}
	go func() {
		_, _ = io.Copy(answers, tm.screen)
		_, _ = io.Copy(io.Discard, tm.screen) // nobody listens any more
	}()
	go func() {
		defer close(tm.output)
		for {
			p := make([]byte, 1<<15)
			n, err := tm.tty.Read(p)
			if err != nil {
				return
			}
			tm.output <- p[:n]
		}
	}()
	go func() {
		_ = tm.cmd.Wait() // its ProcessState says it all
		close(tm.exited)
	}()
}

func (tm *terminal) close() {
	select {
	case <-tm.exited:
	default:
		_ = tm.cmd.Process.Kill()
	}
	tm.front.Close()
	tm.tty.Close()
	for range tm.output {
	}
	<-tm.exited
	if in, ok := tm.screen.InputPipe().(io.Closer); ok {
		in.Close()
	}
}

func (tm *terminal) size(width, height int) {
	tm.t.Helper()
	if err := pty.Setsize(tm.front, &pty.Winsize{Cols: uint16(width), Rows: uint16(height)}); err != nil {
		tm.t.Fatal(err)
	}
	tm.screen.Resize(width, height)
}
