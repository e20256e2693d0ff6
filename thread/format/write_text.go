package format

import (
	"bufio"
	"fmt"
	"iter"
	"strconv"
	"strings"

	"skein/thread"
	"skein/thread/format/plaintext"
	"skein/thread/markup"
)

// writeText writes a thread in the shape in which blogs are saved as text,
// which skein reads again: replies to the post numbered, replies to them with
// a bullet, and every level two columns further in.
//
//	Title
//	by kim
//	May 1, 2024 at 9:00 am
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
//
// A page without title begins with a blank line, one without an author too
// with two. A line of a body that could be taken for a header goes out a
// column further in: readOwnText tells them apart by that.
func writeText(w *bufio.Writer, t *thread.Thread, s Selection) error {
	writeTextPost(w, t)
	count := 0
	for range s.comments(t) {
		count++
	}
	fmt.Fprintln(w, counted(count, "reply", "replies"))
	top := 0
	var open []int // the comments that the next may answer
	for i := range s.comments(t) {
		for len(open) > 0 && i >= t.End(open[len(open)-1]) {
			open = open[:len(open)-1]
		}
		open = append(open, i)
		level, mark := len(open), "•"
		switch {
		case level == 1:
			top++
			mark = fmt.Sprintf("%d.", top)
		case level > plaintext.DeepestIndent:
			mark += strconv.Itoa(level)
		}
		indent := strings.Repeat(" ", plaintext.OwnColumn(level))
		fmt.Fprintf(w, "%s%s %s%s\n", indent, mark, plaintext.Signature(t, i), plaintext.OwnSays)
		indent += "  "
		writeTextDate(w, t.At(i), indent)
		w.WriteByte('\n')
		writeTextBody(w, t.At(i), indent)
	}
	return nil
}

// writeTextPost writes what stands above the comments.
func writeTextPost(w *bufio.Writer, t *thread.Thread) {
	post, name := t.At(0), t.Name(0)
	if t.Title == "" && name == "" && post.Body.Empty() {
		return
	}
	if plaintext.SoundsOwn(t.Title) {
		w.WriteByte(' ')
	}
	fmt.Fprintln(w, t.Title)
	if name != "" {
		fmt.Fprintf(w, "by %s\n", name)
		writeTextDate(w, post, "")
	}
	w.WriteByte('\n')
	writeTextBody(w, post, "")
}

// writeTextDate writes when something was written, if a year of four digits
// can say that.
func writeTextDate(w *bufio.Writer, c *thread.Comment, indent string) {
	if at := c.Time(); c.Is(thread.Timed) && at.Year() > 0 && at.Year() < 10_000 {
		fmt.Fprintf(w, "%s%s\n", indent, at.Format(plaintext.OwnDate))
	}
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
			if depth == 0 && plaintext.SoundsOwn(line) {
				line = " " + line
			}
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
				marks = quoteMarks().FindString(line)
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
var quoteMarks = pattern(`^(?:> ?)+`)
