package source

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"os"
	"regexp"
	"strconv"
	"strings"
)

// A site is a kind of page that people know, and where the whole of the
// thread on it is to be had.
//
// What is handed on is always what the site says, as it says it: the answers,
// which are JSON where there are several, one behind the other in the order in
// which they were asked for. A format that knows the first by its beginning
// knows them all. Only WordPress, whose answers are lists of comments and the
// post that they are on, has them in one list: [post, comment, comment, …].
type site struct {
	name   string
	page   string // a regular expression for host, path and query
	base   string // where the thread is; "" for the host of the page
	thread string // its address there; $1 is the first group of page
	or     string // where it is when it is not there
	guess  bool   // the host may be anybody's: when it is not so, the page itself is read
	begins bool   // the first answer begins the thread: it is shown while it comes
	token  []string
	rest   func(v *visit, first *answer, m []string) ([]*answer, error)
}

// sites is asked in order, the last takes any page. The order and the
// addresses are those of the sites' own documentation.
var sites = []site{
	// https://hn.algolia.com/api
	{name: "Hacker News", page: `news\.ycombinator\.com/item\?(?:.*&)?id=(\d+)`,
		base: "https://hn.algolia.com", thread: "/api/v1/items/$1", begins: true},
	// https://www.reddit.com/dev/api
	{name: "Reddit", page: `(?:(?:\w+\.)?reddit\.com/(?:(?:(?:r|user)/[^/]+/)?comments|gallery)|redd\.it)/(\w+)`,
		base: "https://www.reddit.com", thread: "/comments/$1.json?raw_json=1&limit=500", begins: true, rest: reddit},
	{name: "Lobsters", page: `lobste\.rs/s/(\w+)`,
		base: "https://lobste.rs", thread: "/s/$1.json", begins: true},
	// https://github.com/4chan/4chan-API
	{name: "4chan", page: `boards\.4chan(?:nel)?\.org/(\w+)/thread/(\d+)`,
		base: "https://a.4cdn.org", thread: "/$1/thread/$2.json", begins: true},
	{name: "YouTube", page: `(?:(?:m|music)\.)?youtube\.com/(?:watch|shorts/[\w-]+|live/[\w-]+)|youtu\.be/[\w-]{11}`, rest: youTube},
	// https://docs.bsky.app/docs/api/app-bsky-feed-get-post-thread
	{name: "Bluesky", page: `bsky\.app/profile/(did:[\w:.%-]+)/post/(\w+)`,
		base: "https://public.api.bsky.app", thread: blueskyThread, begins: true},
	{name: "Bluesky", page: `bsky\.app/profile/([\w.-]+)/post/(\w+)`,
		base: "https://public.api.bsky.app", thread: "/xrpc/com.atproto.identity.resolveHandle?handle=$1", rest: bluesky},
	// https://docs.github.com/rest/issues
	{name: "GitHub", page: `github\.com/([\w.-]+)/([\w.-]+)/(?:issues|pull)/(\d+)`,
		base: "https://api.github.com", thread: "/repos/$1/$2/issues/$3", token: githubTokens, rest: github},
	{name: "GitHub", page: `github\.com/([\w.-]+)/([\w.-]+)/discussions/(\d+)`,
		base: "https://api.github.com", token: githubTokens, rest: discussion},
	// https://api.stackexchange.com/docs
	{name: "Stack Exchange", page: `((?:[\w-]+\.)*(?:stackoverflow\.com|stackexchange\.com|superuser\.com|serverfault\.com|askubuntu\.com|mathoverflow\.net))/(?:questions|q)/(\d+)`,
		base: "https://api.stackexchange.com", thread: "/2.3/questions/$2?site=$1&filter=withbody", guess: true, rest: stackExchange},
	// https://public-inbox.org/HTTP-API.html
	{name: "public-inbox", page: `lore\.kernel\.org/([^/?]+)/([^/?]+@[^/?]+)`,
		base: "https://lore.kernel.org", thread: "/$1/$2/t.mbox.gz"},
	{name: "public-inbox", page: `[^/]+(/[^?]+)/([^/?@]+@[^/?]+)/[tT]`, thread: "$1/$2/t.mbox.gz", guess: true},
	// https://www.debian.org/Bugs/Access
	{name: "Debbugs", page: `bugs\.debian\.org/(?:cgi-bin/bugreport\.cgi\?(?:.*[&;])?bug=)?(\d+)`,
		base: "https://bugs.debian.org", thread: "/cgi-bin/bugreport.cgi?bug=$1;mbox=yes"},
	{name: "Debbugs", page: `(?:debbugs|bugs)\.gnu\.org/(?:cgi(?:-bin)?/bugreport\.cgi\?(?:.*[&;])?bug=)?(\d+)`,
		base: "https://debbugs.gnu.org", thread: "/cgi/bugreport.cgi?bug=$1;mbox=yes"},
	// Mailman 2 and 3
	{name: "Mailman", page: `[^/]+(/(?:[^?]+/)?(?:pipermail|archives?)/[^?]+/(?:\d{4}(?:-\w+|q\d)?|Week-of-Mon-\d+))/\w+\.html`,
		thread: "$1.txt.gz", or: "$1.txt", guess: true},
	{name: "Mailman", page: `[^/]+(/[^?]*)?/list/([^/?@]+@[^/?]+)/thread/(\w+)`,
		thread: "$1/list/$2/export/$2-$3.mbox.gz?thread=$3", guess: true},
	// https://docs.joinmastodon.org/methods/statuses/
	{name: "Mastodon", page: `[^/]+/(?:web/)?@[\w.@-]+/(\d{6,})`, thread: "/api/v1/statuses/$1", guess: true, rest: mastodon},
	{name: "Mastodon", page: `[^/]+/users/[\w.-]+/statuses/(\d{6,})`, thread: "/api/v1/statuses/$1", guess: true, rest: mastodon},
	// https://join-lemmy.org/api
	{name: "Lemmy", page: `[^/]+/post/(\d+)`, thread: "/api/v3/post?id=$1", guess: true, rest: lemmy},
	{name: "Lemmy", page: `[^/]+/comment/(\d+)`, thread: "/api/v3/comment?id=$1", guess: true, rest: lemmyComment},
	// https://docs.discourse.org
	{name: "Discourse", page: `[^/]+(/[^?]*)?/t/(?:[^/?]*[^/?\d][^/?]*/)?(\d+)`, thread: "$1/t/$2.json", guess: true, rest: discourse},
	// Imageboards: vichan, 2ch and LynxChan; FoolFuuka
	{name: "imageboard", page: `[^/]+/(\w+)/res/(\d+)\.html`, thread: "/$1/res/$2.json", guess: true},
	{name: "imageboard", page: `[^/]+/(\w+)/thread/(\d+)/?`, thread: "/_/api/chan/thread/?board=$1&num=$2", guess: true},
	// A page, a feed, a file.
	{name: "page", begins: true, rest: page},
}

// errOther says that a page is not of the site that it looks like.
var errOther = errors.New("is another kind of page")

// siteOf is the first site that the page may be of, and what its expression
// found.
func (w *web) siteOf(page *url.URL) (*site, []string) {
	name := strings.TrimPrefix(strings.ToLower(page.Host), "www.") + page.RequestURI()
	for i := range w.sites {
		s := &w.sites[i]
		if m := regexp.MustCompile(`^(?:` + s.page + `)(?:$|[/?&;.])`).FindStringSubmatch(name); m != nil || s.page == "" {
			return s, m
		}
	}
	return nil, nil
}

// thread is the thread on the page of the visit.
func (v *visit) thread() ([]byte, error) {
	s, m := v.web.siteOf(v.page)
	answers, err := v.open(s, m)
	if s.guess && len(answers) == 0 && v.ctx.Err() == nil && v.away == nil {
		answers, err = page(v, nil, nil)
	}
	return join(answers), err
}

// open is what a site has of a thread.
func (v *visit) open(s *site, m []string) ([]*answer, error) {
	v.base, v.begins = v.page, s.begins
	if s.base != "" {
		base, err := url.Parse(s.base)
		if err != nil {
			return nil, err
		}
		v.base = base
		v.guard.trust(base)
	}
	v.token = firstSet(s.token)
	if s.thread == "" {
		return s.rest(v, nil, m)
	}
	first, err := v.get(expand(s.thread, m))
	if e, ok := errors.AsType[statusError](err); ok && e.code == http.StatusNotFound && s.or != "" {
		first, err = v.get(expand(s.or, m))
	}
	switch {
	case first == nil:
		return nil, err
	case err != nil || s.rest == nil:
		return []*answer{first}, err
	}
	return s.rest(v, first, m)
}

// itself is the page as it is.
func (v *visit) itself() ([]*answer, error) {
	v.base, v.token = v.page, ""
	a, err := v.get("")
	if a == nil {
		return nil, err
	}
	return []*answer{a}, err
}

// expand puts what was found in a page's address into another, which stays on
// its site whatever was found.
func expand(address string, m []string) string {
	var found []string
	for i := 1; i < len(m); i++ {
		found = append(found, "$"+strconv.Itoa(i), m[i])
	}
	address = strings.NewReplacer(found...).Replace(address)
	return "/" + strings.TrimLeft(address, "/")
}

// join makes one input of the answers.
func join(answers []*answer) []byte {
	switch len(answers) {
	case 0:
		return nil
	case 1:
		return answers[0].body
	}
	bodies := make([][]byte, len(answers))
	for i, a := range answers {
		bodies[i] = a.body
	}
	return bytes.Join(bodies, []byte("\n"))
}

// getJSON is get of an answer that will stand behind others, of which into
// takes what the site's next question depends on.
func (v *visit) getJSON(address string, into any) (*answer, error) {
	a, err := v.get(address)
	if err != nil {
		return nil, err
	}
	return a, a.decode(into)
}

// decode reads an answer as JSON.
func (a *answer) decode(into any) error {
	if err := json.Unmarshal(a.body, into); err != nil {
		return plainError{"the answer is not the JSON that was asked for", err}
	}
	return nil
}

// firstSet is the first variable of the environment that is set.
func firstSet(names []string) string {
	for _, name := range names {
		if s := os.Getenv(name); s != "" {
			return s
		}
	}
	return ""
}
