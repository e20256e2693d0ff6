package format

import (
	"cmp"
	"slices"
	"strings"

	"skein/thread"
)

// sniffGitHub looks for issues, pull requests, discussions or comments on
// them, in any of the shapes that readGitHub knows.
func sniffGitHub(data []byte) bool {
	v := glance(data)
	if v.kind() == '[' {
		v = v.first()
	}
	if v.kind() == '[' { // pages
		v = v.first()
	}
	comments := v.at("comments")
	return sniffGitHubREST(v) || sniffGraphQL(v.at("data").or(v)) ||
		comments.first().has("authorAssociation", "body") ||
		githubHead(v) && v.has("createdAt") && (comments.kind() == '[' || comments.has("nodes"))
}

// sniffGraphQL looks for what a repository has.
func sniffGraphQL(v value) bool {
	repo := v.at("repository").or(v)
	for _, name := range []string{"discussion", "discussions", "issue", "issues", "pullRequest", "pullRequests"} {
		one := repo.at(name)
		if first := one.at("nodes").or(one.at("edges")).first(); githubHead(one) || githubHead(first.at("node").or(first)) {
			return true
		}
	}
	return false
}

// sniffGitHubREST looks for what the REST API says of everything that people
// write.
func sniffGitHubREST(v value) bool {
	if !v.has("user", "body") || !v.at("user").has("login") && v.at("user").there() {
		return false
	}
	return v.has("author_association") || v.has("issue_url") || v.has("pull_request_url") || v.has("title", "comments_url")
}

// readGitHub reads what GitHub's APIs answer, parts of it one behind the other
// or in lists: the nodes and edges of GraphQL
// (https://docs.github.com/graphql), REST's issues, comments, reviews and
// review comments (https://docs.github.com/rest), which name what they are on,
// and the shorter shape of the gh command.
func readGitHub(data []byte, b *thread.Builder) error {
	vs, err := readValues(data)
	r := githubReader{html: vs.htmlBodies(), seen: map[string]bool{}, expected: map[*discussion]int{}}
	for doc := range vs.documents {
		r.read(doc, 0)
	}
	r.settle()
	r.tell(b)
	return err
}

type githubReader struct {
	discussions
	html     bool // `body` is HTML
	last     *discussion
	seen     map[string]bool     // ids of comments, which may come by twice
	expected map[*discussion]int // the comments that heads promise by number
}

// read takes what is in a value. Its level is 0 where it stands in no thread.
func (r *githubReader) read(v value, level int) {
	switch {
	case v.kind() == '[':
		for e := range v.elements {
			r.read(e, level)
		}
	case v.kind() != '{':
	case githubHead(v):
		r.head(v)
	case githubEntry(v):
		r.comment(v, level)
	case level > 0 && (v.has("isResolved", "comments") || v.has("diffSide", "comments")):
		r.reviewThread(v.at("comments"), level)
	default:
		for name, m := range v.members {
			if githubHolds[name] && (m.kind() == '{' || m.kind() == '[') {
				r.read(m, level)
			}
		}
	}
}

// githubHolds are the members that may hold what people wrote.
var githubHolds = map[string]bool{
	"data": true, "repository": true, "organization": true, "resource": true, "search": true, "items": true,
	"node": true, "nodes": true, "edges": true,
	"discussion": true, "discussions": true, "issue": true, "issues": true,
	"pullRequest": true, "pullRequests": true, "pull_request": true,
	"comments": true, "replies": true, "reviews": true, "reviewThreads": true,
	"review_comments": true, "timelineItems": true, "timeline": true,
}

// githubHead says whether a value is an issue or the like.
func githubHead(v value) bool {
	return v.has("title") && (v.has("author") || v.has("user")) &&
		(v.has("body") || v.has("bodyHTML") || v.has("bodyText") || v.has("comments"))
}

// githubEntry says whether a value is something that someone wrote.
func githubEntry(v value) bool {
	return (v.has("author") || v.has("user")) &&
		(v.has("body") || v.has("bodyHTML") || v.has("bodyText") || v.has("body_html"))
}

func (r *githubReader) head(v value) {
	p := r.post(v)
	d := r.of(cmp.Or(githubName(v), p.URL, p.ID))
	r.last = d
	p.More = githubMissing(v)
	d.head = p
	if n, ok := v.at("comments").number(); ok {
		r.expected[d] = int(n)
	}
	r.below(v, 1)
}

// below reads what stands in an entry: comments and replies, but not the
// people and labels.
func (r *githubReader) below(v value, level int) {
	for _, name := range []string{"comments", "replies", "reviews", "reviewThreads", "review_comments", "timelineItems", "timeline"} {
		if m := v.at(name); m.kind() == '{' || m.kind() == '[' {
			r.read(m, level)
		}
	}
}

// reviewThread reads comments of which all others answer the first.
func (r *githubReader) reviewThread(comments value, level int) {
	first := level
	for c := range comments.at("nodes").or(comments.at("edges")).or(comments).elements {
		r.read(c.at("node").or(c), level)
		level = first + 1
	}
}

// comment takes a comment or review.
func (r *githubReader) comment(v value, level int) {
	d := r.last // for comments that do not say what they are on
	if name := githubName(v); level == 0 && (d == nil || name != "") {
		if d = r.of(name); d.head.ID == "" && d.head.Title == "" {
			d.head.ID, d.head.Title = name, name
			d.head.URL, _, _ = strings.Cut(v.at("html_url").text(), "#")
		}
	}
	r.last = d
	p := r.post(v)
	p.Level = max(level, 1)
	p.More = githubMissing(v)
	for _, ref := range []string{v.at("in_reply_to_id").text(), v.at("replyTo", "id").text()} {
		if ref != "" && level <= 1 {
			p.Refs = append(p.Refs, ref)
		}
	}
	if review := v.at("pull_request_review_id").text(); review != "" && level == 0 {
		p.Refs = append(p.Refs, "pullrequestreview-"+review)
	}
	if p.ID == "" || !r.seen[p.ID] {
		r.seen[p.ID] = true
		d.add(p)
	}
	r.below(v, p.Level+1)
}

// settle keeps of what comments refer to that which is there, and counts the
// comments that are not.
func (r *githubReader) settle() {
	for _, d := range r.all {
		for _, p := range d.comments {
			p.Refs = slices.DeleteFunc(p.Refs, func(ref string) bool {
				return !r.seen[ref] && strings.HasPrefix(ref, "pullrequestreview-")
			})
			if len(p.Refs) > 0 {
				p.Level = 0
			}
		}
		d.head.More += max(r.expected[d]-len(d.comments), 0)
	}
}
