//go:build unix

package cli

import (
	"bytes"
	"fmt"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync/atomic"
	"syscall"
	"testing"
	"time"
)

// What an input may cost at most. Slow is how long the reader may be left
// without a sign: a thread, a frame, more output. It is time of the processor,
// of which other programs take none; stuck is time as it passes.
const (
	slow        = 2 * time.Second
	stuck       = 30 * time.Second
	peakFactor  = 10
	peakFloor   = 200 << 20
	attempts    = 3 // a slow step counts when it is slow so many times
	peakRhythm  = 5 * time.Millisecond
	heapObjects = "/memory/classes/heap/objects:bytes"
)

// An ordeal is what inputs are put through, and what came of it.
type ordeal struct {
	cases, drawn, written             int
	panics, hangs, peaks, leaks       int
	slowest                           time.Duration
	highest                           uint64
	slowestStep, highestStep, current string
	peakStep                          string // of the current case
	peak                              atomic.Uint64
}

// A step is a part of a case: it gives signs that it goes on.
type step func(*pulse)

// watch samples the heap until the test ends.
func (o *ordeal) watch(t *testing.T) {
	done := make(chan struct{})
	t.Cleanup(func() { close(done) })
	go func() {
		tick := time.NewTicker(peakRhythm)
		defer tick.Stop()
		for {
			select {
			case <-done:
				return
			case <-tick.C:
				o.sample()
			}
		}
	}()
}

func (o *ordeal) sample() uint64 {
	now := heap()
	for {
		was := o.peak.Load()
		if now <= was || o.peak.CompareAndSwap(was, now) {
			return now
		}
	}
}

func heap() uint64 {
	sample := []metrics.Sample{{Name: heapObjects}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}

// undergo puts one input through everything, reading it with those keys.
func (o *ordeal) undergo(t *testing.T, name string, data []byte, keys []string, all bool) {
	t.Helper()
	o.cases++
	o.current = name
	before := heap()
	if before > peakFloor/2 { // what earlier cases left is not this one's
		runtime.GC()
		before = heap()
	}
	o.peak.Store(before)
	p := passenger{ordeal: o, t: t, data: data, keys: keys}
	p.through(all)
	o.sample()
	// The heap at the beginning is mostly garbage; what it still holds is the
	// corpus, which is no part of this case.
	grown := o.peak.Load() - before
	if grown > o.highest {
		o.highest, o.highestStep = grown, name
	}
	if grown > uint64(peakFactor*len(data)+peakFloor) {
		o.peaks++
		t.Errorf("%s: %s: %d MB for %d bytes", name, o.peakStep, grown>>20, len(data))
	}
}

// run does a step, again where it was slow or what it says is wrong with it.
func (o *ordeal) run(t *testing.T, name string, s step) {
	t.Helper()
	best, before := time.Duration(-1), o.peak.Load()
	defer func() {
		if o.sample(); o.peak.Load() > before {
			o.peakStep = name
		}
	}()
	for range attempts {
		gap, failure := timed(s)
		if failure != "" {
			o.panics++
			t.Errorf("%s: %s: panic: %s", o.current, name, failure)
			return
		}
		if best < 0 || gap < best {
			best = gap
		}
		if best <= slow {
			break
		}
	}
	if best > o.slowest {
		o.slowest, o.slowestStep = best, o.current+": "+name
	}
	if best > slow {
		o.hangs++
		t.Errorf("%s: %s: no sign for %v", o.current, name, best)
	}
}

// timed is the longest time between two signs of a step, and its panic.
func timed(s step) (longest time.Duration, failure string) {
	c := &pulse{last: worked(), began: time.Now()}
	defer func() {
		if v := recover(); v != nil {
			failure = fmt.Sprintf("%v\n%s", v, debug.Stack())
		}
	}()
	s(c)
	c.sign()
	return c.longest, ""
}

// A pulse measures the longest time between two signs.
type pulse struct {
	last    time.Duration // worked at the last sign
	began   time.Time     // when that was
	longest time.Duration
}

// sign says that the step goes on.
func (c *pulse) sign() {
	c.longest = max(c.longest, worked()-c.last)
	if passed := time.Since(c.began); passed > stuck {
		c.longest = max(c.longest, passed)
	}
	c.skip()
}

// skip leaves out what the test did for itself since the last sign.
func (c *pulse) skip() { c.last, c.began = worked(), time.Now() }

// worked is how long the processor has worked for the test.
func worked() time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		return 0
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

// leak counts what a terminal must not be sent.
func (o *ordeal) leak(t *testing.T, where string, may allowance, output []byte) {
	t.Helper()
	if ordinary(output) {
		return
	}
	for _, text := range may.foreign(output) {
		o.leaks++
		t.Errorf("%s: %s: %.80q", o.current, where, text)
	}
}

// ordinary says whether output is nothing but ASCII and line ends.
func ordinary(output []byte) bool {
	for _, c := range output {
		if c < ' ' && c != '\n' || c > '~' {
			return false
		}
	}
	return true
}

// A judge is given output, finds leaks in its whole lines, and forgets it.
type judge struct {
	*pulse
	check func([]byte)
	line  []byte // begun
}

func (j *judge) Write(p []byte) (int, error) {
	j.sign()
	defer j.skip()
	end := bytes.LastIndexByte(p, '\n') + 1
	if end > 0 {
		j.check(append(j.line, p[:end]...))
		j.line = j.line[:0]
	}
	j.line = append(j.line, p[end:]...)
	return len(p), nil
}

// String is the table of SECURITY.md.
func (o *ordeal) String() string {
	return fmt.Sprintf("| cases run | drawn | printed and converted | panics | hangs over 2 s | peaks over 10 times the input + 200 MB | terminal leaks |\n"+
		"|---|---|---|---|---|---|---|\n| %d | %d | %d | %d | %d | %d | %d |\n\nlongest without a sign: %v (%s)\nhighest peak: %d MB (%s)",
		o.cases, o.drawn, o.written, o.panics, o.hangs, o.peaks, o.leaks,
		o.slowest.Round(time.Millisecond), o.slowestStep, o.highest>>20, o.highestStep)
}
