package format

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"skein/thread"
)

// realFolder is the folder of real threads: SKEIN_THREADS, or beside the project.
// The test is skipped where there is none.
func realFolder(t testing.TB) string {
	t.Helper()
	folder := os.Getenv("SKEIN_THREADS")
	if folder == "" {
		folder = "../../../shared/threads"
	}
	if _, err := os.Stat(filepath.Join(folder, "CASES.tsv")); err != nil {
		t.Skipf("no real threads here (set SKEIN_THREADS): %v", err)
	}
	return folder
}

// A realCase is a file and what an independent count found in it.
type realCase struct {
	path             string
	comments, levels int
}

// formatOf is the format that reads the files of a folder of real threads.
var formatOf = map[string]string{
	"hn_algolia_json":         "hackernews",
	"hn_firebase_json":        "hackernews",
	"hn_hnapi_json":           "hackernews",
	"reddit_json":             "reddit",
	"lobsters_json":           "lobsters",
	"mastodon_context_json":   "mastodon",
	"bluesky_thread_json":     "bluesky",
	"youtube_json":            "youtube",
	"wordpress_rest_json":     "wordpress",
	"isso_generic_json":       "isso",
	"github_discussions_json": "github",
	"discourse_json":          "discourse",
	"discourse_post_json":     "discourse",
	"disqus_xml":              "disqus",
	"wordpress_wxr":           "wordpress",
	"atom_thr":                "feed",
	"wordpress_comment_rss":   "feed",
	"reddit_rss":              "feed",
	"markdown_thread":         "markdown",
	"hn_html":                 "hackernews",
	"reddit_html_2019":        "reddit",
	"reddit_html_negative":    "reddit",
	"lobsters_html":           "lobsters",
	"stackexchange_html":      "stackexchange",
	"wordpress_html":          "wordpress",
}

// realCases are the files that a format reads.
func realCases(t testing.TB) []realCase {
	t.Helper()
	folder := realFolder(t)
	file, err := os.Open(filepath.Join(folder, "CASES.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	r := csv.NewReader(file)
	r.Comma, r.FieldsPerRecord = '\t', -1
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var cases []realCase
	for _, row := range rows[1:] {
		if formatOf[filepath.Dir(row[0])] == "" {
			continue
		}
		comments, _ := strconv.Atoi(row[1])
		levels, _ := strconv.Atoi(row[2])
		c := realCase{filepath.Join(folder, row[0]), comments, levels}
		if better, ok := recounted[row[0]]; ok {
			c.comments, c.levels = better.comments, better.levels
		}
		if refusing[row[0]] == "" {
			cases = append(cases, c)
		}
	}
	return cases
}

func TestRealThreadsHaveTheirCommentsAndLevels(t *testing.T) {
	t.Parallel()
	for _, c := range realCases(t) {
		t.Run(filepath.Base(c.path), func(t *testing.T) {
			t.Parallel()
			th := mustRead(t, contents(t, c.path), "")
			checkThread(t, th)
			if comments, levels := tally(th); comments != c.comments || levels != c.levels {
				t.Errorf("%d comments, %d levels, want %d, %d", comments, levels, c.comments, c.levels)
			}
			if want := formatOf[filepath.Base(filepath.Dir(c.path))]; th.Format != want {
				t.Errorf("read as %s, want %s", th.Format, want)
			}
		})
	}
}

func TestRealThreadsComeBackFromJSON(t *testing.T) {
	t.Parallel()
	for _, c := range realCases(t) {
		t.Run(filepath.Base(c.path), func(t *testing.T) {
			t.Parallel()
			checkRoundTrip(t, mustRead(t, contents(t, c.path), ""))
		})
	}
}

// An algoliaItem is decoded by the standard library, to hold the reader
// against.
type algoliaItem struct {
	ID       int64
	Author   string
	Text     string
	Parent   int64 `json:"parent_id"`
	Created  int64 `json:"created_at_i"`
	Children []algoliaItem
}

func TestRealHackerNewsAsTheStandardLibraryReadsIt(t *testing.T) {
	t.Parallel()
	for _, c := range realCases(t) {
		if filepath.Base(filepath.Dir(c.path)) != "hn_algolia_json" {
			continue
		}
		data := contents(t, c.path)
		th := mustRead(t, data, "hackernews")
		var story algoliaItem
		if err := json.Unmarshal(data, &story); err != nil {
			t.Fatal(err)
		}
		i := 0
		for items := []algoliaItem{story}; len(items) > 0; i++ {
			item := items[0]
			items = slices.Concat(item.Children, items[1:])
			checkItem(t, th, i, item)
		}
		if i != th.Len() {
			t.Errorf("%d items, %d comments", i, th.Len())
		}
	}
}

func checkItem(t *testing.T, th *thread.Thread, i int, want algoliaItem) {
	t.Helper()
	c := th.At(i)
	if c.ID != strconv.FormatInt(want.ID, 10) || th.Name(i) != want.Author || c.When != want.Created {
		t.Fatalf("comment %d is %s by %q at %d, want %d by %q at %d", i, c.ID, th.Name(i), c.When, want.ID, want.Author, want.Created)
	}
	if i > 0 && th.At(th.Parent(i)).ID != strconv.FormatInt(want.Parent, 10) {
		t.Fatalf("comment %d answers %s, want %d", i, th.At(th.Parent(i)).ID, want.Parent)
	}
	var raw string
	if err := json.Unmarshal([]byte(`"`+c.Body.Raw+`"`), &raw); err != nil || raw != want.Text {
		t.Fatalf("comment %d has the body %q, want %q (%v)", i, raw, want.Text, err)
	}
	if want := want.Author == "" && strings.TrimSpace(want.Text) == ""; i > 0 && c.Is(thread.Deleted) != want {
		t.Fatalf("comment %d is deleted: %v, want %v", i, !want, want)
	}
}
