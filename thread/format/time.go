package format

import (
	"net/mail"
	"time"

	"skein/thread"
)

// readTime reads a time as mail and feeds write it (RFC 822 to RFC 5322, RFC
// 3339) and says whether its zone is known.
func readTime(text string) (time.Time, thread.ZoneKnown, bool) {
	if at, err := time.Parse(time.RFC1123Z, text); err == nil {
		return at, thread.KnownZone, true
	}
	if at, zone, ok := parseTime(text); ok {
		return at, zone, true
	}
	if at, err := mail.ParseDate(text); err == nil {
		name, east := at.Zone()
		return at, thread.ZoneKnown(east != 0 || name == "" || name == "UTC" || name == "GMT"), true
	}
	return time.Time{}, thread.LocalTime, false
}
