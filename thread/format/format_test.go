package format

import (
	"errors"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding/unicode"
)

func TestEverySampleIsRecognised(t *testing.T) {
	t.Parallel()
	for path, data := range samples(t) {
		want := filepath.Dir(path)
		if filepath.Ext(path) == ".jsonl" {
			want = "jsonl"
		}
		var taken []string
		for _, f := range formats {
			rest := f.name == "text" || f.name == "comments" // what no other takes
			if (!rest || len(taken) == 0) && f.sniff(data) {
				taken = append(taken, f.name)
			}
		}
		if len(taken) != 1 || taken[0] != want {
			t.Errorf("%s is taken for %v, want %s alone", path, taken, want)
		}
	}
}

func TestSpaceAndByteOrderMarksBeforeAThreadDoNoHarm(t *testing.T) {
	t.Parallel()
	data := string(contents(t, "testdata/hackernews/story.json"))
	want := outline(mustRead(t, []byte(data), ""))
	for name, form := range map[string]string{
		"blanks":        " \r\n\t" + data,
		"UTF-8 mark":    "\ufeff" + data,
		"mark, blanks":  "\ufeff\n\n" + data,
		"little-endian": asUTF16(t, unicode.LittleEndian, data),
		"big-endian":    asUTF16(t, unicode.BigEndian, data),
	} {
		th, err := Read([]byte(form), "")
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := outline(th); got != want {
			t.Errorf("%s: got\n%swant\n%s", name, got, want)
		}
	}
}

func asUTF16(t *testing.T, order unicode.Endianness, text string) string {
	t.Helper()
	out, err := unicode.UTF16(order, unicode.UseBOM).NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestWhatIsNoThreadIsAnError(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, data, want string }{
		{"nothing", "", "is empty"},
		{"blanks", " \n\t ", "is empty"},
		{"only a mark", "\ufeff", "is empty"},
		{"zeros", "\x00\x00\x00", "is binary"},
		{"an image", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "is binary"},
		{"an object", `{"name":"x","children":[{"name":"y"}]}`, "is JSON"},
		{"a list", `[{"author":"ann","text":"x"}]`, "is JSON"},
		{"a list of numbers", `[1, 2, 3]`, "is JSON"},
		{"settings", `{"title":"x","url":"y"}`, "is JSON"},
		{"a blog's own JSON", `{"post":{"id":1,"body":"x"},"comments":[{"name":"ann","email":"a@b.example","body":"y"}]}`, "is JSON"},
		{"an error of an API", `{"status":404,"error":"Not Found"}`, `is an answer that says "Not Found"`},
		{"an item that is not there", "null", "is JSON"},
		{"half an object", `{"name":"x","children":[`, "is JSON"},
		{"a tree of nodes", `{"type":"element","author":"x","children":[{"type":"text","value":"y"}]}`, "is JSON"},
		{"settings with comments", "{\n  // for everybody\n  \"strict\": true\n}\n", "is JSON"},
		{"a page", "<!DOCTYPE html>\n<html><body><p>Hello.</p></body></html>", "is HTML"},
		{"a piece of a page", "<div class=x>Hello.</div>", "is HTML"},
		{"XHTML", "<?xml version=\"1.0\"?>\n<html><body/></html>", "is HTML"},
		{"a feed", "<?xml version=\"1.0\"?>\n<rss version=\"2.0\"><channel/></rss>", "is XML"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			th, err := Read([]byte(c.data), "")
			if th != nil || err == nil || !strings.HasPrefix(err.Error(), c.want) {
				t.Fatalf("a thread: %v, %v, want: %s", th != nil, err, c.want)
			}
			if errors.Is(err, ErrEmpty) {
				return
			}
			if !errors.Is(err, ErrUnknown) || !strings.Contains(err.Error(), "--from text") {
				t.Errorf("%v does not say what helps", err)
			}
			if th, err := Read([]byte(c.data), "text"); th == nil || err != nil {
				t.Errorf("as text: %v", err)
			}
		})
	}
}

func TestWhatOnlyLooksLikeJSONOrAPageIsText(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"[749] ann says:\n\nHello.", "{hello} said the parrot", "[a list] of things", "<ann@island.example> wrote:", "< 5 replies",
	} {
		if k := kindOf([]byte(text)); k != plain {
			t.Errorf("%q is %s", text, k)
		}
	}
}

func TestANameThatIsNoFormat(t *testing.T) {
	t.Parallel()
	th, err := Read([]byte("x"), "hackernoose")
	if th != nil || !errors.Is(err, ErrName) || !strings.Contains(err.Error(), "hackernews") {
		t.Errorf("%v", err)
	}
}

func TestAFormatThatFindsNothingSaysSo(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"json", "jsonl", "hackernews"} {
		for _, data := range []string{"hello", "[1]", "{}", "{\"x\":1}", "null"} {
			if th, err := Read([]byte(data), name); th != nil || err == nil {
				t.Errorf("%s of %s: %v", name, data, err)
			} else if !strings.HasPrefix(err.Error(), name+": ") {
				t.Errorf("%s of %s: %v does not name the format", name, data, err)
			}
		}
	}
}

func TestFormatsHaveANameAndALine(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for name, about := range Formats() {
		if name == "" || about == "" || strings.Contains(about, "\n") || seen[name] {
			t.Errorf("format %q: %q", name, about)
		}
		seen[name] = true
	}
	for name, about := range Writers() {
		if name == "" || about == "" || strings.Contains(about, "\n") {
			t.Errorf("writer %q: %q", name, about)
		}
	}
}

// TestNoOtherRealFileIsTakenForAThread asks the formats that are there about
// the files that belong to others.
func TestNoOtherRealFileIsTakenForAThread(t *testing.T) {
	t.Parallel()
	folder := realFolder(t)
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, _ := filepath.Rel(folder, path)
		own := formatOf[filepath.Dir(rel)]
		if isMail(rel) {
			own = "mail"
		}
		data := contents(t, path)
		taken := false
		for _, f := range formats {
			if f.name == "text" || f.name == "comments" && taken || !f.sniff(data) {
				continue
			}
			if taken = taken || f.name == own; f.name != own {
				t.Errorf("%s: %s takes it", rel, f.name)
			}
		}
		if !taken && own != "" && own != "text" {
			t.Errorf("%s: %s does not take it", rel, own)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
