package format

import (
	"bytes"
	"strings"
	"time"

	"skein/thread"
	"skein/thread/markup"
)

// rawPost is the line above each post in a topic as Discourse gives it out raw
// (raw/ID): who, when, and its number.
var rawPost = pattern(`(?m)^([^\n|]{1,80}) \| ([0-9]{4}-[0-9]{2}-[0-9]{2} [0-9:]{8} UTC) \| #([0-9]{1,7})\r?$`)

// sniffDiscourseRaw looks for the line of a first post.
func sniffDiscourseRaw(data []byte) bool {
	line, _, _ := bytes.Cut(bytes.TrimSpace(data[:min(len(data), glimpse)]), []byte("\n"))
	return rawPost().Match(line)
}

// readDiscourseRaw reads a topic given out raw: posts in Markdown, parted by
// rules, the first of which opens the topic. What a post answers is known only
// from what it quotes.
func readDiscourseRaw(data []byte, b *thread.Builder) error {
	text := strings.ToValidUTF8(string(data), "\ufffd")
	starts := rawPost().FindAllStringSubmatchIndex(text, -1)
	for i, at := range starts {
		end := len(text)
		if i+1 < len(starts) {
			end = starts[i+1][0]
		}
		body, quotes := rawQuotes(withoutRule(text[at[1]:end]))
		p := thread.Post{
			ID: text[at[6]:at[7]], Author: text[at[2]:at[3]], Body: markup.Body{Raw: body, Kind: markup.Markdown},
		}
		p.Time, _ = time.Parse("2006-01-02 15:04:05 MST", text[at[4]:at[5]])
		p.Zone = thread.KnownZone
		if quotes != "" && quotes != p.ID {
			p.Refs = []string{quotes}
		}
		if i == 0 {
			b.Post(p)
		} else {
			b.Add(p)
		}
	}
	if len(starts) == 0 {
		return ErrUnknown
	}
	return nil
}

// withoutRule is a post without the rule below it.
func withoutRule(text string) string {
	text = strings.TrimSpace(text)
	if line := text[strings.LastIndexByte(text, '\n')+1:]; len(line) > len("---") && strings.Trim(line, "-") == "" {
		text = strings.TrimSpace(strings.TrimSuffix(text, line))
	}
	return text
}

// rawQuotes makes quotes of Markdown of those that Discourse writes as
// [quote="ann, post:1, topic:5"]…[/quote], and says which post all of them are
// from; empty where that is none or more than one.
func rawQuotes(text string) (quoted, from string) {
	if !strings.Contains(text, "[quote") {
		return text, ""
	}
	sources := map[string]bool{}
	var out strings.Builder
	const deepest = 20 // deeper ones are as if they stood there
	depth, marks := 0, ""
	for line := range strings.Lines(text) {
		m := rawQuote().FindStringSubmatch(strings.TrimSpace(line))
		switch {
		case m != nil && m[1] != "/":
			depth++
			marks = strings.Repeat("> ", min(depth, deepest))
			sources[m[3]] = true
			if name := strings.TrimSpace(m[2]); name != "" {
				out.WriteString(marks + "**" + name + ":**\n" + marks + "\n")
			}
		case m != nil && depth > 0:
			depth--
			marks = strings.Repeat("> ", min(depth, deepest))
			out.WriteString("\n")
		default:
			out.WriteString(marks + line)
		}
	}
	delete(sources, "")
	if len(sources) == 1 {
		for post := range sources {
			from = post
		}
	}
	return out.String(), from
}

var rawQuote = pattern(`^\[(/?)quote(?:="([^",\]]*)(?:, ?post:([0-9]+))?[^\]]*)?\]$`)
