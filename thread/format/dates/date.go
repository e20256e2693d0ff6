// Package dates finds out when something was written from what pages say of it,
// in many languages and forms.
package dates

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"skein/thread"
	"skein/thread/format/lexicon"
)

// A Date is what a page says of when something was written, as far as it
// says it: what it leaves out is zero.
type Date struct {
	zone                 *time.Location
	year                 int16
	Month, Day           int8
	hour, minute, second int8
	Clock                bool // hour and minute are known
	half                 byte // 'a' or 'p' where a word before the hour tells the half of the day
	Relative             bool // `3 hours ago`
	weekday              bool // or a word like it: `yesterday`
	Slashes, Dashes      bool // between month and day, which may be the other way round
}

func (d *Date) setDay(year, month, day int) {
	d.year, d.Month, d.Day = int16(year), int8(month), int8(day)
}

func (d *Date) setClock(hour, minute, second int) {
	d.Clock, d.hour, d.minute, d.second = true, int8(hour), int8(minute), int8(second)
}

// Strong says whether this can hardly be anything but a date.
func (d Date) Strong() bool {
	return d.Relative || d.weekday && d.Clock || d.Month > 0 && d.Day > 0 && (d.year > 0 || d.Clock)
}

// Weak says whether it may be a date where one is expected.
func (d Date) Weak() bool {
	return d.Strong() || d.Month > 0 && d.Day > 0
}

// Ambiguous says whether day and month are figures either of which may be the
// other.
func (d Date) Ambiguous() bool {
	return (d.Slashes || d.Dashes) && d.Month <= 12 && d.Day <= 12 && d.Month != d.Day
}

// Time is the date as far as it is known to the day, else the zero time.
func (d Date) Time(dayFirst bool) (time.Time, thread.ZoneKnown) {
	if d.Slashes && (dayFirst || d.Month > 12) || d.Dashes && d.Month > 12 {
		d.Month, d.Day = d.Day, d.Month
	}
	if d.year == 0 || d.Month < 1 || d.Month > 12 || d.Day < 1 || d.Day > 31 {
		return time.Time{}, thread.LocalTime
	}
	zone, known := time.UTC, thread.LocalTime
	if d.zone != nil && d.Clock {
		zone, known = d.zone, thread.KnownZone
	}
	return time.Date(int(d.year), time.Month(d.Month), int(d.Day), int(d.hour), int(d.minute), int(d.second), 0, zone), known
}

// On is a date with what it leaves out of year and day taken from another.
func (d Date) On(day Date) Date {
	if d.Month == 0 && d.Day == 0 {
		d.year, d.Month, d.Day, d.Slashes, d.Dashes = day.year, day.Month, day.Day, day.Slashes, day.Dashes
	} else if d.year == 0 {
		d.year = day.year
	}
	return d
}

// IsAge says whether a line is a length of time and nothing else, as apps
// have it: `3h`, `· 2w`, `5mo`.
func IsAge(s string) bool {
	const longest = 8
	if len(s) > longest {
		return false
	}
	s = strings.TrimLeft(s, "·• ")
	_, n := lexicon.Figure(s)
	return n > 0 && n < 3 && spans[s[n:]]
}

// spans are the units of those.
var spans = lexicon.Set(`s m min h hr d w wk mo y yr`)

// Find finds the first sure date in a line, else the first that may
// be one, and where it stands.
func Find(s string) (d Date, from, to int) {
	start := true  // a word may start here
	small := false // a small letter came before
	for i, r := range s {
		word := unicode.IsLetter(r) || unicode.IsDigit(r)
		// A name may be glued to it, to a month or, if all of a date follows, to a day.
		glued := small && unicode.IsUpper(r) && months[strings.ToLower(lexicon.LeadingWord(s[i:]))] > 0
		day := small && r < utf8.RuneSelf && lexicon.IsDigit(byte(r))
		small = unicode.IsLower(r)
		if word && (start && mayBeginDate(s[i:]) || glued || day) {
			at, n := At(s, i)
			if at.Strong() && (!day || at.Month > 0 && at.year > 0 && at.Clock) {
				return at, i, n
			}
			if at.Weak() && !d.Weak() && !day {
				d, from, to = at, i, n
			}
		}
		start = !word && !strings.ContainsRune("-_'’", r)
	}
	return d, from, to
}

// IsDate says whether a text is a date and nothing else.
func IsDate(s string) bool {
	const longest = 64
	if len(s) > longest {
		return false
	}
	d, from, to := Find(s)
	return from == 0 && strings.Trim(s[to:], ".,") == "" && (d.Strong() || d.Weak())
}

// mayBeginDate spares the words that cannot.
func mayBeginDate(s string) bool {
	if lexicon.IsDigit(s[0]) {
		return true
	}
	if !starts.Any(s[0]) {
		return false
	}
	word := lexicon.LeadingWord(s)
	return len(word) <= longestWord && starts.Maybe(word) && words[strings.ToLower(word)]
}

// At reads the longest date that begins at i; it ends at end.
func At(s string, i int) (d Date, end int) {
	for end = i; ; {
		n := d.token(s, i)
		if n == 0 {
			return d, end
		}
		end = i + n
		if zone := strings.TrimLeftFunc(s[end:], lexicon.IsBlank); d.Clock && d.zone == nil {
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
		if lexicon.IsBlank(r) || strings.ContainsRune(",.·@|/-–—(", r) {
			n += size
			continue
		}
		word := lexicon.LeadingWord(s[n:])
		if !linkStarts.Maybe(word) || !LinkWords[strings.ToLower(word)] {
			break
		}
		n += len(word)
	}
	return n
}

// token reads one part of a date into d: its length is 0 where there is none,
// or where d has that part already.
func (d *Date) token(s string, i int) int {
	slash := i > 0 && s[i-1] == '/'
	s = s[i:]
	if s == "" {
		return 0
	}
	if lexicon.IsDigit(s[0]) {
		if slash && d.Day > 0 && d.Month > 0 && d.year == 0 { // 12/Jul/12
			if a, n := lexicon.Figure(s); n == 2 {
				d.year = int16(2000 + a)
				return n
			}
		}
		return d.digits(s)
	}
	word := lexicon.LeadingWord(s)
	if word == "" {
		return d.shortYear(s)
	}
	lower := strings.ToLower(word)
	if n := d.ago(s, lower); n > 0 {
		return n
	}
	n := len(word)
	if half := halves[word]; half != 0 && !d.Clock {
		d.half = half
		return n
	}
	if month := months[lower]; month > 0 && d.Month == 0 {
		d.Month = int8(month)
		return n + dot(s[n:])
	}
	if !d.weekday && (Weekdays[lower] || WeekdayMarks[lower] && LeadsToNumber(s[n:])) {
		d.weekday = true
		return n + dot(s[n:])
	}
	if hours, ok := zones[lower]; ok && d.Clock && d.zone == nil {
		d.zone = time.FixedZone(strings.ToUpper(word), hours*3600)
		if hours == 0 {
			n += d.east(s[n:])
		}
		return n
	}
	return 0
}

// east reads what stands behind UTC in other zones: `+02:00`, `+0200`, `-5`.
func (d *Date) east(s string) int {
	if n := d.offset(s, 0); n > 0 {
		return n
	}
	if len(s) < 2 || s[0] != '+' && s[0] != '-' {
		return 0
	}
	hours, n := lexicon.Figure(s[1:])
	if n == 0 || n > 2 || hours > 14 || n+1 < len(s) && (s[n+1] == ':' || s[n+1] == '-') {
		return 0
	}
	if s[0] == '-' {
		hours = -hours
	}
	d.zone = time.FixedZone("", hours*3600)
	return 1 + n
}

// LeadsToNumber says whether a number is what comes next.
func LeadsToNumber(s string) bool {
	rest := strings.TrimLeft(s, " ,.")
	return rest != "" && rest != s && lexicon.IsDigit(rest[0])
}

func dot(s string) int {
	if s != "" && s[0] == '.' {
		return 1
	}
	return 0
}

// offset reads `+0200` and `-07:00` after so many blanks.
func (d *Date) offset(s string, blanks int) int {
	if s == "" || s[0] != '+' && s[0] != '-' {
		return 0
	}
	digits, n := 0, 1
	value := 0
	for n < len(s) && digits < 4 && (lexicon.IsDigit(s[n]) || s[n] == ':' && digits == 2) {
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
