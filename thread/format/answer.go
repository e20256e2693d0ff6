package format

import (
	"strings"

	"skein/thread/markup"
)

// refusal is the reason that an API gave for having no thread to answer with;
// empty where data is no such answer. Sites agree on few names for it:
//
//	{"error": "Record not found"}                         Mastodon, Lemmy
//	{"error": "NotFound", "message": "Post not found"}    Bluesky
//	{"error": {"code": 403, "message": "…"}}              YouTube
//	{"errors": ["…"], "error_type": "not_found"}          Discourse
//	{"errors": [{"message": "…"}], "data": null}          GraphQL
//	{"message": "Not Found", "documentation_url": "…"}    GitHub
//	{"code": "rest_post_invalid_id", "message": "…"}      WordPress
//	{"error_id": 400, "error_message": "…"}               Stack Exchange
//	{"code": 2, "response": "Invalid argument"}           Disqus
func refusal(data []byte) string {
	v := glance(data)
	failed := v.at("error").or(v.at("errors"))
	for _, reason := range []value{
		failed.at("message"), failed.first().at("message"), failed.first(),
		v.at("error_message"), v.at("error_description"), v.at("message"), v.at("errmsg"), v.at("detail"), failed, v.at("response"),
	} {
		text := strings.TrimSpace(reason.text())
		if text != "" && (failed.there() || refuses(v)) {
			return markup.CleanLine(markup.Body{Raw: text, Kind: markup.HTML}.First(longestReason))
		}
	}
	return ""
}

const longestReason = 200 // characters

// refuses says whether an answer that is not called an error is one.
func refuses(v value) bool {
	return v.has("message", "documentation_url") || v.has("error_id", "error_message") || v.has("message", "code") ||
		v.has("message", "status") || v.has("errno", "errmsg") || v.has("code", "response") || v.has("detail", "status")
}
