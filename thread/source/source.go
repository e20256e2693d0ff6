// Package source knows where bytes come from: files, folders, standard input
// and the web. What the bytes mean is package format's business.
//
// The address of a page becomes that of the API or file which holds the whole
// thread, where the site is known: see the table in site.go. What is fetched
// is kept in a cache, so that a thread opens without a network, too.
//
// Opening and reading are apart, so that what is wrong with a name is known at
// once while a long input is read beside other work. Reading is bounded: a
// pipe that never ends, or a device, comes to an error and not to the end of
// memory.
package source

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"sync/atomic"

	"skein/thread/markup"
)

// Stdin is the argument that stands for standard input.
const Stdin = "-"

// DefaultMax is how many bytes are read of an input when nobody says
// otherwise: 1 GiB, a thread of more than a million comments.
const DefaultMax = 1 << 30

// What can be wrong with an input, apart from what the system says.
var (
	ErrEmpty    = errors.New("is empty")
	ErrFolder   = errors.New("is a folder, not a file")
	ErrNoFiles  = errors.New("is a folder without files")
	ErrTooLarge = errors.New("is too large")
)

// An Input is a place that bytes can be read from, once.
type Input struct {
	Name string // for titles and errors: clean, on one line

	// Agent is what web servers are told of who asks.
	Agent string
	// Progress, if set, is told on one line what is being fetched. It is
	// called while Read runs.
	Progress func(string)
	// Arrived, if set, is given the beginning of what Read will return, longer
	// each time, of an input that comes piece by piece. Read waits for it.
	Arrived func(beginning []byte)
	// Notice is what the reader should know about what Read returned: that
	// it is an old copy.
	Notice string

	url  string
	path string
	r    io.Reader // nil until the file at path is opened
	size int64     // bytes, when known beforehand
	file bool      // an ordinary file, which may be mapped

	folder bool
	mapped atomic.Pointer[[]byte] // the bytes of a mapped file, once it is

	resident int // bytes of files that the process had in memory before
}

// Open finds the input that arg names: a file, a folder, a page of the web, or
// stdin for "-". The errors are about the name: no such file, no permission.
// The Input is there also then, to name it.
func Open(arg string, stdin io.Reader) (*Input, error) {
	if arg == Stdin {
		return &Input{Name: "standard input", r: stdin}, nil
	}
	if isURL(arg) {
		return &Input{Name: markup.CleanLine(redacted(arg)), Agent: "skein", url: arg}, nil
	}
	in := &Input{Name: markup.CleanLine(arg), path: arg}
	stat, err := os.Stat(arg)
	switch {
	case err != nil:
		return in, plain(err)
	case stat.IsDir():
		in.folder = true
		return in, nil
	case !stat.Mode().IsRegular():
		return in, nil // opening a pipe waits for its writer
	}
	f, err := os.Open(arg)
	if err != nil {
		return in, plain(err)
	}
	in.r, in.size, in.file = f, stat.Size(), true
	return in, nil
}

// Max is how many bytes are read of the input when nobody says otherwise.
func (in *Input) Max() int64 {
	if in.url != "" {
		return DefaultMaxWeb
	}
	return DefaultMax
}

// Read is all of the input, unpacked where it is compressed, at most max bytes
// (Max for 0). The bytes stay valid for as long as the program runs and
// must not be changed. With bytes, an error says why they are not all.
//
// Large files are mapped into memory, not copied. Whoever truncates one later
// takes bytes away: to look at those is then a fault, which is a panic only
// for goroutines that asked for it with debug.SetPanicOnFault.
func (in *Input) Read(ctx context.Context, max int64) ([]byte, error) {
	if max == 0 {
		max = in.Max()
	}
	data, err := in.packed(ctx, max)
	if err == nil {
		data, err = unpack(ctx, data, max, in.Arrived)
	}
	if err == nil && len(data) == 0 {
		err = ErrEmpty
	}
	return data, err
}

// Release gives back the memory of a mapped file, whose bytes stay valid: what
// is looked at again comes out of the system's cache. It may be called while
// Read runs.
func (in *Input) Release() {
	if data := in.mapped.Load(); data != nil {
		release(*data)
	}
}

// Spare is Release for who calls it often: it spares what is not much, since
// what is given back too soon has to come again.
func (in *Input) Spare() {
	const few = 64 // parts of the file, of which one is not much
	data := in.mapped.Load()
	if data == nil {
		return
	}
	if now, known := resident(); !known || now-in.resident >= len(*data)/few {
		release(*data)
	}
}

// packed is the input as it lies there or comes.
func (in *Input) packed(ctx context.Context, max int64) ([]byte, error) {
	if in.url != "" {
		w := newWeb(in.Agent)
		w.arrived = in.unpacked()
		data, notice, err := w.fetch(ctx, in.url, max, in.Progress)
		in.Notice = notice
		return data, err
	}
	switch {
	case in.folder:
		return nil, ErrFolder
	case in.size > max:
		return nil, ErrTooLarge
	}
	if in.r == nil {
		f, err := os.Open(in.path)
		if err != nil {
			return nil, plain(err)
		}
		in.r = f
	}
	if f, ok := in.r.(*os.File); ok && in.path != "" {
		defer f.Close()
	}
	return in.bytes(ctx, max)
}

// bytes maps a file where that is worth it and reads it otherwise.
func (in *Input) bytes(ctx context.Context, max int64) ([]byte, error) {
	if in.file && in.size >= worthMapping {
		if data, err := mapped(in.r.(*os.File), in.size); err == nil {
			in.resident, _ = resident()
			in.mapped.Store(&data)
			return data, nil
		}
	}
	var arrived func([]byte)
	if !in.file {
		arrived = in.unpacked()
	}
	return readAll(ctx, in.r, in.size, max, arrived)
}

// unpacked is Arrived for what comes, if that is not packed.
func (in *Input) unpacked() func(beginning []byte) {
	if in.Arrived == nil {
		return nil
	}
	return func(beginning []byte) {
		if packingOf(beginning) == nil {
			in.Arrived(beginning)
		}
	}
}

// plain is what the system says of a file in plain words and without its
// name, which the caller knows.
func plain(err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return plainError{"no such file", err}
	case errors.Is(err, fs.ErrPermission):
		return plainError{"permission denied", err}
	}
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}

// A plainError says in plain words what err says for programmers.
type plainError struct {
	words string
	err   error
}

func (e plainError) Error() string { return e.words }
func (e plainError) Unwrap() error { return e.err }
