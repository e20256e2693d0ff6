package format

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
)

const talk = `1  none: 
2 Ann Lee 2023-05-01 12:00: How long should a wick be? See my notes about that, which I wrote some time ago.

Any ideas?
3 Bo-x 2023-05-01 13:00: Two fingers.
4 192.0.2.7 2023-05-02 08:00: Three!
3 Cy 2023-05-03 08:00: It depends.
1  none: 
2 Bo-x 2023-06-01 12:00: Which oil?
`

func TestTalkPagesKeepTheTree(t *testing.T) {
	t.Parallel()
	th := mustRead(t, contents(t, "testdata/mediawiki/talk.html"), "")
	if got := account(th); got != talk || th.Title != "Talk:Lamp" || th.Format != "mediawiki" {
		t.Errorf("as %s, on %q: got\n%swant\n%s", th.Format, th.Title, got, talk)
	}
	if topics := th.Topics(); len(topics) != 2 || th.At(topics[0]).Title() != "Wicks" || th.At(topics[1]).Title() != "Oil" {
		t.Errorf("there are %d topics", len(topics))
	}
	if link := th.Link(3); link != "https://wiki.example/wiki/Talk:Lamp#c-Bo-x-20230501130000-Ann_Lee-20230501120000" {
		t.Errorf("a comment is at %s", link)
	}
}

// TestTalkPagesWithoutMarksAreReadByTheirSignatures has the page as wikis write
// it that do not mark comments, and as a German one does.
func TestTalkPagesWithoutMarksAreReadByTheirSignatures(t *testing.T) {
	t.Parallel()
	marked := string(contents(t, "testdata/mediawiki/talk.html"))
	tools := regexp.MustCompile(`<span data-mw-comment-(?:start|end)[^>]*></span>|<span class="ext-discussiontools-init-replylink-buttons">.*?\]</span>(?:</span>)?|<div class="ext-discussiontools-init-section-bar">.*?</div>`)
	plain := tools.ReplaceAllString(marked, "")
	german := strings.NewReplacer("User:", "Benutzer:", "User_talk:", "Benutzer_Diskussion:", "May", "Mai", "June", "Juni", "1 ", "1. ", "Special:Contributions", "Spezial:Beitr%C3%A4ge").Replace(plain)
	for name, page := range map[string]string{"English": plain, "German": german} {
		if strings.Contains(page, "data-mw-comment") {
			t.Fatal("the page has marks")
		}
		th := mustRead(t, []byte(page), "")
		if got := account(th); got != talk || th.Format != "mediawiki" || th.At(1).Title() != "Wicks" || th.At(6).Title() != "Oil" {
			t.Errorf("%s, as %s: got\n%swant\n%s", name, th.Format, got, talk)
		}
	}
}

func TestPagesOfWikisThatTellOfUsersAreNoTalk(t *testing.T) {
	t.Parallel()
	const article = `<div id="mw-content-text"><div class="mw-parser-output"><h2>History</h2><p>It was lit at 12:00, 1 May 2023 (UTC) by the mayor.</p><p>See <a href="/wiki/Lamp">the lamp</a>.</p></div></div><footer>This page was last edited on 1 May 2023, at 12:00 (UTC) by <a href="/wiki/User:Ann">Ann</a>.</footer>`
	if th, _ := Read([]byte(article), ""); th != nil && th.Format == "mediawiki" {
		t.Errorf("%d comments", th.Len()-1)
	}
}

func TestATalkPageOfOneTopicIsCalledByIt(t *testing.T) {
	t.Parallel()
	page, _, _ := strings.Cut(string(contents(t, "testdata/mediawiki/talk.html")), `<div class="mw-heading mw-heading2"><h2 id="Oil">`)
	th := mustRead(t, []byte(page), "")
	if th.Title != "Wicks" || th.Len() != 5 || th.Name(1) != "Ann Lee" || th.Depth(3) != 3 {
		t.Errorf("%q has %d comments, the first by %q", th.Title, th.Len()-1, th.Name(1))
	}
}

func TestIdsOfTalkPagesSayWhoAndWhen(t *testing.T) {
	t.Parallel()
	for id, want := range map[string]string{
		"c-Ann_Lee-20230501120000-Wicks":                        "Ann Lee 2023-05-01 12:00:00",
		"c-Bo-x-20230501130000-Ann_Lee-20230501120000":          "Bo-x 2023-05-01 13:00:00",
		"c-Cy-2022-05-03T08:00:00.000Z-Ann-2022-05-01T12:00:00": "Cy 2022-05-03 08:00:00",
		"c-20230501120000-20230601120000":                       "20230501120000 2023-06-01 12:00:00",
		"c-Ann-20239901120000-Wicks":                            " 0001-01-01 00:00:00",
		"h-Wicks-20230501120000":                                " 0001-01-01 00:00:00",
		"c-":                                                    " 0001-01-01 00:00:00",
	} {
		author, when := talkID(id)
		if got := author + when.Format(" 2006-01-02 15:04:05"); got != want {
			t.Errorf("%s is %q, want %q", id, got, want)
		}
	}
}

func TestTalkPagesCutAnywhere(t *testing.T) { checkCut(t, "mediawiki") }

func FuzzReadTalkPage(f *testing.F) { fuzzReader(f, "mediawiki") }

// BenchmarkReadTalkPage is the wait for a page of about a megabyte.
func BenchmarkReadTalkPage(b *testing.B) {
	var page strings.Builder
	page.WriteString("<html><body><h1>Talk</h1>")
	for i := 0; page.Len() < 1<<20; i++ {
		id := fmt.Sprintf("c-Ann_%d-%d-Wicks", i, 20230501120000+i%60)
		fmt.Fprintf(&page, `<dl><dd><span data-mw-comment-start="" id="%s"></span>Two fingers, as always. <a href="/wiki/User:Ann_%d">Ann</a> 12:00<span data-mw-comment-end="%s"></span></dd></dl>`, id, i, id)
	}
	data := []byte(page.String())
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if th, err := Read(data, ""); err != nil || th.Format != "mediawiki" {
			b.Fatal(err)
		}
	}
}
