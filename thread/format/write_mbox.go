package format

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"mime"
	"mime/quotedprintable"
	"net/mail"
	"strings"
	"time"

	"skein/thread"
)

// writeMbox writes a mailbox (RFC 4155) in which the post is the first message
// and each comment answers its parent. Texts stay Markdown (RFC 7763). They go
// out as they are, or quoted-printable where a line is too long for mail or
// would be taken for the envelope of the next message.
//
// What nobody wrote has no From, what has no time no Date; a time in an
// unknown zone has a Date without one. Envelopes can't leave these out: there
// "-" is nobody, and 1970 begins where the time is unknown.
func writeMbox(w *bufio.Writer, t *thread.Thread, s Selection) error {
	m := mboxWriter{w, t, newMessageIDs(t)}
	m.message(0)
	for i := range s.comments(t) {
		m.message(i)
	}
	return nil
}

// An mboxWriter writes the messages of one thread.
type mboxWriter struct {
	*bufio.Writer
	thread *thread.Thread
	ids    messageIDs
}

// message writes comment i, or the post.
func (m mboxWriter) message(i int) {
	c := m.thread.At(i)
	from := mailbox(m.thread, i)
	fmt.Fprintf(m, "From %s %s\n", cmp.Or(from.Address, "-"), envelopeTime(c).Format(time.ANSIC))
	if from.Address != "" {
		m.header("From", from.String())
	}
	if at := mailDate(c); at != "" {
		m.header("Date", at)
	}
	m.header("Message-ID", m.ids.of(i))
	if i > 0 {
		m.header("In-Reply-To", m.ids.of(m.thread.Parent(i)))
		m.header("References", m.ids.above(i))
	}
	m.header("Subject", mime.QEncoding.Encode("utf-8", m.subject(i)))
	if url := m.thread.Link(i); url != "" && !strings.ContainsAny(url, " <>") {
		m.header("Archived-At", "<"+url+">")
	}
	m.header("MIME-Version", "1.0")
	m.header("Content-Type", "text/markdown; charset=utf-8")
	m.body(c.Body.Markdown())
}

// header writes a field, on several lines where it has blanks and is long
// (RFC 5322, section 2.2.3).
func (m mboxWriter) header(name, value string) {
	m.WriteString(name + ":")
	column := len(name) + 1
	for word := range strings.SplitSeq(value, " ") {
		if column+1+len(word) > 78 && column > len(name)+1 {
			m.WriteString("\n")
			column = 0
		}
		m.WriteString(" " + word)
		column += 1 + len(word)
	}
	m.WriteByte('\n')
}

// subject is the title of comment i, or that it answers the thread.
func (m mboxWriter) subject(i int) string {
	title := m.thread.At(i).Title()
	switch {
	case title != "":
		return title
	case i == 0 || m.thread.Title == "":
		return m.thread.Title
	}
	return "Re: " + m.thread.Title
}

// body writes the text and the empty line that ends a message.
func (m mboxWriter) body(text string) {
	if text = strings.Trim(text, "\n"); text != "" {
		text += "\n"
	}
	if !needsEncoding(text) {
		m.WriteString("Content-Transfer-Encoding: 8bit\n\n" + text + "\n")
		return
	}
	var encoded strings.Builder
	q := quotedprintable.NewWriter(&encoded)
	io.WriteString(q, text)
	q.Close()
	m.WriteString("Content-Transfer-Encoding: quoted-printable\n\n")
	for line := range strings.Lines(strings.ReplaceAll(encoded.String(), "\r\n", "\n")) {
		if likeEnvelope().MatchString(line) {
			line = fmt.Sprintf("=%02X%s", line[0], line[1:])
		}
		m.WriteString(line)
	}
	m.WriteByte('\n')
}

// likeEnvelope is a line that mailboxes quote, or that is quoted already.
var likeEnvelope = pattern(`^>*From `)

// needsEncoding says whether a text can't be the body of a message as it is
// (RFC 5322, section 2.1.1).
func needsEncoding(text string) bool {
	const longest = 998
	for line := range strings.Lines(text) {
		if len(line) > longest || (line[0] == 'F' || line[0] == '>') && likeEnvelope().MatchString(line) {
			return true
		}
	}
	return false
}

// mailbox is the author of comment i; its address is empty where nobody is
// named.
func mailbox(t *thread.Thread, i int) mail.Address {
	a := t.At(i).Author
	if a < 0 {
		return mail.Address{}
	}
	author := t.Authors[a]
	if plainAddress().MatchString(author.Address) {
		return mail.Address{Name: author.Name, Address: author.Address}
	}
	return mail.Address{Name: author.Name, Address: mailWord(cmp.Or(author.Address, author.Name)) + nowhere}
}

// plainAddress is a mail address without anything that needs quotation marks.
var plainAddress = pattern(`^[\w.!#$%&'*+/=?^{|}~-]+@[\w-]+(\.[\w-]+)+$`)

// nowhere makes ids of messages and addresses of names that are none. Its
// domain can't exist (RFC 2606).
const nowhere = "@skein.invalid"

// mailDate is the time of a comment as a Date, empty where there is none.
func mailDate(c *thread.Comment) string {
	const local = "Mon, 02 Jan 2006 15:04:05"
	switch {
	case stamp(c) == "":
		return ""
	case c.Is(thread.Zoned):
		return c.Time().Format(local + " -0700")
	}
	return c.Time().Format(local)
}

// envelopeTime is the time of a comment or the beginning of 1970.
func envelopeTime(c *thread.Comment) time.Time {
	if stamp(c) == "" {
		return time.Unix(0, 0).UTC()
	}
	return c.Time().UTC()
}
