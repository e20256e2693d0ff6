package format

import (
	"bytes"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"skein/thread"
	"skein/thread/format/dom"
	"skein/thread/markup"
)

// A page is an HTML page that is being read: the tree of it, and what gets
// the posts. Every format of pages reads one.
type page struct {
	*dom.Tree
	builder  *thread.Builder
	metas    map[string]string
	sayings  map[string]saying
	own      []dom.Node // the elements of the comment that is being read
	depths   []int      // of replies, by node, once they are asked for
	dayFirst bool       // dates in figures begin with the day
}

func newPage(data []byte, b *thread.Builder) *page {
	tree := dom.Parse(string(data))
	return &page{Tree: tree, builder: b, metas: metas(tree), sayings: map[string]saying{}, dayFirst: saysDayFirst(data)}
}

// all is the elements of the page that match, in its order.
func (p *page) all(match func(dom.Node) bool) []dom.Node {
	var found []dom.Node
	for n := range p.Root().Within() {
		if match(n) {
			found = append(found, n)
		}
	}
	return found
}

// outermost is the nodes, in the order of the page, without those that stand
// in others of them.
func outermost(nodes []dom.Node) []dom.Node {
	var outer []dom.Node
	for _, n := range nodes {
		if len(outer) == 0 || !outer[len(outer)-1].Contains(n) {
			outer = append(outer, n)
		}
	}
	return outer
}

// first is the first element of the page that matches.
func (p *page) first(match func(dom.Node) bool) dom.Node { return p.Root().First(match) }

// hasClass matches the elements that have one of the classes.
func hasClass(classes ...string) func(dom.Node) bool {
	return func(n dom.Node) bool { return n.Class() != "" && n.HasAny(classes...) }
}

// isTag matches the elements of these names.
func isTag(tags ...string) func(dom.Node) bool {
	return func(n dom.Node) bool { return n.Is(tags...) }
}

// htmlBody is a body of the source of an element.
func htmlBody(source string) markup.Body {
	return markup.Body{Raw: strings.TrimSpace(source), Kind: markup.HTML}
}

// preformatted is a body of the source of an element that keeps blanks and the
// ends of lines, in which people write as they do in mail.
func preformatted(source string) markup.Body {
	var text strings.Builder
	for z := html.NewTokenizer(strings.NewReader(source)); z.Next() != html.ErrorToken; {
		switch t := z.Token(); {
		case t.Type == html.TextToken:
			text.WriteString(t.Data)
		case t.DataAtom == atom.Br:
			text.WriteByte('\n')
		}
	}
	return markup.Body{Raw: strings.Trim(text.String(), "\r\n"), Kind: markup.Text}
}

// A pageKind is a format that reads pages, and what stands in all of those:
// each of the marks, in one of its spellings.
type pageKind struct {
	format string
	marks  [][]string
	read   func(data []byte, b *thread.Builder) error
}

// pageKinds are the formats that read pages, the most particular first.
var pageKinds = []pageKind{
	{"hackernews", [][]string{{"item?id="}, {`hnuser`, `href="user?id=`, `href='user?id=`}, {`s.gif`, `class="comhead"`, `class='comhead'`}}, readHackerNewsPage},
	{"reddit", [][]string{{"reddit.com", "redditstatic", "redditmedia"}, {`id="t1_`, "thing_t1_", " id-t1_", `data-fullname="t1_`, "<shreddit-comment", "over18", `class="interstitial"`, "whoa there, pardner", "been blocked by network security"}}, readRedditPage},
	{"lobsters", [][]string{{"comments_subtree", "comment_folder"}, {"shortid"}}, readLobstersPage},
	{"stackexchange", [][]string{{`id="question"`}, {"data-answerid", "js-comment", `class="comment-copy"`}, {"post-text", "s-prose", "js-post-body"}}, readStackExchangePage},
	{"mediawiki", [][]string{{"mw-parser-output", "mw-content-text", "bodyContent", "data-mw-comment-start"}, {"data-mw-comment-start", "(UTC)", "(CET)", "(CEST)", "(MSK)", "(JST)"}}, readTalkPage},
	{"publicinbox", [][]string{{"messages in thread"}, {">permalink</a>"}, {" UTC (<a"}}, readInboxPage},
	{"debbugs", [][]string{{"bugreport.cgi"}, {`class="headers"`}, {`class="message"`}}, readDebbugsPage},
	{"chat", [][]string{{`class="from_name"`, `chatlog__message-container`}, {`class="message default`, `chatlog__content`}}, readChatPage},
	{"wordpress", [][]string{{"wp-content", "wp-includes", "wp-json", "wp-comments-post", "WordPress", "commentmetadata"}, {`comment-`, `comment `}}, readWordPressPage},
	{"html", nil, readHTML},
}

// markedPart is how much of a page is searched for marks: they stand in its
// head and in the first comment.
const markedPart = 2 << 20

// bearsMarks says whether each of the marks stands in data in some spelling.
func bearsMarks(data []byte, marks [][]string) bool {
	data = data[:min(len(data), markedPart)]
	for _, spellings := range marks {
		found := false
		for _, s := range spellings {
			found = found || bytes.Contains(data, []byte(s))
		}
		if !found {
			return false
		}
	}
	return true
}

// sniffPage says whether data is a page that the format of that name reads:
// one of its kind with comments on it, which no more particular format takes.
// Only pages with the marks of a format are read to find out. A page without
// any is left to the reader of all pages, which knows when it has read it.
func sniffPage(format string) func(data []byte) bool {
	return func(data []byte) bool {
		at := slices.IndexFunc(pageKinds, func(k pageKind) bool { return k.format == format })
		if kindOf(data) != isHTML || !bearsMarks(data, pageKinds[at].marks) {
			return false
		}
		for i, kind := range pageKinds[:at+1] {
			if bearsMarks(data, kind.marks) && kind.hasThread(data) {
				return i == at
			}
		}
		return false
	}
}

// hasThread says whether a reader finds comments in a page, or knows why there
// are none. Where marks vouch for the page, a beginning with comments will do.
func (k *pageKind) hasThread(data []byte) bool {
	if k.marks == nil {
		return true
	}
	for size := glimpse; ; size *= 4 {
		whole := size >= len(data)
		if whole {
			size = len(data)
		}
		var b thread.Builder
		err := k.read(data[:size], &b)
		if err == nil && b.Len() > 0 || whole && err != nil && err != ErrUnknown {
			return true
		}
		if whole {
			return false
		}
	}
}
