package format

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"skein/thread"
)

// A textDate is what a page says of when something was written, as far as it
// says it.
type textDate struct {
	year, month, day     int
	hour, minute, second int
	clock                bool // hour and minute are known
	half                 byte // 'a' or 'p' where a word before the hour tells the half of the day
	relative             bool // `3 hours ago`
	weekday              bool // or a word like it: `yesterday`
	slashes, dashes      bool // between month and day, which may be the other way round
	zone                 *time.Location
}

// strong says whether this can hardly be anything but a date.
func (d textDate) strong() bool {
	return d.relative || d.weekday && d.clock || d.month > 0 && d.day > 0 && (d.year > 0 || d.clock)
}

// weak says whether it may be a date where one is expected.
func (d textDate) weak() bool {
	return d.strong() || d.month > 0 && d.day > 0
}

// time is the date as far as it is known to the day, else the zero time.
func (d textDate) time(dayFirst bool) (time.Time, thread.ZoneKnown) {
	if d.slashes && (dayFirst || d.month > 12) || d.dashes && d.month > 12 {
		d.month, d.day = d.day, d.month
	}
	if d.year == 0 || d.month < 1 || d.month > 12 || d.day < 1 || d.day > 31 {
		return time.Time{}, thread.LocalTime
	}
	zone, known := time.UTC, thread.LocalTime
	if d.zone != nil && d.clock {
		zone, known = d.zone, thread.KnownZone
	}
	return time.Date(d.year, time.Month(d.month), d.day, d.hour, d.minute, d.second, 0, zone), known
}

// aloneWhen says whether a line is a length of time and nothing else, as apps
// have it: `3h`, `· 2w`, `5mo`.
func aloneWhen(s string) bool {
	const longest = 8
	if len(s) > longest {
		return false
	}
	s = strings.TrimLeft(s, "·• ")
	_, n := figure(s)
	return n > 0 && n < 3 && textSpans[s[n:]]
}

// textSpans are the units of those.
var textSpans = textSet(`s m min h hr d w wk mo y yr`)

// findTextDate finds the first sure date in a line, else the first that may
// be one, and where it stands.
func findTextDate(s string) (d textDate, from, to int) {
	start := true  // a word may start here
	small := false // a small letter came before
	for i, r := range s {
		word := unicode.IsLetter(r) || unicode.IsDigit(r)
		// A name may be glued to it, to a month or, if all of a date follows, to a day.
		glued := small && unicode.IsUpper(r) && textMonths[strings.ToLower(leadingWord(s[i:]))] > 0
		day := small && r < utf8.RuneSelf && isDigit(byte(r))
		small = unicode.IsLower(r)
		if word && (start && mayBeginDate(s[i:]) || glued || day) {
			at, n := textDateAt(s, i)
			if at.strong() && (!day || at.month > 0 && at.year > 0 && at.clock) {
				return at, i, n
			}
			if at.weak() && !d.weak() && !day {
				d, from, to = at, i, n
			}
		}
		start = !word && !strings.ContainsRune("-_'’", r)
	}
	return d, from, to
}

// mayBeginDate spares the words that cannot.
func mayBeginDate(s string) bool {
	if isDigit(s[0]) {
		return true
	}
	if !textDateStarts.any(s[0]) {
		return false
	}
	word := leadingWord(s)
	return len(word) <= longestDateWord && textDateStarts.maybe(word) && textDateWords[strings.ToLower(word)]
}

// textDateAt reads the longest date that begins at i; it ends at end.
func textDateAt(s string, i int) (d textDate, end int) {
	for end = i; ; {
		n := d.token(s, i)
		if n == 0 {
			return d, end
		}
		end = i + n
		if zone := strings.TrimLeftFunc(s[end:], blank); d.clock && d.zone == nil {
			end += d.offset(zone, len(s)-end-len(zone))
		}
		i = end + between(s[end:])
	}
}

// between is the length of what may stand between two parts of a date.
func between(s string) int {
	n := 0
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		if blank(r) || strings.ContainsRune(",.·@|/-–—(", r) {
			n += size
			continue
		}
		word := leadingWord(s[n:])
		if !textJointStarts.maybe(word) || !textDateLinks[strings.ToLower(word)] {
			break
		}
		n += len(word)
	}
	return n
}

func leadingWord(s string) string {
	for i, r := range s {
		if letter := 'a' <= r|0x20 && r|0x20 <= 'z'; !letter && (r < utf8.RuneSelf || !unicode.IsLetter(r)) {
			return s[:i]
		}
	}
	return s
}

// token reads one part of a date into d: its length is 0 where there is none,
// or where d has that part already.
func (d *textDate) token(s string, i int) int {
	slash := i > 0 && s[i-1] == '/'
	s = s[i:]
	if s == "" {
		return 0
	}
	if isDigit(s[0]) {
		if slash && d.day > 0 && d.month > 0 && d.year == 0 { // 12/Jul/12
			if a, n := figure(s); n == 2 {
				d.year = 2000 + a
				return n
			}
		}
		return d.digits(s)
	}
	word := leadingWord(s)
	if word == "" {
		return d.shortYear(s)
	}
	lower := strings.ToLower(word)
	if n := d.ago(s, lower); n > 0 {
		return n
	}
	n := len(word)
	if half := textHalves[word]; half != 0 && !d.clock {
		d.half = half
		return n
	}
	if month := textMonths[lower]; month > 0 && d.month == 0 {
		d.month = month
		return n + dot(s[n:])
	}
	if !d.weekday && (textWeekdays[lower] || textWeekdayMarks[lower] && leadsToNumber(s[n:])) {
		d.weekday = true
		return n + dot(s[n:])
	}
	if hours, ok := textZones[lower]; ok && d.clock && d.zone == nil {
		d.zone = time.FixedZone(strings.ToUpper(word), hours*3600)
		return n
	}
	return 0
}

// leadsToNumber says whether a number is what comes next.
func leadsToNumber(s string) bool {
	rest := strings.TrimLeft(s, " ,.")
	return rest != "" && rest != s && isDigit(rest[0])
}

func dot(s string) int {
	if s != "" && s[0] == '.' {
		return 1
	}
	return 0
}

// offset reads `+0200` and `-07:00` after so many blanks.
func (d *textDate) offset(s string, blanks int) int {
	if s == "" || s[0] != '+' && s[0] != '-' {
		return 0
	}
	digits, n := 0, 1
	value := 0
	for n < len(s) && digits < 4 && (isDigit(s[n]) || s[n] == ':' && digits == 2) {
		if s[n] != ':' {
			value = value*10 + int(s[n]-'0')
			digits++
		}
		n++
	}
	if digits != 4 || value >= 1500 {
		return 0
	}
	seconds := (value/100*60 + value%100) * 60
	if s[0] == '-' {
		seconds = -seconds
	}
	d.zone = time.FixedZone("", seconds)
	return blanks + n
}
