package mail

import (
	"fmt"
	"strings"
	"testing"

	"skein/thread"
)

// digestAccount is the messages of a thread, a line each: how deep, who, and
// what.
func digestAccount(th *thread.Thread) string {
	var all strings.Builder
	for i := 1; i < th.Len(); i++ {
		fmt.Fprintf(&all, "%d %s: %q\n", th.Depth(i), th.Name(i), strings.TrimSpace(th.At(i).Body.Plain()))
	}
	return all.String()
}

func TestTheMessagesOfDigestsAreThreads(t *testing.T) {
	t.Parallel()
	long, short := strings.Repeat("-", 70), strings.Repeat("-", 30)
	plain := "From: lamps-request@lamps.example\nSubject: Lamps Digest, Vol 1, Issue 2\nTo: lamps@lamps.example\nContent-Type: text/plain; charset=\"utf-8\"\n\n" +
		"Send Lamps mailing list submissions to\n\tlamps@lamps.example\n\nToday's Topics:\n\n   1. wicks (Ann)\n\n" + long + "\n\n" +
		"Message: 1\nDate: Mon, 06 May 2024 10:00:00 +0200\nFrom: Ann <ann@a.example>\nSubject: [Lamps] wicks\nMessage-ID: <1@a.example>\nContent-Type: text/plain; charset=us-ascii\n\nWho trims caf\u00e9 wicks?\n\n" + short + "\n\n" +
		"Message: 2\nDate: Mon, 06 May 2024 11:00:00 +0200\nFrom: Bo <bo@b.example>\nSubject: Re: [Lamps] wicks\nMessage-ID: <2@b.example>\nContent-Type: multipart/alternative; boundary=\"gone\"\n\nI do.\n" + short + "\nAs ever.\n\n" + short + "\n\n" +
		"Subject: Digest Footer\n\n_______\nLamps mailing list\n\n" + short + "\n\nEnd of Lamps Digest, Vol 1, Issue 2\n*****\n"
	mime := "From: lamps-request@lamps.example\nSubject: Lamps Digest, Vol 1, Issue 2\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"==1\"\n\n" +
		"--==1\nContent-Type: text/plain\n\nToday's Topics: wicks\n\n--==1\nContent-Type: multipart/digest; boundary=\"==2\"\n\n" +
		"--==2\nContent-Type: message/rfc822\n\nFrom: Ann <ann@a.example>\nSubject: wicks\nMessage-ID: <1@a.example>\n\nWho trims wicks?\n\n" +
		"--==2\n\nFrom: Bo <bo@b.example>\nSubject: oil\nIn-Reply-To: <1@a.example>\nMessage-ID: <2@b.example>\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nI do=2E\n" +
		"--==2\nContent-Type: text/plain\n\nThat was all.\n" +
		"--==2--\n\n--==1\nContent-Type: text/plain\n\nThe list's footer\n--==1--\n"
	bare := "From: lamps-help@lamps.example\nSubject: lamps 6 May 2024\nContent-Type: multipart/digest; boundary=x\n\n--x\n\nFrom: Ann <ann@a.example>\nSubject: wicks\n\nWho trims wicks?\n--x\n\nFrom: Bo <bo@b.example>\nSubject: Re: wicks\n\nI do.\n--x--\n"
	const remind = "From: ann@a.example\nSubject: A digest of rain\n\nIt rains.\n"
	answered := "1 Ann: \"Who trims wicks?\"\n2 Bo: \"I do.\"\n"
	inParts := `1 lamps-request@lamps.example: "Today's Topics: wicks\n\nThat was all.\n\nThe list's footer"` + "\n" + answered
	for name, c := range map[string]struct{ text, want string }{
		"in text": {plain, `1 lamps-request@lamps.example: "Send Lamps mailing list submissions to\nlamps@lamps.example\n\nToday's Topics:\n\n1. wicks (Ann)\n\n` +
			`Subject: Digest Footer\n\n_______\nLamps mailing list\n\n------------------------------\n\nEnd of Lamps Digest, Vol 1, Issue 2\n*****"
1 Ann: "Who trims café wicks?"
2 Bo: "I do.\n------------------------------\nAs ever."
`},
		"in parts":               {mime, inParts},
		"in parts, by a robot":   {bare, "1 Bo: \"I do.\"\n"}, // one thread, whose first message is the post
		"in a mailbox":           {"From a@b.example Mon May  6 10:00:00 2024\n" + strings.ReplaceAll(mime, "\n", "\r\n"), inParts},
		"lines that only remind": {remind + long + "\nAnd rains.\n" + short + "\nNo end.\n", ""},
	} {
		for _, text := range []string{c.text, strings.ReplaceAll(strings.ReplaceAll(c.text, "\r\n", "\n"), "\n", "\r\n")} {
			if got := digestAccount(mustRead(t, text)); got != c.want {
				t.Errorf("%s: got\n%swant\n%s", name, got, c.want)
			}
		}
	}
}

func TestADigestWithoutAnEndBreaksOff(t *testing.T) {
	t.Parallel()
	const whole = "From: lamps-help@lamps.example\nSubject: lamps\nContent-Type: multipart/digest; boundary=x\n\n--x\n\nFrom: ann@a.example\n\nWho trims wicks?\n--x--\n"
	for text, breaks := range map[string]bool{whole: false, strings.TrimSuffix(whole, "--x--\n"): true} {
		var b thread.Builder
		err := Read([]byte(text), &b)
		if th := b.Thread(); (err != nil) != breaks || !strings.Contains(th.At(0).Body.Raw, "wicks") {
			t.Errorf("breaks off: %v, %v", breaks, err)
		}
	}
}
