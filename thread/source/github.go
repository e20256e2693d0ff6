package source

import (
	"encoding/json"
	"errors"
	"net/http"
	"regexp"
	"strconv"
)

// githubTokens are the variables in which GitHub's own tool looks for a token,
// in its order. Without one GitHub answers sixty times an hour.
var githubTokens = []string{"GH_TOKEN", "GITHUB_TOKEN"}

// github adds what was said about an issue or a pull request: the issue, then
// the pages of its comments, then for a pull request those of its reviews and
// of the comments in them.
func github(v *visit, first *answer, m []string) ([]*answer, error) {
	const most = 100 // entries of a page
	var issue struct {
		Comments int             `json:"comments"`
		Pull     json.RawMessage `json:"pull_request"`
	}
	if err := first.decode(&issue); err != nil {
		return nil, err
	}
	answers := []*answer{first}
	repo, number := expand("/repos/$1/$2", m), m[3]
	lists := []string{repo + "/issues/" + number + "/comments"}
	v.expected = 1 + max(1, (issue.Comments+most-1)/most)
	if len(issue.Pull) > 0 {
		lists = append(lists, repo+"/pulls/"+number+"/reviews", repo+"/pulls/"+number+"/comments")
		v.expected += 2
	}
	for _, list := range lists {
		pages, err := v.pages(list + "?per_page=" + strconv.Itoa(most))
		answers = append(answers, pages...)
		if err != nil {
			return answers, err
		}
	}
	return answers, nil
}

// nextLink finds the next page in a Link header, RFC 8288.
var nextLink = regexp.MustCompile(`<([^>]*)>[^,<]*;\s*rel="?next"?`)

// pages are the pages of a list, each of which says in its header where the
// next one is.
func (v *visit) pages(address string) ([]*answer, error) {
	var pages []*answer
	for {
		var page json.RawMessage
		a, err := v.getJSON(address, &page)
		if err != nil {
			return pages, err
		}
		pages = append(pages, a)
		next := nextLink.FindStringSubmatch(a.header.Get("Link"))
		if next == nil {
			return pages, nil
		}
		address = next[1]
	}
}

// githubDiscussion asks for one page of a discussion's comments.
const githubDiscussion = `query($owner: String!, $name: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    discussion(number: $number) {
      id number title url body createdAt upvoteCount author { login }
      comments(first: 50, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes {
          id url body createdAt upvoteCount isAnswer isMinimized minimizedReason deletedAt author { login }
          replies(first: 100) {
            totalCount
            nodes { id url body createdAt upvoteCount isMinimized minimizedReason deletedAt author { login } replyTo { id } }
          }
        }
      }
    }
  }
}`

// discussion is the pages of a GitHub discussion, each the answer of the
// GraphQL API: discussions are not in the REST API, and GraphQL wants a token.
// Without one, the page itself must do.
func discussion(v *visit, _ *answer, m []string) ([]*answer, error) {
	if v.token == "" {
		return v.itself()
	}
	var answers []*answer
	after := ""
	for {
		a, next, err := v.discussionPage(m, after)
		if err != nil {
			return answers, err
		}
		answers = append(answers, a)
		if next == "" || next == after {
			return answers, nil
		}
		after = next
	}
}

// discussionPage is the page of a discussion after a cursor, and the cursor of
// the one that follows.
func (v *visit) discussionPage(m []string, after string) (*answer, string, error) {
	number, err := strconv.Atoi(m[3])
	if err != nil {
		return nil, "", err
	}
	variables := map[string]any{"owner": m[1], "name": m[2], "number": number}
	if after != "" {
		variables["after"] = after
	}
	body, err := json.Marshal(map[string]any{"query": githubDiscussion, "variables": variables})
	if err != nil {
		return nil, "", err
	}
	a, err := v.ask(http.MethodPost, "/graphql", body)
	if err != nil {
		return nil, "", err
	}
	var page githubPage
	if err := a.decode(&page); err != nil {
		return nil, "", err
	}
	if len(page.Errors) > 0 {
		return nil, "", errors.New(page.Errors[0].Message)
	}
	info := page.Data.Repository.Discussion.Comments.PageInfo
	if !info.HasNextPage {
		return a, "", nil
	}
	return a, info.EndCursor, nil
}

// githubPage is what of a page of a discussion says how to go on.
type githubPage struct {
	Errors []struct{ Message string }
	Data   struct {
		Repository struct {
			Discussion struct {
				Comments struct {
					PageInfo struct {
						HasNextPage bool
						EndCursor   string
					}
				}
			}
		}
	}
}
