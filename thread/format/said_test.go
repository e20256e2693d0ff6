package format

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"skein/thread"
	"skein/thread/markup"
)

// A said is a comment as an independent decoder finds it in a file.
type said struct {
	id, parent string // parent is empty for a reply to the post
	author     string
	at         int64 // seconds since 1970, 0 where it is unknown
	body       string
}

// seconds are those of a time as the APIs write it.
func seconds(t testing.TB, text string) int64 {
	t.Helper()
	at, err := time.Parse(time.RFC3339, text)
	if err != nil {
		t.Fatal(err)
	}
	return at.Unix()
}

// checkSaid holds the comments of a thread, but for ghosts and entries that
// stand for threads, against what was said.
func checkSaid(t *testing.T, th *thread.Thread, all []said) {
	t.Helper()
	want := map[string]said{}
	for _, s := range all {
		want[s.id] = s
	}
	for i := 1; i < th.Len(); i++ {
		c := th.At(i)
		if c.Is(thread.Ghost) || c.Is(thread.Topic) {
			continue
		}
		s, ok := want[c.ID]
		if delete(want, c.ID); !ok {
			t.Fatalf("comment %d, %q, is not in the file", i, c.ID)
		}
		above := th.At(th.Parent(i))
		parent := above.ID
		if th.Parent(i) == 0 || above.Is(thread.Topic) {
			parent = ""
		}
		s.author = strings.Join(strings.Fields(s.author), " ")
		got := said{c.ID, parent, th.Name(i), c.When, decoded(t, c.Body)}
		if got != s {
			t.Fatalf("comment %d is\n%+v, want\n%+v", i, got, s)
		}
	}
	if len(want) > 0 {
		t.Errorf("%d of %d comments are missing: %.300v", len(want), len(all), want)
	}
}

// decoded is a body without the wrapping of JSON.
func decoded(t testing.TB, b markup.Body) string {
	t.Helper()
	if b.Kind&markup.JSON == 0 {
		return b.Raw
	}
	var text string
	if err := json.Unmarshal([]byte(`"`+b.Raw+`"`), &text); err != nil {
		t.Fatal(err)
	}
	return text
}

// realFiles are the threads of some folders of real ones, decoded by the
// standard library.
func realFiles[T any](t *testing.T, check func(t *testing.T, th *thread.Thread, file T), folders ...string) {
	t.Helper()
	t.Parallel()
	for _, folder := range folders {
		paths, _ := filepath.Glob(filepath.Join(realFolder(t), folder))
		if len(paths) == 0 {
			t.Errorf("no %s", folder)
		}
		for _, path := range paths {
			data := contents(t, path)
			var file T
			if err := json.Unmarshal(data, &file); err != nil {
				t.Fatal(path, err)
			}
			th := mustRead(t, data, "")
			checkThread(t, th)
			check(t, th, file)
		}
	}
}

// checkCut holds what every reader of JSON promises: cut anywhere, a sample
// keeps what came before, and the error says where it ends.
func checkCut(t *testing.T, format string) {
	t.Helper()
	t.Parallel()
	for path, data := range samples(t) {
		if filepath.Dir(path) != format || kindOf(data) != isJSON {
			continue
		}
		data = bytes.TrimSpace(data)
		whole, last := mustRead(t, data, format).Len(), 0
		vs, _ := readValues(data)
		several := len(slices.Collect(vs.documents)) > 1
		for cut := 1; cut < len(data); cut++ {
			th, err := Read(data[:cut], format)
			var at *SyntaxError
			if err == nil && several {
				continue // between two documents
			}
			if !errors.As(err, &at) || at.Format != format {
				t.Fatalf("%s cut at %d: %v", path, cut, err)
			}
			if th == nil {
				continue
			}
			checkThread(t, th)
			last = max(last, th.Len())
		}
		if last < whole-1 {
			t.Errorf("%s without its last bytes has %d entries, want %d", path, last, whole)
		}
	}
}

// fuzzReader fuzzes the reader of a format with its samples.
func fuzzReader(f *testing.F, format string) {
	seed(f, format)
	f.Fuzz(func(t *testing.T, data []byte) { checkAnything(t, data, format) })
}

// fuzzSniffed fuzzes the reader of one of the forms that a format has.
func fuzzSniffed(f *testing.F, format string, sniff func([]byte) bool, samples ...string) {
	for _, sample := range samples {
		f.Add(contents(f, "testdata/"+format+"/"+sample))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if sniff(data) {
			checkAnything(t, data, format)
		}
	})
}

// benchReader reads a text of about a megabyte: a beginning, an entry again
// and again, made with its number, and an end.
func benchReader(b *testing.B, begin, entry, end string) {
	b.Helper()
	var text strings.Builder
	text.WriteString(begin)
	for i := 1; text.Len() < 1<<20; i++ {
		if i > 1 {
			text.WriteByte(',')
		}
		text.WriteString(strings.ReplaceAll(entry, "#", fmt.Sprint(100000+i)))
	}
	text.WriteString(end)
	data := []byte(text.String())
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := Read(data, ""); err != nil {
			b.Fatal(err)
		}
	}
}

// prose is a body of a usual length, as the inside of a JSON string.
var prose = strings.Repeat(`The dues pay for \"sharpening\", and it isn't much. `, 6)

// number is an id as text.
func number(id int64) string { return strconv.FormatInt(id, 10) }
