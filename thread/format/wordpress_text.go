package format

import (
	"strings"
)

// autoParagraphs makes HTML of what people type into WordPress, as its
// function wpautop does for the page: an empty line ends a paragraph, other
// line ends are kept. Around tags that break lines themselves and within <pre>
// they mean nothing.
func autoParagraphs(text string) string {
	if !strings.Contains(text, "\n") {
		return text
	}
	var b strings.Builder
	b.Grow(len(text) + len(text)/8)
	verbatim, broken := false, true // within <pre>; at the beginning of a block
	empty := false                  // an empty line came before
	for line := range strings.SplitSeq(strings.ReplaceAll(text, "\r\n", "\n"), "\n") {
		words := strings.TrimSpace(line)
		switch {
		case verbatim:
			b.WriteByte('\n')
		case words == "":
			empty = true
			continue
		case broken || startsBlock(words):
			b.WriteByte('\n')
		case empty:
			b.WriteString("\n<p>")
		default:
			b.WriteString("<br>\n")
		}
		b.WriteString(line)
		empty = false
		broken = endsBlock(words)
		verbatim = staysVerbatim(verbatim, line)
	}
	return strings.TrimPrefix(b.String(), "\n")
}

// startsBlock says whether no line break is meant before a line.
func startsBlock(line string) bool {
	return strings.HasPrefix(line, "<") && blockTag().MatchString(line)
}

// endsBlock says whether no line break is meant behind a line.
func endsBlock(line string) bool {
	return strings.HasSuffix(line, ">") && blockTag().MatchString(line[max(0, strings.LastIndexByte(line, '<')):])
}

var blockTag = pattern(`(?i)^</?(` + blockTags + `)\b|^<!--`)

const blockTags = `address|article|aside|blockquote|br|caption|col|colgroup|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|legend|li|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul`

// staysVerbatim says whether the text behind a line is within <pre>.
func staysVerbatim(before bool, line string) bool {
	opens := strings.LastIndex(line, "<pre")
	closes := strings.LastIndex(line, "</pre")
	if opens == closes {
		return before
	}
	return opens > closes
}
