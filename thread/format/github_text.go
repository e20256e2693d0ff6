package format

import (
	"strings"

	"skein/thread"
	"skein/thread/markup"
)

// post is what an issue, a review or a comment says of itself.
func (r *githubReader) post(v value) thread.Post {
	by := v.at("author").or(v.at("user"))
	p := thread.Post{
		ID:     v.at("id").text(),
		Author: by.at("login").or(by.at("name")).or(by).text(),
		Title:  v.at("title").text(),
		URL:    v.at("html_url").or(v.at("url")).text(),
		Body:   r.body(v),
	}
	if p.URL == v.at("url").text() && strings.Contains(p.URL, "//api.") {
		p.URL = ""
	}
	p.Time, p.Zone = v.at("createdAt").or(v.at("created_at")).or(v.at("submitted_at")).or(v.at("submittedAt")).time()
	v.at("upvotes").or(v.at("upvoteCount")).or(v.at("reactions", "+1")).score(&p)
	if path := v.at("path"); path.there() && p.Title == "" {
		p.Title = path.text()
		if line := v.at("line").or(v.at("original_line")).text(); line != "" {
			p.Title += ":" + line
		}
	}
	if v.has("submitted_at") && v.has("state") { // reviews count for themselves
		p.ID = "pullrequestreview-" + p.ID
	}
	return p
}

// body is the text in the best form that is there; a review without one says
// how it went.
func (r *githubReader) body(v value) markup.Body {
	kind := markup.Markdown
	if r.html {
		kind = markup.HTML
	}
	for _, form := range []struct {
		name string
		kind markup.Kind
	}{{"body", kind}, {"bodyHTML", markup.HTML}, {"body_html", markup.HTML}, {"bodyText", markup.Text}} {
		if text := v.at(form.name).body(form.kind); !text.Empty() {
			return text
		}
	}
	state := strings.ToLower(strings.ReplaceAll(v.at("state").text(), "_", " "))
	if state != "" && !v.has("title") {
		return markup.Body{Raw: state}
	}
	return markup.Body{}
}

// htmlBodies says whether what is called `body` is HTML and not the Markdown
// that people typed.
func (vs *values) htmlBodies() bool {
	const enough = 50
	texts, tags := 0, 0
	for i := range vs.all {
		v := value{vs, int32(i)}
		if v.kind() != '"' || v.name() != "body" {
			continue
		}
		if text := v.text(); text != "" {
			texts++
			if strings.HasPrefix(text, "<") && strings.Contains(text, "</") {
				tags++
			}
		}
		if texts == enough {
			break
		}
	}
	return tags > texts/2
}

// githubMissing counts the comments and replies that a value promises and does
// not hold.
func githubMissing(v value) int {
	missing := 0
	for _, name := range []string{"comments", "replies"} {
		list := v.at(name)
		missing += max(list.at("totalCount").amount()-list.at("nodes").or(list.at("edges")).count(), 0)
	}
	return missing
}

// githubName names what an entry is, or is on, as people do: owner/name#12.
// It is empty where no address tells.
func githubName(v value) string {
	for _, name := range []string{"issue_url", "pull_request_url", "html_url", "url"} {
		if m := githubAddress().FindStringSubmatch(v.at(name).text()); m != nil {
			return m[1] + "#" + m[2]
		}
	}
	return ""
}

var githubAddress = pattern(`^https?://[^/]+/(?:api/v3/)?(?:repos/)?([^/?#]+/[^/?#]+)/(?:issues|pull|pulls|discussions)/(\d+)`)
