package format

import (
	"strings"

	"skein/thread"
	"skein/thread/markup"
)

// sniffJSONFeed says whether data is a JSON Feed of comments.
func sniffJSONFeed(data []byte) bool {
	v := glance(data)
	if !strings.Contains(v.at("version").text(), "jsonfeed.org/version/") {
		return false
	}
	f := jsonFeed(v)
	return f.discusses()
}

// readJSONFeed reads a JSON Feed (https://www.jsonfeed.org/version/1.1), which
// has no words for what a comment answers.
func readJSONFeed(data []byte, b *thread.Builder) error {
	vs, err := readValues(data)
	for v := range vs.documents {
		f := jsonFeed(v)
		f.build(b)
	}
	return err
}

func jsonFeed(v value) feed {
	f := feed{title: v.at("title").text(), link: v.at("home_page_url").text(), id: v.at("feed_url").text()}
	for item := range v.at("items").elements {
		f.entries = append(f.entries, jsonFeedEntry(item))
	}
	return f
}

func jsonFeedEntry(v value) feedEntry {
	e := feedEntry{comments: v.has("_comments")}
	e.ID, e.URL, e.Title = v.at("id").text(), v.at("url").text(), v.at("title").text()
	who := v.at("authors").first().or(v.at("author"))
	e.Author, e.Address = who.at("name").text(), who.at("url").text()
	e.Time, e.Zone = v.at("date_published").or(v.at("date_modified")).time()
	if e.Body = v.at("content_html").body(markup.HTML); e.Body.Empty() {
		e.Body = v.at("content_text").or(v.at("summary")).body(markup.Text)
	}
	if e.ID == "" {
		e.ID = e.URL
	}
	e.tidy()
	return e
}
