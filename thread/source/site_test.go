package source

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"
)

// compact is JSON values, one on each line, without the blanks in them.
func compact(t *testing.T, s string) string {
	t.Helper()
	var lines []string
	for d := json.NewDecoder(strings.NewReader(s)); ; {
		var v any
		err := d.Decode(&v)
		if errors.Is(err, io.EOF) {
			return strings.Join(lines, "\n")
		}
		if err != nil {
			return s
		}
		line, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, string(line))
	}
}

// aSite is what a page of a site becomes. HOST is where the tests' server is,
// in the page too when the site may be anybody's.
var aSite = []struct {
	name, page string
	files      map[string]string
	want       string
}{
	{
		"Hacker News", "https://news.ycombinator.com/item?id=17",
		map[string]string{"/api/v1/items/17": `{"id":17,"children":[]}`},
		`{"id":17,"children":[]}`,
	},
	{
		"Hacker News, more in the query", "http://news.ycombinator.com/item?p=2&id=17&x=y#18",
		map[string]string{"/api/v1/items/17": `{"id":17}`},
		`{"id":17}`,
	},
	{
		"Lobsters", "https://lobste.rs/s/abc123/the_shared_ladder",
		map[string]string{"/s/abc123.json": `{"short_id":"abc123"}`},
		`{"short_id":"abc123"}`,
	},
	{
		"4chan", "https://boards.4chan.org/diy/thread/51971506/which-lathe#p51971510",
		map[string]string{"/diy/thread/51971506.json": `{"posts":[{"no":51971506}]}`},
		`{"posts":[{"no":51971506}]}`,
	},
	{
		"a bug of Debian", "https://bugs.debian.org/cgi-bin/bugreport.cgi?archive=no&bug=1012345#10",
		map[string]string{"/cgi-bin/bugreport.cgi?bug=1012345;mbox=yes": "From ann Mon Jun  6 10:00:00 2022\n"},
		"From ann Mon Jun  6 10:00:00 2022\n",
	},
	{
		"a message of a bug", "https://bugs.debian.org/cgi-bin/bugreport.cgi?bug=1012345;msg=10",
		map[string]string{"/cgi-bin/bugreport.cgi?bug=1012345;mbox=yes": "From ann Mon Jun  6 10:00:00 2022\n"},
		"From ann Mon Jun  6 10:00:00 2022\n",
	},
	{
		"a bug of GNU", "https://bugs.gnu.org/4711",
		map[string]string{"/cgi/bugreport.cgi?bug=4711;mbox=yes": "From ann Mon Jun  6 10:00:00 2022\n"},
		"From ann Mon Jun  6 10:00:00 2022\n",
	},
	{
		"an imageboard", "HOST/pier/res/40.html#q41",
		map[string]string{"/pier/res/40.json": `{"threadId":40,"posts":[]}`},
		`{"threadId":40,"posts":[]}`,
	},
	{
		"an imageboard's archive", "HOST/kites/thread/7001/#7002",
		map[string]string{"/_/api/chan/thread/?board=kites&num=7001": `{"7001":{"op":{"num":"7001"}}}`},
		`{"7001":{"op":{"num":"7001"}}}`,
	},
	{
		"Reddit without stubs", "https://old.reddit.com/r/tools/comments/x1/the_ladder/c9/?sort=new",
		map[string]string{"/comments/x1.json?raw_json=1&limit=500": `[{"kind":"Listing"},{"kind":"Listing"}]`},
		`[{"kind":"Listing"},{"kind":"Listing"}]`,
	},
	{
		"Reddit, short", "https://redd.it/x1",
		map[string]string{"/comments/x1.json?raw_json=1&limit=500": `[{"kind":"Listing"}]`},
		`[{"kind":"Listing"}]`,
	},
	{
		"Bluesky by name", "https://bsky.app/profile/ann.example.org/post/3k",
		map[string]string{
			"/xrpc/com.atproto.identity.resolveHandle?handle=ann.example.org":                                          `{"did":"did:plc:a1"}`,
			"/xrpc/app.bsky.feed.getPostThread?uri=at://did:plc:a1/app.bsky.feed.post/3k&depth=1000&parentHeight=1000": `{"thread":{}}`,
		},
		`{"thread":{}}`,
	},
	{
		"Bluesky by id", "https://bsky.app/profile/did:plc:a1/post/3k",
		map[string]string{"/xrpc/app.bsky.feed.getPostThread?uri=at://did:plc:a1/app.bsky.feed.post/3k&depth=1000&parentHeight=1000": `{"thread":{}}`},
		`{"thread":{}}`,
	},
	{
		"lore", "https://lore.kernel.org/tools/2012.17@example.org/T/#u",
		map[string]string{"/tools/2012.17@example.org/t.mbox.gz": "From ann"},
		"From ann",
	},
	{
		"Stack Exchange", "https://tools.stackexchange.com/questions/17/the-ladder",
		map[string]string{
			"/2.3/questions/17?site=tools.stackexchange.com&filter=withbody":                                                       `{"items":[{"question_id":17}]}`,
			"/2.3/questions/17/answers?site=tools.stackexchange.com&filter=withbody&order=asc&sort=creation&pagesize=100&page=1":   `{"items":[{"answer_id":18}],"has_more":true}`,
			"/2.3/questions/17/answers?site=tools.stackexchange.com&filter=withbody&order=asc&sort=creation&pagesize=100&page=2":   `{"items":[{"answer_id":19}],"has_more":false}`,
			"/2.3/questions/17/comments?site=tools.stackexchange.com&filter=withbody&order=asc&sort=creation&pagesize=100&page=1":  `{"items":[],"has_more":false}`,
			"/2.3/answers/18;19/comments?site=tools.stackexchange.com&filter=withbody&order=asc&sort=creation&pagesize=100&page=1": `{"items":[{"comment_id":20,"post_id":18}],"has_more":false}`,
		},
		`{"items":[{"question_id":17}]} {"items":[{"answer_id":18}],"has_more":true} {"items":[{"answer_id":19}],"has_more":false} {"items":[{"comment_id":20,"post_id":18}],"has_more":false}`,
	},
	{
		"public-inbox elsewhere", "HOST/inbox/tools/17@example.org/t/",
		map[string]string{"/inbox/tools/17@example.org/t.mbox.gz": "From ann"},
		"From ann",
	},
	{
		"Mailman 2", "HOST/pipermail/tools/2012-July/thread.html",
		map[string]string{"/pipermail/tools/2012-July.txt.gz": "From ann"},
		"From ann",
	},
	{
		"Mailman 2, a message of the month at hand", "HOST/mailman/archives/tools/2012-July/000123.html",
		map[string]string{"/mailman/archives/tools/2012-July.txt": "From ann"},
		"From ann",
	},
	{
		"Mailman 3", "HOST/archives/list/tools@example.org/thread/ABC123/",
		map[string]string{"/archives/list/tools@example.org/export/tools@example.org-ABC123.mbox.gz?thread=ABC123": "From ann"},
		"From ann",
	},
	{
		"Mastodon", "HOST/@ann/109294719267373593",
		map[string]string{
			"/api/v1/statuses/109294719267373593":         `{"id":"109294719267373593","content":"<p>Who?"}`,
			"/api/v1/statuses/109294719267373593/context": `{"ancestors":[],"descendants":[]}`,
		},
		`{"id":"109294719267373593","content":"<p>Who?"} {"ancestors":[],"descendants":[]}`,
	},
	{
		"Mastodon, somebody of elsewhere", "HOST/@bo@example.org/109294719267373593",
		map[string]string{
			"/api/v1/statuses/109294719267373593":         `{"id":"1","content":""}`,
			"/api/v1/statuses/109294719267373593/context": `{}`,
		},
		`{"id":"1","content":""} {}`,
	},
	{
		"not Mastodon", "HOST/@ann/123456789",
		map[string]string{"/@ann/123456789": "<p>A page."},
		"<p>A page.",
	},
	{
		"Discourse, whole", "HOST/t/the-ladder/17",
		map[string]string{"/t/17.json": `{"id":17,"post_stream":{"posts":[{"id":1},{"id":2}],"stream":[1,2]}}`},
		`{"id":17,"post_stream":{"posts":[{"id":1},{"id":2}],"stream":[1,2]}}`,
	},
	{
		"Discourse in a folder, at a post, a post gone", "HOST/forum/t/the-ladder/17/4?u=ann",
		map[string]string{
			"/forum/t/17.json": `{"post_stream":{"posts":[{"id":1}],"stream":[1,2,3,4]}}`,
			"/forum/t/17/posts.json?post_ids[]=2&post_ids[]=3&post_ids[]=4": `{"post_stream":{"posts":[{"id":2}]}}`,
			"/forum/t/17/posts.json?post_ids[]=3&post_ids[]=4":              `{"post_stream":{"posts":[{"id":4}]}}`,
			"/forum/t/17/posts.json?post_ids[]=3":                           `{"post_stream":{"posts":[]}}`,
		},
		`{"post_stream":{"posts":[{"id":1}],"stream":[1,2,3,4]}} {"post_stream":{"posts":[{"id":2}]}}
		 {"post_stream":{"posts":[{"id":4}]}} {"post_stream":{"posts":[]}}`,
	},
	{
		"Discourse, at a post, without words in the address", "HOST/t/17/4",
		map[string]string{"/t/17.json": `{"post_stream":{"posts":[],"stream":[]}}`},
		`{"post_stream":{"posts":[],"stream":[]}}`,
	},
	{
		"not Discourse, but JSON", "HOST/t/ladders/17",
		map[string]string{"/t/17.json": `{"id":17}`, "/t/ladders/17": "<p>Ladders."},
		"<p>Ladders.",
	},
	{
		"Lemmy", "HOST/post/17?scrollToComments=true",
		map[string]string{
			"/api/v3/post?id=17": `{"post_view":{"counts":{"comments":1}}}`,
			"/api/v3/comment/list?post_id=17&type_=All&sort=Old&limit=50&page=1": `{"comments":[{}]}`,
		},
		`{"post_view":{"counts":{"comments":1}}} {"comments":[{}]}`,
	},
	{
		"Lemmy comment", "HOST/comment/99",
		map[string]string{
			"/api/v3/comment?id=99": `{"comment_view":{"comment":{"id":99},"post":{"id":17}}}`,
			"/api/v3/post?id=17":    `{"post_view":{"counts":{"comments":1}}}`,
			"/api/v3/comment/list?post_id=17&type_=All&sort=Old&limit=50&page=1": `{"comments":[{}]}`,
		},
		`{"post_view":{"counts":{"comments":1}}} {"comments":[{}]}`,
	},
	{
		"not Lemmy's comment", "HOST/comment/99",
		map[string]string{"/comment/99": "<p>A blog."},
		"<p>A blog.",
	},
	{
		"not Lemmy", "HOST/post/17",
		map[string]string{"/post/17": "<p>A blog."},
		"<p>A blog.",
	},
	{
		"GitHub issue", "https://github.com/ann/ladder/issues/17#issuecomment-1",
		map[string]string{
			"/repos/ann/ladder/issues/17":                              `{"number":17,"comments":2}`,
			"/repos/ann/ladder/issues/17/comments?per_page=100":        `[{"id":1}]`,
			"/repos/ann/ladder/issues/17/comments?per_page=100&page=2": `[{"id":2}]`,
		},
		`{"number":17,"comments":2} [{"id":1}]`,
	},
	{
		"GitHub pull request", "https://github.com/ann/ladder/pull/17/files",
		map[string]string{
			"/repos/ann/ladder/issues/17":                       `{"number":17,"pull_request":{}}`,
			"/repos/ann/ladder/issues/17/comments?per_page=100": `[]`,
			"/repos/ann/ladder/pulls/17/reviews?per_page=100":   `[{"id":3}]`,
			"/repos/ann/ladder/pulls/17/comments?per_page=100":  `[{"id":4}]`,
		},
		`{"number":17,"pull_request":{}} [] [{"id":3}] [{"id":4}]`,
	},
	{
		"WordPress", "HOST/2012/07/the-ladder/",
		map[string]string{
			"/2012/07/the-ladder/": `<html><head><link rel='https://api.w.org/' href='HOST/wp-json/' />` +
				`<link rel="alternate" title="JSON" type="application/json" href="HOST/wp-json/wp/v2/posts/17" /></head><body>…`,
			"/wp-json/wp/v2/comments?order=asc&page=1&per_page=100&post=17": `[{"id":1},{"id":2}]`,
			"/wp-json/wp/v2/posts/17?_embed=author":                         `{"id":17}`,
		},
		`[{"id":17},{"id":1},{"id":2}]`,
	},
	{
		"WordPress with plain addresses", "HOST/?p=17",
		map[string]string{
			"/?p=17": `<link rel="https://api.w.org/" href="HOST/index.php?rest_route=/"><link rel=shortlink href="HOST/?p=17">`,
			"/index.php?order=asc&page=1&per_page=100&post=17&rest_route=/wp/v2/comments": `[{"id":1}]`,
			"/index.php?_embed=author&rest_route=/wp/v2/posts/17":                         `{"id":17}`,
		},
		`[{"id":17},{"id":1}]`,
	},
	{
		"WordPress that does not hand out its comments", "HOST/ladder",
		map[string]string{"/ladder": `<link rel="https://api.w.org/" href="HOST/wp-json/"><link rel=shortlink href="HOST/?p=17">`},
		`<link rel="https://api.w.org/" href="HOST/wp-json/"><link rel=shortlink href="HOST/?p=17">`,
	},
	{
		"WordPress, a page that is no post", "HOST/ladder",
		map[string]string{"/ladder": `<link rel="https://api.w.org/" href="HOST/wp-json/"><body><link rel=shortlink href="HOST/?p=17">`},
		`<link rel="https://api.w.org/" href="HOST/wp-json/"><body><link rel=shortlink href="HOST/?p=17">`,
	},
	{
		"a feed", "HOST/feed.xml",
		map[string]string{"/feed.xml": `<feed xmlns="http://www.w3.org/2005/Atom"/>`},
		`<feed xmlns="http://www.w3.org/2005/Atom"/>`,
	},
}

func TestAPageBecomesTheWholeThread(t *testing.T) {
	t.Setenv("GH_TOKEN", "")
	t.Setenv("GITHUB_TOKEN", "")
	for _, c := range aSite {
		t.Run(c.name, func(t *testing.T) {
			s := serveFiles(t, c.files)
			here := func(text string) string { return strings.ReplaceAll(text, "HOST", s.URL) }
			w := loopback(s.URL)
			var begun []string
			w.arrived = func(beginning []byte) { begun = append(begun, string(beginning)) }
			got, err := fetched(t, w, here(c.page))
			for _, beginning := range begun {
				if !strings.HasPrefix(got, beginning) {
					t.Errorf("%q is no beginning of it", beginning)
				}
			}
			if err != nil || compact(t, got) != compact(t, here(c.want)) {
				t.Errorf("%s, %v; asked for\n%s", got, err, s.asked())
			}
		})
	}
}

func TestPagesOfOtherKindsAreLeftAlone(t *testing.T) {
	t.Parallel()
	w := loopback("")
	for _, address := range []string{
		"https://news.ycombinator.com/", "https://news.ycombinator.com/item?idea=1", "https://www.reddit.com/r/tools/", "https://lobste.rs/",
		"https://github.com/ann/ladder", "https://github.com/ann/ladder/issues", "https://example.org/@ann/the-ladder-12345678901x",
		"https://lore.kernel.org/tools/", "https://example.org/post/the-ladder", "https://example.org/t/ladder", "https://example.org",
		"https://notreddit.com/r/x/comments/1", "https://example.org/?u=https://github.com/a/b/issues/1",
	} {
		u, err := url.Parse(address)
		if err != nil {
			t.Fatal(err)
		}
		if s, m := w.siteOf(u); s.page != "" {
			t.Errorf("%s is taken for %s: %q", address, s.name, m)
		}
	}
}

func TestAnErrorOfTheSiteIsNotHiddenByThePage(t *testing.T) {
	t.Parallel()
	s := serve(t, func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusForbidden) })
	for _, page := range []string{"https://www.reddit.com/r/x/comments/1/", "https://lobste.rs/s/a", s.URL + "/t/ladder/17", s.URL} {
		_, err := fetched(t, loopback(s.URL), page)
		if e, ok := errors.AsType[statusError](err); !ok || e.code != http.StatusForbidden {
			t.Errorf("%s: %v", page, err)
		}
	}
}

func TestWhatIsNotJSONIsNotTakenForAPage(t *testing.T) {
	t.Parallel()
	s := serveFiles(t, map[string]string{
		"/repos/ann/ladder/issues/17":                       `{"number":17}`,
		"/repos/ann/ladder/issues/17/comments?per_page=100": `<p>Are you a robot?`,
	})
	got, err := fetched(t, loopback(s.URL), "https://github.com/ann/ladder/issues/17")
	if err == nil || !strings.Contains(err.Error(), "not the JSON") || got != `{"number":17}` {
		t.Errorf("%q, %v", got, err)
	}
}

func TestPagesOfBlogsBecomeOneList(t *testing.T) {
	t.Parallel()
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/ladder":
			io.WriteString(w, `<link rel="https://api.w.org/" href="/wp-json/"><link rel=shortlink href="/?p=17">`)
			return
		case "/wp-json/wp/v2/posts/17":
			io.WriteString(w, `{"id":17}`)
			return
		}
		w.Header().Set("X-WP-TotalPages", "3")
		page := r.URL.Query().Get("page")
		io.WriteString(w, `[{"id":`+page+`1},{"id":`+page+`2}]`)
	})
	got, err := fetched(t, loopback(""), s.URL+"/ladder")
	if want := `[{"id":17},{"id":11},{"id":12},{"id":21},{"id":22},{"id":31},{"id":32}]`; err != nil || compact(t, got) != want {
		t.Errorf("%s, %v", got, err)
	}
}

func TestAVideoIsNotFetched(t *testing.T) {
	t.Parallel()
	for _, page := range []string{
		"https://www.youtube.com/watch?v=abcdefghijk", "https://m.youtube.com/watch?app=m&v=abcdefghijk",
		"https://youtube.com/shorts/abcdefghijk", "https://youtu.be/abcdefghijk?t=9",
	} {
		if got, err := fetched(t, loopback(""), page); !errors.Is(err, errYouTube) || got != "" {
			t.Errorf("%s: %q, %v", page, got, err)
		}
	}
}

func TestAThreadWithoutAnEndIsGivenUp(t *testing.T) {
	t.Parallel()
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Link", `<http://`+r.Host+r.URL.Path+`?page=`+r.URL.Query().Get("page")+`1>; rel="next"`)
		list := `[` + strings.Repeat("0,", 49) + `0]`
		if strings.HasPrefix(r.URL.Path, "/repos/") {
			list = "0"
		}
		io.WriteString(w, `{"post_view":{},"comments":`+list+`}`)
	})
	for _, page := range []string{"https://github.com/ann/ladder/issues/17", s.URL + "/post/17"} {
		w := loopback(s.URL)
		w.limits.requests = 5
		got, err := fetched(t, w, page)
		if !errors.Is(err, errEnough) || strings.Count(got, "post_view") != 5 {
			t.Errorf("%s: %s, %v", page, got, err)
		}
	}
}

func TestAShortLinkLeadsToTheWholeThread(t *testing.T) {
	t.Parallel()
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/short":
			http.Redirect(w, r, "/t/ladder/17", http.StatusFound)
		case "/t/17.json":
			io.WriteString(w, `{"post_stream":{"posts":[],"stream":[]}}`)
		}
	})
	if got, err := fetched(t, loopback(""), s.URL+"/short"); err != nil || !strings.Contains(got, "post_stream") {
		t.Errorf("%q, %v", got, err)
	}
}

func TestWhenNobodyAnswersOnlyTheFirstPageIsAskedFor(t *testing.T) {
	t.Parallel()
	s := serveFiles(t, map[string]string{"/api/v1/statuses/1234567": `{"id":"1","content":""}`, "/api/v1/statuses/1234567/context": `{}`})
	now := time.Now()
	w := keeping(t, &now)
	first, err := fetched(t, w, s.URL+"/@ann/1234567")
	if err != nil {
		t.Fatal(err)
	}
	s.Close()
	again, notice, err := w.fetch(t.Context(), s.URL+"/@ann/1234567", DefaultMaxWeb, nil)
	if string(again) != first || err != nil || !strings.HasPrefix(notice, "a copy from ") {
		t.Errorf("%q, %q, %v", again, notice, err)
	}
}

// FuzzSiteOf holds that whatever page is asked for, what is fetched for it is
// on the page's site or where the table says.
func FuzzSiteOf(f *testing.F) {
	for _, c := range aSite {
		f.Add(strings.ReplaceAll(c.page, "HOST", "https://example.org"))
	}
	f.Add("https://example.org//example.com/t/17")
	f.Fuzz(func(t *testing.T, address string) {
		page, err := url.Parse(address)
		if err != nil || page.Host == "" || page.Scheme != "http" && page.Scheme != "https" {
			return
		}
		s, m := loopback("").siteOf(page)
		if s.thread == "" {
			return
		}
		for _, thread := range []string{s.thread, s.or} {
			u, err := page.Parse(expand(thread, m))
			if err == nil && u.Host != page.Host {
				t.Errorf("%s leads to %s", address, u)
			}
		}
	})
}

func TestCommentsOfABlogAreShownAsFarAsTheyCome(t *testing.T) {
	t.Parallel()
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		switch {
		case r.URL.Path == "/ladder":
			io.WriteString(w, `<link rel="https://api.w.org/" href="/wp-json/"><link rel="shortlink" href="/?p=17">`)
		case r.URL.Path == "/wp-json/wp/v2/posts/17":
			io.WriteString(w, `{"id":17}`)
		case r.URL.Query().Get("page") == "1":
			w.Header().Set(pagesHeader, "2")
			io.WriteString(w, `[{"id":1}]`)
		default:
			http.Error(w, "no", http.StatusForbidden)
		}
	})
	got, err := fetched(t, loopback(""), s.URL+"/ladder")
	if got != `[{"id":17},{"id":1}]` || err == nil || !strings.Contains(err.Error(), "403") {
		t.Errorf("%q, %v", got, err)
	}
}
