package format

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"skein/thread"
)

func TestAFolderSaysWhatOfItWasNotRead(t *testing.T) {
	t.Parallel()
	message := File{Name: "1.eml", Data: contents(t, "testdata/mail/message.eml")}
	locked := File{Name: "2.eml", Err: errors.New("permission denied")}
	other := File{Name: "notes.txt", Data: []byte("Buy paint.\n")}
	story := File{Name: "thread.json", Data: contents(t, "testdata/hackernews/story.json")}
	empty := File{Name: "3.eml", Data: []byte("\n")}
	for _, c := range []struct {
		name  string
		files []File
		from  string
		want  string // the error, empty for none
		read  bool
	}{
		{"mail", []File{message}, "", "", true},
		{"mail by name", []File{message}, "mail", "", true},
		{"one that is locked", []File{message, locked}, "", "2.eml: permission denied", true},
		{"other files, too", []File{message, other, empty}, "", "2 of 3 files are left out or break off: notes.txt: no thread was found in it", true},
		{"other files, but mail asked for", []File{message, story}, "mail", "thread.json: is not mail", true},
		{"nothing but other files", []File{other}, "", "is a folder in which no file holds a thread: notes.txt: no thread was found in it", false},
		{"a text by name", []File{other}, "text", "", true},
		{"no files", nil, "", "is a folder in which no file holds a thread", false},
	} {
		th, err := ReadFolder(c.files, c.from, false)
		if got := errorText(err); got != c.want || (th != nil) != c.read {
			t.Errorf("%s: a thread: %v, %q, want %q", c.name, th != nil, got, c.want)
		}
	}
	if _, err := ReadFolder([]File{other}, "", false); !errors.Is(err, ErrFolder) {
		t.Error("a folder without a thread is not known by its error")
	}
	if _, err := ReadFolder([]File{message}, "male", false); !errors.Is(err, ErrName) {
		t.Error("a name that is no format is not known by its error")
	}
}

// TestAFolderOfThreadsIsOneTree reads threads of many formats at once: each
// below an entry for its post, all mail as one mailbox in front.
func TestAFolderOfThreadsIsOneTree(t *testing.T) {
	t.Parallel()
	paths := []string{"lobsters/by_depth.json", "mail/workshop.mbox", "html/phpbb.html", "reddit/listing.json"}
	var files []File
	for _, path := range paths {
		files = append(files, File{Name: filepath.Base(path), Data: contents(t, "testdata/"+path)})
	}
	all, err := ReadFolder(files, "", false)
	if err != nil || all.Format != "folder" {
		t.Fatalf("%q, %v", all.Format, err)
	}
	var want []*thread.Thread
	for _, k := range []int{1, 0, 2, 3} { // mail comes first
		alone := mustRead(t, files[k].Data, "")
		if topics := alone.Topics(); topics == nil {
			want = append(want, alone)
		} else {
			for _, root := range topics {
				want = append(want, alone.Only(root))
			}
		}
	}
	roots := all.Topics()
	if len(roots) != len(want) {
		t.Fatalf("%d threads, want %d", len(roots), len(want))
	}
	for k, root := range roots {
		if got := all.Only(root); bareOutline(got) != bareOutline(want[k]) || got.Title != want[k].Title {
			t.Errorf("thread %d: %q\n%swant %q\n%s", k+1, got.Title, bareOutline(got), want[k].Title, bareOutline(want[k]))
		}
	}
	checkThread(t, all)
	checkRoundTrip(t, all)
}

func TestTheOnlyThreadOfAFolderIsTheThread(t *testing.T) {
	t.Parallel()
	file := File{Name: "a.json", Data: contents(t, "testdata/lobsters/by_depth.json")}
	got, err := ReadFolder([]File{file}, "", false)
	if err != nil || outline(got) != outline(mustRead(t, file.Data, "")) {
		t.Errorf("%v\n%s", err, outline(got))
	}
	twice, err := ReadFolder([]File{file, file}, "", false)
	if err != nil || len(twice.Topics()) != 2 || !twice.At(1).Is(thread.Topic) || twice.Format != "lobsters" {
		t.Errorf("%v\n%s", err, outline(twice))
	}
}

// TestFlatThreadsOfAFolderAreInferred has a log of two days, a file each.
func TestFlatThreadsOfAFolderAreInferred(t *testing.T) {
	t.Parallel()
	const day = "2024-03-12T14:05:00Z <ann> hello\n2024-03-12T14:06:00Z <bo> ann: hi\n2024-03-12T14:07:00Z <ann> so\n"
	files := []File{{Name: "one.log", Data: []byte(day)}, {Name: "two.log", Data: []byte(strings.ReplaceAll(day, "ann", "cy"))}}
	for _, infer := range []bool{true, false} {
		th, err := ReadFolder(files, "", infer)
		if err != nil {
			t.Fatal(err)
		}
		deepest := 0
		for i := range th.Len() {
			if c := th.At(i); th.Depth(i) == 3 && th.Name(i) == "bo" && c.Is(thread.Inferred) {
				deepest++
			}
		}
		if th.Len() != 9 || len(th.Topics()) != 2 || (deepest == 2) != infer {
			t.Errorf("inferring %v: %d entries, %d of them two levels below the day", infer, th.Len(), deepest)
		}
	}
}
