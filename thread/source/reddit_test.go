package source

import (
	"encoding/json"
	"io"
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"
)

// more is a stub as Reddit writes it.
func more(parent string, children ...string) string {
	b, _ := json.Marshal(map[string]any{"kind": "more", "data": map[string]any{"parent_id": parent, "count": len(children), "children": children}})
	return string(b)
}

func TestStubsOfRedditAreFollowed(t *testing.T) {
	t.Parallel()
	var many []string
	for i := range 130 {
		many = append(many, "m"+string(rune('a'+i/26))+string(rune('a'+i%26)))
	}
	listing := `[{"kind":"Listing"},{"kind":"Listing","data":{"children":[` +
		`{"kind":"t1","data":{"id":"c1","replies":{"kind":"Listing","data":{"children":[` + more("t1_c1") + `]}}}},` +
		more("t3_x1", many...) + `,` + more("t1_c2", "n1") + `]}}]`
	answers := map[string]string{
		"/comments/x1.json":      listing,
		"/comments/x1/_/c1.json": `[{"kind":"Listing"},{"kind":"Listing","data":{"children":[` + more("t1_c1") + `]}}]`,
		many[0]:                  `{"json":{"data":{"things":[` + more("t1_d1", "o1", "n1") + `]}}}`,
		many[100]:                `{"json":{"data":{"things":[]}}}`,
		"o1":                     `{"json":{"data":{"things":[` + more("t1_d1", "o1") + `]}}}`,
	}
	asked := map[string]int{}
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		key := r.URL.Path
		if key == "/api/morechildren.json" {
			children := strings.Split(r.URL.Query().Get("children"), ",")
			for _, c := range children {
				asked[c]++
			}
			key = children[0]
			if len(children) > 100 || r.URL.Query().Get("link_id") != "t3_x1" {
				t.Errorf("asked for %s", r.URL)
			}
		}
		io.WriteString(w, answers[key])
	})
	got, err := fetched(t, loopback(s.URL), "https://www.reddit.com/r/tools/comments/x1/ladder")
	if err != nil || strings.Count(got, `"things"`) != 3 || !strings.HasPrefix(compact(t, got), compact(t, listing)+"\n") {
		t.Errorf("%s, %v; asked for\n%s", got, err, s.asked())
	}
	for _, c := range append(slices.Sorted(maps.Keys(asked)), many...) {
		if asked[c] != 1 {
			t.Errorf("%s asked for %d times", c, asked[c])
		}
	}
}

func TestStubsThatRedditDoesNotGiveStayStubs(t *testing.T) {
	t.Parallel()
	listing := `[{},{"data":{"children":[` + more("t3_x1", "a") + `]}}]`
	s := serveFiles(t, map[string]string{"/comments/x1.json?raw_json=1&limit=500": listing})
	if got, err := fetched(t, loopback(s.URL), "https://reddit.com/comments/x1"); got != listing || err != nil {
		t.Errorf("%q, %v", got, err)
	}
}
