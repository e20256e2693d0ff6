//go:build unix

package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"skein/thread/format"
)

func TestNothingOfAThreadCommandsTheScreen(t *testing.T) {
	t.Parallel()
	for name, path := range hostileFiles(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			tm := start(t, setting{width: 100, height: 50}, "skein", "--from", formatOf(name), path)
			tm.sees("of " + fmt.Sprint(len(hostile)))
			for k := range len(hostile) + 1 {
				tm.keys(fmt.Sprintf(":%d\r", k))
				tm.sees(fmt.Sprintf("%d of %d", k, len(hostile)))
				tm.keys("yY")
			}
			for _, keys := range []string{"fj", "Pj", "@j", "/pwned\r", "&before\r", "o", "?"} {
				tm.keys(keys)
				for !tm.quiet(50 * time.Millisecond) { // it only has to be on the screen for once
				}
				tm.keys(escape)
			}
			tm.keys("\x03")
			tm.left()
			tm.written = append(tm.written, tm.stderr.String()...)
			for _, text := range onScreen.foreign(tm.written) {
				t.Errorf("the terminal got %q", text)
			}
		})
	}
}

func TestNothingThatIsAskedForCommandsTheScreen(t *testing.T) {
	t.Parallel()
	all := strings.NewReplacer("\x00", "", "\x1b[201~", "").Replace(strings.Join(hostile, " "))
	for _, flag := range []string{"--by", "--query"} {
		tm := start(t, setting{}, "skein", library, flag, "\""+strings.ReplaceAll(all, "\"", "")+"\"")
		tm.sees("0 of 61")
		for _, prompt := range []string{"/", "&", "@", ":"} {
			tm.keys(prompt + "\x1b[200~" + all + "\x1b[201~")
			tm.keys("\r" + escape + escape + "?")
			tm.sees("keys  ")
			tm.keys(escape)
			tm.sees("0 of 61")
		}
		tm.keys("q")
		tm.left()
		for _, text := range onScreen.foreign(append(tm.written, tm.stderr.String()...)) {
			t.Errorf("%s: the terminal got %q", flag, text)
		}
	}
}

func TestNothingOfAThreadCommandsWhatIsPrinted(t *testing.T) {
	t.Parallel()
	for name, path := range hostileFiles(t) {
		for env, may := range map[string]allowance{"CLICOLOR_FORCE=": onlyText, "CLICOLOR_FORCE=1": inColour} {
			cmd := exec.Command("skein", "-p", "--from", formatOf(name), path)
			cmd.Env = append(os.Environ(), "NO_COLOR=", "TERM=xterm-256color", "GORACE=atexit_sleep_ms=0", env)
			out, err := cmd.CombinedOutput()
			if err != nil && cmd.ProcessState.ExitCode() != statusPart {
				t.Errorf("%s: %v, %s", name, err, out)
			}
			for _, text := range may.foreign(out) {
				t.Errorf("%s with %s: printed %q", name, env, text)
			}
		}
	}
}

// formatOf is the format of a hostile file: pages of text with control
// characters are taken for binary.
func formatOf(name string) string {
	return map[string]string{"thread.json": "json", "story.json": "hackernews", "page.txt": "text"}[name]
}

func TestNothingOfAThreadCommandsWhoReadsItConverted(t *testing.T) {
	t.Parallel()
	calls := [][]string{{"--stats"}, {"--stats", "-t", "json"}}
	for to := range format.Writers() {
		calls = append(calls, []string{"-t", to})
	}
	for name, path := range hostileFiles(t) {
		for _, args := range calls {
			status, out := output(t, append(args, "--from", formatOf(name), path)...)
			if status != statusOK && status != statusPart || len(out) == 0 {
				t.Errorf("%s %q: status %d, %s", name, args, status, out)
			}
			for _, text := range onlyText.foreign(append(out, unescaped(out)...)) {
				t.Errorf("%s %q: printed %q", name, args, text)
			}
		}
	}
}

// output is what a call says on both outputs, and its exit status.
func output(t *testing.T, args ...string) (status int, text []byte) {
	t.Helper()
	stdout, err := os.CreateTemp(t.TempDir(), "out")
	if err != nil {
		t.Fatal(err)
	}
	defer stdout.Close()
	var stderr bytes.Buffer
	status = Run(args, os.Stdin, stdout, &stderr)
	text, err = os.ReadFile(stdout.Name())
	if err != nil {
		t.Fatal(err)
	}
	return status, append(text, stderr.Bytes()...)
}

// unescaped is what stands in the strings of JSON, one a line; nothing of
// other output.
func unescaped(output []byte) []byte {
	var all []byte
	for {
		start := bytes.IndexByte(output, '"')
		if start < 0 {
			return all
		}
		output = output[start:]
		end := 1
		for end < len(output) && output[end] != '"' {
			if output[end] == '\\' {
				end++
			}
			end++
		}
		end = min(end+1, len(output))
		var text string
		if json.Unmarshal(output[:end], &text) == nil {
			all = append(append(all, text...), '\n')
		}
		output = output[end:]
	}
}

func TestNoNameOfAFileCommandsTheTerminal(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	for _, h := range hostile {
		name := strings.NewReplacer("/", "", "\x00", "").Replace(h)
		_, missing := output(t, "--", "./"+name)
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte("No comments\n"), 0o600); err != nil {
			continue // not every system takes every name
		}
		_, found := output(t, "-t", "text", "--", path)
		_, refused := output(t, "--from", "json", "--", path)
		for _, text := range onlyText.foreign(slices.Concat(missing, found, refused)) {
			t.Errorf("%q: printed %q", path, text)
		}
	}
}
