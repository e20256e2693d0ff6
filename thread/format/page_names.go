package format

import (
	"slices"
	"strings"

	"skein/thread/format/dom"
	"skein/thread/format/plaintext"
)

// What elements of comments are called, in any theme: whole names, the
// surest first in each list, then words of which one stands in the name.
var (
	authorNames = []string{"fn", "wpd-comment-author", "wc-comment-author", "p-author", "comment-author-name", "comment-author-link", "comment_author", "commentauthor", "comment-user",
		"username", "username-coloured", "by", "user-name", "bigusername", "author-name", "author_name", "postauthor", "nickname", "nick", "poster", "comment-name",
		"comment-author", "commenter", "author", "byline", "user", "name"}
	authorWords = []string{"author", "user", "username", "nick", "poster", "commenter", "byline", "autor", "auteur", "autore", "benutzer", "benutzername", "verfasser", "pseudo", "usuario", "usuário", "nome", "reviewer", "person"}

	bodyNames = []string{"e-content", "comment-content", "comment_content", "field--name-comment-body", "field-name-comment-body", "comment-text", "comment_text", "commenttext", "commentText",
		"FormattedComment", "comment-copy", "comment__content", "comment__text", "comment__body", "comment-entry", "commentBody", "comment-message",
		"bbWrapper", "messageText", "postcontent", "post_message", "post-message", "postmsg", "postMessage", "userstuff", "post_body", "postbody", "post-body", "message-body", "message-content",
		"bbp-reply-content", "format_text", "usertext-body", "comment-body", "comment_body", "commentbody", "content", "text", "body", "message", "entry", "post", "inner"}
	bodyWords = []string{"content", "text", "body", "message", "article"}

	timeNames = []string{"dt-published", "comment-time", "comment_time", "comment-date", "comment_date", "commentdate", "published", "timestamp",
		"date", "datetime", "time", "createdtime", "posted", "age", "timeline", "comment-meta", "commentmetadata", "comment-metadata", "metadata", "meta"}
	timeWords = []string{"date", "time", "posted", "publish", "ago", "meta", "datum", "fecha", "heure"}

	headingWords = []string{"author", "avatar", "gravatar", "meta", "metadata", "commentmetadata", "vcard", "byline", "metainfo", "user", "username", "timestamp"}
)

// furnitureNames are the classes of controls and labels, which nobody wrote.
var furnitureNames = []string{"reply", "comment-reply", "comment-reply-link", "reply-link", "comment-reply-button", "comment-actions",
	"comment__actions", "comment-action", "comment-edit-link", "edit-link", "comment-footer", "says", "avatar", "screen-reader-text", "sharedaddy",
	"bbCodeBlock-expandLink", "quoteExpand", "quick_jump", "comment-replies", "comment-likes", "comment-tools", "noprint", "comment-awaiting-moderation", "cancel-comment-reply-link", "js-comment-actions", "raw-content"}

// isControlLink says whether a link is a control: called so, with nothing but
// others beside it, and not to somewhere else, as one may be that a person
// wrote.
func isControlLink(link dom.Node) bool {
	const longest = 120 // bytes within a control, which may be an element or two
	if !link.Ok() || len(link.Inner()) > longest {
		return false
	}
	if text := link.Text(); text == "" || !plaintext.IsLink(text) && !plaintext.EndsComments(text) {
		return false
	}
	if href := link.Attr("href"); strings.HasPrefix(href, "http") && !slices.ContainsFunc(controlAddresses, func(part string) bool { return strings.Contains(href, part) }) {
		return false
	}
	for _, run := range link.Parent().Runs(isTag("a", "button")) {
		if run.In == link.Parent() && strings.Trim(run.Text, parters) != "" {
			return false
		}
	}
	return true
}

// parters are what stands between controls.
const parters = " |·•-[]()"

// controlAddresses are parts of addresses that controls lead to.
var controlAddresses = []string{"reply", "respond", "comment", "report", "login", "signin"}

// repliesNames are the classes of elements that hold replies.
var repliesNames = []string{"indented", "children", "replies", "comment-replies", "nested", "sub-comments", "subcomments", "bbp-threaded-replies"}

// cardNames are the classes of cards that show who somebody is when a reader
// points at the name.
var cardNames = []string{"dropdown-menu", "crayons-dropdown", "profile-preview-card__content", "popover", "tooltip-content"}

// A saying is what the classes of an element say of its part in a comment: as
// an author, a time or a body, the smaller the surer, -1 for not at all.
type saying struct {
	author, time, body int
	heading            bool // it is of the line above the body
	furniture          bool
	replies            bool // it holds them
}

// says reads the classes of an element. A page has few different ones.
func (p *page) says(n dom.Node) saying {
	class := n.Class()
	if class == "" {
		return saying{author: -1, time: -1, body: -1}
	}
	s, ok := p.sayings[class]
	if !ok {
		s = saying{
			author:    rank(n, authorNames, authorWords),
			time:      rank(n, timeNames, timeWords),
			body:      rank(n, bodyNames, bodyWords),
			heading:   named(n, headingWords),
			furniture: n.HasAny(furnitureNames...) || named(n, []string{"reply"}) && named(n, []string{"link", "button", "btn"}),
			replies:   n.HasAny(repliesNames...),
		}
		p.sayings[class] = s
	}
	return s
}

// rank is how surely the classes of an element say that it is what the names
// stand for: the smaller the surer, -1 for not at all.
func rank(n dom.Node, names, words []string) int {
	for i, name := range names {
		for class := range strings.FieldsSeq(n.Class()) {
			if strings.EqualFold(class, name) {
				return i
			}
		}
	}
	for class := range strings.FieldsSeq(n.Class()) {
		for _, word := range wordsOf(class) {
			if slices.Contains(words, word) {
				return len(names)
			}
		}
	}
	return -1
}

// named says whether a word of the element's classes is one of these.
func named(n dom.Node, words []string) bool {
	for class := range strings.FieldsSeq(n.Class()) {
		for word := range strings.FieldsFuncSeq(class, func(r rune) bool { return r == '-' || r == '_' }) {
			for _, w := range words {
				if strings.EqualFold(word, w) {
					return true
				}
			}
		}
	}
	return false
}
