package draw

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// isPlain says whether a text means the same with and without Markdown, so
// that it can be wrapped without being parsed. It may say no where the
// answer is yes.
func isPlain(s string) bool {
	if !isPrintable(s) {
		return false
	}
	start := true // of a line, nothing but space so far
	indent := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		if constructs[c] || start && starters[c] && !isWord(s[i+1:]) {
			return false
		}
		switch {
		case c == '\n':
			if strings.HasSuffix(s[:i], "  ") {
				return false // a hard line break
			}
			start, indent = true, 0
		case c == ' ' && start:
			if indent++; indent > 3 {
				return false
			}
		case start && '0' <= c && c <= '9' && isNumbered(s[i:]):
			return false
		case c == ':' && strings.HasPrefix(s[i:], "://"), c == '.' && i >= 3 && strings.HasSuffix(s[:i], "www"):
			return false
		default:
			start = false
		}
	}
	return true
}

// constructs are the bytes that may begin a construct anywhere, and those
// that must not reach a terminal.
var constructs = func() (set [256]bool) {
	for _, c := range "*_`[]<>|~\\@\x7f" {
		set[c] = true
	}
	for c := range ' ' {
		set[c] = c != '\n'
	}
	return set
}()

// starters begin a construct at the start of a line unless a word follows.
var starters = func() (set [256]bool) {
	for _, c := range "-+=#:" {
		set[c] = true
	}
	return set
}()

// isWord says whether s goes on with a word: "-5" is no list, "- 5" is.
func isWord(s string) bool {
	return s != "" && (s[0] >= utf8.RuneSelf || '0' <= s[0] && s[0] <= '9' ||
		'A' <= s[0] && s[0] <= 'Z' || 'a' <= s[0] && s[0] <= 'z')
}

// isNumbered says whether s begins as an item of a numbered list does.
func isNumbered(s string) bool {
	s = strings.TrimLeft(s, "0123456789")
	return s != "" && (s[0] == '.' || s[0] == ')')
}

// plain wraps the paragraphs of a text that isPlain.
func (r *Renderer) plain(s string, width int) []string {
	var lines, words []string
	flush := func() {
		if len(words) == 0 {
			return
		}
		if len(lines) > 0 {
			lines = append(lines, "")
		}
		lines = append(lines, r.text(strings.Join(words, " "), width)...)
		words = words[:0]
	}
	for line := range strings.Lines(s) {
		if line = strings.TrimSpace(line); line != "" {
			words = append(words, line)
		} else {
			flush()
		}
	}
	flush()
	return lines
}

// text wraps running text and gives it its colour.
func (r *Renderer) text(s string, width int) []string {
	lines := wrapped(s, width)
	if styled(r.theme.Text) {
		for i, line := range lines {
			lines[i] = r.theme.Text.Render(line)
		}
	}
	return lines
}

// wrapped breaks text between words, and long words where they must be, in
// the same places as Glamour does.
func wrapped(s string, width int) []string {
	width = max(width, 1)
	if len(s) <= width && !strings.Contains(s, "\n") {
		return []string{s} // no character is wider than its bytes are many
	}
	s = ansi.Wrap(s, width, "")
	if strings.Contains(s, "\x1b") {
		s = complete(s)
	}
	return strings.Split(s, "\n")
}
