package format

import (
	"cmp"
	"slices"
	"strings"

	"skein/thread/format/dom"
	"skein/thread/format/lexicon"
)

// A group is the elements of a page that share a name: perhaps its comments.
type group struct {
	key     string
	hint    int // how much the name says that they are
	nodes   []dom.Node
	entries []entry
	topic   bool // the first is the post
}

// The hints that the name of a group gives.
const (
	noHint     = iota
	placeHint  // it stands among what is called so
	forumHint  // a post or message, in a forum
	nameHint   // it is called a comment, a reply, an answer
	markedHint // the page says so, for machines
)

// discussion is the group that is most likely the comments of the page, empty
// where none is.
func (p *page) discussion(data []byte) group {
	forum := looksLikeForum(data)
	groups := p.groups(forum)
	slices.SortStableFunc(groups, func(a, b group) int {
		return cmp.Or(cmp.Compare(b.hint, a.hint), cmp.Compare(len(b.nodes), len(a.nodes)))
	})
	const most = 24 // groups to look into
	var best group
	for _, g := range groups[:min(len(groups), most)] {
		g.entries = p.levels(g.nodes)
		if !g.better(best) || !p.convinces(g) {
			continue
		}
		if p.prune(&g); g.better(best) {
			best = g
		}
	}
	if whole, ok := p.withTopic(best, groups); ok {
		return whole
	}
	best = p.withReplies(best, groups[:min(len(groups), most)])
	best.topic = len(best.entries) > 1 && deepest(best.entries) == 1 && (best.hint == forumHint || opensThread(best.entries[0].Node))
	return best
}

// better says whether g is rather the comments than another group: it has
// more of them or, for elements around each other, knows the tree or is the
// outer one.
func (g *group) better(other group) bool {
	if len(other.entries) == 0 || len(g.entries) == 0 {
		return len(g.entries) > 0
	}
	if g.hint == markedHint != (other.hint == markedHint) {
		return g.hint == markedHint
	}
	if g.named(other) != other.named(*g) {
		return g.named(other)
	}
	return cmp.Or(
		cmp.Compare(len(g.entries), len(other.entries)),
		cmp.Compare(deepest(g.entries), deepest(other.entries)),
		cmp.Compare(other.entries[0].Index(), g.entries[0].Index()),
	) > 0
}

// named says whether g is called comments, where another group that is a
// little larger only stands in a place for such: with events, perhaps.
func (g *group) named(other group) bool {
	return g.hint == nameHint && other.hint == placeHint && len(g.entries) < len(other.entries) && 2*len(g.entries) > len(other.entries)
}

func deepest(entries []entry) int {
	level := 0
	for _, e := range entries {
		level = max(level, e.level)
	}
	return level
}

// groups are the sets of elements of one name that may be comments.
func (p *page) groups(forum bool) []group {
	var groups []group
	at := map[string]int{}
	places, around := p.places(), map[int]string{}
	if forum {
		around = p.aroundBodies()
	}
	for n := range p.Root().Within() {
		keys := groupKeys(n)
		if key := around[n.Index()]; key != "" {
			keys = append(keys, key)
		}
		for _, key := range keys {
			i, ok := at[key]
			if !ok {
				hint := keyHint(key, forum)
				if hint == noHint && places[n.Index()] {
					hint = placeHint
				}
				if hint == noHint {
					continue
				}
				i = len(groups)
				at[key] = i
				groups = append(groups, group{key: key, hint: hint})
			}
			if g := &groups[i]; len(g.nodes) == 0 || g.nodes[len(g.nodes)-1] != n { // a class may stand twice
				g.nodes = append(g.nodes, n)
			}
		}
	}
	return slices.DeleteFunc(groups, func(g group) bool { return g.hint < nameHint && len(g.nodes) < 2 })
}

// aroundBodies are the elements without a name that hold the body of a post
// and its author, each with a key that tells what the body is called: rows of
// tables, in old forums.
func (p *page) aroundBodies() map[int]string {
	const farthest = 6
	around := map[int]string{}
	for n := range p.Root().Within() {
		at := p.says(n).body
		if at < 0 || at >= len(bodyNames) || !named(n, []string{"post", "postbody", "message"}) {
			continue
		}
		up := n.Parent()
		for range farthest {
			if !up.Ok() || up.First(func(m dom.Node) bool { return p.says(m).author >= 0 && !n.Contains(m) }).Ok() {
				break
			}
			up = up.Parent()
		}
		if up.Is("tr", "td", "div", "table") && up.Class() == "" {
			around[up.Index()] = "around.post-" + n.Class()
		}
	}
	return around
}

// groupKeys are the names of an element: each with its tag, without numbers.
func groupKeys(n dom.Node) []string {
	if !n.Is("li", "div", "article", "section", "tr", "table", "dl", "dt", "dd", "td", "blockquote") && !headsItself(n) {
		return nil
	}
	var keys []string
	if n.Attr("typeof") == "schema:Comment" {
		keys = append(keys, "itemtype")
	}
	if kind := n.Attr("itemtype"); kind != "" {
		for _, name := range []string{"Comment", "UserComments", "Answer"} {
			if strings.HasSuffix(kind, "schema.org/"+name) {
				keys = append(keys, "itemtype")
			}
		}
	}
	if n.HasAny("h-cite", "u-comment", "p-comment") && (n.HasAny("u-comment", "p-comment") || n.Parent().HasAny("u-comment", "p-comment", "comments")) {
		keys = append(keys, "h-cite")
	}
	const most = 6 // classes
	for class := range strings.FieldsSeq(n.Class()) {
		if prefix := prefixOf(class); strings.HasSuffix(prefix, "-") || strings.HasSuffix(prefix, "_") {
			class = prefix
		}
		if len(keys) < most {
			keys = append(keys, n.Tag()+"."+class)
		}
	}
	if n.Class() == "" && n.ID() == "" {
		keys = append(keys, n.Tag()+" in "+n.Parent().Class())
	}
	if id := n.ID(); id != "" && lexicon.IsDigit(id[len(id)-1]) {
		keys = append(keys, n.Tag()+"#"+prefixOf(id))
	}
	return keys
}

// headsItself says whether n can be folded and its summary is more than the
// button for that: LWN has the head of a comment there.
func headsItself(n dom.Node) bool {
	return n.Is("details") && hasDigit(n.FirstChild().Text())
}

// What a name says of the elements that bear it.
var (
	commentWords = lexicon.Set(`comment comments commentbody reply answer response kommentar comentario commentaire commento reactie cmt
		opinion beitrag commententry leaf`)
	listWords = lexicon.Set(`note review timeline`) // several of them may be comments
	postWords = lexicon.Set(`post postbit postcontainer postbitlegacy blockpost message p pid msg topic entry tree crawler-post email`)
)

// keyHint is what the name of a group says.
func keyHint(key string, forum bool) int {
	if key == "itemtype" || key == "h-cite" {
		return markedHint
	}
	_, name, _ := strings.Cut(strings.Replace(key, "#", ".", 1), ".")
	hint := noHint
	for _, word := range wordsOf(name) {
		switch {
		case commentWords[word]:
			hint = max(hint, nameHint)
		case forum && postWords[word]:
			hint = max(hint, forumHint)
		case listWords[word]:
			hint = max(hint, placeHint)
		}
	}
	return hint
}

// wordsOf are the words of a name like `post-list`, `post_list` or `postList`.
func wordsOf(name string) []string {
	var words []string
	start := 0
	for i := range len(name) {
		capital := 'A' <= name[i] && name[i] <= 'Z' && i > 0 && 'a' <= name[i-1] && name[i-1] <= 'z'
		if mark := name[i] == '-' || name[i] == '_'; mark || capital {
			words = append(words, strings.ToLower(name[start:i]))
			if start = i; mark {
				start++
			}
		}
	}
	return append(words, strings.ToLower(name[start:]))
}

// places are the indices of elements that stand in what is called a place for
// comments.
func (p *page) places() map[int]bool {
	in := map[int]bool{}
	for n := range p.Root().Within() {
		if in[n.Parent().Index()] || placeName(n.ID()) || placeName(n.Class()) {
			in[n.Index()] = true
		}
	}
	return in
}

// placeName says whether an id or a class names a place for comments.
func placeName(name string) bool {
	if name == "" {
		return false
	}
	for word := range strings.FieldsFuncSeq(strings.ToLower(name), func(r rune) bool { return r == '-' || r == '_' || r == ' ' }) {
		switch word {
		case "comments", "commentlist", "replies", "responses", "answers", "discussion", "kommentare", "comentarios", "commentaires", "thread", "thoughts", "changelog",
			"komentarze", "commenti", "reacties", "kommentarer", "opinie", "kommentit", "yorumlar":
			return true
		}
	}
	return false
}
