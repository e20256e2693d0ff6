package source

import (
	"bytes"
	"cmp"
	"encoding/json"
	"net/url"
	"regexp"
	"strconv"
	"strings"
)

// wordPressAPI is what a blog's pages call the link to its API.
const wordPressAPI = "https://api.w.org/"

// pagesHeader says how many pages a list of WordPress has.
const pagesHeader = "X-WP-TotalPages"

// A wordPressPost is a post and where the API of its blog is.
type wordPressPost struct {
	api  *url.URL
	kind string // posts or pages, as the API calls them
	id   string
}

// wordPressRoute finds a post in the address that it has in the API.
var wordPressRoute = regexp.MustCompile(`/wp/v2/(posts|pages)/(\d+)`)

// wordPress is a post and all its comments as one list, the oldest first, when
// the page is a post of a WordPress blog that hands its comments out; otherwise
// nil, and the page has to do. Where later pages of comments fail, the error
// says why.
// See https://developer.wordpress.org/rest-api/using-the-rest-api/discovery/.
func wordPress(v *visit, here *answer) ([]*answer, error) {
	post, ok := wordPressPostOf(here)
	if !ok {
		return nil, nil
	}
	v.base = here.url
	var list []json.RawMessage
	var failed error
	for page, pages := 1, 1; page <= pages; page++ {
		var comments []json.RawMessage
		a, err := v.getJSON(post.address("comments", url.Values{
			"post": {post.id}, "per_page": {"100"}, "page": {strconv.Itoa(page)}, "order": {"asc"},
		}), &comments)
		if err != nil {
			failed = err
			break
		}
		list = append(list, comments...)
		pages, _ = strconv.Atoi(a.header.Get(pagesHeader))
		v.expected = 2 + pages
	}
	if len(list) == 0 {
		return nil, nil
	}
	var text json.RawMessage
	if _, err := v.getJSON(post.address(post.kind+"/"+post.id, url.Values{"_embed": {"author"}}), &text); err == nil {
		list = append([]json.RawMessage{text}, list...)
	} else {
		failed = cmp.Or(failed, err)
	}
	body, err := json.Marshal(list)
	if err != nil {
		return nil, nil
	}
	return []*answer{{body: body, url: here.url}}, failed
}

// wordPressPostOf is the post that a page says it is.
func wordPressPostOf(here *answer) (post wordPressPost, ok bool) {
	if !bytes.Contains(here.body, []byte(wordPressAPI)) {
		return post, false
	}
	for _, l := range pageLinks(here.body) {
		switch {
		case l.rel == wordPressAPI:
			if u, err := here.url.Parse(l.href); err == nil {
				post.api = u
			}
		case l.rel == "alternate" && l.kind == "application/json":
			if m := wordPressRoute.FindStringSubmatch(l.href); m != nil {
				post.kind, post.id = m[1], m[2]
			}
		case l.rel == "shortlink" && post.id == "":
			post.kind, post.id = "posts", queryOf(l.href, "p")
		}
	}
	return post, post.api != nil && post.id != ""
}

// address is where something is in the API. A blog without pretty addresses
// has its API in the query.
func (p wordPressPost) address(route string, query url.Values) string {
	u := *p.api
	route = "wp/v2/" + route
	if at := u.Query().Get("rest_route"); at != "" {
		query.Set("rest_route", strings.TrimSuffix(at, "/")+"/"+route)
	} else {
		u = *u.JoinPath(route)
	}
	u.RawQuery = query.Encode()
	return u.String()
}
