// Package format knows where discussions come from: how each kind of file
// begins, how to read it into a thread, and how to write a thread out again.
//
// Formats stand in one ordered table, a file for each. A format sees bytes and
// hands posts to a thread.Builder; what a body means is package markup's
// business, where the bytes come from package source's.
package format

import (
	"errors"

	"skein/thread"
)

// ErrUnknown is what Read returns for bytes in which no format finds a thread.
var ErrUnknown = errors.New("no thread found in it")

// A format knows how one kind of file begins and how to read it.
type format struct {
	name  string
	about string // one line for people
	sniff func(data []byte) bool
	read  func(data []byte, b *thread.Builder) error
}

// formats is asked in order, the most particular first.
var formats = []format{}
