package source

import (
	"cmp"
	"fmt"
	"net/url"
	"slices"
	"strings"
)

// A redditStub is the data of a "more" thing: replies that the listing names
// but does not hold. One without children continues on the page of its parent.
type redditStub struct {
	parent   string
	count    float64
	children []string
}

// reddit follows the stubs of a listing, and those of what they bring, until
// there are none or the limit is met. Stubs that are left stand in the answers
// and are shown as such, so it is no error when there is no more to be had.
func reddit(v *visit, first *answer, m []string) ([]*answer, error) {
	answers := []*answer{first}
	stubs, err := redditStubs(first)
	if err != nil {
		return nil, err
	}
	asked := map[string]bool{}
	for len(stubs) > 0 && v.requests < v.web.limits.requests {
		var address string
		address, stubs = nextStub(m[1], stubs, asked)
		if address == "" {
			continue
		}
		v.expected = v.requests + 1 + len(stubs)
		a, err := v.get(address)
		if err != nil {
			return answers, ignored(v, err)
		}
		more, err := redditStubs(a)
		if err != nil {
			return answers, nil
		}
		answers, stubs = append(answers, a), append(stubs, more...)
	}
	return answers, nil
}

// ignored is err where the reader has ended the visit, and nil where a site has
// said that there is no more for now.
func ignored(v *visit, err error) error {
	if v.ctx.Err() != nil {
		return err
	}
	return nil
}

// nextStub is where the replies of the first stubs are, and the other stubs:
// children of many stubs are asked for together. Nothing is asked for twice.
func nextStub(link string, stubs []redditStub, asked map[string]bool) (string, []redditStub) {
	const most = 100 // children that one answer holds
	if len(stubs[0].children) == 0 {
		id := strings.TrimPrefix(stubs[0].parent, "t1_")
		if asked[id] || strings.HasPrefix(id, "t3_") {
			return "", stubs[1:]
		}
		asked[id] = true
		return fmt.Sprintf("/comments/%s/_/%s.json?raw_json=1&limit=500", link, url.PathEscape(id)), stubs[1:]
	}
	var children []string
	for len(stubs) > 0 && len(stubs[0].children) > 0 && len(children) < most {
		of := stubs[0].children
		n := min(most-len(children), len(of))
		for _, id := range of[:n] {
			if !asked["more "+id] {
				asked["more "+id] = true
				children = append(children, id)
			}
		}
		stubs[0].children = of[n:]
		if n == len(of) {
			stubs = stubs[1:]
		}
	}
	if len(children) == 0 {
		return "", stubs
	}
	query := url.Values{"api_type": {"json"}, "raw_json": {"1"}, "link_id": {"t3_" + link}, "children": {strings.Join(children, ",")}}
	return "/api/morechildren.json?" + query.Encode(), stubs
}

// redditStubs are the stubs anywhere in an answer, those of many replies first.
func redditStubs(a *answer) ([]redditStub, error) {
	var all any
	if err := a.decode(&all); err != nil {
		return nil, err
	}
	var stubs []redditStub
	walk := []any{all} // a stack: a chain of replies is deep
	for len(walk) > 0 {
		x := walk[len(walk)-1]
		walk = walk[:len(walk)-1]
		switch x := x.(type) {
		case []any:
			walk = append(walk, x...)
		case map[string]any:
			if x["kind"] == "more" {
				stubs = append(stubs, redditStubOf(x["data"]))
				continue
			}
			for _, y := range x {
				walk = append(walk, y)
			}
		}
	}
	slices.SortFunc(stubs, func(a, b redditStub) int { // the walk has no order
		return cmp.Or(cmp.Compare(b.count, a.count), cmp.Compare(a.parent, b.parent), slices.Compare(a.children, b.children))
	})
	return stubs, nil
}

func redditStubOf(data any) redditStub {
	var s redditStub
	fields, _ := data.(map[string]any)
	s.parent, _ = fields["parent_id"].(string)
	s.count, _ = fields["count"].(float64)
	children, _ := fields["children"].([]any)
	for _, c := range children {
		if id, ok := c.(string); ok {
			s.children = append(s.children, id)
		}
	}
	return s
}
