package format

import (
	"bytes"
	"slices"
	"sync"

	"skein/thread/markup"
)

// A part is one of those that comments have, and what is around them.
type part int

const (
	theID part = iota
	theParent
	theReplies
	thePage // of replies: the list in it
	theAuthor
	thePerson // the name of an author
	theAddress
	theText
	theTime
	theScore
	theCount // of replies
	theDeletion
	theWarning // above a text
	theTitle   // of what is discussed
	thePath    // of what is discussed
	theHeading // its title, where comments have it
	theSubject // its id, where only comments have one
	theCommit  // of what has authors, texts and parents and is no comment
	allParts
)

// usual is what programs call the parts, the most telling first, in small
// letters and without what may stand between words.
var usual = [allParts][]string{
	theID: {"id", "objectid", "cid", "commentid", "uuid", "gid", "idstr", "messageid", "noteid", "eventid", "ts", "permalink", "postid", "rpid", "shortid"},
	theParent: {
		"parent", "parentid", "parentcommentid", "parentcomment", "parentmessageid", "parentpostid", "parentnoteid", "topid", "pid", "rid",
		"inreplyto", "inreplytoid", "inreplytostatusidstr", "inreplytostatusid", "inreplytocommentid",
		"replyto", "replytoid", "replytomessageid", "replytocommentid", "replyid", "repliesto", "repliedto", "responseto", "reference", "references", "rootid", "threadts",
	},
	theReplies: {"replies", "children", "comments", "answers", "subcomments", "childcomments", "replycomment", "responses", "notes", "messages", "journals", "longdesc"},
	thePage:    {"data", "nodes", "edges", "items", "list", "comments", "results", "values", "content"},
	theAuthor: {
		"author", "userprofile", "user", "creator", "createdby", "account", "owner", "ownerusername", "commenter", "poster", "nick", "nickname", "bynickname",
		"authorname", "username", "displayname", "screenname", "from",
		"senderfullname", "sendername", "sender", "userdisplayname", "who", "login", "name", "member", "membercreator", "profile", "channelname", "attributedto", "commentinguser",
	},
	thePerson:  {"displayname", "uname", "globalname", "name", "nick", "nickname", "fullname", "realname", "username", "login", "handle", "screenname", "alias"},
	theAddress: {"username", "login", "acct", "handle", "email", "mail", "senderemail", "host"},
	theTime: {
		"isodatetime", "createdat", "created", "createdtime", "createdutc", "createdon", "createddate", "createddatetime", "createat", "createtime",
		"creationdate", "creationtime", "datecreated", "insertedat", "publishedat", "published", "publisheddate", "dateadded",
		"timeparsed", "timestamp", "time", "date", "datetime", "posted", "postedat", "submitted", "sentat", "postdate", "timepublished", "bugwhen", "createdate", "ctime", "writtenat", "originserverts", "ts", "updated",
	},
	theScore:    {"score", "points", "likes", "likecount", "likescount", "like", "votes", "upvotes", "voteup", "favoritecount", "diggcount"},
	theCount:    {"repliescount", "replycount", "replyscount", "numreplies", "childcount"},
	theDeletion: {"deleted", "isdeleted", "removed", "deletedat"},
	theWarning:  {"title", "subject", "cw", "spoilertext"},
	theTitle:    {"title", "subject", "headline", "summary", "name"},
	thePath:     {"pagekey", "pageid", "threadid", "thread", "path", "url", "slug", "postid", "articleid"},
	theHeading:  {"pagetitle", "threadtitle", "posttitle"},
	theSubject:  {"noteableid", "noteabletype"},
	theCommit:   {"commit", "sha", "hash"},
}

// usualTexts are the names of the text, and what it is written in; unsure where
// only the text itself tells, so that HTML beside it is better.
var usualTexts = []struct {
	name string
	kind markup.Kind
}{
	{"rawmessage", markup.Text}, {"orig", markup.Markdown}, {"markdown", markup.Markdown}, {"rawmarkdown", markup.Markdown}, {"bodymarkdown", markup.Markdown},
	{"contentmarked", markup.HTML}, {"parsedcontent", markup.HTML}, {"contenthtml", markup.HTML}, {"htmlcontent", markup.HTML},
	{"commenthtml", markup.HTML}, {"bodyhtml", markup.HTML}, {"text", unsure}, {"fulltext", unsure}, {"comment", unsure},
	{"commenttext", unsure}, {"commentbody", unsure}, {"content", unsure}, {"message", unsure}, {"body", unsure}, {"bodytext", markup.Text},
	{"html", markup.HTML}, {"notes", unsure}, {"thetext", markup.Text}, {"desc", unsure}, {"data", unsure},
}

// unsure is the kind of a text that only the text itself tells.
const unsure markup.Kind = 0x20

// A place is that of a name among those of a part.
type place struct {
	part part
	rank int
}

// places is where each name stands.
var places = sync.OnceValue(func() map[string][]place {
	all := map[string][]place{}
	for p, names := range usual {
		for rank, name := range names {
			all[name] = append(all[name], place{part(p), rank})
		}
	}
	for rank, text := range usualTexts {
		all[text.name] = append(all[text.name], place{theText, rank})
	}
	return all
})

// placesOf is where a name stands, without regard to case, `_` and `-`, and to
// the word comment before it, as WordPress has it (comment_author).
func placesOf(name string) []place {
	const before = "comment"
	var plain [len(before) + 24]byte // no usual name is longer than the latter
	n := 0
	for i := range len(name) {
		c := name[i]
		switch {
		case c == '_' || c == '-':
			continue
		case n == len(plain):
			return nil
		case 'A' <= c && c <= 'Z':
			c |= 0x20
		}
		plain[n] = c
		n++
	}
	found := places()[string(plain[:n])]
	if rest, ok := bytes.CutPrefix(plain[:n], []byte(before)); ok && found == nil {
		found = places()[string(rest)]
	}
	return found
}

// isCalled says whether a name is one of a part's.
func (p part) isCalled(name string) bool {
	return slices.ContainsFunc(placesOf(name), func(at place) bool { return at.part == p })
}

// parts are an object's members by what they are to a comment: of each the
// first in the order of usual that is there and not empty.
type parts struct {
	object value
	found  [allParts]value
	rank   [allParts]int
	named  [allParts]bool // there is such a member, perhaps an empty one
}

func partsOf(v value) parts {
	v = inner(v)
	p := parts{object: v}
	for name, m := range v.members {
		for _, at := range placesOf(name) {
			p.named[at.part] = true
			if at.part.mayBe(m) && (p.found[at.part].of == nil || at.rank < p.rank[at.part]) {
				p.found[at.part], p.rank[at.part] = m, at.rank
			}
		}
	}
	if p.found[theID].of == nil && v.has("tid", "pid") { // NodeBB
		p.found[theID], p.found[theParent] = v.at("pid"), v.at("toPid")
	}
	if comment := v.at("comment"); comment.kind() == '{' && !comment.has("comment") && p.found[theAuthor].of == nil {
		if below := partsOf(comment); below.isSaid() { // PeerTube has the replies beside it
			below.found[theReplies] = below.found[theReplies].or(p.found[theReplies])
			return below
		}
	}
	return p
}

// inner is the object that an edge of a connection of GraphQL has in it, the
// object of an activity of ActivityPub (https://www.w3.org/TR/activitystreams-core/),
// or one that only says what kind of object it has.
func inner(v value) value {
	kind, actor := "", false
	for name, m := range v.members {
		switch {
		case m.kind() == '{' && (name == "node" || name == kind && kind != "" || name == "object" && actor):
			return m
		case name == "actor":
			actor = true
		case name == "type":
			kind = m.text()
		}
	}
	return v
}

// mayBe says whether a value is of the right kind for a part, and not empty.
func (p part) mayBe(v value) bool {
	kind := v.kind()
	said := kind == '"' && v.literal() != `""`
	switch p {
	case theAuthor:
		return said || kind == '{'
	case theText:
		first := v.first()
		return said || first.kind() == '"' || first.at("text").kind() == '"' || v.kind() == '{' && holdsText(v)
	case theReplies, thePage:
		return kind == '[' || kind == '{'
	case theParent:
		first := v.first().kind()
		return said || kind == '0' || kind == '{' || first == '"' || first == '0'
	case theTime:
		return said || kind == '0' || kind == '{'
	case theID:
		return said || kind == '0' || v.at("$oid").there()
	case theDeletion:
		return said || kind == 't'
	default:
		return said || kind == '0'
	}
}
