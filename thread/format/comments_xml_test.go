package format

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

func TestCommentsInXML(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ data, title, want string }{
		{string(contents(t, "testdata/comments/journal.xml")), "The weather vane", ` : 
  31 Ann Bee: Does it squeak?
    32 Bo: Only in the east wind.
    33 Cy: At night, too.
`},
		{string(contents(t, "testdata/comments/tracker.xml")), "[VANE-7] It squeaks", ` : In the east wind.
  501 ann: Oil it.
  502 bo: Done.
`},
		{`<issue><id>7</id><subject>It squeaks</subject><description>In the east wind.</description><author id="1" name="Ann"/><journals type="array">
			<journal id="1"><user id="2" name="Bo"/><notes>Oil it.</notes><created_on>2024-05-01T10:00:00Z</created_on></journal>
			<journal id="2"><user id="1" name="Ann"/><notes>Done.</notes><created_on>2024-05-01T11:00:00Z</created_on></journal></journals></issue>`,
			"It squeaks", `7 Ann: In the east wind.
  1 Bo: Oil it.
  2 Ann: Done.
`},
		{`<?xml version="1.0"?><comments><comment><author>Ann</author><body>It squeaks.</body><date>2011-03-04</date></comment><comment><author>Bo</author><body>Oil it.</body><date>2011-03-05</date></comment></comments>`,
			"", ` : 
   Ann: It squeaks.
   Bo: Oil it.
`},
		{`<bugzilla><bug><bug_id>35</bug_id><long_desc><commentid>75</commentid><who name="Ann Bee">ann</who><bug_when>2012-01-01 10:00:00 +0000</bug_when><thetext>It squeaks.</thetext></long_desc>
			<long_desc><commentid>76</commentid><who name="Bo">bo</who><bug_when>2012-01-02 10:00:00 +0000</bug_when><thetext>Oil it.</thetext></long_desc></bug></bugzilla>`,
			"", ` : 
  75 Ann Bee: It squeaks.
  76 Bo: Oil it.
`},
	} {
		th := mustRead(t, []byte(c.data), "")
		if got := outline(th); got != c.want || th.Title != c.title || th.Format != "comments" {
			t.Errorf("as %s, %q\n%swant %q\n%s", th.Format, th.Title, got, c.title, c.want)
		}
	}
	th := mustRead(t, contents(t, "testdata/comments/journal.xml"), "")
	if got := th.At(3).Body.Markdown(); got != "At **night**, too." {
		t.Errorf("elements in a text give %q", got)
	}
	if stamp(th.At(1)) != "2011-03-04T09:00:00" || th.At(1).Score != 2 {
		t.Errorf("%s, %d points", stamp(th.At(1)), th.At(1).Score)
	}
}

func TestXMLCutAnywhereKeepsItsComments(t *testing.T) {
	t.Parallel()
	data := bytes.TrimSpace(contents(t, "testdata/comments/journal.xml"))
	last := 0
	for cut := range data {
		th, err := Read(data[:cut], "comments")
		if th == nil {
			continue
		}
		checkThread(t, th)
		if th.Len() < last || err == nil {
			t.Fatalf("cut at %d: %d comments, before %d, error %v", cut, th.Len()-1, last-1, err)
		}
		last = th.Len()
	}
	if last != 4 {
		t.Errorf("%d comments", last-1)
	}
}

func TestXMLTooDeepIsAnError(t *testing.T) {
	t.Parallel()
	deep := strings.Repeat("<a>", 100000)
	data := `<journal><comments><comment id="1"><author>Ann</author><text>Hm.</text></comment></comments>` + deep
	th, err := Read([]byte(data), "comments")
	if th == nil || th.Len() != 2 || err == nil || !strings.Contains(err.Error(), "too deep") {
		t.Errorf("%v, %v", th, err)
	}
}

func FuzzReadCommentsXML(f *testing.F) {
	fuzzSniffed(f, "comments", sniffCommentsXML, "journal.xml", "tracker.xml")
}

func BenchmarkReadCommentsXML(b *testing.B) {
	var file strings.Builder
	file.WriteString("<comments>")
	for i := range 2000 {
		fmt.Fprintf(&file, `<comment id="%d" parentid="%d"><name>ann%d</name><text>%s</text><date>2011-03-04 09:00:00</date></comment>`,
			i+1, i-i%5, i%300, strings.Repeat("&lt;p&gt;It's a \"long\" answer.&lt;/p&gt;", 12))
	}
	file.WriteString("</comments>")
	benchmarkRead(b, file.String())
}
