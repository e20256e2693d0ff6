package thread

import (
	"strings"
	"testing"
	"unicode/utf8"

	"skein/thread/markup"
)

// overlooked is a part of a word that one reads in a body and a glance at the
// body does not see; empty where there is none.
func overlooked(b markup.Body) string {
	const most = 7 // letters of a part
	for _, word := range strings.FieldsFunc(Fold(b.Plain()), partsWords) {
		for from := range word {
			for to := from + 2; to <= min(len(word), from+most); to++ {
				if part := word[from:to]; !newNeedle(part).mayBeIn(b) {
					return part
				}
			}
		}
	}
	return ""
}

// TestNoWordIsOverlooked is of words that no source spells out.
func TestNoWordIsOverlooked(t *testing.T) {
	t.Parallel()
	for _, b := range []markup.Body{
		{Raw: "MiLl", Kind: markup.Text},
		{Raw: "m\u00adi\u200bll m\u00edll \U0001d426ill \ufb01ne", Kind: markup.Text},
		{Raw: "m\xffill a\x00b", Kind: markup.Text},
		{Raw: `m\u0069ll \ud835\udc26ill m\u00adill mi\bll`, Kind: markup.Text | markup.JSON},
		{Raw: "m<i>il</i>l <b>m</b>ill m<!-- -->ill mi<wbr>ll mi</b>ll mi<x y='>'>ll", Kind: markup.HTML},
		{Raw: "m&#105;ll mi&shy;ll mi&ZeroWidthSpace;ll &#X6d;ill &#77;&#x69;ll caf&eacute cr&egrave;me", Kind: markup.HTML},
		{Raw: `m\u0026#105;ll mi\u003cb\u003ell <a href=\"http://mill.example\"\u003e\u003c/a> m\u003Ci>ill`, Kind: markup.HTML | markup.JSON},
		{Raw: `<a href="http://mill.example/"></a>side <a href='//mill.example'>  </a> <img alt=mill>er <IMG alt="by the mill">`, Kind: markup.HTML},
		{Raw: `<a href="http://mill.example/wheel">http://mill.exa...</a>up <a href="http://mill.example">mill.ex<b>…</b>`, Kind: markup.HTML},
		{Raw: `<a title="a>b" href="http://mill.example/wheel"></a><a href=http://wheel.example>`, Kind: markup.HTML},
		{Raw: "m*i*ll m**ill** m`il`l m[il](http://l.example)l m~~i~~ll mi\\ll m&#105;ll <b>m</b>ill", Kind: markup.Markdown},
		{Raw: "[](http://mill.example)side [][1]wheel\n\n[1]: http://mill.example\n", Kind: markup.Markdown},
		{Raw: `m\\*i\\*ll`, Kind: markup.Markdown | markup.JSON},
	} {
		if part := overlooked(b); part != "" {
			t.Errorf("%q is overlooked in %q, which reads %q", part, b.Raw, b.Plain())
		}
	}
}

// TestNoCharacterHidesAWord puts each that there is before a word and into one.
func TestNoCharacterHidesAWord(t *testing.T) {
	t.Parallel()
	word := newNeedle("word")
	for r := rune(0); r <= utf8.MaxRune; r++ {
		inside := markup.Body{Raw: "wo" + string(r) + "rd"}
		if word.inFold(inside) && !word.mayBeIn(inside) {
			t.Errorf("%U inside a word hides it", r)
		}
		before := markup.Body{Raw: string(r) + "x"}
		folded := Fold(before.Plain())
		if n := strings.IndexFunc(folded, partsWords); n < 0 && len(folded) > 1 && !newNeedle(folded).mayBeIn(before) {
			t.Errorf("%U before a letter hides %q", r, folded)
		}
	}
}

func (n needle) inFold(b markup.Body) bool {
	var f folded
	f.add(b.AppendPlain(nil))
	return n.in(&f)
}

func TestMostBodiesAreSeenNotToHaveAWord(t *testing.T) {
	t.Parallel()
	mill := newNeedle("the mill's zyzzyva")
	for _, b := range []markup.Body{
		{Raw: "nothing but words, 100 of them", Kind: markup.Text},
		{Raw: `it&#x27;s &quot;so&quot;<p>a <a href=\"https:&#x2F;&#x2F;x.example\" rel=\"nofollow\">link</a><p>and\nmore`, Kind: markup.HTML | markup.JSON},
		{Raw: "some *words* and `code`, [a link](https://x.example) &amp; more", Kind: markup.Markdown},
		{Raw: "„слова“ – и слова, 言葉…", Kind: markup.Text},
	} {
		if mill.mayBeIn(b) {
			t.Errorf("%q would have to be read", b.Raw)
		}
	}
}

func FuzzNoWordIsOverlooked(f *testing.F) {
	const quoted = 0x20
	for _, raw := range []string{
		"m<i>il</i>l", "&#x6d;ill", "mi\u00adll", `m\u0069ll`, "[m](x)ill", `<a href="http://m.example">http://m...</a>`, "m\\*ill",
		`<a href=//m></a>ill<img alt="m">`, "caf&eacute", "m\xffill", "<pre>m<b>i</b></pre>", "> a\n> b", "` a\n`b", ">` a\n>`b", "` a\\n`b", "<svg>a</svg>b",
	} {
		for kind := range uint8(markup.HTML + 1) {
			f.Add(raw, kind)
			f.Add(raw, kind|uint8(markup.JSON))
			f.Add(raw, kind|uint8(markup.Indented))
			f.Add(raw, kind|quoted)
		}
	}
	f.Fuzz(func(t *testing.T, raw string, kind uint8) {
		b := markup.Body{Raw: raw, Kind: markup.Kind(kind) & 0x0f % (markup.HTML + 1)}
		b.Kind |= markup.Kind(kind) & (markup.JSON | markup.Indented)
		if kind&quoted != 0 {
			b.Kind = b.Kind.Within(2)
		}
		if len(raw) > 200 {
			return
		}
		if part := overlooked(b); part != "" {
			t.Errorf("%q is overlooked in %q (%d), which reads %q", part, raw, b.Kind, b.Plain())
		}
	})
}
