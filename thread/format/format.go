// Package format knows where discussions come from: how each kind of file
// begins, how to read it into a thread, and how to write a thread out again.
//
// Formats stand in one ordered table, a file for each. A format sees bytes and
// hands posts to a thread.Builder; what a body means is package markup's
// business, where the bytes come from package source's.
package format

import (
	"bytes"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"

	"skein/thread"
	"skein/thread/format/mail"
	"skein/thread/format/plaintext"
)

// A format knows how one kind of file begins and how to read it. Bodies and
// names may alias data. What read returns as an error has come after all that
// the builder got; it need not name the format.
type format struct {
	name  string
	about string // one line for people
	sniff func(data []byte) bool
	read  func(data []byte, b *thread.Builder) error
}

// formats is asked in order, the most particular first. A format that comes in
// several forms has a row for each.
var formats = []format{
	{"json", "skein's own JSON, one object", sniffJSON, readJSON},
	{"jsonl", "skein's own JSON, a comment a line", sniffJSONLines, readJSON},
	{"hackernews", "Hacker News: an item with its comments, from any of its APIs", sniffHackerNews, readHackerNews},
	{"reddit", "Reddit: a post with its comments, or more of them, as JSON", sniffReddit, readReddit},
	{"lobsters", "Lobsters: a story with its comments, as JSON", sniffLobsters, readLobsters},
	{"discourse", "Discourse: a topic, a post or a list of posts, as JSON", sniffDiscourse, readDiscourse},
	{"mastodon", "Mastodon and its kin: what is around a status, as JSON", sniffMastodon, readMastodon},
	{"bluesky", "Bluesky: a post with what is around it, as JSON", sniffBluesky, readBluesky},
	{"lemmy", "Lemmy: comments and their post, as JSON", sniffLemmy, readLemmy},
	{"youtube", "YouTube: comments of the Data API or from yt-dlp, as JSON", sniffYouTube, readYouTube},
	{"wordpress", "WordPress: comments of its REST API", sniffWordPress, readWordPress},
	{"isso", "Isso: threads for its import, or comments of its API", sniffIsso, readIsso},
	{"github", "GitHub: issues, pull requests, discussions of its APIs", sniffGitHub, readGitHub},
	{"stackexchange", "Stack Exchange: questions, answers or comments of its API", sniffStackExchange, readStackExchangeAPI},
	{"duoshuo", "Duoshuo: an export, as JSON", sniffDuoshuo, readDuoshuo},
	{"remark42", "remark42: a backup, or comments of its API", sniffRemark42, readRemark42},
	{"commento", "Commento: an export, as JSON", sniffCommento, readCommento},
	{"disqus", "Disqus: posts of its API", sniffDisqusAPI, readDisqusAPI},
	{"disqus", "Disqus: the export of a site's comments (XML)", sniffDisqus, readDisqus},
	{"imageboard", "imageboards: a thread of the API of 4chan, vichan, 2ch, LynxChan, FoolFuuka", sniffImageboard, readImageboard},
	{"comments", "comments of other programs, as JSON", sniffComments, readComments},
	{"comments", "comments that refer to their authors, as JSON", sniffReferred, readReferred},
	{"comments", "comments in a table with the names of its columns: CSV, TSV", sniffTable, readTable},
	{"wordpress", "WordPress: the export of a site (WXR)", sniffWordPressExport, readWordPressExport},
	{"feed", "a feed of comments: RSS or Atom, or the archive of a blog on Blogger", sniffFeed, readFeed},
	{"comments", "comments of other programs, as XML", sniffCommentsXML, readCommentsXML},
	{"feed", "a feed of comments: JSON Feed", sniffJSONFeed, readJSONFeed},
	{"mail", "mail and news: mbox, Maildir, messages, LISTSERV logs", mail.Sniff, readMail},
	{"publicinbox", "public-inbox: a thread's page, as on lore.kernel.org, saved as text", sniffInboxText, readInboxText},
	{"discourse", "Discourse: a topic given out raw", sniffDiscourseRaw, readDiscourseRaw},
	{"movabletype", "Movable Type: the archive of a blog, as TypePad and Hatena have it, too", sniffMovableType, readMovableType},
	{"github", "GitHub: an issue or pull request as gh shows it with --comments", sniffGitHubView, readGitHubView},
	{"text", "what --to text writes", plaintext.SniffOwn, readText},
	{"stackexchange", "Stack Exchange: a question's page saved as text", sniffQuestionText, readQuestionText},
	{"reddit", "Reddit: a thread's page of 2018 to 2023 saved as text", sniffLevelText, readLevelText},
	{"chat", "chats: logs of IRC, what WhatsApp, Zoom, Telegram, Discord, Slack and Teams give out", sniffChat, readChat},
	{"mediawiki", "MediaWiki: the source of a talk page", sniffTalkSource, readTalkSource},
	{"markdown", "Markdown: headings, lists or quotes in each other, also what --to markdown writes", sniffMarkdown, readMarkdown},
	{"hackernews", "Hacker News: an item's page", sniffPage("hackernews"), readHackerNewsPage},
	{"reddit", "Reddit: a thread's page, of old.reddit.com or later", sniffPage("reddit"), readRedditPage},
	{"lobsters", "Lobsters: a story's page", sniffPage("lobsters"), readLobstersPage},
	{"stackexchange", "Stack Exchange: a question's page", sniffPage("stackexchange"), readStackExchangePage},
	{"mediawiki", "MediaWiki: a page on which people talk", sniffPage("mediawiki"), readTalkPage},
	{"publicinbox", "public-inbox: the page itself", sniffPage("publicinbox"), readInboxPage},
	{"debbugs", "Debbugs: a bug's page, as of Debian and GNU", sniffPage("debbugs"), readDebbugsPage},
	{"chat", "chats: the pages that Telegram and DiscordChatExporter give out", sniffPage("chat"), readChatPage},
	{"wordpress", "WordPress: a page of any theme", sniffPage("wordpress"), readWordPressPage},
	{"html", "any page with comments: forums, blogs, pages that mark them for machines", sniffPage("html"), readHTML},
	{"text", "a page saved as text, or any text", sniffText, readText},
}

// Formats yields the names that Read knows, in the order in which it tries
// them, each with a line on what it is.
func Formats() iter.Seq2[string, string] {
	return func(yield func(name, about string) bool) {
		for i, f := range formats {
			if at := slices.IndexFunc(formats, f.sharesName); at == i && !yield(f.name, f.line()) {
				return
			}
		}
	}
}

func (f *format) sharesName(other format) bool { return f.name == other.name }

// line is what people are told of a format: of all its forms.
func (f *format) line() string {
	line := f.about
	site, _, _ := strings.Cut(line, ": ")
	for _, other := range formats {
		if f.sharesName(other) && other.about != f.about {
			line += "; " + strings.TrimPrefix(other.about, site+": ")
		}
	}
	return line
}

// Read finds the discussion in data. The format has the given name or, where
// that is empty, is recognised from the content.
//
// A damaged input gives the thread of what could be read and an error. Without
// a thread, the error is ErrEmpty, ErrUnknown, ErrName or a *SyntaxError, or
// wraps one. The thread may alias data, which must not change afterwards.
func Read(data []byte, name string) (*thread.Thread, error) {
	return NewGrowth(name, nil).Read(data)
}

func read(data []byte, name string, grown func(*thread.Thread)) (*thread.Thread, error) {
	data, err := decode(data)
	if err != nil {
		return nil, err
	}
	if len(bytes.TrimSpace(data)) == 0 {
		return nil, ErrEmpty
	}
	if f := formatFor(data, name); f != nil {
		t, err := f.thread(data, grown)
		// Of a page without marks only its reader can tell that there is no thread.
		if t != nil || name != "" || !errors.Is(err, ErrUnknown) {
			return t, err
		}
	}
	return nil, unknown(data)
}

// formatFor is the format of that name, or of any where it is empty, that
// knows the beginning of data. A name that is given counts for more than what
// data looks like.
func formatFor(data []byte, name string) *format {
	var named *format
	for k := range formats {
		f := &formats[k]
		switch {
		case name != "" && f.name != name:
		case f.sniff(data):
			return f
		case name != "" && named == nil:
			named = f
		}
	}
	return named
}

// bytesPerComment is what a comment takes in most formats, or more.
const bytesPerComment = 512

// thread is the discussion in data, as far as it can be read.
func (f *format) thread(data []byte, grown func(*thread.Thread)) (*thread.Thread, error) {
	b := &thread.Builder{Format: f.name, Grown: grown}
	b.Expect(len(data) / bytesPerComment)
	err := f.read(data, b)
	t := b.Thread()
	if nothingIn(t) && err == nil {
		err = ErrUnknown
	}
	if err != nil {
		err = locate(err, f.name, data)
	}
	if nothingIn(t) {
		t = nil
	}
	return t, err
}

// nothingIn says whether there is nothing to read in a thread.
func nothingIn(t *thread.Thread) bool {
	post := t.At(0)
	return t.Len() == 1 && t.Title == "" && post.Author == thread.None && post.Body.First(80) == ""
}

func known(name string) bool {
	for n := range Formats() {
		if n == name {
			return true
		}
	}
	return false
}

// unknownName is the error for a name that no format has.
func unknownName(name string) error {
	return fmt.Errorf("%w %q (there are %s)", ErrName, name, strings.Join(names(), ", "))
}

func names() []string {
	var all []string
	for n := range Formats() {
		all = append(all, n)
	}
	return all
}

// unknown is the error for data that no format took.
func unknown(data []byte) error {
	k := kindOf(data)
	if k == plain {
		return ErrUnknown
	}
	if reason := refusal(data); k == isJSON && reason != "" {
		return fmt.Errorf("is an answer that says %q, and %w; --from text reads it as text", reason, ErrUnknown)
	}
	return fmt.Errorf("is %s, and %w; --from text reads it as text", k, ErrUnknown)
}

// Errors that say why there is no thread.
var (
	ErrEmpty   = errors.New("is empty")
	ErrUnknown = errors.New("no thread was found in it")
	ErrName    = errors.New("no format is called")
)
