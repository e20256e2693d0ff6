package markup

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

func TestHTMLBecomesMarkdown(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, html, want string }{
		{"paragraphs that nobody closes", "one<p>two<p>three", "one\n\ntwo\n\nthree"},
		{"line breaks", "a<br>b<br/><br>c", "a  \nb\n\nc"},
		{"emphasis", "an <i>old</i> <b>boat</b>, <del>sunk</del>", "an *old* **boat**, ~~sunk~~"},
		{"blanks leave emphasis", "x<b> y </b>z<i> </i>", "x **y** z"},
		{"emphasis Markdown cannot have", `it<i>"was"</i>so`, `it"was"so`},
		{"tags that overlap", "<b>a <i>b</b> c</i>", "**a *b*** *c*"},
		{"emphasis over paragraphs", "<i>a<p>b</i> c", "*a*\n\n*b* c"},
		{"a marked quote", "&gt; they said<p>I say", "> they said\n\nI say"},
		{"a quote in italics", "<i>&gt; they said</i><p>no", "> *they said*\n\nno"},
		{"nested marks", "&gt;&gt; first<p>&gt; second<p>me", "> > first\n>\n> second\n\nme"},
		{"marks behind breaks", "&gt; a<br>&gt; b<br>mine", "> a  \n> b\n\nmine"},
		{"a quote on a new line", "so\n&gt; said\n&gt; more", "so\n\n> said  \n> more"},
		{"no quote", "x &gt; y<p>&gt;= 5", "x > y\n\n\\>= 5"},
		{"blockquotes", "<blockquote><blockquote><p>a</p></blockquote><p>b</p></blockquote><p>c</p>",
			"> > a\n>\n> b\n\nc"},
		{"a quotation with its author", "<blockquote><div><cite>ann wrote:</cite>a<cite>b</cite>c</div></blockquote>", "> *ann wrote:*\n>\n> a*b*c"},
		{"two blockquotes", "<blockquote>a</blockquote><blockquote>b</blockquote>", "> a\n\n> b"},
		{"code", "<p>so:<p><pre><code>  if x {\n    y()\n  }\n</code></pre>\nthen <code>a`b</code>",
			"so:\n\n```\nif x {\n  y()\n}\n```\n\nthen `` a`b ``"},
		{"code beside code", "<code>a</code><code>b</code> <code>c</code><b><code>d</code></b>", "`ab` `c`**`d`**"},
		{"code with a language", `<pre><code class="hljs language-go">x := 1</code></pre>`, "```go\nx := 1\n```"},
		{"a fence in code", "<pre>```\na</pre>", "````\n```\na\n````"},
		{"lists", "<ul><li>a<li>b<ul><li>c</ul></ul><ol start=3><li>d</li><li>e</li></ol>",
			"- a\n- b\n  - c\n\n3. d\n4. e"},
		{"items of several blocks", "<ul><li><p>a</p><p>b</p></li><li>c</li></ul>", "- a\n\n  b\n\n- c"},
		{"two lists in a row", "<ul><li>a</ul><ul><li>b</ul>", "- a\n\n* b"},
		{"heading", "<h2>What <em>is</em><br>it #</h2>text", "## What *is* it \\#\n\ntext"},
		{"table", "<table><tr><th>a<th>b|c</tr><tr><td>1<td></td></tr></table>",
			"| a | b\\|c |\n| --- | --- |\n| 1 |  |"},
		{"rule", "a<hr>b", "a\n\n***\n\nb"},
		{"small things", "x<sup>2</sup> <q>so</q> <details><summary>More</summary>text</details>",
			"x^2 “so”\n\nMore\n\ntext"},
		{"script", "a<script>alert(1)</script><style>p{}</style>b<!-- c -->", "ab"},
		{"Discourse quote", `<aside class="quote" data-username="bob" data-post="2"><div class="title">` +
			`<div class="quote-controls"></div><img class="avatar" src="https://x.org/a.png"> bob:</div>` +
			`<blockquote><p>said</p></blockquote></aside><p>mine</p>`,
			"> bob wrote:\n>\n> said\n\nmine"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if got := (Body{c.html, HTML}).Markdown(); got != c.want {
				t.Errorf("%s\ngives\n%s\nwant\n%s", c.html, got, c.want)
			}
		})
	}
}

func TestLinksLeadWhereTheySay(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ html, want string }{
		{`<a href="https://x.org/a">here</a>`, "[here](https://x.org/a)"},
		{`<a href="https:&#x2F;&#x2F;x.org&#x2F;a_b">https:&#x2F;&#x2F;x.org&#x2F;a_b</a>`, "<https://x.org/a_b>"},
		{`<a href="https://x.org/a/very/long/path">https://x.org/a/very/lo...</a>`, "<https://x.org/a/very/long/path>"},
		{`<a href="https://x.org/">x.org</a>`, "<https://x.org/>"},
		{`<a href="https://evil.org/">https://x.org</a>`, `[https://x.org](https://evil.org/)`},
		{`<a href="javascript:alert(1)">click</a>`, "click"},
		{`<a href="data:text/html,x">click</a> <a href="/rel">rel</a>`, "click rel"},
		{`<a href="https://x.org/"></a>`, "<https://x.org/>"},
		{`wow!<a href="https://x.org/a">[1]</a>`, `wow\![\[1\]](https://x.org/a)`},
		{`<b><a href="https://x.org/a">b</a></b>`, "**[b](https://x.org/a)**"},
		{`<a href="https://x.org/a)b">b</a>`, "[b](https://x.org/a%29b)"},
		{`<a href="mailto:ann@x.org">ann@x.org</a>`, "<ann@x.org>"},
		{`<img alt=":smile:" src="https://x.org/s.png">`, ":smile:"},
		{`<img alt="a cat" src="//x.org/s.png">`, "[image: a cat](https://x.org/s.png)"},
		{`so <img alt=":)" class="smilies" src="https://x.org/s.gif"> <img alt=";-D" src="https://x.org/s.gif"> <img alt="🙂" src="https://x.org/s.svg">`, "so :) ;-D 🙂"},
		{`<img alt="x2" src="https://x.org/s.png">`, "[image: x2](https://x.org/s.png)"},
		{`<a href="https://x.org/p"><img alt="a cat" src="https://x.org/s.png"></a>`, "[image: a cat](https://x.org/p)"},
		{"see https://x.org/a_b_c.", "see <https://x.org/a_b_c>."},
		{`<a href="https://x.org/a">a <i>b</a> c</i>`, "[a *b*](https://x.org/a) *c*"},
	} {
		if got := (Body{c.html, HTML}).Markdown(); got != c.want {
			t.Errorf("%s\ngives %s\n want %s", c.html, got, c.want)
		}
	}
}

func TestDecodedTextStaysText(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		kind       Kind
		body, want string
	}{
		{HTML, "&amp;#27;[31m", `&\#27;[31m`},
		{HTML, "&amp;amp; AT&amp;T", `\&amp; AT&T`},
		{HTML, "&#27;[31m", "␛[31m"},
		{HTML, "&lt;script&gt;", `\<script>`},
		{HTML, "&#<span>27;</span>", `&\#27;`},
		{HTML, `\https://x.org/?a&amp;b`, `\\<https://x.org/?a&b>`},
		{HTML, "&#x202e;abc", "abc"},
		{HTML, "1986. A year<p># no<p>- no<p>---", "1986\\. A year\n\n\\# no\n\n\\- no\n\n\\---"},
		{HTML | JSON, `a\u003cp\u003eb \u001b`, "a\n\nb ␛"},
		{Markdown, "a &#27;[31m `&#27;` &lt;b>", "a ␛[31m `&#27;` \\<b>"},
		{Markdown, "a<br>b <b>c</b> vector<int>", "a b c vector\\<int>"},
		{Markdown, "a&</b>#27;", `a␛`},
		{Markdown, "&amp;&amp;#27;", `\&&\#27;`},
		{Markdown, "<<b>script>x", `\<script>x`},
		{Markdown, "<div>\n<p>a</p>\n</div>\n\n*b*", "\na\n\n\n*b*"},
		{Markdown, "> <div>\n> a <b>b</b></div>\n\nc", "> \n> a b\n\nc"},
		{Markdown, `\\&#27; \&#27;`, `\\␛ &\#27;`},
		{Markdown, "> q\n\n`<b>`", "> q\n\n`<b>`"},
	} {
		if got := (Body{c.body, c.kind}).Markdown(); got != c.want {
			t.Errorf("%q gives\n%q, want\n%q", c.body, got, c.want)
		}
	}
}

func TestAnyNestingIsWritten(t *testing.T) {
	t.Parallel()
	for _, tag := range []string{"blockquote", "ul", "li", "b", "div", "table", "td", "pre", "aside class=quote"} {
		md := Body{strings.Repeat("<"+tag+">", 20000) + "word &gt; x", HTML}.Markdown()
		if !strings.Contains(md, "word") || len(md) > 2000 {
			t.Errorf("<%s> many times gives %d bytes: %.80q", tag, len(md), md)
		}
	}
}

// TestAnyMixOfMarksIsWritten mixes what has a meaning in HTML or Markdown: what
// is taken out, decoded or escaped meets what stands beside it.
func TestAnyMixOfMarksIsWritten(t *testing.T) {
	t.Parallel()
	const mixes, longest = 30000, 12
	both := strings.Fields("& &amp; &#7; &#x1b; &lt; # #7; 7 ; ` `` * ** _ ~~ \\ | - ! [ ] ( ) : @ . < > a a@b.c http://a www.a.b/ <b> </b> <br> <p> <div> </div> <x> <!-- -->")
	both = append(both, "<a href=\"", " ", "\n", "\n\n", "> ", "1. ", "    ")
	html := append(strings.Fields("&amp;#7; &amp;#x7; \u200b \ufe0f \u0301 <i> <s> <code> </code> <pre> </pre> <table> <tr> <td> <ul> <li> <blockquote> <h1> <dl> <dd> <q> </a>"), both...)
	html = append(html, "<a href=http://a>", "<img src=http://x alt='&amp;#7;'>")
	r := rand.New(rand.NewPCG(1, 2))
	for i := range mixes {
		kind, marks := HTML, html
		if i%2 == 0 {
			kind, marks = Markdown, both
		}
		var b strings.Builder
		for range 2 + r.IntN(longest) {
			b.WriteString(marks[r.IntN(len(marks))])
		}
		checkMarkdown(t, Body{b.String(), kind}.Markdown())
	}
}

// checkMarkdown fails unless md is clean, holds no HTML, and stays clean when
// a renderer decodes what it takes for entities.
func checkMarkdown(t *testing.T, md string) {
	t.Helper()
	checkClean(t, md)
	source := []byte(md)
	ast.Walk(glamours(md), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.HTMLBlock, *ast.RawHTML:
			t.Fatalf("HTML in %q", md)
		case *ast.Text:
			if n.Parent().Kind() != ast.KindCodeSpan {
				checkClean(t, string(util.ResolveEntityNames(util.ResolveNumericReferences(n.Segment.Value(source)))))
			}
		case *ast.Link:
			checkClean(t, string(n.Destination))
		}
		return ast.WalkContinue, nil
	})
}

// TestWhatWasMarkdownOnceStays takes Markdown from Markdown: what is written
// out and read again must not change any more.
func TestWhatWasMarkdownOnceStays(t *testing.T) {
	t.Parallel()
	for _, html := range []string{
		`<a href="http:\&amp;#">0</a>`, `<a href="https://x.org/?a&amp;#27;">a</a>`, `<a href="https://x.org/?a&amp;copy;b">a</a>`,
		`a &amp;#27; &amp;copy;`,
	} {
		once := Body{html, HTML}.Markdown()
		if again := (Body{once, Markdown}).Markdown(); again != once {
			t.Errorf("%s gives %s, then %s", html, once, again)
		}
	}
}

func FuzzHTML(f *testing.F) {
	for _, s := range []string{
		"<p>&gt; a<br>b<i>c</i><a href=https://x.org>x</a>", "<ul><li>a<ol><li>b</ol></ul><pre>c",
		"&amp;#27; &#27; &lt;script&gt;", "<table><tr><td>a|b<td><code>|</code></table>", "<b><a href=//x>!</b>[</a>(",
		"<aside class=quote data-username='a\x1b'><blockquote>b", "<img alt='<b>' src='http://x/`'>", "&<b>#27;</b>",
		"<code>`</code>*<i>*</i>", "<h1>#</h1><hr><q>a</q>",
		"\\http://a&amp;#7;", "a<code>b@c.d&amp;#7;</code>", "www.x.org/<code>&amp;#7;</code>",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		body := Body{s, HTML}
		checkMarkdown(t, body.Markdown())
		checkClean(t, body.Plain())
		checkClean(t, body.First(20))
	})
}

func FuzzMarkdown(f *testing.F) {
	for _, s := range []string{
		"a`b@c.d&#7;`", "www.x.org/`&#7;`", "a&</b>#7;", "<a href=\"<br>)<p><div><x><a href=\"*\">\">",
		"a <b>c</b> &#27; `&#27;`", "> <div>\n> x\n\n<!-- a\n-->", "<<b>script>", "[a](&#27;)", "```\n<b>\n", "<a <b>>",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		body := Body{s, Markdown}
		checkMarkdown(t, body.Markdown())
		checkClean(t, body.Plain())
	})
}
