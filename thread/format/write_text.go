package format

import (
	"bufio"
	"fmt"
	"iter"
	"regexp"
	"strings"

	"skein/thread"
	"skein/thread/markup"
)

// writeText writes a thread in the shape in which blogs are saved as text,
// which skein reads again: replies to the post numbered, replies to them with
// a bullet, and every level two columns further in.
//
//	Title
//
//	The post.
//
//	2 replies
//	  1. ann says:
//	    May 1, 2024 at 10:00 am
//
//	    A comment.
//
//	    • bo says:
//
//	      Its reply.
func writeText(w *bufio.Writer, t *thread.Thread, s Selection) error {
	if t.Title != "" {
		fmt.Fprintf(w, "%s\n\n", t.Title)
	}
	writeTextBody(w, t.At(0), "")
	count := 0
	for range s.comments(t) {
		count++
	}
	if count > 0 {
		fmt.Fprintln(w, counted(count, "reply", "replies"))
	}
	top := 0
	for i := range s.comments(t) {
		indent := strings.Repeat("  ", min(t.Depth(i), deepestIndent))
		mark := "•"
		if t.Depth(i) == 1 {
			top++
			mark = fmt.Sprintf("%d.", top)
		}
		fmt.Fprintf(w, "%s%s %s says:\n", indent, mark, signature(t, i))
		indent += "  "
		if c := t.At(i); c.Is(thread.Timed) {
			fmt.Fprintf(w, "%s%s\n", indent, c.Time().Format("January 2, 2006 at 3:04 pm"))
		}
		w.WriteByte('\n')
		writeTextBody(w, t.At(i), indent)
	}
	return nil
}

// deepestIndent bounds the blanks before a line: without it a chain of replies
// would cost the square of its length.
const deepestIndent = 200

// signature is the name under which a comment goes out.
func signature(t *thread.Thread, i int) string {
	c := t.At(i)
	switch name := t.Name(i); {
	case name != "":
		return name
	case c.Is(thread.Deleted):
		return "deleted"
	case c.Is(thread.Ghost):
		return "missing"
	}
	return "somebody"
}

// writeTextBody writes a body and an empty line behind it.
func writeTextBody(w *bufio.Writer, c *thread.Comment, indent string) {
	if c.Body.Empty() {
		return
	}
	for depth, passage := range quoteRuns(c.Body.Markdown()) {
		text := markup.Body{Raw: passage, Kind: markup.Markdown}.Plain()
		mark := indent + strings.Repeat("> ", depth)
		for line := range strings.Lines(strings.Trim(text, "\n")) {
			w.WriteString(strings.TrimRight(mark+line, " \n"))
			w.WriteByte('\n')
		}
		w.WriteByte('\n')
	}
}

// quoteRuns yields the parts of a Markdown text that stand in quotes of one
// depth, without the marks of these. A depth of 0 is no quote.
func quoteRuns(md string) iter.Seq2[int, string] {
	return func(yield func(depth int, passage string) bool) {
		var run strings.Builder
		depth, open := 0, fence("")
		for line := range strings.Lines(md) {
			marks := ""
			if !open.code() {
				marks = quoteMarks.FindString(line)
			}
			d := strings.Count(marks, ">")
			if d != depth && strings.TrimSpace(run.String()) != "" && !yield(depth, run.String()) {
				return
			}
			if d != depth {
				depth = d
				run.Reset()
			}
			if d == 0 {
				open = open.after(line)
			}
			run.WriteString(line[len(marks):])
		}
		if strings.TrimSpace(run.String()) != "" {
			yield(depth, run.String())
		}
	}
}

// quoteMarks are the signs of quoting before a line.
var quoteMarks = regexp.MustCompile(`^(?:> ?)+`)
