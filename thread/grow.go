package thread

import "slices"

// The first thread that Grown hears of fills a screen; each further one is so
// many times longer, so that all of them together cost less than the last.
const (
	firstGrown = 256
	growth     = 4
)

// grow calls Grown when enough has come since the last time. Nothing is shown
// early of a source in which comments change after their replies came, or
// refer to each other in any order.
func (b *Builder) grow() {
	due := max(firstGrown, b.shown*growth)
	if b.Grown == nil || b.loose || b.revised || b.Flat || b.Len() < due {
		return
	}
	t := b.thread()
	t.measure()
	b.shown, b.shared = b.Len(), true
	b.Grown(t)
}

// unshare takes a copy of the comments before they change, if Grown has them.
func (b *Builder) unshare() {
	if b.shared {
		b.comments, b.shared = slices.Clone(b.comments), false
	}
}
