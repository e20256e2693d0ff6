//go:build unix

package cli

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

func TestWaitingForAPipeCanBeLeft(t *testing.T) {
	t.Parallel()
	fifo := filepath.Join(t.TempDir(), "fifo")
	if err := syscall.Mkfifo(fifo, 0o600); err != nil {
		t.Skipf("no named pipes here: %v", err)
	}
	silent := start(t, setting{}, "skein", fifo)
	silent.sees(filepath.Base(fifo))
	silent.keys("\x03")
	if status := silent.left(); status != statusOK || silent.stderr.String() != "" {
		t.Errorf("a pipe without a writer: status %d, %q", status, silent.stderr.String())
	}
	writer, err := os.OpenFile(fifo, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer writer.Close()
	if _, err := writer.WriteString("The ladder\n\n1. ann says:\nOurs"); err != nil {
		t.Fatal(err)
	}
	for _, s := range []struct {
		setting
		arg string
	}{{setting{}, fifo}, {setting{stdin: writer}, "-"}} {
		tm := start(t, s.setting, "skein", s.arg)
		tm.await("the screen", func() bool { return strings.Contains(string(tm.written), "\x1b[?1049h") })
		tm.keys("\x03")
		if status := tm.left(); status != statusOK || tm.stderr.String() != "" {
			t.Errorf("%s that goes on: status %d, %q", s.arg, status, tm.stderr.String())
		}
	}
}

// wanted is how each way of leaving should end.
type wanted struct {
	status int
	stderr string // the line without its end; none for ""
}

func (w wanted) check(t *testing.T, tm *terminal, status int) {
	t.Helper()
	got := strings.TrimSuffix(tm.stderr.String(), "\n")
	if status != w.status || got != w.stderr {
		t.Errorf("status %d, %q; want %d, %q", status, got, w.status, w.stderr)
	}
}

func TestHoweverItIsLeftTheTerminalComesBack(t *testing.T) {
	t.Parallel()
	for name, leave := range map[string]func(*terminal){
		"q":                func(tm *terminal) { tm.keys("q") },
		"ctrl+c":           func(tm *terminal) { tm.keys("\x03") },
		"ctrl+c in search": func(tm *terminal) { tm.keys("/mar\x03") },
		"ctrl+\\":          func(tm *terminal) { tm.keys("\x1c"); tm.keys("q") },
		"SIGINT":           func(tm *terminal) { tm.signal(syscall.SIGINT) },
		"SIGTERM":          func(tm *terminal) { tm.signal(syscall.SIGTERM) },
		"SIGHUP":           func(tm *terminal) { tm.signal(syscall.SIGHUP) },
		"SIGQUIT":          func(tm *terminal) { tm.signal(syscall.SIGQUIT) },
		"SIGTERM twice":    func(tm *terminal) { tm.signal(syscall.SIGTERM); _ = tm.cmd.Process.Signal(syscall.SIGTERM) },
		"SIGHUP twice":     func(tm *terminal) { tm.signal(syscall.SIGHUP); _ = tm.cmd.Process.Signal(syscall.SIGHUP) },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			tm := start(t, setting{}, "skein", library)
			tm.sees("0 of 61")
			leave(tm)
			wanted{status: statusOK}.check(t, tm, tm.left())
		})
	}
}

func TestAClosedTerminalEndsTheReader(t *testing.T) {
	t.Parallel()
	tm := start(t, setting{}, "skein", library)
	tm.sees("0 of 61")
	tm.tty.Close()
	wanted{status: statusOK}.check(t, tm, tm.ended())
}

func TestABugGivesTheTerminalBack(t *testing.T) {
	t.Parallel()
	for _, where := range []string{"reading", "drawing", "a command"} {
		t.Run(where, func(t *testing.T) {
			t.Parallel()
			tm := start(t, setting{}, "broken", where)
			if where == "a command" {
				tm.sees("Who keeps the ladder?")
				tm.keys("j")
				tm.sees("1 of 1")
				tm.keys("o")
				tm.sees("https://town.example/1")
				tm.keys("\r")
			}
			wanted{statusInput, "skein: a bug in skein: no ground"}.check(t, tm, tm.left())
		})
	}
}

func TestWhatIsNoThreadIsSaidOnTheTerminalAsItWas(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	for name, text := range map[string]string{"other.json": `{"a":1}`, "empty.txt": "", "none/other.json": `{"a":1}`, "cut.json": `{"title":"The ladder","comments":[{"author":"ann","body":"Ours."},{"auth`} {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		name   string
		keys   string
		status int
		says   string // at the start
	}{
		{"nowhere.txt", "", statusInput, "no such file"},
		{"none", "", statusInput, "is a folder"},
		{"empty.txt", "", statusInput, "is empty"},
		{"other.json", "", statusInput, ""},
		{"cut.json", "q", statusPart, ""},
	} {
		path := filepath.Join(folder, c.name)
		tm := start(t, setting{}, "skein", path)
		if c.keys != "" {
			tm.sees("Ours.")
			tm.keys(c.keys)
		}
		status, line := tm.left(), tm.stderr.String()
		if status != c.status || !strings.HasPrefix(line, "skein: "+path+": "+c.says) || strings.Count(line, "\n") != 1 {
			t.Errorf("%s: status %d, %q", c.name, status, line)
		}
	}
}
