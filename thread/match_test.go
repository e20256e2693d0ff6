package thread

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"skein/thread/markup"
)

// talk is a thread of comments written as `level name: text`.
func talk(post string, comments ...struct {
	level        int
	author, text string
}) *Thread {
	var b Builder
	b.Post(Post{Body: markup.Body{Raw: post}})
	for _, c := range comments {
		b.Add(Post{Level: c.level, Author: c.author, Body: markup.Body{Raw: c.text}})
	}
	return b.Thread()
}

type said = struct {
	level        int
	author, text string
}

// workshop is a thread to ask questions of. Nobody wrote the post.
func workshop() *Thread {
	return talk("The town wants a tool\nlibrary.",
		said{1, "Ann", "Who sharpens the chisels?"},
		said{2, "Joanna", "The Tool Library’s own people."},
		said{3, "ann", "Then nobody does."},
		said{1, "Mary Ann", "Ann is right about chisels, and Naïve."},
		said{2, "", "boo"},
	)
}

// matching is the numbers of the comments that match, found one by one.
func matching(t *Thread, q *Query) string {
	var found []int32
	for i := range t.Len() {
		if q.Matches(t, i) {
			found = append(found, t.At(i).Number)
		}
	}
	slices.Sort(found)
	return strings.Trim(fmt.Sprint(found), "[]")
}

func TestAQueryMatchesWhatItSays(t *testing.T) {
	t.Parallel()
	th := workshop()
	for query, want := range map[string]string{
		"tool library":           "0 2",
		"Tool Library":           "2",
		"library's":              "2",
		"naive":                  "4",
		"by:ann":                 "1 3",
		"by:ANN chisels":         "1",
		"by:anna":                "2",
		"by:ary":                 "4",
		`by:"mary ann"`:          "4",
		"by:nobody":              "",
		"ann":                    "1 2 3 4",
		"Ann":                    "1 4",
		"chisels -by:ann":        "4",
		"NOT ann":                "0 5",
		"chisels OR boo":         "1 4 5",
		"(chisels OR boo) right": "4",
		"-(chisels OR ann)":      "0 5",
		"":                       "",
		"by:":                    "",
	} {
		q, err := ParseQuery(query)
		if err != nil {
			t.Fatal(err)
		}
		if got := matching(th, q); got != want {
			t.Errorf("%s matches %q, want %q", query, got, want)
		}
	}
}

func TestAGhostHasNothingToMatch(t *testing.T) {
	t.Parallel()
	var b Builder
	b.Add(Post{ID: "a", Refs: []string{"gone"}, Author: "ann"})
	q, _ := ParseQuery("-bob")
	if got := matching(b.Thread(), q); got != "0 1" {
		t.Errorf("%s matches %s", q, got)
	}
}
