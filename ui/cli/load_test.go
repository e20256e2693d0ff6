package cli

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"skein/thread"
	"skein/thread/source"
)

func TestAPanicWhileReadingIsAnError(t *testing.T) {
	t.Parallel()
	l := begin(func(func(*thread.Thread)) (*thread.Thread, error) { panic("no ground\x1b[31m") })
	got, err := l.wait(t.Context())
	if got != nil || err == nil {
		t.Fatal(got, err)
	}
	var stderr strings.Builder
	if status := report(&stderr, err); status != statusInput {
		t.Error("status", status)
	}
	if s := stderr.String(); !strings.HasPrefix(s, "skein: a bug in skein: no ground") || strings.Contains(s, "\x1b") {
		t.Errorf("%q", s)
	}
}

func TestAFileThatShrinksWhileItIsReadIsAnError(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("files are not mapped there")
	}
	path := filepath.Join(t.TempDir(), "large")
	if err := os.WriteFile(path, make([]byte, 16<<20), 0o600); err != nil {
		t.Fatal(err)
	}
	in, err := source.Open(path, nil)
	if err != nil {
		t.Fatal(err)
	}
	data, err := in.Read(t.Context(), 0)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(path, 1<<20); err != nil {
		t.Fatal(err)
	}
	l := begin(func(func(*thread.Thread)) (*thread.Thread, error) {
		return &thread.Thread{Title: strings.ToUpper(string(data))}, nil
	})
	if got, err := l.wait(t.Context()); got != nil || err == nil || !strings.Contains(err.Error(), "cut short") {
		t.Error(err)
	}
}

func TestNobodyWaitsForAThreadThatIsNotWanted(t *testing.T) {
	t.Parallel()
	never := make(chan struct{})
	defer close(never)
	l := begin(func(func(*thread.Thread)) (*thread.Thread, error) { <-never; return nil, nil })
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := l.wait(ctx); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if err := l.part(); err != nil {
		t.Error("not read, and yet read in part:", err)
	}
}

func TestAThreadWithAnErrorIsReadInPart(t *testing.T) {
	t.Parallel()
	cut := errors.New("line 3: cut off")
	for _, c := range []struct {
		thread *thread.Thread
		err    error
		want   int
	}{
		{&thread.Thread{}, nil, statusOK},
		{&thread.Thread{}, cut, statusPart},
		{nil, cut, statusOK}, // the reader, or whoever waited, has said so
	} {
		l := begin(func(func(*thread.Thread)) (*thread.Thread, error) { return c.thread, c.err })
		l.wait(t.Context())
		if got := report(&strings.Builder{}, l.part()); got != c.want {
			t.Errorf("%v, %v: status %d, want %d", c.thread, c.err, got, c.want)
		}
	}
}

func TestTheScreenStaysClosedForWhatIsSoonNoThread(t *testing.T) {
	t.Parallel()
	bad := errors.New("no thread in it")
	never := make(chan struct{})
	defer close(never)
	for name, c := range map[string]struct {
		read func(func(*thread.Thread)) (*thread.Thread, error)
		want error
	}{
		"no thread": {func(func(*thread.Thread)) (*thread.Thread, error) { return nil, bad }, bad},
		"a part":    {func(func(*thread.Thread)) (*thread.Thread, error) { return &thread.Thread{}, bad }, nil},
		"a thread":  {func(func(*thread.Thread)) (*thread.Thread, error) { return &thread.Thread{}, nil }, nil},
		"the first": {func(grown func(*thread.Thread)) (*thread.Thread, error) {
			grown(&thread.Thread{})
			<-never
			return nil, bad
		}, nil},
		"still open": {func(func(*thread.Thread)) (*thread.Thread, error) { <-never; return nil, bad }, nil},
	} {
		l := begin(c.read)
		if name == "no thread" {
			<-l.done // however busy the machine is
		}
		if err := l.early(); err != c.want {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}
