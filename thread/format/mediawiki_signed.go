package format

import (
	"net/netip"
	"net/url"
	"sort"
	"strings"

	"skein/thread"
	"skein/thread/format/dates"
	"skein/thread/format/dom"
	"skein/thread/format/lexicon"
)

// signedAt is the time in a signature, as MediaWiki writes it for ~~~~.
var signedAt = pattern(`\d{1,2}:\d{2}, \d{1,2}\.? \p{L}+\.? \d{4} \([A-Z]{2,5}\)`)

// readSigned reads a page without marks: a comment goes from the end of the
// one before, or from a heading, to its signature, which has a link to the page
// of a user and the time.
func (t *talkPage) readSigned() {
	var elements, headings []dom.Node
	for n := range t.Root().Within() {
		elements = append(elements, n)
		if n.Is("h2", "h3", "h4", "h5") {
			headings = append(headings, n)
		}
	}
	start := 0
	for _, at := range signedAt().FindAllStringIndex(t.src, -1) {
		var heading dom.Node
		for ; len(headings) > 0 && headings[0].From() < at[0]; headings = headings[1:] {
			if headings[0].To() <= at[0] {
				heading = headings[0]
			}
		}
		if heading.Ok() {
			t.topic = &thread.Post{Title: heading.TextWithout(editsSection)}
			if around := heading.Parent(); around.Has("mw-heading") && around.To() <= at[0] {
				heading = around
			}
			start = max(start, heading.To())
		}
		author := t.signer(start, at[0])
		if author == "" {
			continue
		}
		start += textStart(t.src[start:at[0]])
		p := thread.Post{Author: author, Body: htmlBody(t.src[start:t.signature(start, at[1], author)])}
		when, _, _ := dates.Find(t.src[at[0]:at[1]])
		p.Time, p.Zone = when.Time(true)
		in := within(elements, at[0])
		p.Level = 1 + t.depth[in.Index()]
		t.add(p)
		start = at[1]
		if in.Is("a", "small", "span", "i") { // the time is a link, or set apart
			start = in.To()
		}
	}
}

// editsSection says whether an element in a heading is the link to edit what is
// below it.
func editsSection(n dom.Node) bool { return n.Has("mw-editsection") }

// signer is the user in the last link to one between two places.
func (t *talkPage) signer(from, to int) string {
	const most = 4 // links in a signature
	last := sort.Search(len(t.links), func(i int) bool { return t.links[i].From() >= to }) - 1
	for i := last; i >= max(0, last-most) && t.links[i].From() >= from; i-- {
		if user := userOf(t.links[i]); user != "" {
			return user
		}
	}
	return ""
}

// userPages are what wikis call the pages of users and the talk about them.
var userPages = lexicon.Set(`user user_talk benutzer benutzerin benutzer_diskussion benutzerin_diskussion utilisateur utilisatrice
discussion_utilisateur discussion_utilisatrice usuario usuaria usuario_discusión usuaria_discusión utente discussioni_utente
gebruiker overleg_gebruiker usuário usuária usuário_discussão usuária_discussão wikipedysta dyskusja_wikipedysty uživatel
diskuse_s_uživatelem användare användardiskussion bruker brukerdiskusjon участник участница обсуждение_участника
обсуждение_участницы користувач обговорення_користувача 利用者 利用者‐会話 用户 用户讨论 사용자 사용자토론`)

// userOf is the user to whose pages a link leads, or the address of one who had
// no name; empty where it leads elsewhere.
func userOf(n dom.Node) string {
	href, _ := url.PathUnescape(n.Attr("href"))
	for _, mark := range []string{"title=", "/wiki/", "/index.php/", "/"} {
		_, page, found := strings.Cut(href, mark)
		if !found {
			continue
		}
		page, _, _ = strings.Cut(page, "&")
		space, user, named := strings.Cut(page, ":")
		user, _, _ = strings.Cut(user, "/")
		if name := space[strings.LastIndexByte(space, '/')+1:]; named && userPages[strings.ToLower(name)] {
			user, _, _ = strings.Cut(user, "#")
			return strings.ReplaceAll(user, "_", " ")
		}
	}
	last := href[strings.LastIndexByte(href, '/')+1:]
	if _, err := netip.ParseAddr(last); err == nil { // what came from an address
		return last
	}
	return ""
}

// within is the innermost of the elements of a page that a place is in.
func within(elements []dom.Node, at int) dom.Node {
	i := sort.Search(len(elements), func(i int) bool { return elements[i].From() > at }) - 1
	if i < 0 {
		return dom.Node{}
	}
	n := elements[i]
	for n.Ok() && n.To() <= at {
		n = n.Parent()
	}
	return n
}

// textStart is where the text of a comment begins: behind the tags that end
// what is before it, and those of the lists around it.
func textStart(src string) int {
	at := 0
	for {
		rest := strings.TrimLeft(src[at:], " \t\r\n")
		tag, _, found := strings.Cut(rest, ">")
		name, begins := strings.CutPrefix(tag, "<")
		if !found || !begins || !strings.HasPrefix(name, "/") && !aroundText[strings.ToLower(lexicon.LeadingWord(name))] {
			return len(src) - len(rest)
		}
		at = len(src) - len(rest) + len(tag) + len(">")
	}
}

// aroundText are the elements that the texts of comments stand in.
var aroundText = lexicon.Set(`dl dd ul ol li div p`)
