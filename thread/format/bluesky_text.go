package format

import (
	"cmp"
	"html"
	"slices"
	"strings"
	"unicode/utf8"

	"skein/thread"
	"skein/thread/markup"
)

// A blueskyLink is a part of a text that leads somewhere.
type blueskyLink struct {
	start, end int // in bytes of the text as UTF-8
	url        string
}

// blueskyBody is the text of a record. Where facets make links of parts of it
// (https://docs.bsky.app/docs/advanced-guides/post-richtext) it becomes HTML.
func blueskyBody(record value) markup.Body {
	links := blueskyLinks(record.at("facets"))
	if len(links) == 0 {
		return record.at("text").body(markup.Text)
	}
	text := record.at("text").text()
	var b strings.Builder
	b.WriteString("<p>")
	done := 0
	for _, l := range links {
		if l.start < done || l.end > len(text) || l.start >= l.end || !atRune(text, l.start) || !atRune(text, l.end) {
			continue
		}
		b.WriteString(asHTML(text[done:l.start]))
		b.WriteString(`<a href="` + html.EscapeString(l.url) + `">` + asHTML(text[l.start:l.end]) + "</a>")
		done = l.end
	}
	b.WriteString(asHTML(text[done:]))
	b.WriteString("</p>")
	return markup.Body{Raw: b.String(), Kind: markup.HTML}
}

// blueskyLinks are what facets lead to, in the order of the text.
func blueskyLinks(facets value) []blueskyLink {
	var links []blueskyLink
	for f := range facets.elements {
		for feature := range f.at("features").elements {
			url := feature.at("uri").text()
			if did := feature.at("did").text(); did != "" {
				url = "https://bsky.app/profile/" + did
			}
			if url != "" {
				start, end := f.at("index", "byteStart").amount(), f.at("index", "byteEnd").amount()
				links = append(links, blueskyLink{start, end, url})
			}
		}
	}
	slices.SortStableFunc(links, func(a, b blueskyLink) int { return cmp.Compare(a.start, b.start) })
	return links
}

// atRune says whether i stands between two characters of a text.
func atRune(text string, i int) bool { return i == len(text) || utf8.RuneStart(text[i]) }

// asHTML is plain text as HTML, with its lines and paragraphs.
func asHTML(text string) string {
	text = html.EscapeString(text)
	if strings.IndexByte(text, '\n') < 0 {
		return text
	}
	return htmlLines.Replace(text)
}

var htmlLines = strings.NewReplacer("\n\n", "</p><p>", "\n", "<br>")

// blueskyEmbeds appends what comes with a post: pictures, videos, cards,
// quoted posts.
func blueskyEmbeds(all []thread.Attachment, embed value) []thread.Attachment {
	for image := range embed.at("images").elements {
		url := image.at("fullsize").or(image.at("thumb")).text()
		all = append(all, thread.Attachment{Name: described(image.at("alt").text(), url), Type: "image"})
	}
	if card := embed.at("external"); card.there() {
		all = append(all, thread.Attachment{Name: described(card.at("title").text(), card.at("uri").text()), Type: "link"})
	}
	if video := embed.at("playlist").or(embed.at("video")); video.there() {
		all = append(all, thread.Attachment{Name: described(embed.at("alt").text(), video.text()), Type: "video"})
	}
	if embed.at("media").there() {
		all = blueskyEmbeds(all, embed.at("media"))
	}
	quoted := embed.at("record")
	if inner := quoted.at("record"); inner.there() {
		quoted = inner
	}
	if text := quoted.at("value", "text").text(); text != "" {
		text = quoted.at("author", "handle").text() + ", “" + strings.Join(strings.Fields(text), " ") + "”"
		all = append(all, thread.Attachment{Name: described(text, quoted.at("uri").text()), Type: "quote"})
	}
	return all
}
