package draw

import (
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// fit makes drawn lines ready for the screen: the characters that were
// masked come back, nothing but colours and web links is left, no line is
// wider than width, ends in space or is empty at either end.
func fit(lines []string, width int) []string {
	out := make([]string, 0, len(lines))
	for _, line := range lines {
		line = trimRight(allowed(unmask.Replace(line)))
		if len(line) <= width || ansi.StringWidth(line) <= width {
			out = append(out, line)
			continue
		}
		for piece := range strings.SplitSeq(hardWrap(narrow(line, width), width), "\n") {
			out = append(out, trimRight(piece))
		}
	}
	for len(out) > 0 && out[0] == "" {
		out = out[1:]
	}
	for len(out) > 0 && out[len(out)-1] == "" {
		out = out[:len(out)-1]
	}
	return out
}

// complete closes at the end of each line what is open there and opens it
// again in the next.
func complete(s string) string {
	var b strings.Builder
	w := lipgloss.NewWrapWriter(&b)
	_, _ = w.Write([]byte(s)) // a strings.Builder never fails
	_ = w.Close()
	return b.String()
}

// trimRight removes the space that a line ends in. Styles that end after it
// are kept; styled space is not removed.
func trimRight(line string) string {
	if !strings.Contains(line, "\x1b") {
		return strings.TrimRight(line, " ")
	}
	end, text := 0, 0 // after the last character that is no space; in cells
	cells := 0
	var state byte
	for rest := line; rest != ""; {
		seq, width, n, next := ansi.DecodeSequence(rest, state, nil)
		state, rest = next, rest[n:]
		if cells += width; width > 0 && seq != " " {
			end, text = len(line)-len(rest), cells
		}
	}
	if text == cells {
		return line
	}
	return line[:end] + strings.ReplaceAll(line[end:], " ", "")
}

// allowed drops every control sequence but colours and links to the web.
func allowed(line string) string {
	if isPrintable(line) {
		return line
	}
	var b strings.Builder
	var state byte
	for line != "" {
		seq, _, n, next := ansi.DecodeSequence(line, state, nil)
		if isPrintable(seq) || isColour(seq) || isLink(seq) {
			b.WriteString(seq)
		}
		state, line = next, line[n:]
	}
	return b.String()
}

// isColour says whether a sequence does nothing but set the look of text.
func isColour(seq string) bool {
	body, ok := strings.CutPrefix(seq, "\x1b[")
	return ok && strings.HasSuffix(body, "m") && strings.Trim(body[:len(body)-1], "0123456789;:") == ""
}

// isLink says whether a sequence opens a link to the web or mail, or ends one.
func isLink(seq string) bool {
	body, ok := strings.CutPrefix(seq, "\x1b]8;")
	if !ok || !strings.HasSuffix(body, "\a") {
		return false
	}
	_, address, ok := strings.Cut(strings.TrimSuffix(body, "\a"), ";")
	if !ok || address == "" {
		return ok
	}
	safe, ok := safeAddress(address)
	return ok && safe == address
}

// narrow replaces characters that are wider than a whole line.
func narrow(line string, width int) string {
	if width > 1 {
		return line
	}
	var b strings.Builder
	var state byte
	for line != "" {
		seq, w, n, next := ansi.DecodeSequence(line, state, nil)
		if w > width {
			seq = "\ufffd"
		}
		b.WriteString(seq)
		state, line = next, line[n:]
	}
	return b.String()
}
