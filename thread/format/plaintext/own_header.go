package plaintext

import (
	"strconv"
	"strings"

	"skein/thread"
)

// An ownHeader is the header of a comment as writeText writes it.
type ownHeader struct {
	line, level int
	name        string
}

// DeepestIndent bounds the blanks before a line: without it a chain of replies
// would cost the square of its length. Below it the bullets carry the level.
const DeepestIndent = 200

// OwnColumn is where the header of a comment begins; its text stands two
// columns further in.
func OwnColumn(level int) int { return 2 * min(level, DeepestIndent) }

// ownHeaders finds the headers from a line on and says whether all else
// belongs to them.
func ownHeaders(lines []Line, from int) (headers []ownHeader, ok bool) {
	level, top, dated := 0, 0, false
	for i := from; i < len(lines); i++ {
		l := &lines[i]
		apart := l.Gap() > 0 != (i == from) // the first stands directly below the count
		if h, ok := readOwnHeader(l, top+1); ok && apart && h.level <= level+1 {
			h.line, level, dated = i, h.level, false
			headers = append(headers, h)
			if level == 1 {
				top++
			}
			continue
		}
		below := l.Gap() == 0 && len(headers) > 0 && headers[len(headers)-1].line == i-1
		if level == 0 || l.Indent() < OwnColumn(level)+2 || below && !isOwnDate(l.Text) || dated && l.Gap() == 0 {
			return nil, false
		}
		dated = below
	}
	return headers, true
}

// readOwnHeader reads a line as the header of a comment; number is that of the
// next one on the first level.
func readOwnHeader(l *Line, number int) (h ownHeader, ok bool) {
	said, ok := strings.CutSuffix(l.Text, OwnSays)
	mark, name, named := strings.Cut(said, " ")
	if !ok || !named {
		return h, false
	}
	h = ownHeader{level: l.Indent() / 2, name: name}
	digits, bullet := strings.CutPrefix(mark, "•")
	switch {
	case !bullet:
		return h, h.level == 1 && mark == strconv.Itoa(number)+"." && l.Indent() == OwnColumn(1)
	case digits != "":
		n, err := strconv.Atoi(digits)
		h.level = n
		return h, err == nil && n > DeepestIndent && l.Indent() == OwnColumn(n)
	}
	return h, h.level > 1 && l.Indent() == OwnColumn(h.level)
}

// OwnSays stands behind the name in a header.
const OwnSays = " says:"

// ownNameless are the names of those that have none, and why.
var ownNameless = map[string]thread.Flags{"deleted": thread.Deleted, "missing": thread.Ghost, "somebody": 0}

// ownName is the author that a header names.
func ownName(name string) (author string, why thread.Flags) {
	if why, nameless := ownNameless[name]; nameless {
		return "", why
	}
	if _, quoted := ownNameless[strings.Trim(name, `"`)]; quoted && name[0] == '"' && name[len(name)-1] == '"' {
		return name[1 : len(name)-1], 0
	}
	return name, 0
}

// Signature is the name under which a comment goes out. One who is really
// called like those without a name stands in quotes.
func Signature(t *thread.Thread, i int) string {
	c := t.At(i)
	switch name := t.Name(i); {
	case name == "" && c.Is(thread.Deleted):
		return "deleted"
	case name == "" && c.Is(thread.Ghost):
		return "missing"
	case name == "":
		return "somebody"
	default:
		if _, nameless := ownNameless[strings.Trim(name, `"`)]; nameless {
			return `"` + name + `"`
		}
		return name
	}
}
