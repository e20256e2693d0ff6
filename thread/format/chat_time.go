package format

import (
	"time"

	"skein/thread"
	"skein/thread/format/dates"
)

// tellsDay says whether a ruler has a date.
func tellsDay(line string) bool {
	at, _, _ := dates.Find(line)
	return at.Strong() && !at.Relative
}

// dayFirst says whether the stamps of a chat have the day before the month
// where both are figures: as one of them shows, or as puts them in order.
func (d *dialect) dayFirst(text string) bool {
	var falls [2]int // how often time goes back: month first, day first
	var last [2]int64
	for m := range d.messages(text) {
		at, _ := dates.At(m.stamp, 0)
		switch {
		case !at.Slashes:
			return true
		case at.Month > 12 || at.Day > 12:
			return at.Month > 12
		}
		for k := range falls {
			when, _ := at.Time(k == 1)
			if when.Unix() < last[k] {
				falls[k]++
			}
			last[k] = when.Unix()
		}
	}
	return falls[1] <= falls[0]
}

// A calendar finds out when messages were sent, one after the other.
type calendar struct {
	dayFirst bool
	day      string // the line that told it
	ruler    dates.Date
	nights   int // since then
	last     time.Time
}

// sent is when a message was sent. Of stamps without a day, one that is much
// earlier than the last is of the next day.
func (c *calendar) sent(m message) (time.Time, thread.ZoneKnown) {
	at, _ := dates.At(m.stamp, 0)
	if m.day == "" {
		return at.Time(c.dayFirst)
	}
	if m.day != c.day {
		c.day, c.nights, c.last = m.day, 0, time.Time{}
		c.ruler, _, _ = dates.Find(m.day)
	}
	when, zone := at.On(c.ruler).Time(c.dayFirst)
	if at.Day > 0 || when.IsZero() {
		return when, zone
	}
	when = when.AddDate(0, 0, c.nights)
	if when.Before(c.last.Add(-12 * time.Hour)) {
		c.nights++
		when = when.AddDate(0, 0, 1)
	}
	c.last = when
	return when, zone
}
