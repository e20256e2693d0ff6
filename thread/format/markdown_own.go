package format

import (
	"strconv"
	"strings"
	"time"

	"skein/thread"
)

// soundsOwn says whether there are headings as skein writes them, with an
// author, a parent or facts; or nothing but a post as skein writes it.
func soundsOwn(lines []string) bool {
	var open fence
	for i, line := range lines {
		if m := readOwnHead(line); m != nil && !open.code() {
			return m[3] != "" || m[4] != "" || i+2 < len(lines) && lines[i+1] == "" && isFacts(lines[i+2])
		}
		open = open.after(line)
	}
	title, url, rest := ownTitle(lines)
	return (title != "" || url != "") && len(rest) > 0 && isPostFacts(rest[0])
}

// readOwnHead is the heading of a comment, nil for any other line.
func readOwnHead(line string) []string {
	if !strings.HasPrefix(line, "##") {
		return nil
	}
	return ownHead().FindStringSubmatch(line)
}

// ownHead is the heading of a comment: its level, its number, that of the
// comment it answers, its author.
var ownHead = pattern(`^(#{2,6}) ([0-9]{1,9})(?: → ([0-9]{1,9}))?(?: · (.+))?\s*$`)

// readOwnMarkdown reads what writeMarkdown has written.
func readOwnMarkdown(lines []string, b *thread.Builder) {
	b.Title, b.URL, lines = ownTitle(lines)
	var post thread.Post
	if len(lines) > 0 && isPostFacts(lines[0]) {
		post, lines = postFacts(lines[0]), lines[1:]
	}
	lines = ownBody(lines, &post)
	b.Post(post)
	levels := map[string]int{} // by number
	for len(lines) > 0 {
		m := ownHead().FindStringSubmatch(lines[0])
		p := thread.Post{Author: unescapeMarkdown(m[4]), Level: 1}
		if above, ok := levels[m[3]]; ok {
			p.Level = above + 1
		} else if m[3] != "" {
			p.Level = len(m[1]) - 1
		}
		levels[m[2]] = p.Level
		lines = skipBlank(lines[1:])
		if len(lines) > 0 && isFacts(lines[0]) {
			readFacts(&p, lines[0][1:len(lines[0])-1])
			lines = lines[1:]
		}
		lines = ownBody(lines, &p)
		b.Add(p)
	}
}

// ownTitle reads the thread's title and address, and the line behind them.
func ownTitle(lines []string) (title, url string, rest []string) {
	lines = skipBlank(lines)
	if len(lines) > 0 && (lines[0] == "#" || strings.HasPrefix(lines[0], "# ")) {
		title = unescapeMarkdown(strings.TrimSpace(lines[0][1:]))
		lines = skipBlank(lines[1:])
	}
	if len(lines) > 0 && isAddress(lines[0]) {
		url = strings.Trim(lines[0], "<>")
		lines = skipBlank(lines[1:])
	}
	return title, url, lines
}

// isAddress says whether a line is the thread's address.
func isAddress(line string) bool {
	return strings.HasPrefix(line, "<") && strings.HasSuffix(line, ">") && !strings.ContainsAny(line, " \t")
}

// ownBody reads the text up to the next heading of a comment.
func ownBody(lines []string, p *thread.Post) (rest []string) {
	var text []string
	var open fence
	end := 0
	for end < len(lines) {
		line := lines[end]
		if !open.code() {
			if readOwnHead(line) != nil {
				break
			}
			if strings.HasPrefix(line, `\`) && ownHeading().MatchString(line) {
				line = line[1:]
			}
		}
		open = open.after(lines[end])
		text = append(text, line)
		end++
	}
	p.Body = markdownBody(text)
	return lines[end:]
}

func skipBlank(lines []string) []string {
	for len(lines) > 0 && strings.TrimSpace(lines[0]) == "" {
		lines = lines[1:]
	}
	return lines
}

// isFacts says whether a line is what skein writes below the heading of a
// comment.
func isFacts(line string) bool {
	inner, ok := strings.CutPrefix(line, "*")
	inner, closed := strings.CutSuffix(inner, "*")
	return ok && closed && inner != "" && readFacts(&thread.Post{}, inner)
}

// isPostFacts says whether a line is what skein writes about the post.
func isPostFacts(line string) bool {
	if ownPoster().MatchString(line) {
		return readFacts(&thread.Post{}, strings.TrimPrefix(ownPoster().ReplaceAllString(line, ""), " · "))
	}
	return line != "" && readFacts(&thread.Post{}, line)
}

func postFacts(line string) thread.Post {
	var p thread.Post
	if m := ownPoster().FindStringSubmatch(line); m != nil {
		p.Author = unescapeMarkdown(m[1])
		line = strings.TrimPrefix(line[len(m[0]):], " · ")
	}
	readFacts(&p, line)
	return p
}

// ownPoster is the author of the post, with a backslash before each special
// character of the name.
var ownPoster = pattern(`^\*\*((?:\\.|[^*\\])+)\*\*`)

// readFacts reads what markdownFacts has written and says whether it is that.
func readFacts(p *thread.Post, line string) bool {
	parts := strings.Split(line, " · ")
	if line == "" {
		return true
	}
	for i := 0; i < len(parts); i++ {
		fact := parts[i]
		for strings.HasPrefix(fact, "“") && !strings.HasSuffix(fact, "”") && i+1 < len(parts) {
			i++
			fact += " · " + parts[i]
		}
		if !readFact(p, fact) {
			return false
		}
	}
	return true
}

// readFact reads one fact about a comment and says whether it is one.
func readFact(p *thread.Post, fact string) bool {
	if len(fact) >= len(time.DateOnly) && '0' <= fact[0] && fact[0] <= '9' {
		if at, zone, ok := parseTime(fact); ok {
			p.Time, p.Zone = at, zone
			return true
		}
	}
	number, noun, _ := strings.Cut(fact, " ")
	if n, err := strconv.Atoi(number); err == nil {
		switch noun {
		case "point", "points":
			p.Score, p.Flags = n, p.Flags|thread.Scored
		case "more reply", "more replies":
			p.More = n
		default:
			return false
		}
		return true
	}
	if title, ok := strings.CutPrefix(fact, "“"); ok && strings.HasSuffix(title, "”") {
		p.Title = unescapeMarkdown(strings.TrimSuffix(title, "”"))
		return true
	}
	if name, ok := strings.CutPrefix(fact, "with "); ok {
		p.Attachments = append(p.Attachments, thread.Attachment{Name: unescapeMarkdown(name)})
		return true
	}
	flag, ok := ownFlags[fact]
	p.Flags |= flag
	return ok
}

// ownFlags are the facts that are true where they are written; that there is
// no date is written only where the text would be taken for facts.
var ownFlags = map[string]thread.Flags{
	"deleted": thread.Deleted, "missing": thread.Ghost, "inferred": thread.Inferred, "topic": thread.Topic,
	"context": thread.Context, noDate: 0,
}

// unescapeMarkdown takes back what escape and escapeFact do.
func unescapeMarkdown(line string) string {
	return escaped().ReplaceAllStringFunc(line, func(sign string) string {
		if sign == middleDot {
			return "·"
		}
		return sign[1:]
	})
}

var escaped = pattern("\\\\[\\\\`*_\\[\\]<>#~&]|" + middleDot)
