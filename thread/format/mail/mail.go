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
	box := Box{grown: b.Grown, format: b.Format, part: b.Part}
	err := box.Read(data)
	box.Build(b)
	return err
}

// A Box is the messages that were read so far, of one mailbox or many. The
// zero Box is empty.
type Box struct {
	messages []*kept
	expected int // how many there will be, 0 if nobody knows
	ids      index
	copies   map[string]*copies       // of the ids that more than one message has
	subjects map[string]*subject      // what each of them is about
	authors  *thread.Authors          // who wrote them
	writers  map[string]thread.Writer // the same, by From fields
	list     string                   // the mailing list or newsgroup of the first that has one
	lists    bool                     // some are from others
	shelf    thread.Shelf             // ids, subjects, lists, and some refs
	hash     maphash.Hash
	endless  bool // the last message breaks off
	end      int  // where it ends
	part     bool // the last message may be cut and is left out

	grown  func(*thread.Thread) // is given parts of a long box while it is read, if not nil
	format string               // what their threads say they were read from
	shown  int                  // messages of the longest part so far
}

// Read adds the messages in data. They are parted, read and added in batches:
// while one is added, the next are read and others parted.
func (b *Box) Read(data []byte) error {
	b.endless = false
	data = withLineFeeds(data)
	sections := withDigests(split(data))
	if b.part {
		sections = allButLast(sections)
	}
	for batch := range thread.InOrder(thread.Ahead(inBatches(sections)), (*batch).read) {
		if b.messages == nil && len(batch.sections) == batchLen {
			b.expect(int(batchLen * float64(len(data)) / float64(batch.end()) * spare))
		}
		b.add(batch.messages)
		b.grow()
		b.end = batch.end()
		batches.Put(batch)
	}
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
	b.messages = make([]*kept, 0, n)
	b.ids.room(n)
}

// cutLine is the first line of data without its end, and the rest.
func cutLine(data []byte) (line, rest []byte) {
	line = data
	if i := bytes.IndexByte(data, '\n'); i >= 0 {
		line, rest = data[:i], data[i+1:]
	}
	if n := len(line); n > 0 && line[n-1] == '\r' {
		line = line[:n-1]
	}
	return line, rest
}
