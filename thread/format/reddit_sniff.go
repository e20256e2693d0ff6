package format

import "strings"

// sniffReddit looks for the things of Reddit's API: a listing or a list of
// them, the answer to a call for more, or an answer that only says why there
// is none. What archives and scripts write down is made of the same things.
func sniffReddit(data []byte) bool {
	v := glance(data)
	if v.kind() == '[' {
		v = v.first()
	}
	_, refused := redditNoThread(v)
	return refused || sniffThing(v) || sniffRedditCalls(v.at("jquery")) ||
		sniffThing(v.at("data", "children").first()) ||
		sniffThing(v.at("data").first()) ||
		sniffThing(v.at("json", "data", "things").first())
}

func sniffThing(v value) bool {
	d := v.at("data")
	if v.at("kind").text() == "more" {
		return d.has("children", "parent_id")
	}
	return d.has("author") && (d.has("link_id", "body") || d.has("title", "permalink")) ||
		d.has("contentText", "parent") || sniffRedditFlat(v)
}

// sniffRedditFlat looks at what stands in no thing: a comment that says by the
// kind of Reddit's names what it answers, or a post.
func sniffRedditFlat(v value) bool {
	if !v.has("author") {
		return false
	}
	if v.has("body") {
		return isRedditName(v.at("parent_id").text()) || isRedditName(v.at("link_id").text())
	}
	return v.has("title", "selftext") && (v.has("permalink", "subreddit") || sniffRedditFlat(v.at("comments").first()))
}

func isRedditName(name string) bool {
	return strings.HasPrefix(name, "t1_") || strings.HasPrefix(name, "t3_")
}

// sniffRedditCalls looks for the calls of a script that draws comments, the
// first of which is for the page: [0, 1, "call", ["body"]].
func sniffRedditCalls(v value) bool {
	words := ""
	for part := range v.first().elements {
		if part.kind() == '"' {
			words += part.text()
		}
	}
	return words == "call" || words == "attr"
}
