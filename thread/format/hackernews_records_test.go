package format

import "testing"

// TestHackerNewsComesInManyPieces holds what Algolia's search finds, and lists
// and lines of items, against the threads in them.
func TestHackerNewsComesInManyPieces(t *testing.T) {
	t.Parallel()
	const (
		rain = `{"id":1,"author":"kim","created_at_i":1714554000,"title":"Rain","points":3,"parent_id":null,"children":[` +
			`{"id":2,"author":"ann","text":"Again.","created_at_i":1714554100,"parent_id":1,"children":[` +
			`{"id":3,"author":"bo","text":"Still.","created_at_i":1714554200,"parent_id":2,"children":[]}]}]}`
		snow = `{"id":7,"author":"cleo","created_at_i":1714554000,"title":"Snow","points":1,"children":[` +
			`{"id":8,"author":"ann","text":"No.","created_at_i":1714554300,"parent_id":7,"children":[]}]}`
		hit = `{"objectID":"2","author":"ann","comment_text":"Again.","created_at_i":1714554100,"parent_id":1,"story_id":1,"story_title":"Rain"}`
		// found is a reply whose parent was not
		found = `{"objectID":"3","author":"bo","comment_text":"Still.","created_at_i":1714554200,"parent_id":2,"story_id":1,"story_title":"Rain"}`
		other = `{"objectID":"8","author":"ann","comment_text":"No.","created_at_i":1714554300,"parent_id":7,"story_id":7,"story_title":"Snow"}`
	)
	both := `  1 kim: 
    2 ann: Again.
      3 bo: Still.
  7 cleo: 
    8 ann: No.
`
	for _, c := range []struct{ name, data, title, want string }{
		{"a list", "[" + rain + "," + snow + "]", "", both},
		{"a line each", rain + "\n" + snow + "\n", "", both},
		{"one line", rain + "\n", "Rain", "1 kim: \n  2 ann: Again.\n    3 bo: Still.\n"},
		{"hits of one story", `{"hits":[` + found + "," + hit + `],"nbHits":2}`, "Rain", "1 : \n  2 ann: Again.\n    3 bo: Still.\n"},
		{"hits of two stories", `{"nbHits":2,"hits":[` + hit + "," + other + `]}`, "", "  1 : \n    2 ann: Again.\n  7 : \n    8 ann: No.\n"},
		{"a hit whose parent was not found", `{"hits":[` + found + `]}`, "Rain", "1 : \n  2 : \n    3 bo: Still.\n"},
	} {
		th := mustRead(t, []byte(c.data), "")
		checkThread(t, th)
		if got := outline(th); th.Format != "hackernews" || th.Title != c.title || got != c.want && got != " : \n"+c.want {
			t.Errorf("%s: %s, title %q, got\n%swant\n%s", c.name, th.Format, th.Title, got, c.want)
		}
	}
}
