package format

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"

	"skein/thread"
	"skein/thread/format/mail"
)

// A File is one file of a folder. Err is why it could not be read.
type File struct {
	Name string
	Data []byte
	Err  error
}

// ErrFolder is the error for a folder that holds no thread.
var ErrFolder = errors.New("is a folder in which no file holds a thread")

var errNoMail = errors.New("is not mail")

// ReadFolder finds the discussions in the files of a folder, in their order:
// all mail in them is one mailbox, and anything else a thread, or several. A
// name is the format of each. Where it may infer, flat threads are trees as far
// as their texts tell (see thread.Inferred).
//
// Files without a thread and those that could not be read are left out, and
// the error names the first of them; so does a text that nobody answers, if no
// name says that it is one. Without any thread the error is ErrFolder, or
// wraps it.
func ReadFolder(files []File, name string, infer bool) (*thread.Thread, error) {
	if name != "" && !known(name) {
		return nil, unknownName(name)
	}
	f := folder{name: name, infer: infer}
	for _, file := range files {
		f.read(file)
	}
	t := f.thread()
	if t == nil {
		if f.left.first != nil {
			return nil, fmt.Errorf("%w: %w", ErrFolder, f.left.first)
		}
		return nil, ErrFolder
	}
	return t, f.left.err(len(files))
}

// A folder is what its files have been read as so far.
type folder struct {
	name    string // of the format; empty for any
	infer   bool
	box     mail.Box
	threads []*thread.Thread
	left    leftOut
}

// read reads one more file.
func (f *folder) read(file File) {
	switch {
	case file.Err != nil:
		f.left.add(file.Name, file.Err)
	case len(bytes.TrimSpace(file.Data)) == 0:
		f.left.add(file.Name, ErrEmpty)
	case f.name != "" && f.name != "mail":
		f.readThread(file)
	case mail.Sniff(file.Data):
		if err := f.box.Read(file.Data); err != nil {
			f.left.cut(file.Name, err)
		}
	case f.name == "mail":
		f.left.add(file.Name, errNoMail)
	default:
		f.readThread(file)
	}
}

// readThread reads a file that is no mail.
func (f *folder) readThread(file File) {
	t, err := Read(file.Data, f.name)
	switch {
	case t == nil:
		f.left.add(file.Name, err)
		return
	case f.name == "" && t.Format == "text" && t.Len() == 1:
		f.left.add(file.Name, ErrUnknown)
		return
	case err != nil:
		f.left.cut(file.Name, err)
	}
	if f.infer {
		t = t.Inferred()
	}
	t.Title = cmp.Or(t.Title, file.Name)
	f.threads = append(f.threads, t)
}

// thread is the only thread there is or one that holds them all, nil where
// there is none.
func (f *folder) thread() *thread.Thread {
	threads := f.threads
	if f.box.Len() > 0 {
		b := &thread.Builder{Format: "mail"}
		f.box.Build(b)
		threads = append([]*thread.Thread{b.Thread()}, threads...)
	}
	switch len(threads) {
	case 0:
		return nil
	case 1:
		return threads[0]
	}
	b := &thread.Builder{Format: threads[0].Format}
	for _, t := range threads {
		if t.Format != b.Format {
			b.Format = "folder" // of several formats
		}
		addThread(b, t)
	}
	return b.Thread()
}

// addThread adds a thread to those that the builder has. Its post stands on
// the first level, unless it holds several threads itself.
func addThread(b *thread.Builder, t *thread.Thread) {
	first, above := 0, 1
	if t.Topics() != nil {
		first, above = 1, 0
	}
	for i := first; i < t.Len(); i++ {
		p := postAt(t, i)
		p.Level += above
		if i == 0 {
			p.Title, p.URL, p.Flags = cmp.Or(t.Title, p.Title), cmp.Or(t.URL, p.URL), p.Flags|thread.Topic
		}
		b.Add(p)
	}
}

// postAt is what a format would read to make comment i.
func postAt(t *thread.Thread, i int) thread.Post {
	c := t.At(i)
	p := thread.Post{
		ID: c.ID, Level: t.Depth(i), Score: int(c.Score), Body: c.Body, Flags: c.Flags,
		Time: c.Time(), Zone: thread.ZoneKnown(c.Is(thread.Zoned)),
		URL: t.Link(i), Title: c.Title(), Attachments: c.Attachments(), More: c.More(),
	}
	if c.Author >= 0 {
		author := t.Authors[c.Author]
		p.Author, p.Address = author.Name, author.Address
	}
	return p
}

// A leftOut is what of a folder could not be read.
type leftOut struct {
	unread, broken int
	first          error
}

// add notes a file that is left out.
func (l *leftOut) add(name string, err error) {
	l.unread++
	l.note(name, err)
}

// cut notes a file of which a part was read.
func (l *leftOut) cut(name string, err error) {
	l.broken++
	l.note(name, err)
}

func (l *leftOut) note(name string, err error) {
	if l.first == nil {
		l.first = fmt.Errorf("%s: %w", name, err)
	}
}

// err says how many of the files were not read, or not to their end.
func (l *leftOut) err(files int) error {
	switch n := l.unread + l.broken; {
	case n == 0:
		return nil
	case n == 1:
		return l.first
	case l.unread == 0:
		return fmt.Errorf("%d of %d files break off: %w", n, files, l.first)
	default:
		return fmt.Errorf("%d of %d files are left out or break off: %w", n, files, l.first)
	}
}
