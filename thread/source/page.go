package source

import (
	"bytes"
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// page is a page of any kind: itself, unless it turns out to be that of a site
// behind a redirect or to belong to a blog that hands out its comments.
func page(v *visit, _ *answer, _ []string) ([]*answer, error) {
	answers, err := v.itself()
	if err != nil {
		return answers, err
	}
	here := answers[0]
	if here.url.String() != v.page.String() {
		v.page = here.url
		if s, m := v.web.siteOf(here.url); s.page != "" {
			if more, err := v.open(s, m); err == nil {
				return more, nil
			}
		}
	}
	if comments, err := wordPress(v, here); comments != nil {
		return comments, err
	}
	return answers, v.ctx.Err()
}

// A pageLink is a <link> of a page.
type pageLink struct{ rel, kind, href string }

// longestHead is how far the head of a page is looked for.
const longestHead = 1 << 20

// pageLinks are the links in the head of a page: nobody looks at the rest.
func pageLinks(body []byte) []pageLink {
	var links []pageLink
	z := html.NewTokenizer(bytes.NewReader(body[:min(len(body), longestHead)]))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return links
		case html.StartTagToken, html.SelfClosingTagToken:
			name, more := z.TagName()
			switch atom.Lookup(name) {
			case atom.Body:
				return links
			case atom.Link:
				links = append(links, linkOf(z, more))
			}
		}
	}
}

func linkOf(z *html.Tokenizer, more bool) pageLink {
	var l pageLink
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		switch string(key) {
		case "rel":
			l.rel = strings.ToLower(string(value))
		case "type":
			l.kind = strings.ToLower(string(value))
		case "href":
			l.href = strings.TrimSpace(string(value))
		}
	}
	return l
}

// queryOf is a value in the query of an address.
func queryOf(address, key string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return u.Query().Get(key)
}
