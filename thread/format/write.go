package format

import (
	"bufio"
	"fmt"
	"io"
	"iter"
	"strings"

	"skein/thread"
)

// A Part says how a comment takes part in what is written.
type Part uint8

// The parts: what is left out, what goes out for its own sake, and what goes
// out only to show what a reply answers.
const (
	Absent Part = iota
	Hit
	Context
)

// A Selection says how much of a thread goes out; the zero Selection is all of
// it. The post always does.
type Selection struct {
	Depth int              // levels of replies, 0 for all of them
	Part  func(i int) Part // for each comment and the post; nil makes all of them hits
}

// part is what becomes of comment i.
func (s Selection) part(t *thread.Thread, i int) Part {
	switch {
	case i > 0 && s.Depth > 0 && t.Depth(i) > s.Depth:
		return Absent
	case s.Part != nil:
		return s.Part(i)
	}
	return Hit
}

// comments yields the comments that go out, the post not among them, and
// whether each is there only for its replies.
func (s Selection) comments(t *thread.Thread) iter.Seq2[int, bool] {
	return func(yield func(i int, context bool) bool) {
		for i := 1; i < t.Len(); i++ {
			part := s.part(t, i)
			context := part == Context || t.At(i).Is(thread.Context)
			if part != Absent && !yield(i, context) {
				return
			}
		}
	}
}

// A writer knows how to write a thread as one kind of file.
type writer struct {
	name  string
	about string // one line for people
	write func(w *bufio.Writer, t *thread.Thread, s Selection) error
}

var writers = []writer{
	{"json", "one JSON object, which skein reads again", writeJSON},
	{"jsonl", "JSON, one comment a line", writeJSONLines},
	{"markdown", "a Markdown document, a heading for each comment", writeMarkdown},
	{"text", "an indented text", writeText},
	{"mbox", "a mailbox, a message for each comment", writeMbox},
	{"html", "one page for the browser, which loads and runs nothing", writeHTML},
}

// Writers yields the names that Write knows, each with a line on what it is.
func Writers() iter.Seq2[string, string] {
	return func(yield func(name, about string) bool) {
		for _, f := range writers {
			if !yield(f.name, f.about) {
				return
			}
		}
	}
}

// Write writes what is selected of a thread in the named format; the error is
// ErrName where there is none, or the writer's. All text that goes out is
// clean: it holds no control characters but line breaks and tabs.
func Write(w io.Writer, t *thread.Thread, name string, s Selection) error {
	var all []string
	for _, f := range writers {
		if f.name == name {
			buffer := bufio.NewWriter(w)
			if err := f.write(buffer, t, s); err != nil {
				return err
			}
			return buffer.Flush()
		}
		all = append(all, f.name)
	}
	return fmt.Errorf("%w %q (there are %s)", ErrName, name, strings.Join(all, ", "))
}
