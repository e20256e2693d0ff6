package format

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"time"

	"skein/thread"
	"skein/thread/format/dates"
	"skein/thread/format/dom"
	"skein/thread/format/lexicon"
)

// A pageTime is when something was written, as far as a page says it.
type pageTime struct {
	time.Time
	zone thread.ZoneKnown
}

// A timeLayout is a form of times for machines.
type timeLayout struct {
	layout string
	zone   thread.ZoneKnown
}

// dateLayouts begin with a year, mailLayouts with a day of the week.
var (
	dateLayouts = []timeLayout{
		{time.RFC3339, thread.KnownZone},
		{"2006-01-02T15:04:05-0700", thread.KnownZone},
		{"2006-01-02T15:04-07:00", thread.KnownZone},
		{"2006-01-02 15:04:05Z07:00", thread.KnownZone},
		{"2006-01-02 15:04:05 -0700", thread.KnownZone},
		{"2006-01-02 15:04:05 UTC", thread.KnownZone},
		{"2006-01-02T15:04:05", thread.LocalTime},
		{"2006-01-02 15:04:05", thread.LocalTime},
		{"2006-01-02T15:04", thread.LocalTime},
		{"2006-01-02 15:04", thread.LocalTime},
		{"2006-01-02", thread.LocalTime},
	}
	mailLayouts = []timeLayout{
		{time.RFC1123Z, thread.KnownZone},
		{"Mon, 02 Jan 2006 15:04:05 GMT", thread.KnownZone},
		{"Mon, 2 Jan 2006 15:04:05 -0700", thread.KnownZone},
	}
)

// parseTime reads a time in a form for machines or in words.
func (p *page) parseTime(s string) pageTime {
	const longest = 200
	s = strings.TrimSpace(s)
	if s == "" || len(s) > longest {
		return pageTime{}
	}
	if t := machineTime(s); !t.IsZero() {
		return t
	}
	d, _, _ := dates.Find(americanDate(s))
	if !d.Strong() || d.Relative {
		return pageTime{}
	}
	t, zone := d.Time(p.dayFirst)
	return pageTime{t, zone}
}

// americanDate writes a date in figures with dashes, as American forums have
// it, with slashes. Only they say am and pm behind it.
func americanDate(s string) string {
	if len(s) < 10 || s[2] != '-' || s[5] != '-' || !lexicon.IsDigit(s[0]) || !lexicon.IsDigit(s[3]) {
		return s
	}
	if lower := strings.ToLower(s); !strings.HasSuffix(lower, "am") && !strings.HasSuffix(lower, "pm") {
		return s
	}
	return strings.Replace(s, "-", "/", 2)
}

// machineTime reads a time in one of the forms for machines.
func machineTime(s string) pageTime {
	var layouts []timeLayout
	switch {
	case len(s) >= 10 && s[4] == '-' && lexicon.IsDigit(s[0]):
		layouts = dateLayouts
	case len(s) > 20 && s[3] == ',':
		layouts = mailLayouts
	case lexicon.OnlyDigits(s):
		return unixTime(s)
	}
	for _, l := range layouts {
		if t, err := time.Parse(l.layout, s); err == nil {
			return pageTime{t, l.zone}
		}
	}
	return pageTime{}
}

// unixTime reads seconds or thousandths since 1970.
func unixTime(s string) pageTime {
	n, err := strconv.ParseInt(s, 10, 64)
	switch {
	case err != nil || n < 1e8:
		return pageTime{}
	case n > 1e11:
		n /= 1000
	}
	if n >= endOfTime {
		return pageTime{}
	}
	return pageTime{time.Unix(n, 0).UTC(), thread.KnownZone}
}

// timeAttributes are where an element keeps a time for machines, the surest
// first.
var timeAttributes = []string{
	"data-at-unix", "datetime", "data-timestamp", "data-utc", "data-time", "data-utime", "data-created", "ts", "content", "title", "value", "data-original-title",
}

// timeOf is the time that one element gives: in an attribute, as its text or in
// an attribute of an element in it.
func (p *page) timeOf(n dom.Node) pageTime {
	if t := p.attributeTime(n); !t.IsZero() {
		return t
	}
	if t := p.parseTime(spaced(n)); !t.IsZero() {
		return t
	}
	if t := blogTime(n.Attr("href")); !t.IsZero() {
		return t
	}
	return p.attributeTime(n.First(func(m dom.Node) bool { return m.Is("span", "time", "abbr") && m.Attr("title") != "" }))
}

// spaced is the text of a short element, blanks between its elements: a day and
// an hour may stand in one each, and nothing between them.
func spaced(n dom.Node) string {
	const longest = 1000 // bytes of source
	if !n.FirstChild().Ok() || n.To()-n.From() > longest {
		return n.Text()
	}
	var parts []string
	for _, run := range n.Runs(nil) {
		parts = append(parts, run.Text)
	}
	return strings.Join(parts, " ")
}

// blogTime is the time in the address of a comment of Blogger, which shows
// only the hour where its owner wants it so: ?showComment=1381172401460.
func blogTime(href string) pageTime {
	_, after, ok := strings.Cut(href, "showComment=")
	if !ok {
		return pageTime{}
	}
	digits, _, _ := strings.Cut(after, "#")
	return machineTime(digits)
}

// attributeTime is the time in an attribute of an element.
func (p *page) attributeTime(n dom.Node) (found pageTime) {
	best := len(timeAttributes)
	for name, value := range n.Attrs() {
		at := slices.Index(timeAttributes, name)
		if at < 0 || at >= best {
			continue
		}
		if t := p.parseTime(value); !t.IsZero() {
			found, best = t, at
		}
	}
	return found
}

// saysDayFirst says whether one of the dates in figures of a page can only
// begin with the day.
func saysDayFirst(data []byte) bool {
	for rest := data; ; {
		at := bytes.IndexByte(rest, '/')
		if at < 0 {
			return false
		}
		before, after := rest[max(0, at-2):at], rest[at+1:]
		rest = after
		if len(before) < 2 || len(after) < 7 || after[2] != '/' || after[3] != '2' && after[3] != '1' {
			continue
		}
		day, err := strconv.Atoi(string(before))
		month, wrong := strconv.Atoi(string(after[:2]))
		year, odd := strconv.Atoi(string(after[3:7]))
		if err == nil && wrong == nil && odd == nil && day > 12 && day <= 31 && month <= 12 && year > 1980 && year < 2100 {
			return true
		}
	}
}
