package format

import (
	"html"
	"strconv"
	"strings"

	"skein/thread"
)

// flat takes what stands in no thing, as archives
// (https://github.com/ArthurHeitmann/arctic_shift) and scripts on PRAW write it
// down: comments that name their parents, or are nested in a post's `comments`
// and each other's `replies`.
func (r *redditReader) flat(v value, level int) {
	switch {
	case v.has("body"):
		if redditParent(v) != "" {
			level = 0
		}
		r.thing("t1", v, level)
	case v.has("title", "permalink"), v.has("title", "selftext"):
		r.thing("t3", v, 0)
		r.read(v.at("comments"), 1)
	}
}

// redditParent is the name of what a comment answers. Archives know some of
// them as the number that the name stands for only, scripts leave out the kind.
func redditParent(d value) string {
	v := d.at("parent_id").or(d.at("parent"))
	parent := v.text()
	switch {
	case parent == "" || isRedditName(parent):
		return parent
	case v.kind() == '0':
		n, _ := v.number()
		return "t1_" + strconv.FormatInt(n, 36)
	case "t3_"+parent == d.at("link_id").text():
		return "t3_" + parent
	}
	return "t1_" + parent
}

// redditDrawn finds what the oldest form of comments says only in the HTML
// that is to be drawn for them.
func redditDrawn(content string, p *thread.Post) {
	if strings.HasPrefix(strings.TrimSpace(content), "&lt;") {
		content = html.UnescapeString(content)
	}
	if m := redditDrawnAuthor().FindStringSubmatch(content); m != nil {
		p.Author = m[1]
	}
	if m := redditDrawnTime().FindStringSubmatch(content); m != nil && p.Time.IsZero() {
		p.Time, p.Zone, _ = parseTime(m[1])
	}
}

var (
	redditDrawnAuthor = pattern(`class="author[ "][^>]*>([^<]+)<`)
	redditDrawnTime   = pattern(`<time [^>]*datetime="([^"]+)"`)
)
