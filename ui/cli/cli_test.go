package cli

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"skein":  func() { os.Exit(Run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) },
		"broken": brokenReader,
	})
}

// TestCalls plays every script of testdata. Beside testscript's commands they
// have
//
//	status N skein ...   runs skein, which must leave with status N
//	says LINE            standard error is "skein: LINE" and nothing else
//	unplug               stops the site that is at $WEB and serves the folder www
func TestCalls(t *testing.T) {
	t.Parallel()
	testscript.Run(t, testscript.Params{
		Dir: "testdata",
		Setup: func(env *testscript.Env) error {
			env.Setenv("TERM", "xterm-256color")
			env.Setenv("GORACE", "atexit_sleep_ms=0") // or each call takes a second
			env.Setenv("XDG_CACHE_HOME", filepath.Join(env.WorkDir, "cache"))
			web := httptest.NewServer(http.FileServer(http.Dir(filepath.Join(env.WorkDir, "www"))))
			env.Defer(web.Close)
			env.Setenv("WEB", web.URL)
			env.Values["web"] = web
			return nil
		},
		Condition: func(cond string) (bool, error) {
			if cond == "root" {
				return os.Geteuid() == 0, nil
			}
			return false, errors.New("unknown condition")
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"status": status,
			"says":   says,
			"unplug": unplug,
		},
	})
}

func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N command ...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		exit, ok := errors.AsType[*exec.ExitError](err)
		if !ok {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("status %d, want %d", got, want)
	}
}

func says(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: says LINE")
	}
	if got, want := ts.ReadFile("stderr"), "skein: "+args[0]+"\n"; got != want {
		ts.Fatalf("standard error is %q, want %q", got, want)
	}
}

func unplug(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) > 0 {
		ts.Fatalf("usage: unplug")
	}
	ts.Value("web").(*httptest.Server).Close()
}
