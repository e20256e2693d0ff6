package format

import (
	"strings"
	"testing"
)

// jsonFormats are those that read values of JSON.
var jsonFormats = []string{
	"hackernews", "reddit", "lobsters", "discourse", "mastodon", "bluesky", "lemmy", "youtube",
	"wordpress", "isso", "github", "stackexchange", "duoshuo", "remark42", "commento", "disqus", "imageboard", "comments",
}

func TestJSONOfOtherKindsIsNoThread(t *testing.T) {
	t.Parallel()
	for name, data := range map[string]string{
		"a package":             `{"name":"clock","version":"1.0.0","author":"kim","description":"x","dependencies":{"left":"1"},"repository":{"type":"git","url":"x"}}`,
		"a lock file":           `{"name":"clock","lockfileVersion":3,"packages":{"":{"name":"clock"},"node_modules/a":{"version":"1","resolved":"x"}}}`,
		"a map":                 `{"type":"FeatureCollection","features":[{"type":"Feature","id":1,"properties":{"name":"x"},"geometry":{"type":"Point","coordinates":[1,2]}}]}`,
		"a JSON feed":           `{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"1","url":"x","content_html":"<p>x</p>","author":{"name":"ann"}}]}`,
		"a notebook":            `{"cells":[{"cell_type":"code","source":["x"],"outputs":[]}],"metadata":{},"nbformat":4}`,
		"an API's description":  `{"openapi":"3.0.0","info":{"title":"T","version":"1"},"paths":{"/comments":{"get":{"responses":{}}}}}`,
		"a list of users":       `[{"id":1,"name":"ann","username":"ann","email":"a@b.example","company":{"name":"x"}}]`,
		"a list of posts":       `[{"userId":1,"id":1,"title":"T","body":"x"},{"userId":1,"id":2,"title":"U","body":"y"}]`,
		"a site's first page":   `[46000001,46000002,46000003]`,
		"a blog's posts":        `[{"id":7,"date":"2024-05-01T09:00:00","slug":"x","title":{"rendered":"T"},"content":{"rendered":"x"},"author":1}]`,
		"a time line":           `[{"id":"1","content":"x","in_reply_to_id":null,"account":{"acct":"ann"}},{"id":"2","content":"y","in_reply_to_id":null,"account":{"acct":"bo"}}]`,
		"a search for videos":   `{"kind":"youtube#searchListResponse","items":[{"id":{"videoId":"x"},"snippet":{"title":"T","channelTitle":"ann"}}]}`,
		"a video":               `{"id":"x","title":"T","formats":[{"format_id":"18"}],"extractor":"youtube","comments":null}`,
		"a repository":          `{"id":1,"name":"clock","full_name":"town/clock","owner":{"login":"town"},"html_url":"x","issues_url":"y","open_issues":3}`,
		"stories":               `[{"short_id":"a","title":"T","submitter_user":"kim","comment_count":3,"comments_url":"x"}]`,
		"a list of topics":      `{"users":[],"topic_list":{"topics":[{"id":1,"title":"T","posts_count":3}]}}`,
		"a list of questions":   `{"items":[{"tags":["x"],"owner":{"display_name":"ann"},"question_id":1,"creation_date":1330776000,"title":"T"}],"has_more":true}`,
		"an error":              `{"error":"Not Found"}`,
		"an error with a code":  `{"message":"Not Found","status":404}`,
		"another error":         `{"message":"x","error":"not_found"}`,
		"chat messages":         `[{"type":"message","user":"U1","text":"x","ts":"1714554000.0001"}]`,
		"a backup of something": `{"version":1,"users":[{"id":"1"}],"posts":[{"id":1,"title":"T"}]}`,
	} {
		if th, err := Read([]byte(data), ""); th != nil || err == nil {
			t.Errorf("%s is taken for %s", name, th.Format)
		}
	}
}

func TestJSONInWhichAFormatFindsNothingIsAnError(t *testing.T) {
	t.Parallel()
	for _, name := range jsonFormats {
		for _, data := range []string{
			"hello", "[1]", "{}", `{"x":1}`, "null", "[[[]]]", `[{"comments":[{}]},null,"x"]`, `{"data":{"children":[]}}`,
			`{"comments":{"a":1}}`, `{"posts":[null]}`, `{"thread":[]}`, `{"ancestors":{},"descendants":7}`, `{"post_stream":{"posts":null}}`,
		} {
			th, err := Read([]byte(data), name)
			if th != nil {
				checkThread(t, th)
				continue
			}
			if err == nil || !strings.HasPrefix(err.Error(), name+": ") {
				t.Errorf("%s of %s: %v", name, data, err)
			}
		}
	}
}

func TestAThreadIsRecognisedByItsCommentsWhereTheyStandFirst(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ comment, end string }{
		"lobsters":   {`{"comment":"x","commenting_user":"ann","depth":0,"short_id":"a"}`, `"short_id":"b","title":"T"`},
		"hackernews": {`{"comments":[],"content":"x","id":2,"level":0,"time":1714554000,"user":"ann"}`, `"id":1,"time":1714554000,"title":"T","user":"kim"`},
		"github":     {`{"author":{"login":"ann"},"authorAssociation":"NONE","body":"x","createdAt":"2024-05-01T09:00:00Z","id":"1"}`, `"author":{"login":"kim"},"title":"T"`},
	} {
		th := mustRead(t, []byte(`{"comments":[`+strings.Repeat(c.comment+",", 5000)+c.comment+"],"+c.end+"}"), "")
		if th.Format != name || th.Title != "T" {
			t.Errorf("%s is taken for %s, %q", name, th.Format, th.Title)
		}
	}
}

// BenchmarkRecogniseNothing is what a file costs that is JSON of another kind.
func BenchmarkRecogniseNothing(b *testing.B) {
	data := []byte(`{"items":[` + strings.Repeat(`{"id":1,"name":"x","tags":["a","b"],"text":"`+prose+`"},`, 4000) + `{}]}`)
	for b.Loop() {
		if _, err := Read(data, ""); err == nil {
			b.Fatal("it is taken for a thread")
		}
	}
}
