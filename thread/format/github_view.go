package format

import (
	"bytes"
	"strings"

	"skein/thread"
	"skein/thread/markup"
)

// sniffGitHubView looks for the facts that gh shows above an issue, a pull
// request or a comment where it does not write to a terminal.
func sniffGitHubView(data []byte) bool {
	head := bytes.ReplaceAll(data[:min(len(data), glimpse)], []byte("\r\n"), []byte("\n"))
	facts, _, found := bytes.Cut(head, []byte("\n--\n"))
	if !found {
		return false
	}
	of := viewFacts(strings.Split(string(facts), "\n"))
	return of["author"] != "" && (of["number"] != "" && of["title"] != "" || of["association"] != "")
}

// readGitHubView reads what `gh issue view` and `gh pr view` show with
// --comments: blocks of facts and of Markdown in turn, a line of two hyphens
// between them. Comments have no times there.
func readGitHubView(data []byte, b *thread.Builder) error {
	text := strings.ToValidUTF8(strings.ReplaceAll(string(data), "\r\n", "\n"), "\ufffd")
	var of map[string]string
	var body []string
	tell := func() {
		if of == nil {
			return
		}
		p := thread.Post{Author: of["author"], Body: markdownBody(body)}
		if of["title"] != "" {
			b.Title, b.URL = of["title"], of["url"]
			b.Post(p)
		} else {
			b.Add(p)
		}
	}
	for len(text) > 0 {
		block, rest, _ := strings.Cut(text, "\n--\n")
		text = rest
		if facts := viewFacts(strings.Split(strings.Trim(block, "\n"), "\n")); facts["author"] != "" {
			tell()
			of, body = facts, nil
			continue
		}
		if body != nil {
			body = append(body, "--") // a line of the text
		}
		body = append(body, block)
	}
	tell()
	return nil
}

// viewFacts are the facts in lines such as "author:	ann"; nil where a line is
// none.
func viewFacts(lines []string) map[string]string {
	facts := make(map[string]string, len(lines))
	for _, line := range lines {
		m := viewFact().FindStringSubmatch(line)
		if m == nil {
			return nil
		}
		facts[m[1]] = markup.CleanLine(strings.TrimSpace(m[2]))
	}
	return facts
}

var viewFact = pattern(`^([a-z][a-z-]{1,20}):\t(.*)$`)
