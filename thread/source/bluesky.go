package source

// blueskyThread is where the thread of a post by an account is.
const blueskyThread = "/xrpc/app.bsky.feed.getPostThread?uri=at://$1/app.bsky.feed.post/$2&depth=1000&parentHeight=1000"

// bluesky gets the thread of a post by an account whose name the first answer
// resolves. That answer is no part of the thread.
func bluesky(v *visit, first *answer, m []string) ([]*answer, error) {
	var account struct {
		DID string `json:"did"`
	}
	if err := first.decode(&account); err != nil {
		return nil, err
	}
	a, err := v.get(expand(blueskyThread, []string{"", account.DID, m[2]}))
	if err != nil {
		return nil, err
	}
	return []*answer{a}, nil
}
