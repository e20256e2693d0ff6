package markup

import (
	"strings"

	"golang.org/x/net/html/atom"
)

// A verbatim collects the text of a pre or code element.
type verbatim struct {
	tag      atom.Atom
	language string
	text     strings.Builder
}

func (v *verbatim) start(tag atom.Atom, a attributes) {
	v.tag = tag
	v.language = language(a)
	v.text.Reset()
}

// language is the language that code names in its class, empty where it names
// none that could be one.
func language(a attributes) string {
	for class := range strings.FieldsSeq(a.class) {
		name, ok := strings.CutPrefix(class, "language-")
		if !ok {
			name, ok = strings.CutPrefix(class, "lang-")
		}
		const alphabet = "abcdefghijklmnopqrstuvwxyz0123456789+#-"
		if name = strings.ToLower(name); ok && len(name) <= 20 && strings.Trim(name, alphabet) == "" {
			return name
		}
	}
	return ""
}

// stays says whether code that is open goes on after a start tag.
func (w *htmlWriter) stays(tag atom.Atom, f *fragment) bool {
	if w.verbatim.tag != atom.Pre {
		if blockTags[tag] && tag != atom.Pre {
			w.endVerbatim()
			return false
		}
		if tag == atom.Pre { // <code><pre> is <pre><code> the wrong way round
			w.flush()
			w.verbatim.tag = atom.Pre
		}
	}
	if tag == atom.Code && w.verbatim.language == "" {
		w.verbatim.language = language(f.attributes())
	}
	if tag == atom.Br || blockTags[tag] && w.verbatim.text.Len() > 0 {
		w.verbatim.text.WriteByte('\n')
	}
	return true
}

// leaves says whether the end of an element ends the code inside it, too.
func (w *htmlWriter) leaves(tag atom.Atom) bool {
	if w.verbatim.tag == atom.Pre {
		return tag == atom.Blockquote || tag == atom.Table || tag == atom.Aside
	}
	return blockTags[tag]
}

// endVerbatim writes the code that is open.
func (w *htmlWriter) endVerbatim() {
	text := Clean(w.verbatim.text.String())
	tag := w.verbatim.tag
	w.verbatim.tag = 0
	w.verbatim.text.Reset()
	if tag != atom.Pre || w.table != nil {
		if line := strings.Join(strings.Fields(text), " "); line != "" {
			w.inline.content(code, line)
		}
		return
	}
	text = dedent(strings.Trim(trimLines(text), "\n"))
	if text == "" {
		return
	}
	fence := strings.Repeat("`", max(3, longestRun(text, '`')+1))
	w.partBlocks()
	first, rest := w.prefixes()
	w.block(first, rest, fence+w.verbatim.language+"\n"+text+"\n"+fence)
}

// trimLines takes the blanks off the end of every line.
func trimLines(s string) string {
	var b strings.Builder
	for line := range strings.Lines(s) {
		b.WriteString(strings.TrimRight(line, " \n"))
		b.WriteByte('\n')
	}
	return b.String()
}

// dedent takes off the blanks that all lines start with.
func dedent(s string) string {
	common := len(s)
	for line := range strings.SplitSeq(s, "\n") {
		if line != "" {
			common = min(common, len(line)-len(strings.TrimLeft(line, " ")))
		}
	}
	if common == 0 {
		return s
	}
	var b strings.Builder
	for line := range strings.Lines(s) {
		b.WriteString(line[min(common, len(line)-1):])
	}
	return b.String()
}

// longestRun is the length of the longest run of c in s.
func longestRun(s string, c byte) int {
	longest, run := 0, 0
	for i := range len(s) {
		if s[i] != c {
			run = 0
			continue
		}
		run++
		longest = max(longest, run)
	}
	return longest
}
