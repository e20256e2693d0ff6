package cli

import (
	"testing"
	"time"
)

func TestMemoryIsGivenBackUntilReadingIsOver(t *testing.T) {
	t.Parallel()
	const many = 1000
	given := make(chan struct{}, many)
	stop := sparing(func() { given <- struct{}{} })
	for range 3 { // while it goes on
		<-given
	}
	stop()
	for quiet := false; !quiet; { // not for ever
		select {
		case <-given:
		case <-time.After(200 * time.Millisecond):
			quiet = true
		}
	}
}

func TestMemoryIsGivenBackOfWhatIsReadAtOnce(t *testing.T) {
	t.Parallel()
	given := make(chan struct{}, 2)
	sparing(func() { given <- struct{}{} })()
	<-given
}
