package source

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"os"
	"regexp"
	"strings"
)

// A site is a kind of page that people know, and where the whole of the
// thread on it is to be had.
//
// What is handed on is always what the site says, as it says it. One answer
// stays as it is; several become a JSON array of them in the order in which
// they were asked for, so a format reads an array by reading each element. Only
// where every answer is itself a list of comments (WordPress) do they become
// one list.
type site struct {
	name   string
	page   string // a regular expression for host, path and query
	base   string // where the thread is; "" for the host of the page
	thread string // its address there; $1 is the first group of page
	or     string // where it is when it is not there
	guess  bool   // the host may be anybody's: when it is not so, the page itself is read
	token  []string
	rest   func(v *visit, first *answer, m []string) ([]*answer, error)
}

// sites is asked in order, the last takes any page. The order and the
// addresses are those of the sites' own documentation.
var sites = []site{
	// A page, a feed, a file.
	{name: "page", rest: page},
}

// errOther says that a page is not of the site that it looks like.
var errOther = errors.New("is another kind of page")

// siteOf is the first site that the page may be of, and what its expression
// found.
func (w *web) siteOf(page *url.URL) (*site, []string) {
	name := strings.TrimPrefix(strings.ToLower(page.Host), "www.") + page.RequestURI()
	for i := range w.sites {
		s := &w.sites[i]
		if m := regexp.MustCompile(`^(?:` + s.page + `)(?:$|[/?&.])`).FindStringSubmatch(name); m != nil || s.page == "" {
			return s, m
		}
	}
	return nil, nil
}

// thread is the thread on the page of the visit.
func (v *visit) thread() ([]byte, error) {
	s, m := v.web.siteOf(v.page)
	answers, err := v.open(s, m)
	if s.guess && len(answers) == 0 && v.ctx.Err() == nil && v.away == nil {
		answers, err = page(v, nil, nil)
	}
	return join(answers), err
}

// open is what a site has of a thread.
func (v *visit) open(s *site, m []string) ([]*answer, error) {
	v.base = v.page
	if s.base != "" {
		base, err := url.Parse(s.base)
		if err != nil {
			return nil, err
		}
		v.base = base
		v.guard.trust(base)
	}
	v.token = firstSet(s.token)
	if s.thread == "" {
		return s.rest(v, nil, m)
	}
	first, err := v.get(expand(s.thread, m))
	if e, ok := errors.AsType[statusError](err); ok && e.code == http.StatusNotFound && s.or != "" {
		first, err = v.get(expand(s.or, m))
	}
	if err != nil {
		return nil, err
	}
	if s.rest == nil {
		return []*answer{first}, nil
	}
	return s.rest(v, first, m)
}

// itself is the page as it is.
func (v *visit) itself() ([]*answer, error) {
	v.base, v.token = v.page, ""
	a, err := v.get("")
	if err != nil {
		return nil, err
	}
	return []*answer{a}, nil
}

// expand puts what was found in a page's address into another.
func expand(address string, m []string) string {
	for i := len(m) - 1; i > 0; i-- {
		address = strings.ReplaceAll(address, "$"+string(rune('0'+i)), m[i])
	}
	return address
}

// join makes one input of the answers.
func join(answers []*answer) []byte {
	switch len(answers) {
	case 0:
		return nil
	case 1:
		return answers[0].body
	}
	bodies := make([][]byte, len(answers))
	for i, a := range answers {
		bodies[i] = a.body
	}
	return array(bodies)
}

// array is a JSON array of values.
func array(values [][]byte) []byte {
	return append(append([]byte("["), bytes.Join(values, []byte(",\n"))...), "]\n"...)
}

// getJSON is get of an answer that will stand in an array with others, of
// which into takes what the site's next question depends on.
func (v *visit) getJSON(address string, into any) (*answer, error) {
	a, err := v.get(address)
	if err != nil {
		return nil, err
	}
	return a, a.decode(into)
}

// decode reads an answer as JSON.
func (a *answer) decode(into any) error {
	if err := json.Unmarshal(a.body, into); err != nil {
		return plainError{"the answer is not the JSON that was asked for", err}
	}
	return nil
}

// firstSet is the first variable of the environment that is set.
func firstSet(names []string) string {
	for _, name := range names {
		if s := os.Getenv(name); s != "" {
			return s
		}
	}
	return ""
}
