package mail

import (
	"bytes"
	"strconv"
	"strings"

	"skein/thread"
)

// cutFiles takes the files out of a text that stand in it as text, as it was
// done before MIME and is in news to this day: uuencoded (POSIX) and in yEnc.
//
//	begin 644 ladder.gif          =ybegin line=128 size=584 name=ladder.gif
//	M1TE&.#EA…                     …
//	end                           =yend size=584
func cutFiles(text []byte) (rest []byte, files []thread.Attachment) {
	if !bytes.Contains(text, []byte("begin ")) {
		return text, nil
	}
	lastYend := bytes.LastIndex(text, []byte("\n=yend"))
	from := 0 // what is kept begins here
	for at := 0; at < len(text); {
		file, after, ok := cutFile(text[at:], at < lastYend)
		if !ok {
			_, below := cutLine(text[at:])
			at = len(text) - len(below)
			continue
		}
		rest = append(rest, text[from:at]...)
		files = append(files, file)
		at = len(text) - len(after)
		from = at
	}
	if files == nil {
		return text, nil
	}
	return append(rest, text[from:]...), files
}

// cutFile reads the file that text begins with and returns what comes after.
// One in yEnc must end somewhere: anything may be a line of it.
func cutFile(text []byte, yends bool) (file thread.Attachment, after []byte, ok bool) {
	switch {
	case bytes.HasPrefix(text, []byte("begin ")):
		return cutUuencoded(text)
	case yends && bytes.HasPrefix(text, []byte("=ybegin ")):
		return cutYenc(text)
	}
	return file, nil, false
}

// cutUuencoded reads a file of lines which begin with the number of bytes in
// them. One that breaks off is a file, too, if nothing but it is left.
func cutUuencoded(text []byte) (file thread.Attachment, after []byte, ok bool) {
	line, rest := cutLine(text)
	mode, name, _ := strings.Cut(string(line[len("begin "):]), " ")
	if len(mode) < 3 || len(mode) > 4 || strings.Trim(mode, "01234567") != "" || strings.TrimSpace(name) == "" {
		return file, nil, false
	}
	file.Name = baseName(name)
	for len(rest) > 0 {
		line, rest = cutLine(rest)
		if string(bytes.TrimSpace(line)) == "end" {
			return file, rest, true
		}
		n, ok := uuencoded(line)
		if !ok {
			return file, nil, false
		}
		file.Size += int64(n)
	}
	return file, nil, file.Size > 0
}

// uuencoded says whether a line is one of an uuencoded file, and how many
// bytes are in it. Blanks at its end may be lost, a sum may follow.
func uuencoded(line []byte) (n int, ok bool) {
	for _, c := range line {
		if c < ' ' || c > '`' {
			return 0, false
		}
	}
	if len(line) == 0 {
		return 0, true
	}
	n = int(line[0]-' ') & 0x3f
	const sum = 2
	return n, len(line) <= 1+(n+2)/3*4+sum
}

// cutYenc reads a file in yEnc (yenc-draft 1.3), or one part of it.
func cutYenc(text []byte) (file thread.Attachment, after []byte, ok bool) {
	line, rest := cutLine(text)
	facts, name, named := strings.Cut(string(line), " name=")
	_, size, sized := strings.Cut(facts, " size=")
	if !named || !sized {
		return file, nil, false
	}
	size, _, _ = strings.Cut(size, " ")
	file.Name = baseName(name)
	file.Size, _ = strconv.ParseInt(size, 10, 64)
	for len(rest) > 0 {
		line, rest = cutLine(rest)
		if bytes.HasPrefix(line, []byte("=yend")) {
			break
		}
	}
	return file, rest, true
}
