package mail

import "bytes"

// Sniff says whether data begins as a mailbox, an archive of any other kind or a
// message does. A web page that a browser saved as a message (MHTML) is none.
func Sniff(data []byte) bool {
	data = withLineFeeds(data)
	data = data[skipBlank(data):]
	if startsEnvelope(data) || dividerOf(data) != nil {
		return true
	}
	const enough = 64 << 10
	data = data[:min(len(data), enough)]
	var lower fieldName
	fields, sure := 0, false
	for len(data) > 0 {
		line, rest := cutLine(data)
		if startsBlank(data) && fields > 0 {
			data = rest
			continue
		}
		name, ok := headerName(line, &lower)
		if !ok {
			return len(line) == 0 && fields >= 2 && sure
		}
		switch string(name) {
		case "from", "message-id", "received", "return-path", "newsgroups":
			sure = true
		case "snapshot-content-location":
			return false
		}
		if usual[string(name)] {
			fields++
		}
		if fields == 0 && !bytes.HasPrefix(name, []byte("x-")) { // whatever it is, it does not begin as mail
			return false
		}
		if bytes.HasPrefix(line, []byte("From: <Saved by")) {
			return false
		}
		data = rest
	}
	return fields >= 2 && sure
}

// withLineFeeds is data with its lines ended as everywhere: programs of the
// old Macintosh ended them with carriage returns only.
func withLineFeeds(data []byte) []byte {
	if bytes.IndexByte(data, '\n') >= 0 || bytes.IndexByte(data, '\r') < 0 {
		return data
	}
	return bytes.ReplaceAll(data, []byte("\r"), []byte("\n"))
}
