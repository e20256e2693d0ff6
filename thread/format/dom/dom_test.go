package dom

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"
)

// sketch draws a tree on one line.
func sketch(src string) string {
	var b strings.Builder
	t := Parse(src)
	var draw func(n Node)
	draw = func(n Node) {
		b.WriteString(n.Tag())
		if n.node().end > n.at+1 {
			b.WriteByte('(')
			for i := n.at + 1; i < n.node().end; i = t.nodes[i].end {
				if i > n.at+1 {
					b.WriteByte(' ')
				}
				if m := &t.nodes[i]; m.tag == "" {
					b.WriteString(src[m.from:m.to])
				} else {
					draw(Node{t, i})
				}
			}
			b.WriteByte(')')
		}
	}
	draw(t.Root())
	return b.String()
}

func TestElementsEndWhereTheStandardEndsThem(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ src, want string }{
		{"<p>a<p>b", "(p(a) p(b))"},
		{"<p>a<div>b</div>c", "(p(a) div(b) c)"},
		{"<p>a<b>c</b><ul><li>d</ul>", "(p(a b(c)) ul(li(d)))"},
		{"<ul><li>a<li>b<ul><li>c</ul><li>d</ul>", "(ul(li(a) li(b ul(li(c))) li(d)))"},
		{"<li><div>a<li>b", "(li(div(a)) li(b))"},
		{"<dl><dt>a<dd>b<dt>c</dl>", "(dl(dt(a) dd(b) dt(c)))"},
		{"<table><tr><td>a<td>b<tr><td>c</table>d", "(table(tr(td(a) td(b)) tr(td(c))) d)"},
		{"<table><tr><td><table><tr><td>a</table>b<td>c</table>", "(table(tr(td(table(tr(td(a))) b) td(c))))"},
		{"<tr><td>a</tr><tr><td>b", "(tr(td(a)) tr(td(b)))"},
		{"<div><table><tr><td>a</div>b</table></div>c", "(div(table(tr(td(a b)))) c)"},
		{"<div>a<br>b<br/>c<img src=x></div>", "(div(a br b br c img))"},
		{"<div/>a</div>b", "(div(a) b)"},
		{"a</div></p>b", "(a b)"},
		{"<b><p>a</b>b</p>", "(b(p(a b)))"},
		{"<h2>a<h3>b</h3>c", "(h2(a) h3(b) c)"},
		{"<a>x<a>y", "(a(x) a(y))"},
		{"<select><option>a<option>b</select>", "(select(option(a) option(b)))"},
		{"<ul><li>a</ul></li>b", "(ul(li(a)) b)"},
		{"<script>if (a<b) '</p>'</script>c", "(script(if (a<b) '</p>') c)"},
		{"<html><body><html><body>a", "(html(body(a)))"},
		{"<!-- <p> -->a<!doctype html>", "(a)"},
		{"<DIV>a</Div>", "(div(a))"},
		{"<p", ""},
		{"", ""},
	} {
		if got := sketch(c.src); got != c.want {
			t.Errorf("%s is %s, want %s", c.src, got, c.want)
		}
	}
}

func TestAttributesAreFoundHoweverTheyAreWritten(t *testing.T) {
	t.Parallel()
	n := Parse(`<td class='ind'indent='3' ID=a&amp;b hidden data-x = "1 > 2" title=>`).Root().First(func(n Node) bool { return n.Is("td") })
	for name, want := range map[string]string{
		"class": "ind", "indent": "3", "id": "a&b", "hidden": "", "data-x": "1 > 2", "title": "", "href": "",
	} {
		if got := n.Attr(name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	if _, ok := n.Lookup("hidden"); !ok || n.ID() != "a&b" || !n.Has("ind") || n.Has("in") {
		t.Error("attributes without a value are there; id and class have names of their own")
	}
	n = Parse("<p class=\"commenter comment\n odd\">").Root().First(Node.Ok)
	if !n.Has("comment") || !n.Has("odd") || n.Has("commen") || !n.HasAny("even", "odd") {
		t.Errorf("the classes %q are not parted", n.Class())
	}
}

func TestTextAndSourceOfAnElement(t *testing.T) {
	t.Parallel()
	const src = `<div>a <b>b</b>c<p>d &amp;<br>e</p><span class=no>f</span> g<script>h</script></div>`
	div := Parse(src).Root().First(func(n Node) bool { return n.Is("div") })
	no := func(n Node) bool { return n.Has("no") }
	if got := div.Text(); got != "a bc d & ef g" {
		t.Errorf("text %q", got)
	}
	if got := div.TextWithout(no); got != "a bc d & e g" {
		t.Errorf("text without: %q", got)
	}
	if got := div.InnerWithout(no); got != `a <b>b</b>c<p>d &amp;<br>e</p> g<script>h</script>` {
		t.Errorf("source without: %q", got)
	}
	if got := div.Inner(); got != strings.TrimSuffix(strings.TrimPrefix(src, "<div>"), "</div>") {
		t.Errorf("source: %q", got)
	}
	if runs := div.Runs(no); len(runs) != 6 || runs[1] != (Run{div.First(func(n Node) bool { return n.Is("b") }), "b"}) {
		t.Errorf("runs: %v", runs)
	}
}

func TestNeighboursAreElements(t *testing.T) {
	t.Parallel()
	tree := Parse(`<div><p id=a>x<b>y</b></p> text <p id=b><i><u></u></i></p> more <p id=c></div><p id=d>`)
	var before Node
	for n := range tree.Root().FirstChild().Children() {
		if n.Previous() != before || before.Ok() && before.Next() != n {
			t.Errorf("before %q stands %q, behind that %q", n.ID(), n.Previous().ID(), before.Next().ID())
		}
		before = n
	}
	if before.ID() != "c" || before.Next().Ok() {
		t.Errorf("the last is %q, behind it %q", before.ID(), before.Next().ID())
	}
}

func TestNoNodeHasNothing(t *testing.T) {
	t.Parallel()
	var n Node
	if n.Ok() || n.Tag()+n.Text()+n.Inner()+n.Attr("x")+n.InnerWithout(nil) != "" || n.Parent().Ok() || n.Contains(n) || len(n.Runs(nil)) > 0 {
		t.Error("the zero Node has something")
	}
	for range n.Within() {
		t.Error("the zero Node holds something")
	}
}

// TestPagesOfAnyShapeTakeLinearTime would need minutes were any tag searched
// for through all that is open.
func TestPagesOfAnyShapeTakeLinearTime(t *testing.T) {
	t.Parallel()
	const many = 20_000
	begin := time.Now()
	for _, unit := range []string{
		"<div>", "<ul><li>", "<b>", "<a><b>", "<p><b>", "<table><tr><td>", "<li><div>", "<x></y>", "<div></span>",
		"<td><div></td>", "<button><p>", "<dl><dt>", "<dd><p>", "</p>", "<", "<p a='", "&amp;", "<option>", "<!--",
	} {
		tree := Parse(strings.Repeat(unit, many))
		if tree.Root().node().end != int32(tree.Len()) {
			t.Errorf("%s: the root ends at %d of %d", unit, tree.Root().node().end, tree.Len())
		}
		_ = tree.Root().Text()
	}
	if took := time.Since(begin); took > 30*time.Second {
		t.Errorf("took %v", took)
	}
}

func TestDepthHasNoLimit(t *testing.T) {
	t.Parallel()
	const deep = 50_000
	tree := Parse(strings.Repeat("<ul><li>x", deep))
	depth := 0
	for n := (Node{tree, int32(tree.Len() - 1)}); n.Parent().Ok(); n = n.Parent() {
		depth++
	}
	if depth != 2*deep+1 {
		t.Errorf("the last text is %d deep", depth)
	}
}

// FuzzParse holds that nodes nest, keep to the source, and that no text is
// lost: what the tokenizer calls text stands in the tree.
func FuzzParse(f *testing.F) {
	f.Add(`<!doctype html><html><body class=a><ul><li id="x">a<p>b<li>c</ul><table><tr><td>d</table>`)
	f.Add("<a href='x'>b<div c=d e></a>&lt;</div><script>1<2</script><p/><textarea><b>")
	f.Fuzz(func(t *testing.T, src string) {
		tree := Parse(src)
		var text strings.Builder
		for i, n := range tree.nodes {
			if n.from > n.in || n.in > n.out || n.out > n.to || int(n.to) > len(src) || int(n.end) <= i || int(n.end) > tree.Len() {
				t.Fatalf("node %d is %+v", i, n)
			}
			p := tree.nodes[n.parent]
			if i > 0 && (int(n.parent) >= i || n.end > p.end || n.from < p.in || n.to > p.to) {
				t.Fatalf("node %d %+v stands in %+v", i, n, p)
			}
			if n.tag == "" && i > 0 {
				text.WriteString(src[n.from:n.to])
			}
		}
		if want := tokenText(src); text.String() != want {
			t.Fatalf("text %q, want %q", text.String(), want)
		}
		_ = tree.Root().Text()
	})
}

func tokenText(src string) string {
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(src))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return b.String()
		case html.TextToken:
			b.Write(z.Raw())
		}
	}
}

// BenchmarkParse is the first part of the wait for a page.
func BenchmarkParse(b *testing.B) {
	var page strings.Builder
	for i := range 2000 {
		fmt.Fprintf(&page, `<li class="comment even depth-1" id="comment-%d"><div class="comment-author"><b class="fn">ann</b></div>
			<a href="#comment-%d"><time datetime="2024-05-01T10:00:00Z">May 1</time></a><p>Some words of text &amp; more.</p></li>`, i, i)
	}
	b.SetBytes(int64(page.Len()))
	for b.Loop() {
		Parse(page.String())
	}
}

func TestElementsGetOtherTags(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ page, want string }{
		{`<p>a<b>b<i>c</i></b>d`, `<p>a<x>b<i>c</i></x>d`},
		{`<b>a<b>b</b>c</b>d<u>e</u>`, `<x>a<x>b</x>c</x>d`},
		{`<b>a<u>b</u><b>c`, `<x>a<x>c</x></x>`},
		{`<b></b><b></b>`, `<x></x><x></x>`},
		{`<p>a`, `<p>a`},
	} {
		got := Parse(c.page).Root().InnerAs(func(n Node) Change {
			switch n.Tag() {
			case "b":
				return Change{Start: "<x>", End: "</x>"}
			case "u":
				return Change{Drop: true}
			}
			return Change{}
		})
		if got != c.want {
			t.Errorf("%s becomes %s, want %s", c.page, got, c.want)
		}
	}
}
