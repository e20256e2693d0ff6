package format

import (
	"bytes"
	"cmp"
	"net/netip"
	"slices"
	"strings"

	"skein/thread"
	"skein/thread/format/dates"
	"skein/thread/format/lexicon"
	"skein/thread/markup"
)

// sniffTalkSource looks for signed comments in the source of a page.
func sniffTalkSource(data []byte) bool {
	const enough = 256 << 10
	data = data[:min(len(data), enough)]
	if !bytes.Contains(data, []byte("[[")) || !bytes.Contains(data, []byte("==")) || kindOf(data) != plain {
		return false
	}
	return talkOf(string(data)).signed > 1
}

// readTalkSource reads the source of a talk page of a wiki, as MediaWiki keeps
// it (https://www.mediawiki.org/wiki/Help:Signatures): a comment ends with the
// links to its author's pages and the time, and the colons and stars before its
// first line say how deep it is.
func readTalkSource(data []byte, b *thread.Builder) error {
	t := talkOf(strings.ToValidUTF8(alias(data), "\ufffd"))
	if t.signed == 0 {
		return ErrUnknown
	}
	lead := thread.Post{Level: 1, Body: t.lead}
	switch {
	case t.topics == 1:
		b.Post(lead)
	case !t.lead.Empty(): // else it would be what all the topics are about
		t.comments = slices.Insert(t.comments, 0, thread.Post{Level: 1, Flags: thread.Topic}, lead)
	}
	t.tell(b)
	return nil
}

// A talkSource is the source of a talk page that is being read.
type talkSource struct {
	conversation
	lead   markup.Body // what stands above all headings
	signed int         // comments
}

// talkOf is the comments in the source of a page. What is not signed belongs to
// the comment below it, and at the end of a section to the one above.
func talkOf(source string) *talkSource {
	var t talkSource
	var open []string // the lines of the comment that is not signed yet
	left := 0         // the level of what stands at the left margin, less one
	for line := range strings.SplitSeq(source, "\n") {
		line = strings.TrimRight(line, " \t\r")
		if title, heads := talkHeading(line); heads {
			t.leave(open)
			t.topic, open, left = &thread.Post{Title: talkText(title)}, nil, 0
			continue
		}
		if line == "" && len(open) == 0 {
			continue
		}
		text, p, signed := cutSignature(line)
		open = append(open, text)
		if !signed {
			continue
		}
		depth := len(talkMarks(open[0]))
		if n := len(t.comments); depth == 0 && n > 0 && t.topic == nil && outdents(open[0]) {
			left = t.comments[n-1].Level
		} else if depth == 0 {
			left = 0
		}
		for i := range open {
			open[i] = open[i][min(depth, len(talkMarks(open[i]))):]
		}
		p.Level = left + depth + 1
		p.Body = markup.Body{Raw: strings.TrimSpace(talkText(strings.Join(open, "\n"))), Kind: markup.Markdown}
		t.add(p)
		t.signed++
		open = nil
	}
	t.leave(open)
	return &t
}

// leave takes lines that nobody signed. Templates above all headings are only
// about the page.
func (t *talkSource) leave(lines []string) {
	if t.topic == nil && len(t.comments) == 0 {
		lines = slices.DeleteFunc(lines, func(line string) bool { return strings.HasPrefix(line, "{{") && strings.HasSuffix(line, "}}") })
	}
	text := strings.TrimSpace(talkText(strings.Join(lines, "\n")))
	if text == "" {
		return
	}
	body := markup.Body{Raw: text, Kind: markup.Markdown}
	switch {
	case t.topic != nil:
		t.add(thread.Post{Level: 1, Body: body})
	case len(t.comments) == 0:
		t.lead = body
	default:
		last := &t.comments[len(t.comments)-1].Body
		last.Raw = strings.TrimPrefix(last.Raw+"\n\n"+text, "\n\n")
	}
}

// talkHeading reads `== The title ==`.
func talkHeading(line string) (title string, ok bool) {
	rest := strings.TrimLeft(line, "=")
	title = strings.TrimRight(rest, "=")
	if marks := len(line) - len(rest); marks < 2 || len(rest)-len(title) < 2 {
		return "", false
	}
	title = strings.TrimSpace(title)
	return title, title != ""
}

// talkMarks are the marks before a line that say how deep it is.
func talkMarks(line string) string { return line[:len(line)-len(strings.TrimLeft(line, ":*#"))] }

// outdents says whether a line begins again at the left, below what it answers.
func outdents(line string) bool {
	line = strings.ToLower(line)
	return strings.HasPrefix(line, "{{od") || strings.HasPrefix(line, "{{outdent")
}

// cutSignature takes the signature out of a line and tells who signed when. What
// stands behind it was added later.
func cutSignature(line string) (text string, p thread.Post, ok bool) {
	at := lastStamp(line)
	if at == nil {
		return line, p, false
	}
	text = line[:at[0]]
	added := ""
	if behind := strings.Trim(talkText(line[at[1]:]), " \t})"); behind != "" {
		added = " " + behind
	}
	when, _, _ := dates.Find(line[at[0]:at[1]])
	p.Time, p.Zone = when.Time(true)
	if m := unsignedBy().FindStringSubmatchIndex(text); m != nil { // `{{unsigned|Ann|10:00, …`
		p.Author = text[m[2]:m[3]]
		return unsigned(text[:m[0]]) + added, p, true
	}
	const longest = 60 // bytes between two links of a signature
	cut := len(text)
	links := wikiLink().FindAllStringSubmatchIndex(text, -1)
	for i := len(links) - 1; i >= 0; i-- {
		user := wikiUser(text[links[i][2]:links[i][3]])
		if user == "" || cut-links[i][1] > longest || p.Author != "" && !strings.EqualFold(user, p.Author) {
			break
		}
		p.Author, cut = user, links[i][0]
	}
	if p.Author == "" {
		return line, p, false
	}
	return unsigned(text[:cut]) + added, p, true
}

// lastStamp is where the last time of a signature stands in a line, nil where
// none does. It ends with the name of a zone in parentheses.
func lastStamp(line string) []int {
	const longest = 64
	for end := strings.LastIndexByte(line, ')'); end > 0; end = strings.LastIndexByte(line[:end], ')') {
		if c := line[end-1]; c < 'A' || c > 'Z' {
			continue
		}
		start := max(0, end-longest)
		for _, at := range signedAt().FindAllStringIndex(line[start:end+1], -1) {
			if start+at[1] == end+1 {
				return []int{start + at[0], end + 1}
			}
		}
	}
	return nil
}

var (
	wikiLink   = pattern(`\[\[:?([^\[\]|]+)(?:\|([^\[\]]*))?\]\]`)
	unsignedBy = pattern(`(?i)\{\{unsigned(?:ip|2)?\|([^|{}]+)\|[^|{}]*$`)
)

// wikiUser is the user whose pages a link leads to, or the address of one who
// had no name; empty where it leads elsewhere.
func wikiUser(page string) string {
	space, name, found := strings.Cut(page, ":")
	if !found {
		return ""
	}
	if userPages[strings.ToLower(strings.ReplaceAll(strings.TrimSpace(space), " ", "_"))] {
		name, _, _ = strings.Cut(name, "#")
		name, _, _ = strings.Cut(name, "/")
		return strings.ReplaceAll(strings.TrimSpace(name), "_", " ")
	}
	if _, err := netip.ParseAddr(name[strings.LastIndexByte(name, '/')+1:]); err == nil || specialPages[strings.ToLower(space)] {
		_, user, _ := strings.Cut(name, "/") // whose contributions they are, perhaps those of an address
		return strings.ReplaceAll(strings.TrimSpace(user), "_", " ")
	}
	return ""
}

// specialPages are what wikis call their special pages.
var specialPages = lexicon.Set(`special spezial spécial especial speciale speciaal specjalna speciální служебная спеціальна 特別 特殊 특수`)

// unsigned is the text before a signature without the dashes and the tags that
// begin that.
func unsigned(text string) string {
	for {
		text = strings.TrimRight(text, " \t-–—(~")
		text = strings.TrimSuffix(text, "&nbsp;")
		text = strings.TrimSuffix(text, "&mdash;")
		at := strings.LastIndexByte(text, '<')
		if at < 0 || !strings.HasSuffix(text, ">") || strings.HasPrefix(text[at:], "</") || strings.HasPrefix(text[at:], "<br") {
			return strings.TrimRight(text, " \t-–—(~")
		}
		text = text[:at]
	}
}

// talkText makes Markdown of the markup of wikis, as far as talk has it.
func talkText(text string) string {
	if strings.Contains(text, "[[") {
		text = wikiLink().ReplaceAllStringFunc(text, func(link string) string {
			m := wikiLink().FindStringSubmatch(link)
			return cmp.Or(m[2], strings.TrimPrefix(m[1], ":"))
		})
	}
	if strings.Contains(text, "[http") {
		text = wikiAddress().ReplaceAllString(text, "[$2]($1)")
	}
	if strings.Contains(text, "{{") {
		text = wikiOutdent().ReplaceAllString(text, "")
		text = wikiPing().ReplaceAllString(text, "@$1")
		text = wikiQuote().ReplaceAllString(text, "“$1”")
	}
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		marks := talkMarks(line)
		line = strings.TrimLeft(line[len(marks):], " ")
		switch {
		case strings.HasSuffix(marks, ":"):
			lines[i] = line
		case marks != "":
			lines[i] = strings.Repeat("  ", len(marks)-1) + "- " + line
		}
	}
	text = wikiMarks.Replace(strings.Join(lines, "\n"))
	if strings.IndexByte(text, '<') >= 0 {
		text = wikiTags().ReplaceAllString(text, "")
	}
	return text
}

// wikiMarks are the marks of wikis that have another form in Markdown.
var wikiMarks = strings.NewReplacer("'''''", "***", "'''", "**", "''", "*", "<br>", "\n", "<br />", "\n", "<br/>", "\n")

var (
	wikiAddress = pattern(`\[(https?://[^\s\[\]]+) ([^\[\]\n]+)\]`)
	wikiOutdent = pattern(`(?i)^\{\{(?:od|outdent)[^{}]*\}\} ?`)
	wikiPing    = pattern(`(?i)\{\{(?:ping|re|reply to|u|user link|yo)\|([^|{}]+)(?:\|[^{}]*)?\}\}:?`)
	wikiQuote   = pattern(`(?i)\{\{(?:tq|tqq|talk quote|talkquote|quote|xt)\|(?:1=)?([^{}]+)\}\}`)
	wikiTags    = pattern(`(?i)</?(?:small|span|font|nowiki|sup|sub|div|big|center|u|ref)(?:\s[^<>]*)?/?>|<!--[^>]*-->`)
)
