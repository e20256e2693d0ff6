package markup

import "strings"

// maxNested is how many quotes and lists may open on one line. People and mail
// programs come to a dozen; parsing takes a time that grows with their square.
const maxNested = 64

// flat is md with the marks of quotes and lists beyond maxNested on a line
// written over, as long as it was: for the parser only, so that what it finds
// is where it was in md.
func flat(md string) string {
	var out []byte
	at := 0
	for line := range strings.Lines(md) {
		if from, to := tooDeep(line); from < to {
			if out == nil {
				out = []byte(md)
			}
			for k := at + from; k < at+to; k++ {
				if out[k] != ' ' {
					out[k] = 'x'
				}
			}
		}
		at += len(line)
	}
	if out == nil {
		return md
	}
	return string(out)
}

// shallow is md with a backslash before the first mark that would open more
// than maxNested quotes and lists, for whoever parses it elsewhere.
func shallow(md string) string {
	var edits []edit
	at := 0
	for line := range strings.Lines(md) {
		if from, to := tooDeep(line); from < to {
			edits = append(edits, edit{at + from, at + from, `\`})
		}
		at += len(line)
	}
	if edits == nil {
		return md
	}
	return applyEdits(md, edits)
}

// tooDeep is where the marks of a line lie that open more than maxNested
// quotes and lists. A rule is none of them, however long it is.
func tooDeep(line string) (from, to int) {
	if len(line) <= maxNested {
		return 0, 0
	}
	rest := strings.Trim(line, "> \n")
	rule := strings.Trim(rest, "- ") == "" || strings.Trim(rest, "* ") == ""
	nested, end := 0, len(line)
	for i := range end {
		switch c := line[i]; {
		case c == '>', strings.IndexByte("-+*.)", c) >= 0 && !rule && strings.HasPrefix(line[i+1:], " "):
			if nested++; nested == maxNested+1 {
				from = i
			}
		case c != ' ' && (c < '0' || c > '9'):
			end = i
		}
		if end == i {
			break
		}
	}
	if nested <= maxNested {
		return 0, 0
	}
	return from, end
}
