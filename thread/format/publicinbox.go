package format

import (
	"bytes"
	"net/url"
	"path"
	"strings"
	"time"

	"golang.org/x/net/html"

	"skein/thread"
	"skein/thread/format/plaintext"
	"skein/thread/markup"
)

// sniffInboxText looks for messages as pages of public-inbox have them that
// were saved or dumped as text.
func sniffInboxText(data []byte) bool {
	const enough = 256 << 10
	data = data[:min(len(data), enough)]
	if !bytes.Contains(data, []byte("messages in thread")) || kindOf(data) != plain {
		return false
	}
	return len(inboxMessages(inboxLines(plaintext.Decode(data)))) > 0
}

// readInboxText reads such a page.
func readInboxText(data []byte, b *thread.Builder) error {
	return readInbox(inboxLines(plaintext.Decode(data)), nil, b)
}

// inboxLines are the lines of a page.
func inboxLines(text string) []string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " \t\r")
	}
	return lines
}

// linkNumber is what a dump puts before a link.
var linkNumber = pattern(`\[[0-9]+\]`)

// isNumbered says whether a line with links to a message is one of a dump that
// has numbered them.
func isNumbered(line string) bool { return strings.Contains(line, "]permalink") }

// withoutNumbers is a line of links without the numbers that a dump gave them.
func withoutNumbers(line string, numbered bool) string {
	if !numbered {
		return line
	}
	return linkNumber().ReplaceAllString(line, "")
}

// readInboxPage reads the page of a thread of public-inbox, as lore.kernel.org
// shows it, flat or nested (https://public-inbox.org): it is text in <pre>, in
// which the links to the messages have their ids.
func readInboxPage(data []byte, b *thread.Builder) error {
	var text strings.Builder
	ids := map[int]string{} // of messages, by the line that has the link
	lines, href, verbatim := 0, "", false
	for z := html.NewTokenizer(bytes.NewReader(data)); z.Next() != html.ErrorToken; {
		switch t := z.Token(); {
		case t.Type == html.TextToken && verbatim:
			if t.Data == "permalink" && href != "" && ids[lines] == "" {
				ids[lines] = inboxID(href)
			}
			text.WriteString(t.Data)
			lines += strings.Count(t.Data, "\n")
		case t.Data == "pre":
			if verbatim = t.Type == html.StartTagToken; !verbatim {
				text.WriteString("\n\n")
				lines += 2
			}
		case t.Data == "a":
			href = ""
			for _, attr := range t.Attr {
				if attr.Key == "href" {
					href = attr.Val
				}
			}
		}
	}
	return readInbox(strings.Split(text.String(), "\n"), ids, b)
}

// inboxID is the id of the message at an address: `../ID/`.
func inboxID(href string) string {
	id := path.Base(href)
	if plain, err := url.PathUnescape(id); err == nil {
		return plain
	}
	return id
}

// An inboxMessage is a message on a page, with its subject behind a star above
// it, and between what it answers and what answers it:
//
//	  2024-03-04 10:00 ` the subject Ann
//	@ 2024-03-04 12:30   ` Bo
//	  0 siblings, 0 replies; 3+ messages in thread
//	From: Bo @ 2024-03-04 12:30 UTC (permalink / raw)
//	  To: Ann
//
//	The text.
//
//	^ permalink raw reply	[flat|nested] 3+ messages in thread
type inboxMessage struct {
	subject, author, date string
	from                  int    // the line that says so
	above                 string // what it answers: its date, a blank, and what follows that
	body                  []string
}

// inboxMessages are the messages in the lines of a page.
func inboxMessages(lines []string) []inboxMessage {
	var all []inboxMessage
	for i, line := range lines {
		m := readInboxFrom(line)
		if m == nil {
			continue
		}
		margin := len(m[1])
		message := inboxMessage{author: m[2], date: m[3], from: i, body: inboxBody(lines[i+1:], margin)}
		message.readHead(lines[:i], margin, isNumbered(line))
		all = append(all, message)
	}
	return all
}

// readInboxFrom is what stands in the line that says who wrote a message: the
// blanks before it, the name, the date. It is nil for any other line.
func readInboxFrom(line string) []string {
	if !strings.HasSuffix(line, "raw)") {
		return nil
	}
	return inboxFrom().FindStringSubmatch(withoutNumbers(line, isNumbered(line)))
}

var inboxFrom = pattern(`^( *)From: (.*) @ ([0-9]{4}-[0-9]{2}-[0-9]{2} [ 0-9][0-9]:[0-9]{2}) UTC \(permalink / raw\)$`)

// readHead reads the lines above that which says who wrote a message: its
// subject, and where in the tree it stands.
func (m *inboxMessage) readHead(above []string, margin int, numbered bool) {
	const most = 16 // lines
	own := -1       // its level
	for i := len(above) - 1; i >= max(0, len(above)-most); i-- {
		line := withoutNumbers(outdented(above[i], margin), numbered)
		if subject, ok := strings.CutPrefix(line, "* "); ok {
			m.subject = subject
			return
		}
		const date = len("  2024-03-04 10:00")
		if len(line) <= date || line[6] != '-' || line[9] != '-' || line[15] != ':' {
			continue
		}
		level, rest := inboxLevel(line[date:])
		switch {
		case line[0] == '@':
			own = level
		case own >= 0 && level < own && m.above == "":
			m.above = line[2:date] + " " + rest
		}
	}
}

// inboxLevel is the level that stands behind a date, and what is there.
func inboxLevel(text string) (level int, rest string) {
	rest = strings.TrimLeft(text, " ")
	if rest, reply := strings.CutPrefix(rest, "` "); reply {
		return (strings.IndexByte(text, '`') + 1) / 2, rest
	}
	return 0, rest
}

// outdented is a line without so many blanks before it.
func outdented(line string, margin int) string {
	blanks := len(line) - len(strings.TrimLeft(line, " "))
	return line[min(blanks, margin):]
}

// inboxBody is the text of a message, above which stand those whom it went to.
func inboxBody(lines []string, margin int) (body []string) {
	for i, line := range lines {
		line = outdented(line, margin)
		if strings.HasPrefix(withoutNumbers(line, isNumbered(line)), "^ permalink raw reply") || readInboxFrom(line) != nil {
			break
		}
		if len(body) > 0 || line == "" && i > 0 {
			body = append(body, line)
		}
	}
	return body
}

// readInbox gives a builder the messages in the lines of a page, whose ids are
// known by the lines that say who wrote them.
func readInbox(lines []string, ids map[int]string, b *thread.Builder) error {
	messages := inboxMessages(lines)
	if len(messages) == 0 {
		return ErrUnknown
	}
	parents, roots := inboxParents(messages), 0
	for _, p := range parents {
		if p < 0 {
			roots++
		}
	}
	single := roots == 1 && parents[0] < 0
	b.Title = strings.TrimPrefix(messages[0].subject, "Re: ")
	numbers := make([]int, len(messages))
	for i, m := range messages {
		post := thread.Post{ID: ids[m.from], Author: m.author, Zone: thread.KnownZone}
		post.Time, _ = time.Parse("2006-01-02 15:04", strings.Replace(m.date, "  ", " 0", 1))
		post.Body = markup.Body{Raw: strings.Trim(strings.Join(m.body, "\n"), "\n"), Kind: markup.Text}
		if single && i == 0 {
			b.Post(post)
			continue
		}
		if subject := strings.TrimPrefix(m.subject, "Re: "); subject != inboxSubject(messages, parents[i], b.Title) {
			post.Title = m.subject
		}
		numbers[i] = b.Add(post)
	}
	for i, p := range parents {
		if p >= 0 {
			b.Below(numbers[i], numbers[p])
		}
	}
	return nil
}

// inboxSubject is what the message with an index is about, for -1 what the page
// is about.
func inboxSubject(messages []inboxMessage, i int, page string) string {
	if i < 0 {
		return page
	}
	return strings.TrimPrefix(messages[i].subject, "Re: ")
}

// inboxParents are the indices of what the messages answer, -1 for nothing that
// is on the page. A page names it by its date, its subject where that is another
// than before, and its author.
func inboxParents(messages []inboxMessage) []int {
	called := map[string]int{}
	for i, m := range messages {
		for _, name := range []string{m.author, strings.TrimPrefix(m.subject, "Re: ") + " " + m.author, m.subject + " " + m.author} {
			name = m.date + " " + name
			if _, taken := called[name]; !taken {
				called[name] = i
			}
		}
	}
	parents := make([]int, len(messages))
	for i, m := range messages {
		parent, known := called[m.above]
		if !known || parent == i {
			parent = -1
		}
		parents[i] = parent
	}
	return parents
}
