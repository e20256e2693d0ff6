package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"syscall"

	"github.com/spf13/pflag"

	"skein/thread/markup"
	"skein/ui"
)

// What the program's exit status may be.
const (
	statusOK    = 0
	statusInput = 1 // the input could not be read or is no thread
	statusUsage = 2 // wrong usage
	statusPart  = 3 // read in part
)

// A usageError says what is wrong with the command line.
type usageError struct{ error }

func usage(format string, args ...any) error {
	return usageError{fmt.Errorf(format, args...)}
}

// A partError says why a thread was read in part only.
type partError struct{ error }

// A namedError is what went wrong with an input or output of that name.
type namedError struct {
	name string
	err  error
}

func (e *namedError) Error() string { return e.name + ": " + e.err.Error() }
func (e *namedError) Unwrap() error { return e.err }

// report says on one line what err is, if it is anything, and returns the
// exit status for it. Who sets GOTRACEBACK sees where a bug is, too.
func report(w io.Writer, err error) int {
	if err == nil || errors.Is(err, syscall.EPIPE) { // nobody reads on
		return statusOK
	}
	if _, ok := errors.AsType[usageError](err); ok {
		say(w, err.Error()+"; see skein --help")
		return statusUsage
	}
	say(w, err.Error())
	if e, ok := errors.AsType[*ui.BugError](err); ok && os.Getenv("GOTRACEBACK") != "" {
		_, _ = w.Write(e.Stack) // where else to say that this does not work
	}
	if _, ok := errors.AsType[partError](err); ok {
		return statusPart
	}
	return statusInput
}

// maxSaid is how many bytes of an error are shown at most: a few lines of a
// terminal. An error that quotes its input could be as long as that.
const maxSaid = 500

// say writes one line, safe for a terminal whatever is in it. Of a very long
// one the middle is left out: what it is about and why stand at its ends.
func say(w io.Writer, line string) {
	line = markup.CleanLine(line)
	if len(line) > maxSaid {
		head, tail := line[:maxSaid/2], line[len(line)-maxSaid/2:]
		line = markup.CleanLine(strings.ToValidUTF8(head, "") + " … " + strings.ToValidUTF8(tail, ""))
	}
	fmt.Fprintf(w, "skein: %s\n", line) // where else to say that this does not work
}

// flagError puts what is wrong with a flag in the words of the help.
func flagError(err error) error {
	if e, ok := errors.AsType[*pflag.NotExistError](err); ok {
		dashes := "--"
		if e.GetSpecifiedShortnames() != "" {
			dashes = "-"
		}
		return usage("unknown flag %s%s", dashes, e.GetSpecifiedName())
	}
	if e, ok := errors.AsType[*pflag.ValueRequiredError](err); ok {
		name, _ := pflag.UnquoteUsage(e.GetFlag())
		return usage("--%s wants its %s", e.GetFlag().Name, name)
	}
	if e, ok := errors.AsType[*pflag.InvalidValueError](err); ok {
		return usage("--%s: %w", e.GetFlag().Name, e.Unwrap())
	}
	return usageError{err}
}
