package format

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unsafe"

	"github.com/go-json-experiment/json/jsontext"

	"skein/thread/markup"
)

// tokens walks over a JSON text token by token. Its first error sticks: what
// is read after it is empty, and there is no further key.
//
// A value of a type that was not asked for reads as empty, too, since one odd
// field must not cost a whole thread.
type tokens struct {
	data []byte
	dec  *jsontext.Decoder
	err  error
}

func newTokens(data []byte) *tokens {
	dec := jsontext.NewDecoder(bytes.NewBuffer(data),
		jsontext.AllowInvalidUTF8(true), jsontext.AllowDuplicateNames(true))
	return &tokens{data: data, dec: dec}
}

// peek is the kind of the next token, 0 at the end and after an error.
func (s *tokens) peek() jsontext.Kind {
	if s.err != nil {
		return 0
	}
	k := s.dec.PeekKind()
	if k == 0 {
		s.step()
	}
	return k
}

// step goes over one token.
func (s *tokens) step() {
	if s.err == nil {
		_, s.err = s.dec.ReadToken()
	}
}

// skip goes over one value and all that is in it.
func (s *tokens) skip() {
	if s.err == nil {
		s.err = s.dec.SkipValue()
	}
}

// key is the name of an object's next member; at the end it leaves the object
// and is false.
func (s *tokens) key() (string, bool) {
	switch s.peek() {
	case '"':
		return s.text(), s.err == nil
	case '}':
		s.step()
	}
	return "", false
}

// elements enters a list and yields the kind of each element, which the
// caller reads or skips. A value that is no list has none.
func (s *tokens) elements(yield func(jsontext.Kind) bool) {
	if s.peek() != '[' {
		s.skip()
		return
	}
	s.step()
	for k := s.peek(); k != 0 && k != ']'; k = s.peek() {
		if !yield(k) {
			return
		}
	}
	s.step()
}

// literal is a value as it is written. It aliases the input.
func (s *tokens) literal() string {
	if s.err != nil {
		return ""
	}
	v, err := s.dec.ReadValue()
	if s.err = err; err != nil || len(v) == 0 {
		return ""
	}
	end := s.dec.InputOffset()
	return unsafe.String(&s.data[end-int64(len(v))], len(v))
}

// text is a string, or a number as it is written.
func (s *tokens) text() string {
	switch s.peek() {
	case '0':
		return s.literal()
	case '"':
		quoted := s.literal()
		if strings.IndexByte(quoted, '\\') < 0 {
			return strings.Trim(quoted, `"`)
		}
		out, _ := jsontext.AppendUnquote(nil, quoted) // what is no UTF-8 becomes U+FFFD
		return string(out)
	}
	s.skip()
	return ""
}

// body is a string that stays as it is written.
func (s *tokens) body(kind markup.Kind) markup.Body {
	if s.peek() != '"' {
		s.skip()
		return markup.Body{}
	}
	raw := s.literal()
	if s.err != nil {
		return markup.Body{}
	}
	raw = raw[1 : len(raw)-1]
	if strings.IndexByte(raw, '\\') >= 0 {
		kind |= markup.JSON
	}
	return markup.Body{Raw: raw, Kind: kind}
}

// number is a whole number, also one within a string, and whether it is one.
func (s *tokens) number() (int64, bool) { return wholeNumber(s.text()) }

// flag is true where the value is.
func (s *tokens) flag() bool {
	yes := s.peek() == 't'
	s.skip()
	return yes
}

// failure is the error that stopped the walk, with its place.
func (s *tokens) failure() error {
	if s.err == nil {
		return nil
	}
	e := &SyntaxError{Offset: s.dec.InputOffset(), Err: s.err}
	if syntax, ok := errors.AsType[*jsontext.SyntacticError](s.err); ok {
		e.Offset, e.Err = syntax.ByteOffset, syntax.Err
	}
	switch {
	case s.err == io.EOF, errors.Is(s.err, io.ErrUnexpectedEOF):
		e.Offset = int64(len(s.data))
		e.Err = fmt.Errorf("the thread breaks off here (%w)", io.ErrUnexpectedEOF)
	case strings.Contains(e.Err.Error(), "max depth"):
		e.Err = fmt.Errorf("nested deeper than the JSON decoder goes, 10,000 brackets (%w)", e.Err)
	}
	return e
}

// finish is the failure or, where something follows the value that was read,
// an error that says so.
func (s *tokens) finish() error {
	if s.err == nil && s.peek() != 0 {
		return &SyntaxError{Offset: s.dec.InputOffset(), Err: errors.New("the thread ends, but the file goes on")}
	}
	if s.err == io.EOF {
		return nil
	}
	return s.failure()
}
