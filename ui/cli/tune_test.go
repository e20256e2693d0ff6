package cli

import (
	"testing"
	"time"
)

func TestMemoryIsGivenBackUntilReadingIsOver(t *testing.T) {
	t.Parallel()
	const many = 1000
	given := make(chan struct{}, many)
	stop := sparing(func() int { given <- struct{}{}; return 0 })
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
	sparing(func() int { given <- struct{}{}; return 0 })()
	<-given
}

func TestALargeInputKeepsMoreOfItsMemory(t *testing.T) {
	t.Parallel()
	for size, want := range map[int]time.Duration{
		0:       4 * time.Millisecond,
		90e6:    4 * time.Millisecond,
		500e6:   20 * time.Millisecond,
		1 << 40: 40 * time.Millisecond,
	} {
		if got := pause(size); got != want {
			t.Errorf("%d bytes: %v, want %v", size, got, want)
		}
	}
}
