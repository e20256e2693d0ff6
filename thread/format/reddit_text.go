package format

import (
	"strings"

	"skein/thread"
	"skein/thread/markup"
)

// redditGone takes what stands for the name of who is gone, and for the text
// of what is, for what it says.
func redditGone(p *thread.Post) {
	if p.Author == "[deleted]" { // that is nobody's name
		p.Author = ""
	}
	switch strings.TrimSpace(p.Body.Raw) {
	case "[deleted]", "[removed]", "[ Removed by Reddit ]":
		p.Flags |= thread.Deleted
	}
}

// post is what a thing says of itself.
func (r *redditReader) post(d value) thread.Post {
	p := thread.Post{
		Author: d.at("author", "name").or(d.at("author")).text(),
		Title:  r.unescaped(d.at("title").text()),
		Body:   r.body(d),
		URL:    redditAddress(d),
	}
	redditGone(&p)
	p.Time, p.Zone = d.at("created_utc").or(d.at("created")).time()
	if !d.at("score_hidden").flag() {
		d.at("score").or(d.at("ups")).score(&p)
	}
	if drawn := d.at("content"); drawn.kind() == '"' && p.Author == "" {
		redditDrawn(drawn.text(), &p)
	}
	return p
}

const redditSite = "https://www.reddit.com"

// redditAddress is where a post leads to, or a comment's own address on the
// site.
func redditAddress(d value) string {
	if url := redditEscapes.Replace(d.at("url").text()); strings.Contains(url, "://") {
		return url
	}
	if link := d.at("permalink").text(); link != "" {
		return link
	}
	link, comment := d.at("link_id").text(), d.at("id").text()
	if strings.HasPrefix(link, "t3_") && comment != "" {
		return "/comments/" + link[len("t3_"):] + "/_/" + comment
	}
	return ""
}

// body is the text of a post or comment, which is Markdown.
func (r *redditReader) body(d value) markup.Body {
	text := d.at("body").or(d.at("selftext")).or(d.at("contentText"))
	if own := d.at("body_html").or(d.at("selftext_html")).or(d.at("contentHTML")); own.there() {
		if !text.there() {
			return markup.Body{Raw: redditEscapes.Replace(own.text()), Kind: markup.HTML}
		}
		if r.escaped = strings.HasPrefix(own.text(), "&lt;"); !r.escaped {
			return text.body(markup.Markdown)
		}
	}
	raw := text.body(markup.Markdown)
	if !r.escaped || !mayHoldSigns(raw.Raw) {
		return raw
	}
	if plain := text.text(); strings.Contains(plain, "&") {
		return markup.Body{Raw: r.unescaped(plain), Kind: markup.Markdown}
	}
	return raw
}

// mayHoldSigns says whether a text of JSON may have an `&`, `<` or `>` in it, as
// it is or escaped.
func mayHoldSigns(raw string) bool {
	return strings.ContainsAny(raw, "&<>") || strings.Contains(raw, `\u00`)
}

// unescaped is a text as people wrote it: unless asked for `raw_json`, Reddit
// writes `&`, `<` and `>` as HTML does.
func (r *redditReader) unescaped(text string) string {
	if !r.escaped {
		return text
	}
	return redditEscapes.Replace(text)
}

var redditEscapes = strings.NewReplacer("&lt;", "<", "&gt;", ">", "&amp;", "&")

// redditEscapes says whether texts are escaped: the HTML forms of them tell it
// or, where there are none, texts that have escapes and nothing that is to be
// escaped.
func (vs *values) redditEscapes() bool {
	escapes := false
	for i := range vs.all {
		v := value{vs, int32(i)}
		if v.kind() != '"' {
			continue
		}
		switch v.name() {
		case "body_html", "selftext_html":
			return strings.HasPrefix(v.text(), "&lt;")
		case "body", "selftext":
			if !mayHoldSigns(v.literal()) {
				continue
			}
			text := v.text()
			bare := redditEscapes.Replace(text)
			if strings.ContainsAny(text, "<>") {
				return false
			}
			escapes = escapes || bare != text
		}
	}
	return escapes
}
