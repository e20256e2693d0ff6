package mail

import (
	"strings"
	"testing"
)

func TestArchivesOfEveryKindArePartedIntoMessages(t *testing.T) {
	t.Parallel()
	first := "From: Ann <ann@mill.example>\nSubject: The pump\nMessage-ID: <1@mill.example>\n\nIt leaks.\n"
	second := "From: Bo <bo@mill.example>\nSubject: Re: The pump\nMessage-ID: <2@mill.example>\nReferences: <1@mill.example>\n\nI look.\n"
	const want = "1@mill.example | Ann | ann@mill.example | It leaks.\n  2@mill.example | Bo | bo@mill.example | I look.\n"
	const ctrlA = "\x01\x01\x01\x01\n"
	for _, c := range []struct{ name, file string }{
		{"MMDF", ctrlA + first + ctrlA + ctrlA + second + ctrlA},
		{"MMDF with envelopes", ctrlA + "From ann@mill.example Tue Mar  5 10:00:00 2019\n" + first + ctrlA + ctrlA + second + ctrlA},
		{"a batch of news", "#! rnews 91\n" + first + "#! rnews 120 news.mill.example\n" + second},
		{"articles that rn saved", "Article 7 of mill.water:\n" + first + "\nArticle 9 of mill.water:\n" + second},
		{"articles of a later rn", "Article: 7 of mill.water\n" + first + "\nArticle: 9 of mill.water\n" + second},
		{"Google Groups", "From 6027616436443015462\nX-Google-Thread: a,1\n" + first + "\nFrom -8946248053963491671\nX-Google-Thread: a,1\n" + second},
		{"envelopes without a time", "From MAILER-DAEMON\n" + first + "\nFrom bo@mill.example\n" + second},
		{"envelopes without anything", "From \n" + first + "\nFrom \n" + second},
		{"lines that end as on the old Macintosh", strings.ReplaceAll("From - Tue Mar  5 10:00:00 2019\n"+first+"\nFrom - Tue Mar  5 10:00:00 2019\n"+second, "\n", "\r")},
	} {
		if !Sniff([]byte(c.file)) {
			t.Errorf("%s is not known for mail", c.name)
		}
		if got := outline(mustRead(t, c.file)); got != want {
			t.Errorf("%s: got\n%swant\n%s", c.name, got, want)
		}
	}
}

func TestTextThatLooksLikeADividerStaysInItsMessage(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"From now on:\nSubject: is what it is about\n",
		"From here\nTo: there\n",
		"From 1984\nTo: 1985\n",
		"From bo@mill.example\nI heard nothing.\n",
	} {
		th := mustRead(t, "From a@mill.example Tue Mar  5 10:00:00 2019\nFrom: a@mill.example\nSubject: x\n\nText.\n\n"+text)
		if th.Len() != 1 || !strings.HasSuffix(th.At(0).Body.Raw, strings.TrimSpace(text)) {
			t.Errorf("%q parts a message: %d, %q", text, th.Len(), th.At(0).Body.Raw)
		}
	}
}

func TestAHeaderMayBeginWithFieldsThatNobodyKnows(t *testing.T) {
	t.Parallel()
	for _, top := range []string{"X-Island-Version: 3\n", "Relay-Version: version B 2.10 5/3/83; site mill.UUCP\n"} {
		if !Sniff([]byte(top + "From: ann@mill.UUCP (Ann)\nSubject: Pump\n\nIt leaks.\n")) {
			t.Errorf("%q does not begin mail", top)
		}
	}
}
