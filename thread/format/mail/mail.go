// Package mail reads mail and news: mailboxes (mbox in all its dialects), the
// archives of Mailman and LISTSERV, batches of news, single messages, folders of
// them.
//
// Mail as it lies in archives breaks every rule there is, so nothing here asks
// for a rule to be kept: a header line that is none is skipped, a charset
// label that lies is not believed, a part without an end goes as far as the
// message. Messages are threaded by what they refer to, as RFC 5256 does it
// for THREAD=REFERENCES, and by their subjects only where they refer to
// nothing that is there (see linkSubjects).
//
// Text that is mailed as it is stays where it is in the input; what is
// encoded (quoted-printable, base64, another charset, format=flowed) is
// decoded once, while reading. That is quicker than reading the rest, and
// attachments, which are most of what is ever encoded, are left out.
package mail

import (
	"bytes"
	"hash/maphash"

	"skein/thread"
)

// A DamageError says where a mailbox breaks off.
type DamageError struct {
	Offset int64 // in bytes
	Err    error
}

func (e *DamageError) Error() string { return e.Err.Error() }

// Unwrap returns what is wrong there.
func (e *DamageError) Unwrap() error { return e.Err }

// Read reads all messages in data, a mailbox or a single message. The error
// is a *DamageError where the last message breaks off. Of a part of a mailbox
// the last message is left out: its header may be cut. Posts alias data.
func Read(data []byte, b *thread.Builder) error {
	box := Box{grown: b.Grown, format: b.Format}
	err := box.Read(data)
	if b.Part {
		box.dropLast()
	}
	box.Build(b)
	return err
}

// A Box is the messages that were read so far, of one mailbox or many. The
// zero Box is empty.
type Box struct {
	messages []*message
	expected int                             // how many there will be, 0 if nobody knows
	ids      map[string]int32                // where each id is among the messages
	copies   map[string]*copies              // of the ids that more than one message has
	subjects map[string]*subject             // what each of them is about
	people   map[thread.Author]thread.Author // who wrote them
	lastList string                          // the mailing list of the last one
	shelf    thread.Shelf                    // ids, subjects, people, lists, and some refs
	hash     maphash.Hash
	endless  bool // the last message breaks off
	end      int  // where it ends

	grown  func(*thread.Thread) // is given parts of a long box while it is read, if not nil
	format string               // what their threads say they were read from
	shown  int                  // messages of the longest part so far
}

// Read adds the messages in data. They are parted one by one, some thousand at
// a time, fewer in the beginning, and read on all cores while the next are
// parted.
func (b *Box) Read(data []byte) error {
	const first, most = 1 << 10, 1 << 13
	atOnce := first
	b.endless = false
	data = withLineFeeds(data)
	var parted, before []section            // the latter are being read
	read := func() []message { return nil } // waits for them
	for s := range withDigests(split(data)) {
		if parted = append(parted, s); len(parted) == atOnce {
			if b.messages == nil {
				b.expect(int(float64(atOnce) * float64(len(data)) / float64(s.end) * spare))
			}
			messages := read()
			read = readAll(parted)
			b.add(messages)
			b.grow()
			parted, before = before[:0], parted
			atOnce = min(2*atOnce, most)
		}
		b.end = s.end
	}
	next := readAll(parted)
	b.add(read())
	b.add(next())
	if b.endless {
		return &DamageError{int64(b.end), errNoEnd}
	}
	return nil
}

// Len is the number of messages.
func (b *Box) Len() int { return len(b.messages) }

// spare is how much room there is for more messages than the first let expect:
// moving them all would take longer.
const spare = 1.05

// expect makes room for so many messages.
func (b *Box) expect(n int) {
	b.expected = n
	b.messages = make([]*message, 0, n)
	b.ids = make(map[string]int32, n)
}

// readAll begins to read the messages in sections; what it returns waits for
// them.
func readAll(parted []section) func() []message {
	messages := make([]message, len(parted))
	done := make(chan any, 1)
	go func() {
		defer func() { done <- recover() }()
		thread.InBlocks(len(parted), 0, func(_, from, to int) {
			for i := from; i < to; i++ {
				messages[i] = readMessage(parted[i])
			}
		})
	}()
	return func() []message {
		if v := <-done; v != nil {
			panic(v) // where the caller can recover
		}
		return messages
	}
}

// cutLine is the first line of data without its end, and the rest.
func cutLine(data []byte) (line, rest []byte) {
	line, rest, _ = bytes.Cut(data, []byte("\n"))
	return bytes.TrimSuffix(line, []byte("\r")), rest
}
