package mail

import (
	"strconv"
	"strings"
	"time"

	"skein/thread"
)

// zones are the names of zones that mail uses, in hours east of UTC; others
// mean more than one zone.
var zones = map[string]int{
	"UT": 0, "UTC": 0, "GMT": 0, "Z": 0, "WET": 0, "BST": 1, "WEST": 1, "CET": 1, "MET": 1, "MEZ": 1, "CEST": 2, "MEST": 2, "MESZ": 2,
	"EET": 2, "EEST": 3, "MSK": 3, "MSD": 4, "JST": 9, "KST": 9, "AEST": 10, "AEDT": 11, "NZST": 12, "NZDT": 13,
	"EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "AKST": -9, "HST": -10, "AST": -4, "ADT": -3,
}

const months = "janfebmaraprmayjunjulaugsepoctnovdec"

// A date is what was read of one: year, month, day, hour, minute, second.
type date struct {
	year, month, day int
	clock            [3]int
	timed            bool
	pm, am           bool
	zone             *time.Location
}

// parseDate reads the date of a message: RFC 5322 and its forerunners, what
// the C library prints, ISO 8601, and the blends of these that old software
// wrote. Whatever order the parts stand in, each is known by its looks.
func parseDate(text string) (t time.Time, zone thread.ZoneKnown, ok bool) {
	text, _, _ = strings.Cut(text, "(") // a zone in words, mostly
	if t, ok := usualDate(text); ok {
		return t, thread.KnownZone, true
	}
	var d date
	const longest = 100
	text = text[:min(len(text), longest)]
	for text != "" {
		field := text[:fieldEnd(text)]
		if field != "" {
			d.read(field)
		}
		text = text[min(len(field)+1, len(text)):]
	}
	if d.year == 0 || d.month == 0 || d.day == 0 {
		return t, thread.LocalTime, false
	}
	if d.pm && d.clock[0] < 12 {
		d.clock[0] += 12
	} else if d.am && d.clock[0] == 12 {
		d.clock[0] = 0
	}
	in := d.zone
	if in == nil {
		in = time.UTC
	}
	t = time.Date(d.year, time.Month(d.month), d.day, d.clock[0], d.clock[1], d.clock[2], 0, in)
	return t, thread.ZoneKnown(d.zone != nil), true
}

// usualDate reads a date as nearly all mail has it (RFC 5322, section 3.3),
// which needs no guessing: Tue, 3 Nov 2026 07:05:00 +0100.
func usualDate(text string) (t time.Time, ok bool) {
	const weekday, behindDay = len("Tue,"), len(" Nov 2026 07:05:00 +0100")
	if len(text) > weekday && text[weekday-1] == ',' {
		text = text[weekday:]
	}
	text = strings.TrimSpace(text)
	d := len(text) - behindDay // digits of the day
	if d != 1 && d != 2 || !alike(text[d:], " Aaa 0000 00:00:00 +0000") {
		return t, false
	}
	day, rest := number(text[:d]), text[d:]
	month, zone := monthOf(rest[1:4]), offset(rest[19:])
	hour, minute, second := number(rest[10:12]), number(rest[13:15]), number(rest[16:18])
	if !alike(text[:d], "00"[:d]) || month == 0 || zone == nil || hour > 23 || minute > 59 || second > 59 {
		return t, false
	}
	t = time.Date(number(rest[5:9]), time.Month(month), day, hour, minute, second, 0, zone)
	return t, t.Day() == day // of a day that the month does not have, another is made
}

// alike says whether a text is like a pattern as long: a digit for a 0, anything
// for a letter, a sign for a +, and itself for all else.
func alike(text, pattern string) bool {
	for i := range len(pattern) {
		c := text[i]
		switch p := pattern[i]; p {
		case '0':
			if !digit(c) {
				return false
			}
		case 'A', 'a':
		case '+':
			if c != '+' && c != '-' {
				return false
			}
		default:
			if c != p {
				return false
			}
		}
	}
	return true
}

// number is what some digits say.
func number(digits string) (n int) {
	for i := range len(digits) {
		n = n*10 + int(digits[i]-'0')
	}
	return n
}

// fieldEnd is how long the first field of a date is: to a blank or a comma.
func fieldEnd(text string) int {
	for i := range len(text) {
		if c := text[i]; c <= ' ' || c == ',' || c == ';' {
			return i
		}
	}
	return len(text)
}

// read takes one part of a date for what it looks like.
func (d *date) read(field string) {
	switch c := field[0]; {
	case !d.timed && strings.IndexByte(field, ':') > 0:
		d.readClock(field)
	case (c == '+' || c == '-') && d.timed:
		d.zone = offset(field)
	case digit(c) && strings.ContainsAny(field, "-/"):
		for part := range strings.FieldsFuncSeq(field, func(r rune) bool { return r == '-' || r == '/' }) {
			d.read(part)
		}
	case digit(c):
		d.readNumber(strings.TrimRight(field, ".thsrdn"))
	default:
		d.readWord(field)
	}
}

// readClock reads a time, and a date or zone that is glued to it: ISO 8601.
func (d *date) readClock(field string) {
	if day, clock, ok := strings.Cut(field, "T"); ok && strings.Contains(day, "-") {
		d.read(day)
		field = clock
	}
	if i := strings.LastIndexAny(field, "+-"); i > 0 {
		d.zone = offset(field[i:])
		field = field[:i]
	}
	if clock, ok := strings.CutSuffix(field, "Z"); ok {
		field, d.zone = clock, time.UTC
	}
	d.timed = true
	for i, part := range strings.SplitN(field, ":", 3) {
		part, _, _ = strings.Cut(part, ".")
		if n, err := strconv.Atoi(part); err == nil && n >= 0 && n < 61 {
			d.clock[i] = n
		}
	}
}

// readNumber takes a number for a day, a year, or a month where the year came
// first.
func (d *date) readNumber(field string) {
	n, err := strconv.Atoi(field)
	switch {
	case err != nil || n < 0 || n > 9999:
	case len(field) == 4 && d.year == 0:
		d.year = n
	case d.year != 0 && d.month == 0 && d.day == 0 && n >= 1 && n <= 12:
		d.month = n
	case d.day == 0 && n >= 1 && n <= 31:
		d.day = n
	case d.year == 0 && n < 70:
		d.year = 2000 + n
	case d.year == 0 && n < 200: // 100 is what broken software wrote for 2000
		d.year = 1900 + n
	}
}

// readWord takes a word for a month or a zone; a day of the week says nothing
// new.
func (d *date) readWord(field string) {
	if month := monthOf(field); month > 0 {
		if d.month == 0 {
			d.month = month
		}
		return
	}
	field = strings.ToUpper(field)
	hours, ok := zones[field]
	switch {
	case ok && d.zone == nil:
		d.zone = time.FixedZone("", hours*60*60)
	case field == "AM":
		d.am = true
	case field == "PM":
		d.pm = true
	}
}

// monthOf is the month that a word begins to name, 0 for none.
func monthOf(word string) int {
	if len(word) < 3 {
		return 0
	}
	if i := strings.Index(months, strings.ToLower(word[:3])); i >= 0 && i%3 == 0 {
		return i/3 + 1
	}
	return 0
}

// offset is the zone that is written as +hhmm or +hh:mm, nil where it is none.
func offset(field string) *time.Location {
	digits := strings.ReplaceAll(field[1:], ":", "")
	n, err := strconv.Atoi(digits)
	if err != nil || len(digits) != 4 || n < 0 || n > 1500 || n%100 >= 60 {
		return nil
	}
	seconds := (n/100*60 + n%100) * 60
	if field[0] == '-' {
		seconds = -seconds
	}
	return time.FixedZone("", seconds)
}
