package format

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"skein/thread"
	"skein/thread/markup"
)

func TestJSONComesBackToTheByte(t *testing.T) {
	t.Parallel()
	data := contents(t, "testdata/json/everything.json")
	th := mustRead(t, data, "")
	got := written(t, th, "json", Selection{})
	again := written(t, mustRead(t, []byte(got), ""), "json", Selection{})
	if got != again {
		t.Errorf("written\n%s\nand again\n%s", got, again)
	}
	// The order of members is the writer's; everything else is in the sample.
	if want := string(data); sortedBytes(got) != sortedBytes(want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// sortedBytes is equal for texts that differ only in the order of their parts.
func sortedBytes(text string) string {
	count := [256]int{}
	for i := range len(text) {
		count[text[i]]++
	}
	var b strings.Builder
	for c, n := range count {
		b.WriteString(strings.Repeat(string(rune(c)), n))
	}
	return b.String()
}

func TestJSONLinesComeBackToTheByte(t *testing.T) {
	t.Parallel()
	data := contents(t, "testdata/json/lines.jsonl")
	if got := written(t, mustRead(t, data, ""), "jsonl", Selection{}); got != string(data) {
		t.Errorf("got\n%s\nwant\n%s", got, data)
	}
}

func TestSomeLinesOfJSONAreAThreadToo(t *testing.T) {
	t.Parallel()
	lines := strings.SplitAfter(string(contents(t, "testdata/json/lines.jsonl")), "\n")
	th := mustRead(t, []byte(lines[1]+lines[2]), "")
	const want = " \n  1 ann\n    2 bo\n"
	if got := bareOutline(th); got != want || th.Format != "jsonl" {
		t.Errorf("%s: got\n%swant\n%s", th.Format, got, want)
	}
}

func TestJSONKeepsWhatItKnows(t *testing.T) {
	t.Parallel()
	th := mustRead(t, contents(t, "testdata/json/everything.json"), "")
	if th.Format != "mail" || th.Len() != 9 {
		t.Fatalf("format %q, %d comments", th.Format, th.Len())
	}
	if a, b, c := th.At(0).Author, th.At(2).Author, th.At(6).Author; a == b || a != c {
		t.Errorf("people of one name are %d, %d, %d", a, b, c)
	}
	if c := th.At(1); c.Score != -3 || c.Offset != -5*60 || len(c.Attachments()) != 2 || c.Title() != "Re: ferry" {
		t.Errorf("the first comment is %+v, %+v", c, c.Extra)
	}
	if c := th.At(2); !c.Is(thread.Timed|thread.Scored) || c.Is(thread.Zoned) {
		t.Errorf("a time without an offset and a score of 0 have the flags %b", c.Flags)
	}
	for i, want := range map[int]thread.Flags{3: thread.Deleted, 4: thread.Inferred, 5: thread.Ghost, 7: thread.Topic, 8: thread.Context} {
		if !th.At(i).Is(want) {
			t.Errorf("comment %d has the flags %b, want %b", i, th.At(i).Flags, want)
		}
	}
	if th.At(6).More() != 12 {
		t.Errorf("%d more replies, want 12", th.At(6).More())
	}
}

func TestParentsDecideWhereLevelsDisagree(t *testing.T) {
	t.Parallel()
	th := mustRead(t, contents(t, "testdata/json/by_parent.json"), "")
	const want = `p : The parents say where these belong.
  1 ann: First.
    2 bo: Its level is wrong.
      3 kim: A reply before what it answers.
  nowhere : 
    4 hanne: Its parent is missing.
`
	if got := outline(th); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestJSONFindsItsTree(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, comments, want string }{
		{"levels without ids", `{"level":1,"body":"a"},{"level":2,"body":"b"},{"level":1,"body":"c"}`, "a b< c"},
		{"neither", `{"body":"a"},{"body":"b"}`, "a b"},
		{"parents without levels", `{"id":"1","body":"a"},{"id":"2","parent":"1","body":"b"},{"id":"3","parent":"2","body":"c"}`, "a b< c<<"},
		{"levels below a comment that moved", `{"id":"1","level":1,"body":"a"},{"id":"2","level":1,"parent":"1","body":"b"},{"id":"3","level":2,"body":"c"}`, "a b< c<<"},
		{"one id twice", `{"id":"1","level":1,"body":"a"},{"id":"1","level":1,"parent":null,"body":"b"},{"id":"2","level":2,"parent":"1","body":"c"}`, "a b c<"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			th := mustRead(t, []byte(`{"post":{"body":"x"},"comments":[`+c.comments+`]}`), "")
			var got []string
			for i := 1; i < th.Len(); i++ {
				got = append(got, th.At(i).Body.Plain()+strings.Repeat("<", th.Depth(i)-1))
			}
			if strings.Join(got, " ") != c.want {
				t.Errorf("%v, want %s", got, c.want)
			}
		})
	}
}

func TestJSONSaysWhatIsOdd(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, json, want string }{
		{"a list that is none", `{"post":{"body":"x"},"comments":{}}`, "json: byte 31: comments is no list"},
		{"a comment that is none", `{"post":{"body":"x"},"comments":[{"body":"a"},7]}`, "json: byte 45: comment 2 is no object"},
		{"a level in words", "{\"post\":{\"body\":\"x\"},\n\"comments\":[{\"level\":\"low\"}]}", "json: line 2: comment 1: its level is no number that can be"},
		{"a time that is none", "{\"post\":{\"body\":\"x\",\"time\":\"soon\"},\n\"comments\":[]}", "json: line 1: the post: \"soon\" is no time"},
		{"a cut", "{\"post\":{\"body\":\"x\"},\n\"comments\":[{\"id\":\"a\"},", "json: line 2: the thread breaks off here (unexpected EOF)"},
		{"broken grammar", "{\"post\":{\"body\":\"x\"},\n\"comments\":[{\"id\" \"a\"}]}", "json: line 2: invalid character"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			th, err := Read([]byte(c.json), "json")
			if th == nil || err == nil || !strings.HasPrefix(err.Error(), c.want) {
				t.Errorf("%v, want %s", err, c.want)
			}
		})
	}
}

func TestJSONCutAnywhereKeepsWhatCameBefore(t *testing.T) {
	t.Parallel()
	data := bytes.TrimSpace(contents(t, "testdata/json/everything.json"))
	last := 0
	for cut := 1; cut < len(data); cut++ {
		th, err := Read(data[:cut], "json")
		if !errors.Is(err, io.ErrUnexpectedEOF) {
			t.Fatalf("cut at %d: %v", cut, err)
		}
		if th == nil && last == 0 {
			continue
		}
		checkThread(t, th)
		if th.Len() < last {
			t.Fatalf("cut at %d: %d comments, before %d", cut, th.Len(), last)
		}
		last = th.Len()
	}
	if last != 9 {
		t.Errorf("without its last byte it has %d comments, want 9", last)
	}
}

func TestAChainOfAHundredThousandRepliesComesBack(t *testing.T) {
	t.Parallel()
	const n = 100_000
	var b thread.Builder
	for level := range n {
		b.Add(thread.Post{Level: level + 1})
	}
	th := mustRead(t, []byte(written(t, b.Thread(), "json", Selection{})), "json")
	if got := th.Depth(th.Len() - 1); got != n {
		t.Errorf("the last comment has depth %d", got)
	}
}

func FuzzReadJSON(f *testing.F) {
	seed(f, "json")
	f.Fuzz(func(t *testing.T, data []byte) {
		if th := checkAnything(t, data, "json"); th != nil {
			for name := range Writers() {
				written(t, th, name, Selection{Depth: 3})
			}
		}
	})
}

// checkRoundTrip writes a thread, reads it and writes it again: from then on
// nothing may change.
func checkRoundTrip(t *testing.T, th *thread.Thread) {
	t.Helper()
	for _, name := range []string{"json", "jsonl"} {
		once := written(t, th, name, Selection{})
		back, err := Read([]byte(once), name)
		if err != nil {
			t.Fatalf("%s is not read again: %v\n%s", name, err, once)
		}
		checkThread(t, back)
		if back.Len() != th.Len() {
			t.Fatalf("%s: %d comments, then %d\n%s", name, th.Len(), back.Len(), once)
		}
		if again := written(t, back, name, Selection{}); again != once {
			t.Fatalf("%s: written\n%s\nand again\n%s", name, once, again)
		}
	}
}

func BenchmarkReadJSON(b *testing.B) {
	var all thread.Builder
	for i := range 4000 {
		all.Add(thread.Post{Level: 1 + i%7, Author: "ann", Body: markup.Body{Raw: strings.Repeat("It \"is\" long. ", 20)}})
	}
	data := []byte(written(b, all.Thread(), "json", Selection{}))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := Read(data, ""); err != nil {
			b.Fatal(err)
		}
	}
}
