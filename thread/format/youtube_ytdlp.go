package format

import (
	"strings"
	"time"

	"skein/thread"
	"skein/thread/markup"
)

// sniffYtdlp says whether data is what yt-dlp writes about a video with its
// comments (--write-comments): they come late, behind long lists of formats
// and captions, so only the names of the file's own members are looked at.
func sniffYtdlp(v value, data []byte) bool {
	if !v.has("id", "title") {
		return false
	}
	if sniffYtdlpComment(v.at("comments").first()) {
		return v.has("webpage_url") || v.has("extractor") || v.has("uploader") || v.has("channel") || v.has("formats")
	}
	if !v.has("formats") && !v.has("extractor") {
		return false
	}
	s := newTokens(data)
	s.step()
	for name, ok := s.key(); ok; name, ok = s.key() {
		if name == "comments" {
			return s.peek() == '['
		}
		s.skip()
	}
	return false
}

func sniffYtdlpComment(v value) bool {
	return v.has("id", "text", "parent", "author") && (v.has("author_id") || v.has("like_count") || v.has("timestamp"))
}

// readYtdlp reads a video's comments as yt-dlp has them
// (https://github.com/yt-dlp/yt-dlp#embedding-yt-dlp, "comments").
func readYtdlp(v value, d *discussion) {
	d.head = thread.Post{
		ID:     v.at("id").text(),
		Title:  v.at("title").or(v.at("fulltitle")).text(),
		URL:    v.at("webpage_url").or(v.at("original_url")).text(),
		Author: v.at("uploader").or(v.at("channel")).text(),
		Body:   v.at("description").body(markup.Text),
	}
	d.head.Address = v.at("channel_id").text()
	d.head.Time, d.head.Zone = v.at("timestamp").time()
	if day, err := time.Parse("20060102", v.at("upload_date").text()); err == nil && d.head.Time.IsZero() {
		d.head.Time = day
	}
	v.at("like_count").score(&d.head)
	for c := range v.at("comments").or(v).elements {
		p := thread.Post{
			ID:      c.at("id").text(),
			Author:  c.at("author").text(),
			Address: c.at("author_id").text(),
			URL:     c.at("url").text(),
			Body:    c.at("text").body(markup.Text),
		}
		if html := c.at("html"); p.Body.Empty() && html.there() {
			p.Body = html.body(markup.HTML)
		}
		if to := c.at("parent").text(); to != "" && to != "root" {
			p.Refs = []string{to}
		}
		p.Time, p.Zone = c.at("timestamp").time()
		c.at("like_count").score(&p)
		if strings.TrimSpace(p.ID+p.Author) != "" || !p.Body.Empty() {
			d.add(p)
		}
	}
}
