//go:build unix

package cli

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// large makes a thread of many megabytes, which is mapped and not copied.
func large(t *testing.T) string {
	t.Helper()
	var b bytes.Buffer
	b.WriteString(`{"id":1,"type":"story","title":"Large","author":"ann","text":"The post.","children":[`)
	text := strings.Repeat("Some words of a very long comment. ", 1000)
	for k := range 250 {
		if k > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, `{"id":%d,"type":"comment","author":"bo","text":"%s","children":[]}`, k+2, text)
	}
	b.WriteString(`]}`)
	path := filepath.Join(t.TempDir(), "large.json")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestAFileThatShrinksEndsTheReaderInGoodOrder(t *testing.T) {
	t.Parallel()
	for name, keys := range map[string]string{"drawing": "G", "searching": "/nowhere", "counting": "@"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := large(t)
			tm := start(t, setting{}, "skein", path)
			tm.sees("0 of 250")
			if err := os.Truncate(path, 1<<16); err != nil {
				t.Fatal(err)
			}
			tm.keys(keys)
			wanted{statusInput, "skein: " + path + ": the file was cut short while it was being read"}.check(t, tm, tm.left())
		})
	}
}

func TestAFileThatShrinksEndsPrintingInGoodOrder(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{{"-p"}, {"-t", "json"}} {
		path := large(t)
		cmd := exec.Command("skein", append(args, path)...)
		cmd.Env = append(os.Environ(), "GORACE=atexit_sleep_ms=0")
		var stderr strings.Builder
		cmd.Stderr = &stderr
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		if _, err := io.ReadFull(out, make([]byte, 1<<10)); err != nil {
			t.Fatal(err)
		}
		if err := os.Truncate(path, 1<<16); err != nil {
			t.Fatal(err)
		}
		_, _ = io.Copy(io.Discard, out)
		_ = cmd.Wait() // its ProcessState says it all
		status, want := cmd.ProcessState.ExitCode(), "skein: "+path+": the file was cut short while it was being read\n"
		if status != statusInput || stderr.String() != want {
			t.Errorf("%q: status %d, %q", args, status, stderr.String())
		}
	}
}
