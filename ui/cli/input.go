package cli

import (
	"cmp"
	"context"
	"os"
	"path/filepath"

	"github.com/charmbracelet/x/term"

	"skein/sample"
	"skein/thread/source"
)

// sampleNotice tells who named no input what they see.
const sampleNotice = "the sample; yours: skein FILE"

// An input is where the thread comes from.
type input struct {
	name     string
	title    string // of what has none of its own and holds many threads
	max      int64  // bytes that are read of it
	progress <-chan string
	notice   func() string // what to know about the bytes, once they are there
	bytes    func(ctx context.Context, arrived func(beginning []byte)) ([]byte, error)
	files    func(context.Context) ([]source.File, error) // of a folder, nil otherwise
	spare    func()                                       // gives back the memory of what was read, if that is much
	release  func()                                       // gives it back
}

// input is what args name: a file, a folder, a page of the web, standard
// input, and the bundled sample when nothing is named and nothing piped.
func (c *call) input(args []string) (input, error) {
	arg := source.Stdin
	switch {
	case len(args) > 0:
		arg = args[0]
	case !c.piped():
		return bundled(), nil
	}
	if arg == source.Stdin && c.onScreen() && term.IsTerminal(c.stdin.Fd()) {
		return input{}, usage("standard input is the terminal that the keys come from")
	}
	in, err := source.Open(arg, c.stdin)
	if err != nil {
		return input{}, &namedError{in.Name, err}
	}
	in.Agent = "skein/" + version()
	lines := make(chan string, 1)
	in.Progress = func(line string) { tell(lines, line) }
	max := cmp.Or(c.maxSize, in.Max())
	named := input{
		name:     in.Name,
		max:      max,
		progress: lines,
		notice:   func() string { return in.Notice },
		bytes: func(ctx context.Context, arrived func([]byte)) ([]byte, error) {
			defer close(lines)
			in.Arrived = arrived
			return in.Read(ctx, max)
		},
		spare:   in.Spare,
		release: in.Release,
	}
	if arg != source.Stdin {
		named.title = filepath.Base(in.Name)
	}
	if in.Folder() {
		named.files = func(ctx context.Context) ([]source.File, error) {
			defer close(lines)
			return in.Files(ctx, max)
		}
	}
	return named, nil
}

// tell puts a line in place of one that nobody has read yet.
func tell(lines chan string, line string) {
	select {
	case <-lines:
	default:
	}
	lines <- line
}

func bundled() input {
	return input{
		name:    sample.Default,
		notice:  func() string { return sampleNotice },
		bytes:   func(context.Context, func([]byte)) ([]byte, error) { return sample.Read(sample.Default) },
		spare:   func() {},
		release: func() {},
	}
}

// piped says whether standard input brings something: a pipe or a file, not a
// terminal and not /dev/null.
func (c *call) piped() bool {
	stat, err := c.stdin.Stat()
	return err == nil && stat.Mode()&os.ModeCharDevice == 0
}
