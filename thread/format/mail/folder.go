package mail

import (
	"errors"
	"fmt"

	"skein/thread"
)

// ErrNoMail is the error for a folder in which no file holds mail.
var ErrNoMail = errors.New("is a folder in which no file is mail")

var errNotMail = errors.New("is not mail")

// ReadFolder reads the messages in a folder's files, in their order, as one
// box. The error names the first file that could not be read, or is no mail.
func ReadFolder(files []File, b *thread.Builder) error {
	var box box
	var left leftOut
	for _, f := range files {
		switch {
		case f.Err != nil:
			left.add(f.Name, f.Err)
		case skipBlank(f.Data) == len(f.Data):
			left.add(f.Name, errors.New("is empty"))
		case !Sniff(f.Data):
			left.add(f.Name, errNotMail)
		default:
			if err := box.read(f.Data); err != nil {
				left.broken++
				left.note(f.Name, err)
			}
		}
	}
	if len(box.messages) == 0 {
		if left.unread > 0 {
			return fmt.Errorf("%w: %w", ErrNoMail, left.first)
		}
		return ErrNoMail
	}
	box.build(b)
	return left.err(len(files))
}

// leftOut is what of a folder could not be read.
type leftOut struct {
	unread, broken int
	first          error
}

func (l *leftOut) add(name string, err error) {
	l.unread++
	l.note(name, err)
}

func (l *leftOut) note(name string, err error) {
	if l.first == nil {
		l.first = fmt.Errorf("%s: %w", name, err)
	}
}

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
