package cli

import (
	"testing"
	"time"
)

func TestMemoryIsGivenBackUntilReadingIsOver(t *testing.T) {
	t.Parallel()
	const many = 1000
	spared, released := make(chan struct{}, many), make(chan struct{}, many)
	in := input{
		spare:   func() { spared <- struct{}{} },
		release: func() { released <- struct{}{} },
	}
	stop := sparing(in)
	for range 3 { // while it goes on
		<-spared
	}
	stop()
	<-released
	for quiet := false; !quiet; { // not for ever
		select {
		case <-spared:
		case <-time.After(200 * time.Millisecond):
			quiet = true
		}
	}
	if len(released) > 0 {
		t.Error("it is given back after that")
	}
}

func TestMemoryIsGivenBackOfWhatIsReadAtOnce(t *testing.T) {
	t.Parallel()
	released := make(chan struct{}, 2)
	sparing(input{spare: func() {}, release: func() { released <- struct{}{} }})()
	<-released
}
