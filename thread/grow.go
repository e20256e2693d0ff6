package thread

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
	if b.Grown == nil || b.loose || b.revised || b.Flat || len(b.comments) < due {
		return
	}
	b.shown = len(b.comments)
	b.Grown(b.thread(nil))
}
