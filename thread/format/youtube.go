package format

import (
	"cmp"
	"strings"

	"skein/thread"
	"skein/thread/markup"
)

// sniffYouTube looks for answers of the Data API, or what yt-dlp writes about
// a video with its comments.
func sniffYouTube(data []byte) bool {
	v := glance(data)
	first := v.at("items").or(v).first()
	if first.kind() == '[' || first.has("items") { // of a list of pages
		first = first.at("items").or(first).first()
	}
	if snippet := first.at("snippet"); snippet.at("topLevelComment").there() || snippet.has("textDisplay", "authorDisplayName") {
		return true
	}
	return sniffYtdlpComment(first) || sniffYtdlp(v, data)
}

// readYouTube reads comment threads and comments of the YouTube Data API
// (https://developers.google.com/youtube/v3/docs/commentThreads), a page or
// more of them, and the comments that yt-dlp adds to what it knows of a video.
func readYouTube(data []byte, b *thread.Builder) error {
	vs, err := readValues(data)
	r := youtubeReader{}
	for doc := range vs.documents {
		if doc.at("comments").kind() == '[' || sniffYtdlpComment(doc.first()) || doc.has("extractor") {
			readYtdlp(doc, r.of(doc.at("id").text()))
		} else {
			r.read(doc)
		}
	}
	r.tell(b)
	return err
}

type youtubeReader struct{ discussions }

// read takes threads and comments wherever they stand.
func (r *youtubeReader) read(v value) {
	switch snippet := v.at("snippet"); {
	case v.kind() == '[':
		for e := range v.elements {
			r.read(e)
		}
	case v.at("items").kind() == '[':
		r.read(v.at("items"))
	case snippet.at("topLevelComment").there():
		top := snippet.at("topLevelComment")
		replies := v.at("replies", "comments")
		missing := snippet.at("totalReplyCount").amount() - replies.count()
		r.comment(top, "", max(missing, 0), snippet)
		for reply := range replies.elements {
			r.comment(reply, top.at("id").text(), 0, snippet)
		}
	case snippet.there():
		r.comment(v, "", 0, snippet)
	}
}

// comment takes a comment of a thread that has a snippet, too.
func (r *youtubeReader) comment(v value, parent string, more int, about value) {
	s := v.at("snippet")
	video := s.at("videoId").or(about.at("videoId")).text()
	d := r.of(video)
	if video != "" {
		d.head.ID = "watch?v=" + video
		d.head.URL = "https://www.youtube.com/watch?v=" + video
	}
	p := thread.Post{
		ID:      v.at("id").text(),
		Author:  s.at("authorDisplayName").text(),
		Address: s.at("authorChannelId", "value").or(s.at("authorChannelUrl")).text(),
		Body:    youtubeBody(s),
		More:    more,
	}
	if to := cmp.Or(s.at("parentId").text(), parent); to != "" {
		p.Refs = []string{to}
	}
	if video != "" && p.ID != "" {
		p.URL = d.head.URL + "&lc=" + p.ID
	}
	p.Time, p.Zone = s.at("publishedAt").time()
	s.at("likeCount").score(&p)
	d.add(p)
}

// youtubeBody is what the author typed or, where that is not there, what is
// displayed: HTML unless plain text was asked for.
func youtubeBody(s value) markup.Body {
	if typed := s.at("textOriginal"); typed.there() {
		return typed.body(markup.Text)
	}
	shown := s.at("textDisplay")
	text := shown.text()
	for _, sign := range []string{"<br", "</", "&#39;", "&quot;", "&amp;", "&lt;", "&gt;"} {
		if strings.Contains(text, sign) {
			return shown.body(markup.HTML)
		}
	}
	return shown.body(markup.Text)
}
