package format

import (
	"slices"
	"strings"

	"skein/thread"
	"skein/thread/format/dates"
	"skein/thread/format/plaintext"
)

// endOfComments is one past the last line of the comments below a text: where
// one can add one, or past the last there is before the next text is signed.
func (q *questionText) endOfComments(k int) int {
	end := len(q.lines)
	if k+1 < len(q.signed) {
		end = q.signed[k+1].line
	}
	last := q.signed[k].past
	for i := last; i < end; i++ {
		if closesComments(plaintext.ControlName(q.lines[i].Text)) {
			return i + 1
		}
		if answersHeading(q.lines[i].Text) {
			return i
		}
		if _, _, _, lines := q.commentEnd(i); lines > 0 {
			last = i + lines
		}
	}
	return last
}

// readComments reads the comments in these lines. What stands below the last
// without a name is one, too.
func (q *questionText) readComments(from, to, level int) {
	begin := from
	for i := from; i < to; {
		text, name, date, lines := q.commentEnd(i)
		if lines == 0 {
			i++
			continue
		}
		body := slices.Clone(q.lines[begin:i])
		if text != "" {
			body = append(body, plaintext.NewLine(text, q.lines[i].Indent()))
		}
		body, score := cutCommentScore(body)
		p := q.post(name, date, body)
		if p.Level = level; score != "" {
			p.Score, p.Flags = smallNumber(score), thread.Scored
		}
		q.builder.Add(p)
		i += lines
		begin = i
	}
	rest := slices.DeleteFunc(slices.Clone(q.lines[begin:to]), func(l plaintext.Line) bool {
		name := strings.Trim(plaintext.ControlName(l.Text), "•*+ ")
		return name == "" || closesComments(name) || strings.HasPrefix(name, "show ") && strings.HasSuffix(name, "more comments")
	})
	if len(rest) > 0 {
		p := q.post("", dates.Date{}, rest)
		p.Level = level
		q.builder.Add(p)
	}
}

// closesComments says whether what stands below all comments is called so.
func closesComments(name string) bool {
	return strings.HasPrefix(name, "add a comment") || strings.HasPrefix(name, "expand to show")
}

// cutCommentScore takes the bullet and the score off the beginning of a
// comment.
func cutCommentScore(body []plaintext.Line) (text []plaintext.Line, score string) {
	for len(body) > 0 && score == "" {
		body[0].Text = strings.TrimLeft(strings.TrimPrefix(body[0].Text, "* "), "•+○□ \u00a0")
		if strings.Trim(body[0].Text, "0123456789*") != "" {
			break
		}
		score, body = strings.Trim(body[0].Text, "*"), body[1:]
	}
	return body, score
}

// commentEnd reads what ends a comment: a dash, a name and a date, which may
// stand on the next line. It has so many lines, 0 where it is none. Text is
// what stands before it on its line.
func (q *questionText) commentEnd(i int) (text, name string, date dates.Date, lines int) {
	line := strings.ReplaceAll(q.lines[i].Text, "\u00a0", " ")
	at := strings.LastIndex(line, "– ")
	if at < 0 {
		return "", "", dates.Date{}, 0
	}
	text, end := strings.TrimSpace(line[:at]), line[at+len("– "):]
	date, from, to := dates.Find(end)
	lines = 1
	if !date.Weak() && text == "" && i+1 < len(q.lines) {
		next := strings.TrimPrefix(q.lines[i+1].Text, "Commented")
		if next = strings.TrimSpace(next); dates.IsDate(next) {
			date, _, _ = dates.Find(next)
			from, to, lines = len(end), len(end), 2
		}
	}
	if name = signer(strings.TrimSpace(end[:from])); !date.Weak() || to < len(end) || !plaintext.PossibleName(name) {
		return "", "", dates.Date{}, 0
	}
	return text, name, date, lines
}
