package format

import (
	"slices"
	"strings"

	"skein/thread"
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
		if closesComments(controlName(q.lines[i].text)) {
			return i + 1
		}
		if answersHeading(q.lines[i].text) {
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
			body = append(body, textLine{text: text, indent: q.lines[i].indent})
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
	rest := slices.DeleteFunc(slices.Clone(q.lines[begin:to]), func(l textLine) bool {
		name := strings.Trim(controlName(l.text), "•*+ ")
		return name == "" || closesComments(name) || strings.HasPrefix(name, "show ") && strings.HasSuffix(name, "more comments")
	})
	if len(rest) > 0 {
		p := q.post("", textDate{}, rest)
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
func cutCommentScore(body []textLine) (text []textLine, score string) {
	for len(body) > 0 && score == "" {
		body[0].text = strings.TrimLeft(strings.TrimPrefix(body[0].text, "* "), "•+○□ \u00a0")
		if strings.Trim(body[0].text, "0123456789*") != "" {
			break
		}
		score, body = strings.Trim(body[0].text, "*"), body[1:]
	}
	return body, score
}

// commentEnd reads what ends a comment: a dash, a name and a date, which may
// stand on the next line. It has so many lines, 0 where it is none. Text is
// what stands before it on its line.
func (q *questionText) commentEnd(i int) (text, name string, date textDate, lines int) {
	line := strings.ReplaceAll(q.lines[i].text, "\u00a0", " ")
	at := strings.LastIndex(line, "– ")
	if at < 0 {
		return "", "", textDate{}, 0
	}
	text, end := strings.TrimSpace(line[:at]), line[at+len("– "):]
	date, from, to := findTextDate(end)
	lines = 1
	if !date.weak() && text == "" && i+1 < len(q.lines) {
		next := strings.TrimPrefix(q.lines[i+1].text, "Commented")
		if next = strings.TrimSpace(next); isDate(next) {
			date, _, _ = findTextDate(next)
			from, to, lines = len(end), len(end), 2
		}
	}
	if name = signer(strings.TrimSpace(end[:from])); !date.weak() || to < len(end) || !possibleName(name) {
		return "", "", textDate{}, 0
	}
	return text, name, date, lines
}
