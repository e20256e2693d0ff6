package source

import "encoding/json"

// mastodon adds what a status answers and what answers it: the status, then
// its context.
func mastodon(v *visit, first *answer, m []string) ([]*answer, error) {
	var status struct{ ID, Content *string }
	if first.decode(&status) != nil || status.ID == nil || status.Content == nil {
		return nil, errOther
	}
	v.expected = 2
	var context json.RawMessage
	a, err := v.getJSON("/api/v1/statuses/"+m[1]+"/context", &context)
	if err != nil {
		return []*answer{first}, err
	}
	return []*answer{first, a}, nil
}
