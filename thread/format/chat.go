package format

import (
	"bytes"
	"iter"
	"slices"
	"strings"

	"skein/thread"
	"skein/thread/format/lexicon"
	"skein/thread/format/plaintext"
	"skein/thread/markup"
)

// A message is what a line says that begins one in a chat.
type message struct {
	stamp string // when, as it is written; empty where the line does not tell
	day   string // a line above that tells the day
	name  string // empty where it is the program that speaks
	text  string // the rest of the line
}

// sniffChat looks for lines that begin messages.
func sniffChat(data []byte) bool { return dialectOf(data) != nil }

// dialectOf is the dialect of a chat by its first lines, nil where it is none.
func dialectOf(data []byte) *dialect {
	head := data[:min(len(data), glimpse)]
	if looksBinary(head) {
		return nil
	}
	if cut := bytes.LastIndexByte(head, '\n'); len(head) < len(data) && cut > 0 {
		head = head[:cut]
	}
	text := plaintext.Decode(head)
	for k := range dialects {
		if d := &dialects[k]; d.speaks(text) {
			return d
		}
	}
	return nil
}

// speaks says whether a text is a chat in this dialect: nothing stands before
// the first message but rulers, there are several messages, of two people or
// more, and some of those speak again where no line tells when.
func (d *dialect) speaks(text string) bool {
	const few, many = 3, 400
	lines, heads, said := 0, 0, 0
	timed, names := false, map[string]bool{}
	for whole := range strings.Lines(text) {
		line := strings.TrimRight(whole, "\r\n")
		if strings.TrimFunc(line, lexicon.IsBlank) == "" {
			continue
		}
		m, ok := d.head(line)
		switch {
		case ok:
			heads++
			if m.name != "" {
				names[m.name] = true
				said++
				timed = timed || m.stamp != ""
			}
		case heads == 0 && d.isRuler(line), d.tellsDay(line):
			continue
		case heads == 0:
			return false
		}
		if lines++; heads == many {
			break
		}
	}
	again := timed && !d.again || 3*said >= 4*len(names)
	return said >= few && len(names) > 1 && again && heads*d.share >= lines && (!d.told || heads > said)
}

// readChat reads a chat. What a message answers can only be told from the
// names and words in it.
func readChat(data []byte, b *thread.Builder) error {
	d := dialectOf(data)
	if d == nil {
		return ErrUnknown
	}
	text := withoutFooter(plaintext.Decode(data))
	above := d.above(text)
	if _, channel, found := strings.Cut(above, "\nChannel: "); found {
		channel, _, _ = strings.Cut(channel, "\n")
		b.Title = strings.TrimRight(channel, "\r")
	}
	b.Post(thread.Post{Body: markup.Body{Raw: above, Kind: markup.Text}})
	b.Flat = true
	c := calendar{dayFirst: d.dayFirst(text)}
	for m := range d.messages(text) {
		p := thread.Post{Author: m.name, Body: markup.Body{Raw: m.text, Kind: markup.Text}}
		p.Time, p.Zone = c.sent(m)
		b.Add(p)
	}
	return nil
}

// above is what stands above the first message.
func (d *dialect) above(text string) string {
	end := 0
	for line := range strings.Lines(text) {
		if _, ok := d.head(strings.TrimRight(line, "\r\n")); ok {
			break
		}
		end += len(line)
	}
	return strings.TrimFunc(text[:end], lexicon.IsBlank)
}

// withoutFooter cuts off what an exporter writes below the last message.
func withoutFooter(text string) string {
	const longest = 400
	tail := text[max(len(text)-longest, 0):]
	at := max(strings.LastIndex(tail, "\nExported "), 0)
	rule := strings.LastIndex(tail[:at], "\n===")
	if rule < 0 || strings.Trim(tail[rule:at], "=\r\n") != "" || !strings.Contains(tail[at:], " message(s)") {
		return text
	}
	return text[:len(text)-len(tail)+rule]
}

// messages yields the messages of a chat, each with all of its lines.
func (d *dialect) messages(text string) iter.Seq[message] {
	return func(yield func(message) bool) {
		var m message
		from, to, day := -1, 0, "" // where the text of m stands; -1 before the first message
		said := func() bool {
			if from < 0 {
				return true
			}
			m.text = strings.TrimFunc(text[from:to], lexicon.IsBlank)
			return yield(m)
		}
		end := 0
		for whole := range strings.Lines(text) {
			end += len(whole)
			line := strings.TrimRight(whole, "\r\n")
			next, ok := d.head(line)
			switch {
			case ok:
				if !said() {
					return
				}
				m, to = next, end
				m.day = day
				from = end - len(whole) + len(line) - len(m.text)
			case d.tellsDay(line):
				day = line
			default:
				to = end
			}
		}
		said()
	}
}

// isRuler says whether a line may be one that the program drew.
func (d *dialect) isRuler(line string) bool {
	return slices.ContainsFunc(d.rulers, func(start string) bool { return strings.HasPrefix(line, start) })
}
