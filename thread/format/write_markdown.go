package format

import (
	"bufio"
	"fmt"
	"strconv"
	"strings"

	"skein/thread"
)

// writeMarkdown writes a document that reads well on a page and whose tree can
// be found again at any depth:
//
//	# Title
//
//	**kim** · 2024-05-01T09:00:00Z · 12 points
//
//	The post.
//
//	## 1 · ann
//
//	*2024-05-01T10:00:00Z · 3 points*
//
//	A comment.
//
//	### 2 → 1 · bo
//
//	Its reply.
//
// The heading of a comment has its number, behind an arrow the number of the
// comment that it answers (none for the post), and the author; its level
// follows the depth as far as Markdown has levels. A line in a body that looks
// like such a heading goes out with a backslash before it.
func writeMarkdown(w *bufio.Writer, t *thread.Thread, s Selection) error {
	body := t.At(0).Body.Markdown()
	if t.Title != "" || strings.HasPrefix(body, "#") {
		fmt.Fprintf(w, "# %s\n\n", escape(t.Title))
	}
	if t.URL != "" {
		fmt.Fprintf(w, "<%s>\n\n", strings.NewReplacer("<", "%3C", ">", "%3E", " ", "%20").Replace(t.URL))
	}
	facts := markdownFacts(t, 0, s.part(t, 0) == Context)
	if name := t.Name(0); name != "" {
		facts = append([]string{"**" + escape(name) + "**"}, facts...)
	}
	if len(facts) == 0 && (isAddress(firstOf(body)) || isPostFacts(firstOf(body))) {
		facts = []string{noDate}
	}
	if len(facts) > 0 {
		fmt.Fprintf(w, "%s\n\n", strings.Join(facts, " · "))
	}
	writeMarkdownBody(w, body)
	for i, context := range s.comments(t) {
		markdownHeading(w, t, i)
		body := t.At(i).Body.Markdown()
		facts := markdownFacts(t, i, context)
		if len(facts) == 0 && (t.Name(i) == "" || isFacts(firstOf(body))) {
			facts = []string{noDate}
		}
		if len(facts) > 0 {
			fmt.Fprintf(w, "*%s*\n\n", strings.Join(facts, " · "))
		}
		writeMarkdownBody(w, body)
	}
	return nil
}

// noDate stands for the facts where there are none, but the text begins with
// what would be taken for some, or a bare number would be all of the heading.
const noDate = "no date"

// firstOf is the first line of a body.
func firstOf(body string) string {
	line, _, _ := strings.Cut(strings.Trim(body, "\n"), "\n")
	return line
}

// markdownHeading writes the line that says which comment comes, whom it
// answers and who wrote it.
func markdownHeading(w *bufio.Writer, t *thread.Thread, i int) {
	const deepest = 6
	w.WriteString(strings.Repeat("#", min(t.Depth(i)+1, deepest)))
	fmt.Fprintf(w, " %d", t.At(i).Number)
	if p := t.Parent(i); p > 0 {
		fmt.Fprintf(w, " → %d", t.At(p).Number)
	}
	if name := t.Name(i); name != "" {
		fmt.Fprintf(w, " · %s", escape(name))
	}
	w.WriteString("\n\n")
}

// markdownFacts is what is known of a comment beside its author and text.
func markdownFacts(t *thread.Thread, i int, context bool) []string {
	c := t.At(i)
	var facts []string
	if at := stamp(c); at != "" {
		facts = append(facts, at)
	}
	if c.Is(thread.Scored) {
		facts = append(facts, counted(int(c.Score), "point", "points"))
	}
	return append(facts, markFacts(c, context, escapeFact)...)
}

// markFacts is what is known of a comment beside its author, time, score and
// text; names go through escape.
func markFacts(c *thread.Comment, context bool, escape func(string) string) []string {
	var facts []string
	if c.Title() != "" {
		facts = append(facts, "“"+escape(c.Title())+"”")
	}
	for _, a := range c.Attachments() {
		facts = append(facts, "with "+escape(a.Name))
	}
	if c.More() > 0 {
		facts = append(facts, counted(c.More(), "more reply", "more replies"))
	}
	for _, f := range []struct {
		yes  bool
		name string
	}{
		{c.Is(thread.Deleted), "deleted"}, {c.Is(thread.Ghost), "missing"}, {c.Is(thread.Inferred), "inferred"},
		{c.Is(thread.Topic), "topic"}, {context, "context"},
	} {
		if f.yes {
			facts = append(facts, f.name)
		}
	}
	return facts
}

// writeMarkdownBody writes a body so that neither its lines nor a code block
// without an end can be taken for what follows.
func writeMarkdownBody(w *bufio.Writer, body string) {
	if strings.TrimSpace(body) == "" {
		return
	}
	var open fence
	for line := range strings.Lines(strings.Trim(body, "\n") + "\n") {
		if !open.code() && strings.IndexByte(`\#`, line[0]) >= 0 && ownHeading().MatchString(line) {
			w.WriteByte('\\')
		}
		open = open.after(line)
		w.WriteString(line)
	}
	if open.code() {
		fmt.Fprintln(w, open)
	}
	w.WriteByte('\n')
}

// ownHeading is a line that looks like the heading of a comment, perhaps with
// the backslashes that keep it from being one.
var ownHeading = pattern(`^\\*#{2,6} [0-9]+( → [0-9]+)?( · |\s*$)`)

// A fence is the line of "`" or "~" that began a code block; empty outside.
type fence string

func (f fence) code() bool { return f != "" }

// after is the fence that is open behind a line (CommonMark, section 4.5).
func (f fence) after(line string) fence {
	text := strings.TrimLeft(line, " ")
	if text == "" || len(line)-len(text) > 3 || text[0] != '`' && text[0] != '~' {
		return f
	}
	rest := strings.TrimLeft(text, text[:1])
	mark := fence(text[:len(text)-len(rest)])
	switch {
	case len(mark) < 3:
		return f
	case !f.code() && (mark[0] == '~' || !strings.Contains(rest, "`")):
		return mark
	case f.code() && mark[0] == f[0] && len(mark) >= len(f) && strings.TrimSpace(rest) == "":
		return ""
	}
	return f
}

// escape makes a line of plain text Markdown that shows it as it is.
func escape(line string) string { return special().ReplaceAllString(line, `\$0`) }

var special = pattern("[\\\\`*_\\[\\]<>#~&]")

// escapeFact is escape for what stands among facts: what would part them goes
// out as a character reference, which a page shows as the same sign.
func escapeFact(line string) string { return strings.ReplaceAll(escape(line), "·", middleDot) }

const middleDot = "&#183;"

// counted is a number with its noun.
func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}
