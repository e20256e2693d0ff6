package markup

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// realComments are the comments of a real thread, as the service gives them.
func realComments(tb testing.TB) []string {
	tb.Helper()
	dir := os.Getenv("SKEIN_THREADS")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared", "threads")
	}
	files, _ := filepath.Glob(filepath.Join(dir, "hn_algolia_json", "*.json"))
	if len(files) == 0 {
		tb.Skip("no real threads: SKEIN_THREADS names no folder that has hn_algolia_json")
	}
	var list []string
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			tb.Fatal(err)
		}
		var root any
		if err := json.Unmarshal(data, &root); err != nil {
			tb.Fatal(err)
		}
		list = texts(list, root)
	}
	return list
}

// texts adds the value of every member named text.
func texts(list []string, v any) []string {
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			list = texts(list, e)
		}
	case map[string]any:
		if s, ok := v["text"].(string); ok && s != "" {
			list = append(list, s)
		}
		for _, e := range v {
			list = texts(list, e)
		}
	}
	return list
}

func TestRealCommentsBecomeCleanMarkdown(t *testing.T) {
	t.Parallel()
	for _, s := range realComments(t) {
		body := Body{s, HTML}
		md, plain := body.Markdown(), body.Plain()
		checkMarkdown(t, md)
		if strings.Contains(md, "&#x") || strings.Contains(plain, "&#x") || plain == "" {
			t.Errorf("%s\ngives\n%s", s, md)
		}
		quotes := 0
		for _, b := range Blocks(md) {
			if b.Quote {
				quotes++
			}
		}
		if marked := strings.HasPrefix(s, "&gt;") || strings.Contains(s, "<p>&gt;"); marked && quotes == 0 {
			t.Errorf("a quote is lost:\n%s\ngives\n%s", s, md)
		}
		if got, want := letters(Words(md)), letters(plain); !strings.Contains(s, "...</a>") && got != want {
			t.Errorf("%s\nhas the words\n%s\nand as Markdown\n%s", s, want, got)
		}
	}
}

func BenchmarkMarkdownOfRealComments(b *testing.B) {
	comments := realComments(b)
	for b.Loop() {
		for _, s := range comments {
			Body{s, HTML}.Markdown()
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*len(comments)), "µs/comment")
}
