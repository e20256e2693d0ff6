package source

import (
	"encoding/json"
	"fmt"
	"strconv"
)

// lemmyComment is the whole thread that a comment stands in.
func lemmyComment(v *visit, first *answer, _ []string) ([]*answer, error) {
	var comment struct {
		View *struct {
			Post struct {
				ID int `json:"id"`
			} `json:"post"`
		} `json:"comment_view"`
	}
	if first.decode(&comment) != nil || comment.View == nil || comment.View.Post.ID == 0 {
		return nil, errOther
	}
	id := strconv.Itoa(comment.View.Post.ID)
	post, err := v.get("/api/v3/post?id=" + id)
	if post == nil {
		return nil, err
	}
	return lemmy(v, post, []string{"", id})
}

// lemmy adds the comments of a post, page by page: the post, then the pages.
// Without max_depth every comment is on exactly one page.
func lemmy(v *visit, first *answer, m []string) ([]*answer, error) {
	const most = 50 // comments on a page
	answers := []*answer{first}
	var post struct {
		PostView *struct {
			Counts struct {
				Comments int `json:"comments"`
			} `json:"counts"`
		} `json:"post_view"`
	}
	if first.decode(&post) != nil || post.PostView == nil {
		return nil, errOther
	}
	v.expected = 1 + (post.PostView.Counts.Comments+most-1)/most
	for page := 1; ; page++ {
		var list struct {
			Comments []json.RawMessage `json:"comments"`
		}
		a, err := v.getJSON(fmt.Sprintf("/api/v3/comment/list?post_id=%s&type_=All&sort=Old&limit=%d&page=%d", m[1], most, page), &list)
		if err != nil {
			return answers, err
		}
		if len(list.Comments) == 0 && page > 1 {
			return answers, nil
		}
		answers = append(answers, a)
		if len(list.Comments) < most {
			return answers, nil
		}
	}
}
