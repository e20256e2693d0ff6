package format

import (
	"testing"

	"skein/thread"
)

func TestABugOfDebbugsIsRead(t *testing.T) {
	t.Parallel()
	th := mustRead(t, contents(t, "testdata/debbugs/bug.html"), "")
	const want = `5 Ann Bee: Package: cider
  10 Bo Dee: Hi Ann,
  15 Cy Eff: Same here, with xterm.
`
	if got := outline(th); got != want || th.Format != "debbugs" || th.Title != "#1012345 cider: crashes on start" {
		t.Errorf("%s, %q: got\n%swant\n%s", th.Format, th.Title, got, want)
	}
	if got := stamp(th.At(0)); got != "2022-06-06T11:58:02+02:00" || th.Authors[th.At(1).Author].Address != "bo@example.org" {
		t.Errorf("%s, %v", got, th.Authors[th.At(1).Author])
	}
	if files := th.At(1).Attachments(); len(files) != 1 || files[0] != (thread.Attachment{Name: "cider.log", Type: "text/plain"}) {
		t.Errorf("%+v", files)
	}
}

func TestHeadersOfDebbugsMayBeLines(t *testing.T) {
	t.Parallel()
	const page = `<html><title>bug</title><a href="bugreport.cgi?bug=1">log</a>
<hr><a name="msg5"></a>Message #5<pre class="headers">
<b>From:</b> ann@example.org (Ann)
<b>Date:</b> Mon, 6 Jun 2005 11:58:02 +0200
</pre><pre class="message">It leaks.</pre><pre class="mime">[Message part 2 (text/plain, inline)]</pre><pre class="message">
And squeaks.
</pre><hr><p>Machine Name: pond</p>`
	th := mustRead(t, []byte(page), "debbugs")
	if who := th.Authors[th.At(0).Author]; who.Name != "Ann" || who.Address != "ann@example.org" {
		t.Errorf("%+v", who)
	}
	if got := th.At(0).Body.Plain(); got != "It leaks.\n\nAnd squeaks." {
		t.Errorf("%q", got)
	}
}

func FuzzReadDebbugs(f *testing.F) { fuzzReader(f, "debbugs") }

func BenchmarkReadDebbugs(b *testing.B) {
	benchReader(b, `<a href="bugreport.cgi">`, `<hr><a name="msg#"></a><div class="headers"><div class="header"><span>From:</span> Ann &lt;ann@example.org&gt;</div><div class="header">Date: Mon, 6 Jun 2022 11:58:02 +0200</div></div><pre class="message">`+prose+`</pre>`, "")
}
