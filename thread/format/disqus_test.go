package format

import (
	"encoding/xml"
	"fmt"
	"html"
	"path/filepath"
	"strings"
	"testing"

	"skein/thread"
)

func TestDisqusHasATreeForEachPage(t *testing.T) {
	t.Parallel()
	th := mustRead(t, contents(t, "testdata/disqus/harbour.xml"), "")
	const want = ` : 
  thread-20 kim: It stays until March.
    101 ann: Will it break?
      103 ann: A body whose tags are tags.
        102 bo: No.
  thread-30 kim: 
    104 icicle: Buy ice.
    99 : 
      20 hanne: 
  thread-1337 : 
    106 bo: Which page was this?
`
	if got := outline(th); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if th.Title != "harbour-notes" || th.At(1).Title() != "The ferry & the ice" || th.At(1).URL() != "https://harbour.example/ferry?from=a&to=b" {
		t.Errorf("%q, %q, %q", th.Title, th.At(1).Title(), th.At(1).URL())
	}
	for i, want := range map[int]thread.Flags{
		1: thread.Topic, 2: 0, 3: thread.Deleted, 6: thread.Deleted, 7: thread.Ghost, 8: thread.Deleted, 9: thread.Ghost,
	} {
		const all = thread.Topic | thread.Deleted | thread.Ghost
		if got := th.At(i).Flags & all; got != want {
			t.Errorf("comment %d has the flags %b, want %b", i, got, want)
		}
	}
	if th.At(2).Author == th.At(3).Author {
		t.Error("two people of one name have become one")
	}
	if a := th.Authors[th.At(4).Author]; a.Address != "bo_1" || stamp(th.At(4)) != "2015-01-02T10:00:00Z" {
		t.Errorf("%v at %s", a, stamp(th.At(4)))
	}
}

func TestThePageOfASingleDisqusThreadIsThePost(t *testing.T) {
	t.Parallel()
	data := string(contents(t, "testdata/disqus/harbour.xml"))
	start, end := strings.Index(data, `<post dsq:id="104">`), strings.Index(data, "</disqus>")
	th := mustRead(t, []byte(data[:start]+data[end:]), "")
	if th.Title != "The ferry & the ice" || th.URL != "https://harbour.example/ferry?from=a&to=b" || th.Len() != 4 {
		t.Errorf("%q, %q, %d", th.Title, th.URL, th.Len())
	}
	if th.Name(0) != "kim" || th.Depth(3) != 3 || th.At(0).Is(thread.Topic) {
		t.Errorf("the post is by %s, the last comment on level %d", th.Name(0), th.Depth(3))
	}
}

func TestDisqusCutAnywhereKeepsWhatCameBefore(t *testing.T) {
	t.Parallel()
	checkCuts(t, "disqus", contents(t, "testdata/disqus/harbour.xml"))
}

// A disqusFile is decoded by the standard library, to hold the reader against.
type disqusFile struct {
	Threads []disqusRow `xml:"thread"`
	Posts   []disqusRow `xml:"post"`
}

type disqusRow struct {
	ID      string `xml:"id,attr"`
	Title   string `xml:"title"`
	Link    string `xml:"link"`
	Message string `xml:"message"`
	Created string `xml:"createdAt"`
	Deleted bool   `xml:"isDeleted"`
	Spam    bool   `xml:"isSpam"`
	Name    string `xml:"author>name"`
	Email   string `xml:"author>email"`
	Thread  struct {
		ID string `xml:"id,attr"`
	} `xml:"thread"`
	Parent struct {
		ID string `xml:"id,attr"`
	} `xml:"parent"`
}

func TestRealDisqusAsTheStandardLibraryReadsIt(t *testing.T) {
	t.Parallel()
	for _, c := range realCases(t) {
		if formatOf[filepath.Base(filepath.Dir(c.path))] != "disqus" {
			continue
		}
		data := contents(t, c.path)
		var file disqusFile
		if err := xml.Unmarshal(data, &file); err != nil {
			t.Fatal(err)
		}
		th := mustRead(t, data, "")
		at := map[string]int{}
		for i := range th.Len() {
			at[th.At(i).ID] = i
		}
		for _, row := range file.Threads {
			if i, ok := at["thread-"+row.ID]; ok && (th.At(i).Title() != html.UnescapeString(row.Title) || th.At(i).URL() != row.Link || th.Depth(i) != 1) {
				t.Errorf("thread %s is %q at %s", row.ID, th.At(i).Title(), th.At(i).URL())
			}
		}
		for _, row := range file.Posts {
			checkDisqus(t, th, at[row.ID], row)
		}
	}
}

func checkDisqus(t *testing.T, th *thread.Thread, i int, want disqusRow) {
	t.Helper()
	parent := want.Parent.ID
	if parent == "" {
		parent = disqusThread + want.Thread.ID
	}
	c := th.At(i)
	if c.ID != want.ID || th.At(th.Parent(i)).ID != parent {
		t.Errorf("%s answers %s, want %s to answer %s", c.ID, th.At(th.Parent(i)).ID, want.ID, parent)
	}
	if a := th.Authors[c.Author]; a.Name != strings.Join(strings.Fields(want.Name), " ") || a.Address != want.Email {
		t.Errorf("%s is by %v, want %s", c.ID, a, want.Name)
	}
	if c.Body.Raw != want.Message || stamp(c) != want.Created || c.Is(thread.Deleted) != (want.Deleted || want.Spam) {
		t.Errorf("%s says %q at %s", c.ID, c.Body.Raw, stamp(c))
	}
}

func FuzzReadDisqus(f *testing.F) { fuzzReader(f, "disqus") }

func BenchmarkReadDisqus(b *testing.B) {
	var file strings.Builder
	file.WriteString(`<disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals"><thread dsq:id="1"><title>T</title></thread>`)
	for i := range 4000 {
		fmt.Fprintf(&file, `<post dsq:id="%d"><id /><message><![CDATA[%s]]></message><createdAt>2015-01-02T09:30:00Z</createdAt>
<isDeleted>false</isDeleted><isSpam>false</isSpam><author><email>a@harbour.example</email><name>ann%d</name></author>
<thread dsq:id="1" /><parent dsq:id="%d" /></post>`, i+2, strings.Repeat("<p>It&#x27;s a \"long\" answer.</p>", 20), i%300, i+2-i%5)
	}
	file.WriteString("</disqus>")
	benchmarkRead(b, file.String())
}
