package mail

import (
	"bytes"
	"iter"
	"slices"
	"strings"
)

// withDigests yields sections with the messages in digests behind what is left
// of these: what their makers wrote above the messages and below.
func withDigests(sections iter.Seq[section]) iter.Seq[section] {
	return func(yield func(section) bool) {
		for s := range sections {
			rest, messages := cutDigest(s)
			if (len(messages) == 0 || len(rest.body) > 0) && !yield(rest) {
				return
			}
			for _, m := range messages {
				if !yield(m) {
					return
				}
			}
		}
	}
}

// cutDigest parts a digest into the messages in it and the rest. Of anything
// else that is all.
func cutDigest(s section) (rest section, messages []section) {
	named := bytes.Contains(s.header.subject, []byte("igest"))
	if !named && !bytes.Contains(s.header.contentType, []byte("digest")) {
		return s, nil
	}
	kind, params := parseParams(s.header.contentType)
	boundary := params.get("boundary")
	switch {
	case boundary != "" && (kind == "multipart/digest" || kind == "multipart/mixed"):
		s.body, messages = cutDigestParts(&s, kind, boundary, s.body, 0)
	case named && !strings.HasPrefix(kind, "multipart/"):
		s, messages = cutPlainDigest(s)
	}
	return s, messages
}

// cutDigestParts takes the messages out of a multipart/digest (RFC 2046,
// section 5.1.5), or of one that is among the parts of a body.
func cutDigestParts(s *section, kind, boundary string, body []byte, depth int) (rest []byte, messages []section) {
	ended := false
	for part := range parts(body, boundary, &ended) {
		h, content := readHeader(part)
		inner, params := parseParams(h.contentType)
		switch {
		case kind == "multipart/digest" && (inner == "" || inner == "message/rfc822"):
			content = decodeTransfer(content, transfer(h.encoding))
			m := section{end: s.end, quoted: s.quoted}
			m.header, m.body = readHeader(content[skipBlank(content):])
			messages = append(messages, m)
			continue
		case inner == "multipart/digest" && params.get("boundary") != "" && depth < maxNesting:
			left, inside := cutDigestParts(s, inner, params.get("boundary"), content, depth+1)
			messages = append(messages, inside...)
			if len(left) == 0 {
				continue
			}
			part = append([]byte("Content-Type: "+string(h.contentType)+"\n\n"), left...)
		}
		rest = append(append(append(rest, "--"+boundary+"\n"...), part...), '\n')
	}
	if len(messages) == 0 {
		return body, nil
	}
	messages[len(messages)-1].endless = !ended
	if ended && len(rest) > 0 {
		rest = append(rest, "--"+boundary+"--\n"...)
	}
	return rest, messages
}

// cutPlainDigest takes the messages out of a digest in text (RFC 1153): below a
// line of 70 hyphens, with lines of 30 between them.
func cutPlainDigest(s section) (rest section, messages []section) {
	body := decodeTransfer(s.body, transfer(s.header.encoding))
	body = bytes.ReplaceAll(withLineFeeds(body), []byte("\r\n"), []byte("\n"))
	top, below, found := bytes.Cut(body, hyphens(70))
	if !found {
		return s, nil
	}
	for below != nil {
		part := withoutNumber(below[skipBlank(below):])
		if !startsInDigest(part) {
			break
		}
		m := section{end: s.end, quoted: s.quoted}
		part, below = cutInDigest(part)
		m.header, m.body = readHeader(part)
		if kind, params := parseParams(m.header.contentType); strings.HasPrefix(kind, "multipart/") && !bytes.Contains(m.body, []byte("--"+params.get("boundary"))) {
			m.header.contentType = nil // its parts have become text
		}
		messages = append(messages, m)
	}
	if len(messages) == 0 {
		return s, nil
	}
	s.body, s.header.encoding = slices.Concat(bytes.TrimRight(top, "\n"), []byte("\n\n"), below), nil
	return s, messages
}

// cutInDigest cuts the first message off, at the line of hyphens behind which
// there is another, or the end: its text may have such lines, too. Nothing is
// left where there is none.
func cutInDigest(data []byte) (message, rest []byte) {
	mark := hyphens(30)
	for at := 0; ; {
		i := bytes.Index(data[at:], mark)
		if i < 0 {
			return data, nil
		}
		at += i
		rest = data[at+len(mark):]
		if next := withoutNumber(rest[skipBlank(rest):]); startsInDigest(next) || endsDigest(next) {
			return data[:at], rest
		}
		at++
	}
}

// startsInDigest says whether a message begins here.
func startsInDigest(data []byte) bool {
	if !usualField(data) {
		return false
	}
	h, _ := readHeader(data)
	return len(h.from) > 0
}

// endsDigest says whether what stands below the messages begins here.
func endsDigest(data []byte) bool {
	return bytes.HasPrefix(data, []byte("End of ")) || bytes.HasPrefix(data, []byte("Subject: Digest Footer"))
}

// withoutNumber is a message without the line above it in which Mailman counts.
func withoutNumber(data []byte) []byte {
	if number, after := cutLine(data); bytes.HasPrefix(number, []byte("Message: ")) {
		return after
	}
	return data
}

// hyphens is a line of so many and nothing else, with its ends.
func hyphens(n int) []byte { return []byte("\n" + strings.Repeat("-", n) + "\n") }
