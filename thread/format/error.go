package format

import (
	"bytes"
	"errors"
	"fmt"
)

// A SyntaxError says where an input stops being what its format promises.
type SyntaxError struct {
	Format string
	Line   int   // from 1; 0 where it is unknown or the input is a single line
	Offset int64 // in bytes, of the input as UTF-8; 0 where it is unknown
	Err    error
}

func (e *SyntaxError) Error() string {
	switch {
	case e.Line > 0:
		return fmt.Sprintf("%s: line %d: %v", e.Format, e.Line, e.Err)
	case e.Offset > 0:
		return fmt.Sprintf("%s: byte %d: %v", e.Format, e.Offset, e.Err)
	}
	return fmt.Sprintf("%s: %v", e.Format, e.Err)
}

// Unwrap returns what is wrong there.
func (e *SyntaxError) Unwrap() error { return e.Err }

// locate makes a reader's error a SyntaxError with all that is known of its
// place.
func locate(err error, format string, data []byte) error {
	at, ok := errors.AsType[*SyntaxError](err)
	if !ok {
		return &SyntaxError{Format: format, Err: err}
	}
	at.Format = format
	lines := bytes.Count(bytes.TrimSpace(data), []byte("\n"))
	if at.Line == 0 && at.Offset > 0 && lines > 0 {
		before := data[:min(at.Offset, int64(len(data)))]
		at.Line = 1 + bytes.Count(before, []byte("\n"))
	}
	return at
}
