package source

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"
)

// file makes a file with that text and returns its path.
func file(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "thread.txt")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// read opens and reads arg.
func read(t *testing.T, arg string, stdin io.Reader, max int64) (string, error) {
	t.Helper()
	in, err := Open(arg, stdin)
	if in == nil {
		t.Fatalf("%q has no name", arg)
	}
	if err != nil {
		return "", err
	}
	data, err := in.Read(t.Context(), max)
	return string(data), err
}

func TestAnInputIsReadWhole(t *testing.T) {
	t.Parallel()
	large := strings.Repeat("0123456789abcde\n", worthMappingInTests/16)
	for _, text := range []string{"a", "two\nlines\n", strings.Repeat("x", 511), strings.Repeat("x", 512), strings.Repeat("x", 5000), large} {
		for name, in := range map[string]io.Reader{
			"file":        nil,
			"pipe":        strings.NewReader(text),
			"slow pipe":   iotest.HalfReader(strings.NewReader(text)),
			"end at once": iotest.DataErrReader(strings.NewReader(text)),
		} {
			arg := Stdin
			if in == nil {
				arg = file(t, text)
			}
			got, err := read(t, arg, in, 0)
			if err != nil || got != text {
				t.Errorf("%s: %d bytes of %d, %v", name, len(got), len(text), err)
			}
		}
	}
}

// worthMappingInTests is large enough for a file to be mapped.
const worthMappingInTests = 8 << 20

func TestWhatIsWrongIsSaidInPlainWords(t *testing.T) {
	t.Parallel()
	broken := errors.New("the line is cut")
	for _, c := range []struct {
		name  string
		arg   string
		stdin io.Reader
		want  error
		words string
	}{
		{"missing", filepath.Join(t.TempDir(), "x"), nil, fs.ErrNotExist, "no such file"},
		{"below a file", file(t, "a") + "/x", nil, nil, "not a directory"},
		{"folder", t.TempDir(), nil, ErrFolder, "is a folder, not a file"},
		{"empty file", file(t, ""), nil, ErrEmpty, "is empty"},
		{"empty pipe", Stdin, strings.NewReader(""), ErrEmpty, "is empty"},
		{"broken pipe", Stdin, iotest.ErrReader(broken), broken, "the line is cut"},
		{"a zero in the name", "a\x00b", nil, nil, "invalid argument"},
	} {
		_, err := read(t, c.arg, c.stdin, 0)
		if err == nil || !strings.Contains(err.Error(), c.words) {
			t.Errorf("%s: %v, want %q", c.name, err, c.words)
		}
		if c.want != nil && !errors.Is(err, c.want) {
			t.Errorf("%s: %v is not %v", c.name, err, c.want)
		}
	}
}

func TestAFileThatMayNotBeReadSaysSo(t *testing.T) {
	t.Parallel()
	if os.Geteuid() == 0 {
		t.Skip("root may read everything")
	}
	path := file(t, "secret")
	if err := os.Chmod(path, 0); err != nil {
		t.Fatal(err)
	}
	if _, err := read(t, path, nil, 0); !errors.Is(err, fs.ErrPermission) || err.Error() != "permission denied" {
		t.Error(err)
	}
}

func TestReadingIsBounded(t *testing.T) {
	t.Parallel()
	const max = 1000
	for name, in := range map[string]io.Reader{
		"file":            nil,
		"pipe":            strings.NewReader(strings.Repeat("x", max+1)),
		"without an end":  endless{},
		"one byte a time": iotest.OneByteReader(endless{}),
	} {
		arg := Stdin
		if in == nil {
			arg = file(t, strings.Repeat("x", max+1))
		}
		if _, err := read(t, arg, in, max); !errors.Is(err, ErrTooLarge) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if got, err := read(t, Stdin, strings.NewReader(strings.Repeat("x", max)), max); len(got) != max || err != nil {
		t.Errorf("just as much as allowed: %d bytes, %v", len(got), err)
	}
}

func TestWhatArrivesIsShownWhileMoreComes(t *testing.T) {
	t.Parallel()
	text := strings.Repeat("The ladder leans on the wall. ", 10_000)
	for name, r := range map[string]io.Reader{
		"a pipe": strings.NewReader(text),
		"packed": bytes.NewReader(packed(t, text)["gzip"]),
	} {
		in, err := Open(Stdin, iotest.HalfReader(r))
		if err != nil {
			t.Fatal(err)
		}
		pieces, long := 0, 0
		in.Arrived = func(beginning []byte) {
			if !strings.HasPrefix(text, string(beginning)) || len(beginning) < long {
				t.Errorf("%s: %.40q of %d bytes after %d", name, beginning, len(beginning), long)
			}
			pieces, long = pieces+1, len(beginning)
		}
		if got, err := in.Read(t.Context(), 0); string(got) != text || err != nil || pieces < 3 {
			t.Errorf("%s: %d bytes in %d pieces, %v", name, len(got), pieces, err)
		}
	}
}

func TestReadingStopsWhenNobodyWaits(t *testing.T) {
	t.Parallel()
	in, err := Open(Stdin, endless{})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := in.Read(ctx, 0); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

func TestNamesAreSafeForOneLine(t *testing.T) {
	t.Parallel()
	in, err := Open("no\x1b]0;such\nfile", nil)
	if err == nil || strings.ContainsAny(in.Name, "\x1b\n") {
		t.Errorf("%q, %v", in.Name, err)
	}
}

func BenchmarkReadLargeFile(b *testing.B) {
	path := filepath.Join(b.TempDir(), "large")
	if err := os.WriteFile(path, bytes.Repeat([]byte{'x'}, 4<<20), 0o600); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(4 << 20)
	for b.Loop() {
		in, err := Open(path, nil)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := in.Read(b.Context(), 0); err != nil {
			b.Fatal(err)
		}
	}
}

// endless is a pipe whose writer never stops.
type endless struct{}

func (endless) Read(p []byte) (int, error) {
	clear(p)
	return len(p), nil
}
