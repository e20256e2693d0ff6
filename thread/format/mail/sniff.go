package mail

import "bytes"

// Sniff says whether data begins as a mailbox, a LISTSERV log or a message
// does. A web page that a browser saved as a message (MHTML) is none.
func Sniff(data []byte) bool {
	data = data[skipBlank(data):]
	if startsEnvelope(data) || startsLog(data) {
		return true
	}
	const enough = 64 << 10
	data = data[:min(len(data), enough)]
	fields, sure := 0, false
	for len(data) > 0 {
		line, rest := cutLine(data)
		if startsBlank(data) && fields > 0 {
			data = rest
			continue
		}
		name, ok := headerName(line)
		if !ok {
			return len(line) == 0 && fields >= 2 && sure
		}
		switch name {
		case "from", "message-id", "received", "return-path", "newsgroups":
			sure = true
		case "snapshot-content-location":
			return false
		}
		if usual[name] {
			fields++
		}
		if fields == 0 { // whatever it is, it does not begin as mail
			return false
		}
		if bytes.HasPrefix(line, []byte("From: <Saved by")) {
			return false
		}
		data = rest
	}
	return fields >= 2 && sure
}
