package dates

import (
	"strings"

	"skein/thread/format/lexicon"
)

// digits reads a part of a date that begins with a digit: a year, a day, a
// time of day, a date in figures, or a count of hours ago.
func (d *Date) digits(s string) int {
	a, n := lexicon.Figure(s)
	if n > 4 {
		return d.gluedYear(s, n)
	}
	if m := d.figures(s, a, n); m > 0 {
		return m
	}
	if m := d.signs(s, a, n); m > 0 {
		return m
	}
	if m := d.timeOfDay(s, a, n); m > 0 {
		return m
	}
	if m := d.countAgo(s[n:]); m > 0 {
		d.Relative = true
		return n + m
	}
	switch {
	case n == 4 && a >= 1900 && a < 2100 && d.year == 0:
		d.year = int16(a)
		return n
	case n <= 2 && a >= 1 && a <= 31 && d.Day == 0:
		n += ordinalEnding(s[n:])
		if n < len(s) && lexicon.LeadingWord(s[n:]) != "" {
			return 0
		}
		d.Day = int8(a)
		return n
	}
	return 0
}

// gluedYear reads the year that a dump wrote directly before the hour:
// `August 7, 20192:42 am`.
func (d *Date) gluedYear(s string, n int) int {
	const digits, hour = 4, 2
	year, _ := lexicon.Figure(s[:digits])
	if n > digits+hour || n == len(s) || s[n] != ':' || d.Month == 0 || d.Day == 0 || d.year > 0 || year < 1900 || year >= 2100 {
		return 0
	}
	d.year = int16(year)
	return digits
}

// shortYear reads `'13` behind a day of a month.
func (d *Date) shortYear(s string) int {
	rest := strings.TrimPrefix(strings.TrimPrefix(s, "'"), "’")
	a, n := lexicon.Figure(rest)
	if len(rest) == len(s) || n != 2 || d.year > 0 || d.Month == 0 || d.Day == 0 {
		return 0
	}
	d.year = int16(2000 + a)
	if a >= 70 {
		d.year = int16(1900 + a)
	}
	return len(s) - len(rest) + n
}

// ordinalEnding is the length of what makes a day of a number: `3rd`, `3.`
func ordinalEnding(s string) int {
	if s == "" || strings.IndexByte("snrteSNRT\xc2.", s[0]) < 0 {
		return 0
	}
	for _, end := range []string{"st", "nd", "rd", "th", "er", "ST", "ND", "RD", "TH", "º", "."} {
		if strings.HasPrefix(s, end) {
			return len(end)
		}
	}
	return 0
}

// figures reads `29.07.2020`, `29. 07. 2020`, `29.07, 2020`, `3/29/14`,
// `2014-03-29` and `2014-03-29T…`.
func (d *Date) figures(s string, a, n int) int {
	if n >= len(s) || d.Month > 0 || d.Day > 0 || !strings.Contains("./-", s[n:n+1]) {
		return 0
	}
	first, step := 1, 1 // over what parts the figures
	if strings.HasPrefix(s[n:], ". ") {
		first = len(". ")
	}
	b, m := lexicon.Figure(s[n+first:])
	at := n + first + m
	if sep := s[at:]; s[n] == '.' && (first == 1 && strings.HasPrefix(sep, ", ") || first > 1 && strings.HasPrefix(sep, ". ")) {
		step = len(", ")
	}
	if m < 1 || m > 2 || at >= len(s) || step == 1 && s[at] != s[n] {
		return 0
	}
	c, l := lexicon.Figure(s[at+step:])
	at += step + l
	if l == 4 && n <= 2 && step == 1 && at < len(s) && s[at] == ':' && (c < 1970 || c >= 2100) { // the hour is glued to it
		c, l, at = c/100, 2, at-2
	}
	switch {
	case step != first && step == 1, step > 1 && l != 4:
		return 0
	case n == 4 && l >= 1 && l <= 2 && b >= 1 && b <= 12 && c >= 1 && c <= 31:
		d.setDay(a, b, c)
		if at+1 < len(s) && s[at] == 'T' && lexicon.IsDigit(s[at+1]) {
			at++
		}
	case n <= 2 && (l == 4 || l == 2) && a >= 1 && b >= 1 && a <= 31 && b <= 31 && (a <= 12 || b <= 12):
		if l == 2 {
			c += 2000
		}
		d.setDay(c, b, a)
		switch s[n] {
		case '/':
			d.Month, d.Day, d.Slashes = d.Day, d.Month, true
		case '-':
			d.Dashes = true
		}
	default:
		return 0
	}
	return at
}

// signs reads `2016年10月4日` and `2016년 10월 4일`.
func (d *Date) signs(s string, year, n int) int {
	if n != 4 || d.year > 0 || d.Month > 0 || d.Day > 0 {
		return 0
	}
	parts := [2]int{}
	at := n
	for i, signs := range [][]string{{"年", "년"}, {"月", "월"}, {"日", "일"}} {
		size := len(signs[0])
		if len(s) < at+size || s[at:at+size] != signs[0] && s[at:at+size] != signs[1] {
			return 0
		}
		at += size
		if i < len(parts) {
			at += len(s[at:]) - len(strings.TrimLeftFunc(s[at:], lexicon.IsBlank))
			value, digits := lexicon.Figure(s[at:])
			parts[i], at = value, at+digits
		}
	}
	month, day := parts[0], parts[1]
	if month < 1 || month > 12 || day < 1 || day > 31 {
		return 0
	}
	d.setDay(year, month, day)
	return at
}

// timeOfDay reads `17:05`, `17:05:59`, `5:05 pm`, `5pm`, `17h05`, `10 34AM`
// (a dump that lost the colon), `17 Uhr` and, after a whole date, `17.05`.
func (d *Date) timeOfDay(s string, a, n int) int {
	if d.Clock || n > 2 || a > 24 {
		return 0
	}
	minute, second, at := 0, 0, n
	if v, m := frenchMinutes(s[n:]); m > 0 {
		d.setClock(a, v, 0)
		return n + m
	}
	dotted := d.year > 0 && d.Month > 0 && d.Day > 0
	if at+2 < len(s) && (s[at] == ':' || s[at] == 'h' || s[at] == ' ' || s[at] == '.' && dotted) {
		v, m := lexicon.Figure(s[at+1:])
		next := at + 1 + m
		if m == 2 && v < 60 && (s[at] != ' ' || half(s[next:]) != 0) {
			minute, at = v, next
		}
	}
	if at > n && at+2 < len(s) && s[at] == ':' {
		if v, m := lexicon.Figure(s[at+1:]); m == 2 && v < 61 {
			second, at = v, at+3
			if at+1 < len(s) && s[at] == '.' && lexicon.IsDigit(s[at+1]) {
				_, m := lexicon.Figure(s[at+1:])
				at += 1 + m
			}
		}
	}
	if at > n && s[n] == '.' && at+1 < len(s) && s[at] == '.' && lexicon.IsDigit(s[at+1]) {
		return 0 // the number of a version: 3.40.1
	}
	h := half(s[at:])
	if at == n && h == 0 {
		return 0
	}
	hour, length := clockHour(a, s[at:], h)
	if d.half != 0 {
		hour, _ = clockHour(a, string(d.half), 1)
	}
	d.setClock(hour, minute, second)
	return at + length
}

// frenchMinutes reads ` h 05` and ` h 05 min`.
func frenchMinutes(s string) (minute, n int) {
	t := strings.TrimLeftFunc(s, lexicon.IsBlank)
	if !strings.HasPrefix(t, "h ") {
		return 0, 0
	}
	t = strings.TrimLeftFunc(t[1:], lexicon.IsBlank)
	v, m := lexicon.Figure(t)
	if m != 2 || v > 59 {
		return 0, 0
	}
	n = len(s) - len(t) + m
	if unit := strings.TrimLeftFunc(s[n:], lexicon.IsBlank); lexicon.LeadingWord(unit) == "min" {
		n = len(s) - len(unit) + len("min")
	}
	return v, n
}

// half is the length of `am`, ` p.m.`, ` p. m.` or ` Uhr` at the start of s.
func half(s string) int {
	t := strings.TrimLeftFunc(s, lexicon.IsBlank)
	for _, h := range []string{"a.m.", "p.m.", "a. m.", "p. m.", "a.\u00a0m.", "p.\u00a0m.", "am", "pm", "uhr"} {
		if len(t) >= len(h) && strings.EqualFold(t[:len(h)], h) && lexicon.LeadingWord(t[len(h):]) == "" {
			return len(s) - len(t) + len(h)
		}
	}
	return 0
}

// clockHour is the hour of the day, its half being the first n bytes of s.
func clockHour(hour int, s string, n int) (of24, length int) {
	switch c := strings.ToLower(strings.TrimLeftFunc(s[:n], lexicon.IsBlank)); {
	case strings.HasPrefix(c, "p") && hour < 12:
		return hour + 12, n
	case strings.HasPrefix(c, "a") && hour == 12:
		return 0, n
	}
	return hour, n
}

// countAgo is the length of ` hours ago` or `h ago` at the start of s.
func (d *Date) countAgo(s string) int {
	t := strings.TrimLeftFunc(s, lexicon.IsBlank)
	unit := lexicon.LeadingWord(t)
	rest := strings.TrimLeftFunc(t[len(unit):], lexicon.IsBlank)
	if !units[strings.ToLower(unit)] {
		return 0
	}
	if _, n := lexicon.Figure(rest); n > 0 { // 1 hour 5 minutes ago
		if m := d.countAgo(rest[n:]); m > 0 {
			return len(s) - len(rest) + n + m
		}
	}
	ago := lexicon.LeadingWord(rest)
	if !agoWords[strings.ToLower(ago)] {
		return 0
	}
	return len(s) - len(rest) + len(ago)
}

// ago reads the words that count from now: `yesterday`, `vor 3 Stunden`, `a
// day ago`.
func (d *Date) ago(s, word string) int {
	n := len(lexicon.LeadingWord(s))
	switch {
	case now[word] && !d.weekday:
		d.weekday = true
		return n
	case word == "a" || word == "an":
		m := d.countAgo(s[n:])
		if m == 0 {
			return 0
		}
		n += m
	case beforeWords[word]:
		rest := strings.TrimLeft(s[n:], " ya")
		_, m := lexicon.Figure(rest)
		unit := strings.TrimLeftFunc(rest[m:], lexicon.IsBlank)
		length := len(lexicon.LeadingWord(unit))
		if m == 0 || !units[strings.ToLower(unit[:length])] {
			return 0
		}
		n = len(s) - len(unit) + length
	default:
		return 0
	}
	d.Relative = true
	return n
}
