package format

import (
	"html"

	"skein/thread"
	"skein/thread/markup"
)

// sniffStackExchange looks for a question that holds answers or comments, for
// one alone with its text, which may have them behind it, for answers, or for
// comments.
func sniffStackExchange(data []byte) bool {
	v := glance(data)
	v = v.at("items").or(v)
	return sniffStackPost(v) || hasElement(v, sniffStackPost) ||
		v.count() == 1 && v.first().has("question_id", "creation_date", "title", "body")
}

func sniffStackPost(v value) bool {
	switch {
	case !v.has("creation_date"):
		return false
	case v.has("comment_id", "post_id"), v.has("answer_id", "question_id"):
		return true
	}
	return v.has("question_id") && (v.at("answers").kind() == '[' || v.at("comments").kind() == '[')
}

// readStackExchangeAPI reads what the API of Stack Exchange answers
// (https://api.stackexchange.com/docs/questions-by-ids): questions with their
// answers and the comments on both, as far as a filter asked for them, or a
// list of answers or of comments, which name what they are on.
func readStackExchangeAPI(data []byte, b *thread.Builder) error {
	vs, err := readValues(data)
	r := stackReader{questionOf: map[string]string{}, promised: map[string]int{}}
	for doc := range vs.documents {
		items := doc.at("items").or(doc)
		r.read(items)
		for v := range items.elements {
			r.read(v)
		}
	}
	for id, d := range r.by {
		d.head.More += max(0, r.promised[id])
	}
	r.tell(b)
	return err
}

// A stackReader knows which question the answers answer that it has seen.
type stackReader struct {
	discussions
	questionOf map[string]string
	promised   map[string]int // by question: the answers that it has and that are not there
}

func (r *stackReader) read(v value) {
	switch {
	case v.has("comment_id"):
		r.comment(v)
	case v.has("answer_id"):
		r.answer(v)
	case v.has("question_id"), v.has("answers"):
		r.question(v)
	}
}

func (r *stackReader) question(v value) {
	id := v.at("question_id").text()
	d := r.of(id)
	d.head = stackEntry(v, id)
	d.head.Title = html.UnescapeString(v.at("title").text())
	d.head.URL = v.at("link").or(v.at("share_link")).text()
	d.head.More = stackMore(v)
	r.promised[id] += v.at("answer_count").amount()
	r.below(v)
}

// answer takes an answer, whose question may stand elsewhere or nowhere.
func (r *stackReader) answer(v value) {
	id, question := v.at("answer_id").text(), v.at("question_id").text()
	r.questionOf[id] = question
	r.promised[question]--
	d := r.of(question)
	if d.head.ID == "" {
		d.head.ID = question
	}
	p := stackEntry(v, id)
	p.Refs, p.More = []string{question}, stackMore(v)
	p.URL = v.at("link").or(v.at("share_link")).text()
	d.add(p)
	r.below(v)
}

// below takes the answers to a question and the comments on one or the other.
func (r *stackReader) below(v value) {
	for c := range v.at("comments").elements {
		r.comment(c)
	}
	for a := range v.at("answers").elements {
		r.answer(a)
	}
}

func (r *stackReader) comment(v value) {
	post := v.at("post_id").text()
	question := post
	if q := r.questionOf[post]; q != "" {
		question = q
	}
	d := r.of(question)
	if d.head.ID == "" {
		d.head.ID = question
	}
	p := stackEntry(v, "comment"+v.at("comment_id").text())
	p.Refs = []string{post}
	p.URL = v.at("link").text()
	d.add(p)
}

// stackEntry is what questions, answers and comments have alike. Who left the
// site is named no more, or by name only. Names and Markdown come with
// entities, as they stand in a page.
func stackEntry(v value, id string) thread.Post {
	p := thread.Post{ID: id, Author: html.UnescapeString(v.at("owner", "display_name").text()), Address: v.at("owner", "user_id").text()}
	p.Time, p.Zone = v.at("creation_date").time()
	v.at("score").score(&p)
	if p.Body = v.at("body").body(markup.HTML); p.Body.Empty() {
		p.Body = markup.Body{Raw: html.UnescapeString(v.at("body_markdown").text()), Kind: markup.Markdown}
	}
	return p
}

// stackMore is how many comments on a post are not there.
func stackMore(v value) int {
	return max(0, v.at("comment_count").amount()-v.at("comments").count())
}
