package source

import (
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"
)

// discourseStream is which posts a topic has and which of them an answer
// holds.
type discourseStream struct {
	ID         int `json:"id"`
	PostStream *struct {
		Posts []struct {
			ID int `json:"id"`
		} `json:"posts"`
		Stream []int `json:"stream"`
	} `json:"post_stream"`
}

// discourse asks for the posts of a topic that its first answer names but does
// not hold.
func discourse(v *visit, first *answer, m []string) ([]*answer, error) {
	const most = 50 // posts to ask for at once; a site may answer with fewer
	answers := []*answer{first}
	var topic discourseStream
	if first.decode(&topic) != nil || topic.PostStream == nil {
		return nil, errOther
	}
	held := map[int]bool{}
	missing := lacking(topic, topic.PostStream.Stream, held)
	for len(missing) > 0 {
		ask := missing[:min(most, len(missing))]
		v.expected = v.requests + (len(missing)+most-1)/most
		var posts discourseStream
		a, err := v.getJSON(discoursePosts(m, ask), &posts)
		if err != nil {
			return answers, err
		}
		answers = append(answers, a)
		before := len(missing)
		if missing = lacking(posts, missing, held); len(missing) == before {
			missing = missing[len(ask):] // they are gone, or not for everybody
		}
	}
	return answers, nil
}

// lacking is which of ids neither an answer nor those before it hold.
func lacking(s discourseStream, ids []int, held map[int]bool) []int {
	if s.PostStream != nil {
		for _, p := range s.PostStream.Posts {
			held[p.ID] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(ids), func(id int) bool { return held[id] })
}

// discoursePosts is where posts of a topic are.
func discoursePosts(m []string, ids []int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s/t/%s/posts.json?", m[1], m[2])
	for i, id := range ids {
		if i > 0 {
			b.WriteByte('&')
		}
		b.WriteString(url.QueryEscape("post_ids[]") + "=" + strconv.Itoa(id))
	}
	return b.String()
}
