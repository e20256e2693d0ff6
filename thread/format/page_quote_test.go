package format

import (
	"strings"
	"testing"

	"skein/thread"
	"skein/thread/format/dom"
)

func TestQuotationsOfForumsAreQuotations(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, body, want string }{
		{"vBulletin 3", `<div style="margin:20px"><div class="smallfont" style="margin-bottom:2px">Zitat:</div><table border="0"><tr><td class="alt2"><div>Zitat von <strong>ann</strong> <a href="showthread.php?p=4"><img class="inlineimg" src="viewpost.gif" alt="Beitrag anzeigen"></a></div><div style="font-style:italic">Dry.</div></td></tr></table></div>Since when?`,
			"> Zitat von **ann**\n>\n> Dry.\n\nSince when?"},
		{"vBulletin 4", `<div class="bbcode_container"><div class="bbcode_quote"><div class="quote_container"><div class="bbcode_postedby"><img src="q.png" alt="Quote"> Originally Posted by <strong>ann</strong> <a href="x"><img class="inlineimg" src="v.png" alt="View Post"></a></div><div class="message">Dry.</div></div></div></div>Since when?`,
			"> Originally Posted by **ann**\n>\n> Dry.\n\nSince when?"},
		{"XenForo 1", `<div class="bbCodeBlock bbCodeQuote" data-author="ann"><aside><div class="attribution type">ann said:</div><blockquote class="quoteContainer"><div class="quote">Dry.<div class="bbCodeQuote"><aside><div>bo said:</div><blockquote><div class="quote">Wet.</div></blockquote></aside></div></div></blockquote></aside></div>Since when?`,
			"> ann said:\n>\n> Dry.\n>\n> > bo said:\n> >\n> > Wet.\n\nSince when?"},
		{"phpBB 2", `<table width="90%"><tr><td><b>ann wrote:</b></td></tr><tr><td class="quote">Dry.</td></tr></table>Since when?`,
			"> **ann wrote:**\n>\n> Dry.\n\nSince when?"},
		{"Invision 2", `<div class='quotetop'>QUOTE(ann)</div><div class='quotemain'>Dry.</div>Since when?`, "QUOTE(ann)\n\n> Dry.\n\nSince when?"},
		{"a label above cells", `<div class="quote-icon">x</div><p>Quote:</p><table><tr><td>1</td><td>2</td></tr></table>`, "x\n\n> 1\n>\n> 2"},
		{"a table", `<p>Prices:</p><table><tr><td>1</td><td>2</td></tr></table>`, "Prices:\n\n| 1 | 2 |\n| --- | --- |"},
		{"nothing closed", `<div class="quote"><table><tr><td class="quote"><div class="quote">Dry.`, "> > > Dry."},
	} {
		var b thread.Builder
		p := newPage([]byte("<html><body><div id=x>"+c.body+"</div></body></html>"), &b)
		at := p.first(func(n dom.Node) bool { return n.ID() == "x" })
		if got := htmlBody(at.InnerAs(p.quotes().change)).Markdown(); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

func TestTheLabelOfATitleIsNoneOfIt(t *testing.T) {
	t.Parallel()
	page := strings.Replace(string(contents(t, "testdata/html/vbulletin.html")), "<title>", `<title>A well - Town</title></head><body><h1>Thread: <a href="showthread.php?t=5">A well</a></h1><title>`, 1)
	if th := mustRead(t, []byte(page), ""); th.Title != "A well" {
		t.Errorf("the title is %q", th.Title)
	}
}
