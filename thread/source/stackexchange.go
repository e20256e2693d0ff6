package source

import (
	"fmt"
	"net/url"
	"strings"
)

// stackExchange is a question, the comments on it, its answers and the comments
// on these, each as many pages as there are. The API knows a site by its host
// (https://api.stackexchange.com/docs).
func stackExchange(v *visit, first *answer, m []string) ([]*answer, error) {
	var question stackList
	if first.decode(&question) != nil || len(question.Items) == 0 {
		return nil, errOther
	}
	answers := []*answer{first}
	add := func(what string) (all []stackItem, err error) {
		for page := 1; ; page++ {
			var list stackList
			a, err := v.getJSON(fmt.Sprintf("/2.3/%s?site=%s&filter=withbody&order=asc&sort=creation&pagesize=100&page=%d", what, url.QueryEscape(m[1]), page), &list)
			if err != nil {
				return all, err
			}
			if len(list.Items) == 0 {
				return all, nil
			}
			answers, all = append(answers, a), append(all, list.Items...)
			if !list.More {
				return all, nil
			}
		}
	}
	below, err := add("questions/" + m[2] + "/answers")
	if err != nil {
		return answers, err
	}
	if _, err := add("questions/" + m[2] + "/comments"); err != nil {
		return answers, err
	}
	const most = 100 // ids that the API takes at once
	for len(below) > 0 {
		n := min(most, len(below))
		var ids []string
		for _, a := range below[:n] {
			ids = append(ids, fmt.Sprint(a.ID))
		}
		if _, err := add("answers/" + strings.Join(ids, ";") + "/comments"); err != nil {
			return answers, err
		}
		below = below[n:]
	}
	return answers, nil
}

// A stackList is what the API answers with.
type stackList struct {
	Items []stackItem `json:"items"`
	More  bool        `json:"has_more"`
}

type stackItem struct {
	ID int64 `json:"answer_id"`
}
