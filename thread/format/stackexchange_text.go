package format

import (
	"bytes"
	"slices"
	"strings"

	"skein/thread"
	"skein/thread/format/dates"
	"skein/thread/format/lexicon"
	"skein/thread/format/plaintext"
)

// A questionText is a question's page on a Stack Exchange site that was saved,
// dumped or copied as text. Below each text stands what can be done with it,
// then who wrote it and when, then its comments, each with a dash, a name and
// a date at its end.
type questionText struct {
	lines    []plaintext.Line
	signed   []signing
	dayFirst bool
	builder  *thread.Builder
}

// A signing says who asked or answered, and when.
type signing struct {
	line     int // the one with the verb
	past     int // the first line below it, with the fame of its bearer
	name     string
	date     dates.Date
	question bool
}

// sniffQuestionText looks for what stands on all such pages.
func sniffQuestionText(data []byte) bool {
	const enough = 256 << 10
	data = data[:min(len(data), enough)]
	if !bytes.Contains(data, []byte("asked ")) || kindOf(data) != plain {
		return false
	}
	asked, improved := false, false
	for line := range strings.Lines(plaintext.Decode(data)) {
		verb, _ := signs(strings.TrimSpace(line))
		asked = asked || verb == "asked"
		improved = improved || strings.HasSuffix(plaintext.ControlName(line), "improve this question")
	}
	return asked && improved
}

// readQuestionText reads such a page as a tree like that of the page itself.
func readQuestionText(data []byte, b *thread.Builder) error {
	q := questionText{lines: plaintext.CutReferences(plaintext.Lines(plaintext.Decode(data))), dayFirst: saysDayFirst(data), builder: b}
	q.findSignatures()
	if len(q.signed) == 0 || !q.signed[0].question {
		return readText(data, b)
	}
	at := q.readTitle()
	for k, s := range q.signed {
		body, score, scored := q.textFrom(at, s.line, s.question)
		post := q.post(s.name, s.date, body)
		post.Score = score
		if scored {
			post.Flags |= thread.Scored
		}
		if at = q.endOfComments(k); k == 0 {
			b.Post(post)
		} else {
			post.Level = 1
			b.Add(post)
		}
		q.readComments(s.past, at, min(k, 1)+1)
	}
	rest := slices.IndexFunc(q.lines[at:], func(l plaintext.Line) bool { return belowAnswers(l.Text) })
	if rest < 0 {
		rest = len(q.lines) - at
	}
	if body, _, _ := q.textFrom(at, at+rest, false); len(body) > 0 { // the page breaks off
		b.Add(thread.Post{Level: 1, Body: plaintext.Body(body)})
	}
	return nil
}

// post is what a name, a date and lines say of a comment.
func (q *questionText) post(name string, date dates.Date, body []plaintext.Line) thread.Post {
	p := thread.Post{Author: name, Body: plaintext.Body(body)}
	p.Time, p.Zone = date.Time(q.dayFirst)
	return p
}

// readTitle takes the title and says where the question begins, below that and
// the facts that follow.
func (q *questionText) readTitle() (body int) {
	above := q.lines[:q.signed[0].line]
	below := slices.IndexFunc(above, func(l plaintext.Line) bool { return plaintext.ControlName(l.Text) == "ask question" || isFact(l.Text) })
	if below < 0 { // old pages
		below = slices.IndexFunc(above, func(l plaintext.Line) bool { return strings.HasPrefix(l.Text, "up vote") || lexicon.OnlyDigits(l.Text) })
	}
	if below <= 0 {
		return 0
	}
	q.builder.Title = q.titleAbove(below)
	for below < len(above) && (plaintext.ControlName(above[below].Text) == "ask question" || isFact(above[below].Text)) {
		below++
	}
	return below
}

// isFact says whether a line tells what a page knows of a question.
func isFact(s string) bool {
	for _, fact := range []string{"Asked ", "Modified ", "Viewed ", "Active "} {
		if strings.HasPrefix(s, fact) {
			return true
		}
	}
	return false
}

// titleAbove is the title that ends above a line: where it is wrapped, all of
// its lines.
func (q *questionText) titleAbove(line int) string {
	const most = 3 // lines
	from := line - 1
	for from > max(line-most, 0) && q.lines[from].Gap() == 0 && len(q.lines[from-1].Text) >= plaintext.FullLine {
		from--
	}
	text := strings.Trim(plaintext.Join(q.lines[from:line]), "* ")
	if !strings.Contains(text, " ") { // a link, as html2text has them
		text = strings.ReplaceAll(text, "_", " ")
	}
	return text
}

// findSignatures finds all who asked or answered. Who edited a text signs
// before its author does.
func (q *questionText) findSignatures() {
	for i, l := range q.lines {
		verb, when := signs(l.Text)
		if verb == "" {
			continue
		}
		date, _, _ := dates.Find(when)
		s := signing{line: i, past: i + 1, date: date, question: verb == "asked"}
		for s.past < len(q.lines) && s.past < i+4 && s.name == "" {
			if next, _ := signs(q.lines[s.past].Text); next != "" {
				break
			}
			if name := plaintext.ControlName(q.lines[s.past].Text); name != "" && !strings.HasSuffix(name, "user avatar") && name != "community wiki" {
				s.name = signer(q.lines[s.past].Text)
			}
			s.past++
		}
		for s.past < len(q.lines) && isFame(q.lines[s.past].Text) {
			s.past++
		}
		q.signed = append(q.signed, s)
	}
}

// signs is the verb of a line that says when somebody asked or answered, and
// when.
func signs(line string) (verb, when string) {
	verb, when, _ = strings.Cut(line, " ")
	if verb != "asked" && verb != "answered" || !dates.IsDate(when) {
		return "", ""
	}
	return verb, when
}

// signer is a name, which stands twice where its bearer has a picture, without
// the sign of a moderator.
func signer(s string) string {
	s = strings.TrimSpace(strings.TrimSuffix(s, "♦"))
	if half := len(s) / 2; len(s)%2 == 0 && strings.ReplaceAll(s[:half], "_", " ") == s[half:] {
		s = s[half:]
	}
	if plaintext.IsJoinedName(s) { // a link, as html2text has them
		s = strings.ReplaceAll(s, "_", " ")
	}
	return plaintext.CleanName(s)
}

// isFame says whether a line counts what its site gives to people, or the
// comments below, or says that somebody is new.
func isFame(s string) bool {
	return strings.Contains(s, " badge") || strings.Trim(s, "0123456789.,k") == "" || strings.HasPrefix(s, "New contributor") || strings.TrimSpace(s) == "♦"
}

// answersHeading says whether a line counts the answers below it.
func answersHeading(s string) bool {
	number, rest, _ := strings.Cut(strings.Trim(s, "* "), " ")
	what, _, _ := strings.Cut(rest, " ")
	return number != "" && lexicon.OnlyDigits(number) && (what == "Answers" || what == "Answer")
}

// controls are what stands above a text, around its score, and what begins
// such lines.
var (
	controls = []string{"", "submit", "up vote", "down vote", "down vote accepted", "down vote favorite", "accepted", "favorite", "reset to default",
		"active oldest votes", "active", "oldest", "votes", "save this answer.", "save this question.", "show activity on this post.",
		"bookmark this question.", "this answer is useful", "this answer is not useful",
		"this question shows research effort; it is useful and clear", "this question does not show any research effort; it is unclear or not useful"}
	controlStarts = []string{"sorted by:", "one of: ", "highest score (default", "trending (recent", "date modified (newest", "date created (oldest", "(oldest first"}
)

func isControl(name string) bool {
	return slices.Contains(controls, name) || slices.ContainsFunc(controlStarts, func(start string) bool { return strings.HasPrefix(name, start) })
}

// textFrom is the text of a question or an answer between a line and its
// signature, without the controls around it, and its score.
func (q *questionText) textFrom(from, to int, question bool) (body []plaintext.Line, score int, scored bool) {
	from, score, scored = q.skipControls(from, to, question)
	const most = 16 // lines of controls and of who edited
	for i := max(from, to-most); i < to; i++ {
		if name := plaintext.ControlName(q.lines[i].Text); name == "share" || strings.HasPrefix(name, "share") && strings.Contains(name, "improve this") {
			to = i
		}
	}
	return q.lines[from:to], score, scored
}

// skipControls is the first line that is no control, and the score among
// those. Below that of a question stands how many keep it.
func (q *questionText) skipControls(from, to int, question bool) (at, score int, scored bool) {
	kept := !question
	for at = from; at < to; at++ {
		name := plaintext.ControlName(q.lines[at].Text)
		votes := strings.TrimPrefix(name, "up vote ")
		n, ok := figureIn(votes)
		switch counts := ok && (len(votes) < len(name) || strings.Trim(name, "-0123456789") == ""); {
		case counts && !scored:
			score, scored = n, true
		case counts && !kept:
			kept = true
		case !isControl(name) && !answersHeading(q.lines[at].Text):
			return at, score, scored
		}
	}
	return at, score, scored
}

// belowAnswers says whether a line begins what stands below the last answer.
func belowAnswers(s string) bool {
	for _, begin := range []string{"Your Answer", "You must log in", "Not the answer", "Highly active question", "Sign up or", "Know someone who", "Featured on Meta", "Thanks for contributing"} {
		if strings.HasPrefix(strings.TrimLeft(s, "* "), begin) {
			return true
		}
	}
	return false
}
