package cli

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
)

// A session is a program that runs in a terminal of its own, seen from the
// outside.
type session struct {
	t      *testing.T
	cmd    *exec.Cmd
	begun  time.Time
	keys   *os.File
	output chan []byte // closed when the program ends
	shown  []byte      // the last of all output since the last key
}

// watch runs a program in a new terminal of 120x40. It keeps no screen, which
// would cost more than what is measured.
func watch(t *testing.T, program string, args ...string) *session {
	t.Helper()
	keys, screen, err := pty.Open()
	if err != nil {
		t.Skip("no terminal can be opened:", err)
	}
	defer screen.Close()
	if err := pty.Setsize(keys, &pty.Winsize{Rows: 40, Cols: 120}); err != nil {
		t.Fatal(err)
	}
	s := &session{t: t, keys: keys, output: make(chan []byte, 1024)}
	s.cmd = exec.Command(program, args...)
	s.cmd.Stdin, s.cmd.Stdout, s.cmd.Stderr = screen, screen, screen
	s.cmd.Env = append(os.Environ(), "TERM=xterm-256color", "COLORTERM=truecolor", "LESS=")
	s.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	s.begun = time.Now()
	if err := s.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go s.listen()
	t.Cleanup(func() {
		s.cmd.Process.Kill()
		s.cmd.Wait()
		keys.Close()
	})
	return s
}

func (s *session) listen() {
	defer close(s.output)
	buf := make([]byte, 1<<16)
	for {
		n, err := s.keys.Read(buf)
		if err != nil {
			return
		}
		s.output <- bytes.Clone(buf[:n])
	}
}

// controls are what programs send beside text.
var controls = regexp.MustCompile("\x1b(\\[[0-9;?<>=$ ]*[a-zA-Z]|\\][^\x07\x1b]*(\x07|\x1b\\\\)|[()][A-Z0-9]|[=>A-Z78])")

// until waits for words on the screen and says how long that took from then
// on.
func (s *session) until(words string, then time.Time) time.Duration {
	s.t.Helper()
	const enough = 1 << 16 // bytes for what a screen shows: some programs tell at length how far they are
	late := time.After(5 * time.Minute)
	for {
		select {
		case out, more := <-s.output:
			s.shown = append(s.shown, out...)
			s.shown = s.shown[max(len(s.shown)-enough, 0):]
			if strings.Contains(string(controls.ReplaceAll(s.shown, nil)), words) {
				return time.Since(then)
			}
			if !more {
				s.t.Fatalf("%s ended before %q came", s.cmd.Path, words)
			}
		case <-late:
			s.t.Fatalf("%s does not show %q", s.cmd.Path, words)
		}
	}
}

// settle waits until nothing has come for a while, and says when the last
// output came, from then on.
func (s *session) settle(then time.Time) (last time.Duration) {
	const while = 150 * time.Millisecond
	for {
		select {
		case <-s.output:
			last = time.Since(then)
		case <-time.After(while):
			return last
		}
	}
}

// press presses keys and says how long it took until words came, or for ""
// until all had come. It waits a little first, and never as long as the last
// time, or the keys would keep step with the program's frames.
func (s *session) press(keys, words string) time.Duration {
	s.t.Helper()
	s.settle(time.Now())
	time.Sleep(rand.N(17 * time.Millisecond))
	s.shown = nil
	then := time.Now()
	if _, err := s.keys.WriteString(keys); err != nil {
		s.t.Fatal(err)
	}
	if words == "" {
		return s.settle(then)
	}
	return s.until(words, then)
}

// peak is the most memory that the program has held, in MiB.
func (s *session) peak() int {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", s.cmd.Process.Pid))
	if err != nil {
		s.t.Fatal(err)
	}
	var kib int
	_, after, _ := strings.Cut(string(status), "VmHWM:")
	fmt.Sscan(after, &kib)
	return kib >> 10
}
