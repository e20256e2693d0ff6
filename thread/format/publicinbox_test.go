package format

import (
	"strings"
	"testing"
)

func TestPagesOfPublicInboxKnowTheTree(t *testing.T) {
	t.Parallel()
	const want = ` Ann Bee: Pears are late this year. This series makes them ripen earlier.
   Ann Bee: Add sun.
     Cy Eff: On Mon, Mar 04, 2024 at 10:00:00AM +0000, Ann Bee wrote:
   Bo Dee: Applied, thanks.
`
	ids := strings.NewReplacer("m1@example.org", "", "m2@example.org", "", "m3@example.org", "", "m4@example.org", "")
	for _, sample := range []string{"thread.html", "saved.txt", "dump.txt"} {
		th := mustRead(t, contents(t, "testdata/publicinbox/"+sample), "")
		if got := ids.Replace(outline(th)); got != want || th.Format != "publicinbox" {
			t.Errorf("%s, as %s: got\n%swant\n%s", sample, th.Format, got, want)
		}
		if th.Title != "[PATCH 0/1] pear: ripen earlier" || th.At(1).Title() != "[PATCH 1/1] pear: add sun" || th.At(2).Title() != "" {
			t.Errorf("%s: %q, %q, %q", sample, th.Title, th.At(1).Title(), th.At(2).Title())
		}
		if got := stamp(th.At(2)); got != "2024-03-05T09:15:00Z" {
			t.Errorf("%s: %s", sample, got)
		}
		if text := th.At(1).Body.Plain(); !strings.Contains(text, "diff --git a/pear.c b/pear.c") || strings.Contains(text, "permalink") || strings.Contains(text, "Cc:") {
			t.Errorf("%s: %s", sample, text)
		}
	}
}

func TestMessagesOfPublicInboxHaveTheirIDs(t *testing.T) {
	t.Parallel()
	th := mustRead(t, contents(t, "testdata/publicinbox/thread.html"), "")
	for i, want := range []string{"m1@example.org", "m2@example.org", "m4@example.org", "m3@example.org"} {
		if got := th.At(i).ID; got != want {
			t.Errorf("message %d is %q, want %q", i, got, want)
		}
	}
}

// TestAMessageOfPublicInboxMayAnswerWhatIsNotThere cuts the first message off.
func TestAMessageOfPublicInboxMayAnswerWhatIsNotThere(t *testing.T) {
	t.Parallel()
	page := string(contents(t, "testdata/publicinbox/saved.txt"))
	_, page, _ = strings.Cut(page, "^ permalink raw reply")
	th := mustRead(t, []byte(page), "")
	const want = ` : 
   Ann Bee: Add sun.
     Cy Eff: On Mon, Mar 04, 2024 at 10:00:00AM +0000, Ann Bee wrote:
   Bo Dee: Applied, thanks.
`
	if got := outline(th); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// TestNumbersInATextAreNoLinks has the numbers that a dump gives to links, and
// those that people write.
func TestNumbersInATextAreNoLinks(t *testing.T) {
	t.Parallel()
	const note = "x = a[1]*b[2]; [3] it was 2024-03-04 10:00"
	for _, sample := range []string{"saved.txt", "dump.txt"} {
		page := strings.Replace(string(contents(t, "testdata/publicinbox/"+sample)), "Which one?", note, 1)
		th := mustRead(t, []byte(page), "")
		if got := th.At(2).Body.Plain(); !strings.Contains(got, note) {
			t.Errorf("%s: %q", sample, got)
		}
	}
}

func FuzzReadInbox(f *testing.F) { fuzzReader(f, "publicinbox") }

func BenchmarkReadInbox(b *testing.B) {
	benchReader(b, "", "* Re: pears\n  2024-03-04 10:00 ` pears Ann\n@ 2024-03-04 12:30   ` Bo #\n  0 siblings, 0 replies; 9+ messages in thread\nFrom: Bo # @ 2024-03-04 12:30 UTC (permalink / raw)\n  To: Ann\n\n"+prose+"\n\n^ permalink raw reply\t[flat|nested] 9+ messages in thread\n\n", "")
}
