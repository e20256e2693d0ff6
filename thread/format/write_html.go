package format

import (
	"bufio"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"html"
	"strings"

	"skein/thread"
)

// writeHTML writes one page that needs nothing else: comments are nested
// <details>, which browsers fold without a script. Nothing in it runs or
// loads: it forbids that itself, and of what the thread holds only text and
// links to the web and to mail addresses come through.
func writeHTML(w *bufio.Writer, t *thread.Thread, s Selection) error {
	p := htmlWriter{Writer: w, thread: t, bodies: newBodies()}
	p.head()
	if err := p.post(s.part(t, 0) == Context); err != nil {
		return err
	}
	for i, context := range s.comments(t) {
		p.close(min(t.Depth(i), deepestDetails))
		if err := p.comment(i, context); err != nil {
			return err
		}
	}
	p.close(0)
	p.WriteString("</main>\n</body>\n</html>\n")
	return nil
}

// deepestDetails is how deep comments stand in each other: browsers leave
// elements out that stand in more than 512 others.
const deepestDetails = 200

// An htmlWriter writes the page of one thread.
type htmlWriter struct {
	*bufio.Writer
	thread *thread.Thread
	bodies bodies
	open   []int // the levels of the comments that still wait for replies
}

// head writes what comes before the post.
func (p *htmlWriter) head() {
	sum := sha256.Sum256([]byte(pageStyle))
	fmt.Fprintf(p, `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>%s</title>
<style>%s</style>
</head>
<body>
<main>
`, base64.StdEncoding.EncodeToString(sum[:]), html.EscapeString(p.thread.Title), pageStyle)
}

// post writes what is discussed.
func (p *htmlWriter) post(context bool) error {
	if title := p.thread.Title; title != "" {
		fmt.Fprintf(p, "<h1>%s</h1>\n", linked(p.thread.URL, title))
	} else if webAddress(p.thread.URL) {
		fmt.Fprintf(p, "<p>%s</p>\n", linked(p.thread.URL, p.thread.URL))
	}
	fmt.Fprintf(p, "<article id=\"c0\">\n<p class=\"by\">%s</p>\n", p.by(0, context))
	if err := p.bodies.write(p, p.thread.At(0).Body); err != nil {
		return err
	}
	p.WriteString("</article>\n")
	return nil
}

// comment opens the details of a comment and writes all but its replies.
func (p *htmlWriter) comment(i int, context bool) error {
	p.open = append(p.open, min(p.thread.Depth(i), deepestDetails))
	c := p.thread.At(i)
	fmt.Fprintf(p, "<details open id=\"c%d\">\n<summary>%s", c.Number, p.by(i, context))
	if first := c.Body.First(80); first != "" {
		fmt.Fprintf(p, " <span class=\"first\">%s</span>", html.EscapeString(first))
	}
	if n := p.thread.Replies(i); n > 0 {
		fmt.Fprintf(p, " <span class=\"count\">%s</span>", counted(n, "reply", "replies"))
	}
	p.WriteString("</summary>\n")
	return p.bodies.write(p, c.Body)
}

// close ends the details of all comments that are no ancestors of one on that
// level.
func (p *htmlWriter) close(level int) {
	for n := len(p.open); n > 0 && p.open[n-1] >= level; n = len(p.open) {
		p.open = p.open[:n-1]
		p.WriteString("</details>\n")
	}
}

// by is the line about comment i: who wrote it, when, and whom it answers.
func (p *htmlWriter) by(i int, context bool) string {
	c := p.thread.At(i)
	var parts []string
	if name := p.thread.Name(i); name != "" {
		parts = append(parts, "<b>"+html.EscapeString(name)+"</b>")
	}
	if at := stamp(c); at != "" {
		parts = append(parts, fmt.Sprintf(`<time datetime="%s">%s</time>`, at, c.Time().Format("2006-01-02 15:04")))
	}
	if c.Is(thread.Scored) {
		parts = append(parts, counted(int(c.Score), "point", "points"))
	}
	for _, fact := range markFacts(c, context, func(name string) string { return name }) {
		parts = append(parts, html.EscapeString(fact))
	}
	if link := p.thread.Link(i); webAddress(link) {
		parts = append(parts, linked(link, "link"))
	}
	if i > 0 {
		parts = append(parts, fmt.Sprintf(`<a href="#c%d">#%d</a>`, c.Number, c.Number))
	}
	if up := p.thread.Parent(i); up > 0 {
		parts = append(parts, fmt.Sprintf(`<a href="#c%d">↑ #%d</a>`, p.thread.At(up).Number, p.thread.At(up).Number))
	}
	return strings.Join(parts, " · ")
}
