package mail

import "bytes"

// startsEnvelope says whether data begins with the envelope of a message:
// "From ", who, when, and a header below it. Where it does not say when, the
// header must begin as headers of mail do.
func startsEnvelope(data []byte) bool {
	if !bytes.HasPrefix(data, []byte("From ")) {
		return false
	}
	line, rest := cutLine(data)
	const longest = 1000
	switch {
	case len(line) > longest:
		return false
	case !dated(line):
		return undated(line) && usualField(rest)
	}
	below, _ := cutLine(rest)
	for bytes.HasPrefix(below, []byte(">From ")) {
		_, rest = cutLine(rest)
		below, _ = cutLine(rest)
	}
	var lower fieldName
	_, header := headerName(rest, &lower)
	return header || len(bytes.TrimSpace(below)) == 0 // a message without header
}

// dated says whether a time, a month and a year stand in a line.
func dated(line []byte) bool {
	if endsInDate(line) {
		return true
	}
	clock, month, year := false, false, false
	for field := range bytes.FieldsSeq(line) {
		switch {
		case len(field) >= 4 && digit(field[0]) && bytes.IndexByte(field, ':') > 0:
			clock = true
		case len(field) == 4 && digit(field[0]) && digit(field[1]) && digit(field[2]) && digit(field[3]):
			year = true
		case len(field) == 3:
			month = month || monthOf(string(field)) > 0
		}
	}
	return clock && month && year
}

// endsInDate says whether a line ends in a date as C prints it, as those of
// most mailboxes do: Tue Nov  3 07:05:00 2026.
func endsInDate(line []byte) bool {
	const pattern = " Aaa a0 00:00:00 0000"
	if len(line) < len(pattern) {
		return false
	}
	end := shared(line[len(line)-len(pattern):])
	return alike(end, pattern) && monthOf(end[1:4]) > 0
}

// undated says whether a line is an envelope without a time: of a Google
// Groups archive, which has a number there, or of a program that knew no
// better than to write the address or nothing.
//
//	From -8946248053963491671
//	From MAILER-DAEMON
func undated(line []byte) bool {
	who := bytes.TrimSpace(line[len("From"):])
	if len(who) == 0 || string(who) == "-" || string(who) == "MAILER-DAEMON" {
		return true
	}
	if bytes.IndexByte(who, '@') > 0 {
		return bytes.IndexByte(who, ' ') < 0
	}
	const shortest = 8 // number of a message
	number := bytes.TrimPrefix(who, []byte("-"))
	return len(number) >= shortest && len(bytes.Trim(number, "0123456789")) == 0
}

// usualField says whether data begins with a field that mail has.
func usualField(data []byte) bool {
	var lower fieldName
	name, _ := headerName(data, &lower)
	return usual[string(name)] || bytes.HasPrefix(name, []byte("x-"))
}
