package sample_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"skein/sample"
)

func read(t *testing.T, name string) []byte {
	t.Helper()
	data, err := sample.Read(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestEverySampleIsInTheBinaryAsInTheFolder(t *testing.T) {
	t.Parallel()
	for _, name := range sample.Names() {
		data := read(t, name)
		if !utf8.Valid(data) {
			t.Errorf("%s is not UTF-8", name)
		}
		onDisk, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if string(onDisk) != string(data) {
			t.Errorf("%s differs from the file", name)
		}
	}
}

func TestAnUnknownSampleDoesNotExist(t *testing.T) {
	t.Parallel()
	if _, err := sample.Read("nothing.txt"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v, want fs.ErrNotExist", err)
	}
}

// header matches the line above a comment: blanks, a number or a bullet, a
// name.
var header = regexp.MustCompile(`^( *)(?:(\d+)\.|[•◦▪]) (.+) says:$`)

func TestTheBlogPageCountsItsComments(t *testing.T) {
	t.Parallel()
	page := string(read(t, sample.Default))
	comments, topLevel, level := 0, 0, 0
	for line := range strings.Lines(page) {
		m := header.FindStringSubmatch(strings.TrimSuffix(line, "\n"))
		if m == nil {
			continue
		}
		comments++
		was := level
		if m[2] != "" {
			topLevel++
			level = 1
			if m[2] != fmt.Sprint(topLevel) {
				t.Errorf("comment %s is numbered %s, want %d", m[3], m[2], topLevel)
			}
			continue
		}
		level = len(m[1])/4 + 1
		if level > was+1 {
			t.Errorf("comment %d by %s is on level %d below one on level %d", comments, m[3], level, was)
		}
	}
	if count := fmt.Sprintf("\n%d replies\n", comments); !strings.Contains(page, count) {
		t.Errorf("%d headers, but no line %q", comments, count)
	}
	if !strings.HasSuffix(page, "\n\nComments are closed.\n") {
		t.Error("the page does not end in its trailer")
	}
}

func TestBlogCommentsQuoteThePost(t *testing.T) {
	t.Parallel()
	post, comments, found := strings.Cut(string(read(t, sample.Default)), " replies\n")
	if !found {
		t.Fatal("no line with the number of replies")
	}
	quoted := regexp.MustCompile(`(?m)^ +(?:> (.+)|“([^”]+)”)$`)
	fromPost, others := 0, 0
	for _, m := range quoted.FindAllStringSubmatch(comments, -1) {
		if strings.Contains(post, m[1]+m[2]) {
			fromPost++
		} else {
			others++
		}
	}
	if fromPost != 4 || others != 4 {
		t.Errorf("%d quotations from the post and %d others, want 4 and 4", fromPost, others)
	}
}

func TestTheAlgoliaItemNestsItsChildren(t *testing.T) {
	t.Parallel()
	type item struct {
		ID       int    `json:"id"`
		Parent   *int   `json:"parent_id"`
		Story    int    `json:"story_id"`
		Author   string `json:"author"`
		Text     string `json:"text"`
		Children []item `json:"children"`
	}
	var story item
	if err := json.Unmarshal(read(t, sample.Workshop), &story); err != nil {
		t.Fatal(err)
	}
	var comments, deleted, deepest int
	var walk func(parent item, level int)
	walk = func(parent item, level int) {
		deepest = max(deepest, level)
		for _, c := range parent.Children {
			comments++
			if c.Author == "" && c.Text == "" {
				deleted++
			}
			if c.Parent == nil || *c.Parent != parent.ID || c.Story != story.ID {
				t.Errorf("item %d names the wrong parent or story", c.ID)
			}
			walk(c, level+1)
		}
	}
	walk(story, 0)
	if comments != 35 || deleted != 2 || deepest != 9 {
		t.Errorf("%d comments, %d deleted, %d levels, want 35, 2, 9", comments, deleted, deepest)
	}
}

func TestTheSkeinThreadStandsInReadingOrder(t *testing.T) {
	t.Parallel()
	var page struct {
		Comments []struct {
			ID     string  `json:"id"`
			Parent *string `json:"parent"`
			Level  int     `json:"level"`
		} `json:"comments"`
	}
	if err := json.Unmarshal(read(t, sample.Skein), &page); err != nil {
		t.Fatal(err)
	}
	var open []string // the comments on the way to the current one
	for _, c := range page.Comments {
		if c.Level < 1 || c.Level > len(open)+1 {
			t.Fatalf("%s is on level %d, below level %d", c.ID, c.Level, len(open))
		}
		open = open[:c.Level-1]
		switch {
		case c.Parent == nil && c.Level != 1:
			t.Errorf("%s has no parent on level %d", c.ID, c.Level)
		case c.Parent != nil && (c.Level == 1 || *c.Parent != open[c.Level-2]):
			t.Errorf("%s does not stand below its parent %s", c.ID, *c.Parent)
		}
		open = append(open, c.ID)
	}
}

func TestTheSkeinThreadUsesEveryField(t *testing.T) {
	t.Parallel()
	data := string(read(t, sample.Skein))
	for field := range strings.FieldsSeq(`title url format post comments id parent
		level author address time score body attachments name type size more
		deleted ghost inferred topic context`) {
		if !strings.Contains(data, `"`+field+`": `) {
			t.Errorf("no comment has %q", field)
		}
	}
}
