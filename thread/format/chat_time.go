package format

import (
	"strings"
	"time"

	"skein/thread"
	"skein/thread/format/dates"
	"skein/thread/format/lexicon"
)

// cutStamp cuts off the time that a line begins with, with the day before it
// or not. Of one in brackets the closing one stays.
func cutStamp(line string) (stamp, rest string) {
	const longest = 48
	s := strings.TrimLeft(line, " \u200e\u200f\ufeff")
	if s == "" {
		return "", line
	}
	if s[0] == '[' || s[0] == '(' {
		end := strings.IndexAny(s[:min(len(s), longest)], "])")
		if end < 0 || !tellsTime(s[1:end]) {
			return "", line
		}
		return s[1:end], s[end:]
	}
	end := 0
	for i := 0; i < min(len(s), longest); {
		n := stampWord(s[i:])
		if n == 0 {
			break
		}
		end = i + n
		i = end + len(s[end:]) - len(strings.TrimLeft(s[end:], " \u00a0\u202f"))
	}
	if end == 0 {
		_, end = dates.At(s, 0) // Mar 12 14:05
	}
	if !tellsTime(s[:end]) {
		return "", line
	}
	return s[:end], s[end:]
}

// stampWord is the length of what can be a part of a time: `2024-03-12`,
// `12.03.24,`, `14:05:10`, `PM`.
func stampWord(s string) int {
	if s == "" {
		return 0
	}
	if c := s[0] | 0x20; c == 'a' || c == 'p' {
		for _, half := range []string{"AM", "PM", "am", "pm", "a.m.", "p.m.", "a. m.", "p. m.", "a.\u00a0m.", "p.\u00a0m."} {
			if strings.HasPrefix(s, half) {
				return len(half)
			}
		}
	}
	if !lexicon.IsDigit(s[0]) {
		return 0
	}
	n := 1
	for n < len(s) && (lexicon.IsDigit(s[n]) || strings.IndexByte(":./-TZ+", s[n]) >= 0) {
		n++
	}
	rest := s[n:]
	if comma, found := strings.CutPrefix(rest, ","); found {
		rest, n = comma, n+1
	}
	if rest != "" && strings.IndexAny(rest, " \t]\u00a0\u202f") != 0 {
		return 0
	}
	return n
}

// tellsTime says whether there is a time of day in a stamp, and little else.
func tellsTime(stamp string) bool {
	colon := strings.IndexByte(stamp, ':')
	return colon > 0 && colon+2 < len(stamp) && lexicon.IsDigit(stamp[colon-1]) && lexicon.IsDigit(stamp[colon+1]) && lexicon.IsDigit(stamp[colon+2])
}

// tellsDate says whether a stamp has more than the time of day.
func tellsDate(stamp string) bool {
	return strings.ContainsAny(stamp, "/.-") || stamp != "" && !lexicon.IsDigit(stamp[0])
}

// isoDay says whether a stamp begins with the year.
func isoDay(stamp string) bool { return len(stamp) > 4 && stamp[4] == '-' }

// tellsDay says whether a line is a ruler with a date.
func (d *dialect) tellsDay(line string) bool {
	if !d.days || !d.isRuler(line) {
		return false
	}
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
