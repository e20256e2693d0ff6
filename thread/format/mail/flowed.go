package mail

import "bytes"

// unflow joins the lines of a paragraph that its sender wrapped (RFC 3676):
// those that end in a blank, which goes with delSp. Quotes keep one mark a
// level; the line of a signature ("-- ") stands alone.
func unflow(text []byte, delSp bool) []byte {
	out := make([]byte, 0, len(text))
	flows, above := false, 0 // whether the line before goes on, and how deep it is quoted
	for len(text) > 0 {
		var line []byte
		line, text = cutLine(text)
		depth := 0
		for depth < len(line) && line[depth] == '>' {
			depth++
		}
		words := bytes.TrimPrefix(line[depth:], []byte(" ")) // stuffed, section 4.4
		signature := string(words) == "-- "
		switch {
		case flows && depth == above && !signature:
			out = append(out, words...)
		default:
			if flows {
				out = append(out, '\n')
			}
			out = appendQuoted(out, depth, words)
		}
		flows, above = len(words) > 0 && words[len(words)-1] == ' ' && !signature, depth
		if flows && delSp {
			out = out[:len(out)-1]
		}
		if !flows {
			out = append(out, '\n')
		}
	}
	return out
}

// appendQuoted appends a line with its quote marks. What only looks quoted
// was stuffed and keeps the blank that says so.
func appendQuoted(out []byte, depth int, words []byte) []byte {
	for range depth {
		out = append(out, '>')
	}
	if depth > 0 || bytes.HasPrefix(words, []byte(">")) {
		out = append(out, ' ')
	}
	return append(out, words...)
}
