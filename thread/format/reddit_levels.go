package format

import (
	"bytes"
	"slices"
	"strings"

	"skein/thread"
	"skein/thread/format/lexicon"
	"skein/thread/format/plaintext"
)

// A levelText is a thread's page of Reddit's, as it was from 2018 to 2023, that
// was saved, dumped or copied as text: above each comment a line says how deep
// it stands, below it stand its score and what can be done with it.
type levelText struct {
	lines   []plaintext.Line
	levels  []int // the lines that say how deep
	builder *thread.Builder
}

// sniffLevelText looks for comments as they stand on such pages.
func sniffLevelText(data []byte) bool {
	const enough = 256 << 10
	data = data[:min(len(data), enough)]
	if !bytes.Contains(data, []byte("level 1")) || kindOf(data) != plain {
		return false
	}
	t := levelText{lines: plaintext.Lines(plaintext.Decode(data))}
	t.findLevels()
	return len(t.levels) > 0
}

// readLevelText reads such a page.
func readLevelText(data []byte, b *thread.Builder) error {
	t := levelText{lines: plaintext.CutReferences(plaintext.Lines(plaintext.Decode(data))), builder: b}
	t.findLevels()
	if len(t.levels) == 0 {
		return readText(data, b)
	}
	t.readPost(t.lines[:t.levels[0]])
	for k, at := range t.levels {
		end := len(t.lines)
		if k+1 < len(t.levels) {
			end = t.levels[k+1]
		}
		p := levelComment(t.lines[at+1 : end])
		p.Level = levelOf(t.lines[at].Text)
		b.Add(p)
	}
	return nil
}

// findLevels finds the lines that begin comments: below each stands when it
// was written.
func (t *levelText) findLevels() {
	const head = 12 // lines: the name, marks and awards, and when
	for i, l := range t.lines {
		if levelOf(l.Text) == 0 {
			continue
		}
		below := t.lines[i+1 : min(i+1+head, len(t.lines))]
		if slices.ContainsFunc(below, func(l plaintext.Line) bool { return tellsRedditAge(l.Text) }) {
			t.levels = append(t.levels, i)
		}
	}
}

// levelOf is the number of a line that says how deep a comment stands, else 0.
func levelOf(s string) int {
	number, found := strings.CutPrefix(plaintext.ControlName(s), "level ")
	if !found || !lexicon.OnlyDigits(number) {
		return 0
	}
	return smallNumber(number)
}

// tellsRedditAge says whether a line says how long ago something was written
// and little else.
func tellsRedditAge(s string) bool {
	const longest = 120
	s = strings.ReplaceAll(s, "_", " ") // a link, as html2text has them
	return len(s) <= longest && (strings.HasSuffix(s, " ago") || strings.Contains(s, " ago ·") || strings.Contains(s, "just now"))
}

// levelComment reads the lines of one comment.
func levelComment(lines []plaintext.Line) (p thread.Post) {
	end := endOfLevel(lines)
	for _, l := range lines[end:] {
		if number, found := strings.CutSuffix(plaintext.ControlName(l.Text), " more replies"); found {
			p.More = smallNumber(number)
		} else if plaintext.ControlName(l.Text) == "1 more reply" {
			p.More = 1
		}
	}
	lines = lines[:end]
	at := slices.IndexFunc(lines, func(l plaintext.Line) bool { return tellsRedditAge(l.Text) })
	if at < 0 {
		p.Body = plaintext.Body(lines)
		return p
	}
	for _, l := range lines[:at+1] {
		for fact := range strings.SplitSeq(l.Text, "·") {
			p = redditFact(p, strings.TrimSpace(fact))
		}
	}
	lines = lines[at+1:]
	for len(lines) > 0 && (strings.Trim(lines[0].Text, "· ") == "" || strings.HasPrefix(strings.Trim(lines[0].Text, "· "), "edited ") && tellsRedditAge(lines[0].Text)) {
		lines = lines[1:]
	}
	lines, score, scored := cutVotes(lines)
	if scored {
		p.Score, p.Flags = score, p.Flags|thread.Scored
	}
	p.Body = plaintext.Body(lines)
	redditGone(&p)
	return p
}

// cutVotes takes the score and the buttons around it off the end of a comment.
func cutVotes(lines []plaintext.Line) (text []plaintext.Line, score int, scored bool) {
	for n := len(lines) - 1; n >= 0; n-- {
		name := plaintext.ControlName(lines[n].Text)
		value, counts := figureIn(name)
		counts = counts && !scored && strings.Trim(name, "-0123456789.,k") == ""
		if !counts && !isButton(name) {
			break
		}
		if counts {
			score, scored = value, true
		}
		lines = lines[:n]
	}
	if n := len(lines) - 1; n >= 0 && strings.HasSuffix(lines[n].Text, " (BUTTON)") {
		lines = slices.Clone(lines)
		lines[n].Text = strings.TrimSuffix(lines[n].Text, " (BUTTON)")
	}
	return lines, score, scored
}

// isButton says whether what a line is called is a button's name.
func isButton(name string) bool { return name == "" || name == "submit" || name == "vote" }

// endOfLevel is where what can be done with a comment stands: `Reply` or, in
// old threads, two of the others.
func endOfLevel(lines []plaintext.Line) int {
	for i, l := range lines {
		name := plaintext.ControlName(l.Text)
		if name == "reply" || leadsOn(l.Text) || isAction(name) && i+1 < len(lines) && isAction(plaintext.ControlName(lines[i+1].Text)) {
			return i
		}
	}
	return len(lines)
}

func isAction(name string) bool {
	switch name {
	case "share", "report", "save", "follow", "give award", "give gold", "reportsave", "reportsavefollow":
		return true
	}
	return false
}

// leadsOn says whether a line leads to replies that are not on the page.
func leadsOn(s string) bool {
	name := plaintext.ControlName(s)
	return name == "continue this thread" || name == "1 more reply" || strings.HasSuffix(name, " more replies")
}

// redditFact adds what one fact of a comment's head says: first the name, then
// perhaps the points.
func redditFact(p thread.Post, fact string) thread.Post {
	points, scored := cutPoints(fact)
	switch {
	case strings.HasPrefix(fact, "Comment deleted by"), strings.HasPrefix(fact, "Comment removed by"):
		p.Flags |= thread.Deleted
	case scored:
		if n, ok := figureIn(points); ok {
			p.Score, p.Flags = n, p.Flags|thread.Scored
		}
	case p.Author == "" && p.Flags&thread.Deleted == 0 && fact != "" && !tellsRedditAge(fact) && !strings.HasSuffix(fact, "avatar"):
		p.Author = strings.TrimPrefix(fact, "u/")
	}
	return p
}

// readPost reads what stands above the comments: the score, who posted it and
// when, the title, and the text up to the number of comments.
func (t *levelText) readPost(lines []plaintext.Line) {
	at := slices.IndexFunc(lines, func(l plaintext.Line) bool { return strings.HasPrefix(l.Text, "Posted by") })
	if at < 0 {
		t.builder.Post(thread.Post{Body: plaintext.Body(lines)})
		return
	}
	var p thread.Post
	for k := at - 1; k >= max(at-3, 0); k-- {
		if score, ok := figureIn(plaintext.ControlName(lines[k].Text)); ok {
			p.Score, p.Flags = score, thread.Scored
			break
		}
	}
	const head = 4 // lines with the name and when
	for k := at; k < min(at+head, len(lines)); k++ {
		if _, name, found := strings.Cut(lines[k].Text, "u/"); found && p.Author == "" {
			p.Author, _, _ = strings.Cut(name, " ")
		}
		if tellsRedditAge(lines[k].Text) {
			lines = lines[k+1:]
			break
		}
	}
	lines = slices.DeleteFunc(slices.Clone(lines), func(l plaintext.Line) bool { return isButton(plaintext.ControlName(l.Text)) })
	if end := slices.IndexFunc(lines, func(l plaintext.Line) bool { return countsComments(plaintext.ControlName(l.Text)) }); end >= 0 {
		lines = lines[:end]
	}
	if len(lines) > 0 {
		past := 1
		for past < len(lines) && lines[past].Gap() == 0 && len(lines[past-1].Text) >= plaintext.FullLine {
			past++
		}
		t.builder.Title, lines = strings.Trim(plaintext.Join(lines[:past]), "* "), lines[past:]
	}
	p.Body = plaintext.Body(lines)
	t.builder.Post(p)
}

// countsComments says whether a line is called `12 comments`.
func countsComments(name string) bool {
	number, what, _ := strings.Cut(name, " ")
	_, ok := figureIn(number)
	return ok && (what == "comments" || what == "comment")
}
