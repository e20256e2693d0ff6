package format

import (
	"strings"
	"testing"

	"skein/thread"
)

func TestTheSourceOfATalkPageIsRead(t *testing.T) {
	t.Parallel()
	th := mustRead(t, contents(t, "testdata/mediawiki/talk.txt"), "")
	const want = ` : 
   : 
     : This page is about pears.
   : 
     Ann Bee: Is it true that pears ripen from the inside? See the almanac and pears.
       Bo: Yes, always.
         Ann Bee: @Bo Do you have a source?
           Bo: My aunt.
             192.0.2.7: An aunt is “a source” to me.
               Bo: The almanac says so, too.
     Dee: A new question: when?
       Dee: I forgot to sign.
   : 
     Cy Eff: Support – it is called so.
     Bo: Oppose. Two
       Cy Eff: Why?
   : 
     : Nobody signed here.
`
	if got := outline(th); got != want || th.Format != "mediawiki" {
		t.Errorf("%s: got\n%swant\n%s", th.Format, got, want)
	}
	var titles []string
	for i := range th.Len() {
		if th.At(i).Is(thread.Topic) {
			titles = append(titles, th.At(i).Title())
		}
	}
	if got := strings.Join(titles, "|"); got != "|Ripening|Requested move 3 May 2024|Empty section" {
		t.Errorf("topics %s", got)
	}
	if got := stamp(th.At(4)); got != "2024-05-01T10:00:00Z" {
		t.Error(got)
	}
	if got := th.At(6).Body.Markdown(); !strings.Contains(got, "- A book would do.\n- Or a person.") {
		t.Error(got)
	}
	if got := th.At(15).Body.Plain(); got != "Why?\n\nSomebody left this." {
		t.Errorf("%q", got)
	}
}

func TestTheSectionsOfATalkPageAreThreads(t *testing.T) {
	t.Parallel()
	page := string(contents(t, "testdata/mediawiki/talk.txt"))
	if th := mustRead(t, []byte(page), ""); len(th.Topics()) != 4 {
		t.Errorf("%d threads", len(th.Topics()))
	}
	page, _, _ = strings.Cut(page, "== Requested")
	th := mustRead(t, []byte(page), "")
	if got := th.At(0).Body.Plain(); th.Topics() != nil || th.Title != "Ripening" || got != "This page is about pears." {
		t.Errorf("one section is %q, below %q", th.Title, got)
	}
}

func TestWhatStandsBehindASignatureIsNotLost(t *testing.T) {
	t.Parallel()
	const page = "== Pears ==\nRipe? [[User:Ann|Ann]] 10:00, 1 May 2024 (UTC)</small> PS: or soft?\n:Both. <small>[[User:Bo|Bo]] 11:00, 1 May 2024 (UTC)</small>\n"
	th := mustRead(t, []byte(page), "")
	if got, reply := th.At(1).Body.Plain(), th.At(2).Body.Plain(); got != "Ripe? PS: or soft?" || reply != "Both." {
		t.Errorf("%q, %q", got, reply)
	}
}

func TestWhatHasNoSignaturesIsNoTalk(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"an article": "== Pears ==\nPears are fruit, see [[User guide]].\n\n== Quinces ==\nSo are [[quinces]], since 10:00, 1 May 2024 (UTC).\n",
		"one line":   "== Pears ==\nFruit. [[User:Ann|Ann]] 10:00, 1 May 2024 (UTC)\n",
	} {
		if th := mustRead(t, []byte(text), ""); th.Format == "mediawiki" {
			t.Errorf("%s has %d comments", name, th.Len()-1)
		}
	}
}

func FuzzReadTalkSource(f *testing.F) {
	f.Add(contents(f, "testdata/mediawiki/talk.txt"))
	f.Fuzz(func(t *testing.T, data []byte) {
		b := thread.Builder{Format: "mediawiki"}
		if err := readTalkSource(data, &b); err != nil {
			return
		}
		th := b.Thread()
		checkThread(t, th)
		checkRoundTrip(t, th)
	})
}

func BenchmarkReadTalkSource(b *testing.B) {
	benchReader(b, "== Pears ==\n", "\n:: "+prose+" [[User:Ann #|Ann]] ([[User talk:Ann #|talk]]) 10:00, 1 May 2024 (UTC)\n", "")
}
