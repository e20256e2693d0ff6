package format

import (
	"bytes"
	"strings"
	"testing"

	"skein/thread"
)

func TestArchivesOfMovableTypeAreTheEntriesThatSomebodyAnswered(t *testing.T) {
	t.Parallel()
	th := mustRead(t, contents(t, "testdata/movabletype/archive.txt"), "")
	const want = ` : 
  thread 1 Ann Bee: It squeaks.
     Bo: Only in the east wind?
     Ann Bee: No: always.
     Coast: Somebody has a vane that…
  thread 2 Ann Bee: It is too short.
     Cy: Mine is longer.
`
	if got := outline(th); got != want || th.Format != "movabletype" {
		t.Errorf("as %s\n%swant\n%s", th.Format, got, want)
	}
	if entry := th.At(1); entry.Title() != "The weather vane" || !entry.Is(thread.Topic) || stamp(entry) != "2011-03-04T09:00:00" {
		t.Errorf("the entry is %q, %s", entry.Title(), stamp(entry))
	}
	if got := th.At(1).Body.Markdown(); got != "It squeaks.\n\nShould I oil it?\n\nI have **a ladder**." {
		t.Errorf("the entry is %q", got)
	}
	if bo := th.At(2); stamp(bo) != "2011-03-04T16:30:00" || th.Link(2) != "https://harbour.example/bo" || !strings.HasSuffix(bo.Body.Plain(), "Then leave it.") {
		t.Errorf("%s at %q: %q", stamp(bo), th.Link(2), bo.Body.Plain())
	}
	if got := th.At(4).Title(); got != "Squeaks of the coast" {
		t.Errorf("the ping is called %q", got)
	}
	if got := th.At(6).Body.Plain(); !strings.HasSuffix(got, "Take it.") {
		t.Errorf("a rule cuts %q", got)
	}
}

func TestAnArchiveThatBreaksOffSaysSo(t *testing.T) {
	t.Parallel()
	data := bytes.TrimSpace(contents(t, "testdata/movabletype/archive.txt"))
	for cut := range data {
		if !sniffMovableType(data[:cut]) {
			continue
		}
		th, err := Read(data[:cut], "movabletype")
		ends := bytes.HasSuffix(bytes.TrimSpace(data[:cut]), []byte("\n--------"))
		if th != nil {
			checkThread(t, th)
		}
		if (err == nil) != ends && th != nil {
			t.Fatalf("cut at %d: %v", cut, err)
		}
	}
}

func FuzzReadMovableType(f *testing.F) { fuzzReader(f, "movabletype") }

func BenchmarkReadMovableType(b *testing.B) {
	const entry = "AUTHOR: Ann\nTITLE: T\nDATE: 03/04/2011 09:00:00 AM\n-----\nBODY:\nWords.\n-----\n"
	comment := "COMMENT:\nAUTHOR: Bo\nEMAIL: bo@harbour.example\nDATE: 03/04/2011 04:30:00 PM\n" + prose + "\n-----\n"
	benchmarkRead(b, strings.Repeat(entry+strings.Repeat(comment, 20)+"--------\n", 100))
}
