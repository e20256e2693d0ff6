package format

import (
	"path/filepath"
	"strings"
	"testing"

	"skein/thread"
)

// A recount is what a real file holds where that is not what CASES.tsv says.
type recount struct {
	comments, levels int
	why              string
}

// recounted are the files that one has to look into.
var recounted = map[string]recount{
	"wordpress_html/blogging-horror.html": {87, 1, "its theme has no classes for depths: the comments are replies to the post"},
	"markdown_thread/t-6586f1cf52.md":     {195, 31, "headings end at six marks, but the file says how deep a reply is"},
	"markdown_thread/t-1b6fed4ccd.md":     {43, 11, "headings end at six marks, but the file says how deep a reply is"},
	"reddit_rss/thread.rss":               {33, 1, "not 34: the first of 34 entries is the post"},
	"reddit_json/more.json":               {3, 3, "counted as flat: t1_ghi answers t1_def, and that a comment not in the file"},
	"discourse_post_json/0000001532-sdaftuar-v3-transaction-policy-for-anti-pinning.json": {1, 2, "it answers a post that is not in the file"},
	"reddit_json/2np694.morechildren.json":                                                {100, 8, "counted as flat: its parent_ids make chains of up to eight"},
	"reddit_json/ablzuq.morechildren.json":                                                {100, 10, "counted as flat: its parent_ids make chains of up to ten"},
	"discourse_json/topic.json":                                                           {3, 1, "its first post is the post, not a comment on it"},
	"discourse_json/topic-710.assembled.json":                                             {93, 7, "its first post is the post, not a comment on it"},
	"discourse_json/topic-2641.assembled.json":                                            {51, 29, "its first post is the post, not a comment on it"},
	"youtube_json/youtube_comments.json":                                                  {121, 2, "its pages were fetched several times: 121 of the 238 have an id of their own"},
	"mastodon_context_json/get_context_with_ancesters.json":                               {0, 0, "its only status is what the one that was asked for answers: the post"},
	"bluesky_thread_json/thread-response-json.json":                                       {88, 5, "its first post is the post, not a comment on it"},
}

// refusing are the files that hold the answer of a site that has no thread,
// and what the error must name.
var refusing = map[string]string{
	"reddit_json/error404.json":                                "404, Not Found",
	"reddit_html_negative/old_reddit_over18_interstitial.html": "asks for the reader's age",
}

// tally counts the comments of a thread and their levels. Neither ghosts nor
// entries that stand for the post of a thread are comments; levels start below
// the latter, and a reply to a ghost is on the level below it.
func tally(th *thread.Thread) (comments, levels int) {
	topics := make([]int, th.Len())
	for i := 1; i < th.Len(); i++ {
		topics[i] = topics[th.Parent(i)]
		c := th.At(i)
		if c.Is(thread.Topic) {
			topics[i]++
		}
		if !c.Is(thread.Topic) && !c.Is(thread.Ghost) {
			comments++
			levels = max(levels, th.Depth(i)-topics[i])
		}
	}
	return comments, levels
}

func TestRealAnswersWithoutAThreadSayWhy(t *testing.T) {
	t.Parallel()
	for path, want := range refusing {
		th, err := Read(contents(t, filepath.Join(realFolder(t), path)), "")
		if th != nil || err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", path, err, want)
		}
	}
}
