package format

import (
	"bufio"
	"bytes"
	"encoding/json"
	"strconv"
	"time"

	"skein/thread"
)

// A wireThread is what skein's JSON says of a thread before its comments.
type wireThread struct {
	Title  string      `json:"title,omitzero"`
	URL    string      `json:"url,omitzero"`
	Format string      `json:"format,omitzero"`
	Post   wireComment `json:"post"`
}

// A wireComment is a comment, or the post, in skein's JSON.
type wireComment struct {
	ID          string           `json:"id,omitzero"`
	Parent      any              `json:"parent,omitzero"` // a string, or noParent; absent for the post
	Level       int              `json:"level,omitzero"`
	Author      string           `json:"author,omitzero"`
	Address     string           `json:"address,omitzero"`
	Time        string           `json:"time,omitzero"`
	Score       *int32           `json:"score,omitzero"`
	URL         string           `json:"url,omitzero"`
	Title       string           `json:"title,omitzero"`
	Body        string           `json:"body,omitzero"`
	Attachments []wireAttachment `json:"attachments,omitzero"`
	More        int              `json:"more,omitzero"`
	Deleted     bool             `json:"deleted,omitzero"`
	Ghost       bool             `json:"ghost,omitzero"`
	Inferred    bool             `json:"inferred,omitzero"`
	Topic       bool             `json:"topic,omitzero"`
	Context     bool             `json:"context,omitzero"`
}

// noParent is what a reply to the post answers: null in JSON.
var noParent *string

type wireAttachment struct {
	Name string `json:"name,omitzero"`
	Type string `json:"type,omitzero"`
	Size int64  `json:"size,omitzero"`
}

// writeJSON writes one object with each comment on a line of its own, so that
// tools for lines can work on it, too.
func writeJSON(w *bufio.Writer, t *thread.Thread, s Selection) error {
	ids, wire := newNaming(t), newWire()
	head, err := wire.line(ids.thread(t, s))
	if err != nil {
		return err
	}
	w.Write(head[:len(head)-1])
	w.WriteString(",\n\"comments\":[")
	separator := "\n"
	for i, context := range s.comments(t) {
		comment, err := wire.line(ids.comment(t, i, context))
		if err != nil {
			return err
		}
		w.WriteString(separator)
		w.Write(comment)
		separator = ",\n"
	}
	_, err = w.WriteString("\n]}\n")
	return err
}

// writeJSONLines writes the thread's own object on the first line and a
// comment on each further one.
func writeJSONLines(w *bufio.Writer, t *thread.Thread, s Selection) error {
	ids, lines := newNaming(t), json.NewEncoder(w)
	lines.SetEscapeHTML(false)
	if err := lines.Encode(ids.thread(t, s)); err != nil {
		return err
	}
	for i, context := range s.comments(t) {
		if err := lines.Encode(ids.comment(t, i, context)); err != nil {
			return err
		}
	}
	return nil
}

// A wire makes values JSON, each in the room of the one before.
type wire struct {
	buf bytes.Buffer
	enc *json.Encoder
}

func newWire() *wire {
	w := &wire{}
	w.enc = json.NewEncoder(&w.buf)
	w.enc.SetEscapeHTML(false)
	return w
}

// line is a value without an end of line. A byte in it that is no UTF-8 has
// become U+FFFD.
func (w *wire) line(v any) ([]byte, error) {
	w.buf.Reset()
	err := w.enc.Encode(v)
	return bytes.TrimSuffix(w.buf.Bytes(), []byte("\n")), err
}

// naming gives an id to comments that have none, so that their replies can
// name them: their number, which no other comment has as its id.
type naming struct {
	taken map[string]bool // nil where each comment has an id
}

func newNaming(t *thread.Thread) naming {
	for i := 1; i < t.Len(); i++ {
		if t.At(i).ID == "" {
			return naming{idsOf(t)}
		}
	}
	return naming{}
}

func idsOf(t *thread.Thread) map[string]bool {
	ids := map[string]bool{}
	for i := range t.Len() {
		ids[t.At(i).ID] = true
	}
	return ids
}

// id is the id under which comment i goes out. The post needs none.
func (n naming) id(t *thread.Thread, i int) string {
	c := t.At(i)
	if c.ID != "" || i == 0 {
		return c.ID
	}
	id := strconv.Itoa(int(c.Number))
	for n.taken[id] {
		id = "~" + id
	}
	return id
}

// thread is what goes out of a thread before its comments.
func (n naming) thread(t *thread.Thread, s Selection) wireThread {
	context := s.part(t, 0) == Context || t.At(0).Is(thread.Context)
	post := n.comment(t, 0, context)
	return wireThread{Title: t.Title, URL: t.URL, Format: t.Format, Post: post}
}

// comment is what goes out of comment i.
func (n naming) comment(t *thread.Thread, i int, context bool) wireComment {
	c := t.At(i)
	out := wireComment{
		ID: n.id(t, i), Level: t.Depth(i), Time: stamp(c), URL: t.Link(i), Title: c.Title(), More: c.More(),
		Deleted: c.Is(thread.Deleted), Ghost: c.Is(thread.Ghost), Inferred: c.Is(thread.Inferred),
		Topic: c.Is(thread.Topic), Context: context,
	}
	if i > 0 {
		out.Parent = noParent
		if id := n.id(t, t.Parent(i)); id != "" {
			out.Parent = id
		}
	}
	if c.Author >= 0 {
		a := t.Authors[c.Author]
		out.Author, out.Address = a.Name, a.Address
	}
	if c.Is(thread.Scored) {
		out.Score = &c.Score
	}
	if !c.Body.Empty() {
		out.Body = c.Body.Markdown()
	}
	for _, a := range c.Attachments() {
		out.Attachments = append(out.Attachments, wireAttachment(a))
	}
	return out
}

// stamp is the time of a comment after RFC 3339, without an offset where its
// zone is unknown, empty where the time is or has no place in RFC 3339.
func stamp(c *thread.Comment) string {
	at := c.Time()
	switch year := at.Year(); {
	case !c.Is(thread.Timed), year < 1, year > 9999:
		return ""
	case c.Is(thread.Zoned):
		return at.Format(time.RFC3339)
	}
	return at.Format(localTime)
}
