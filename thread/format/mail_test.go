package format

import (
	"regexp"
	"strings"
	"testing"
)

func TestMailIsOneTreeHoweverItComes(t *testing.T) {
	t.Parallel()
	box := string(contents(t, "testdata/mail/workshop.mbox"))
	var files []File
	for i, message := range regexp.MustCompile(`(?m)^From .* 2024\n`).Split(box, -1)[1:] {
		files = append(files, File{Name: string(rune('a' + i)), Data: []byte(strings.ReplaceAll(message, "\n>From", "\nFrom"))})
	}
	want := mustRead(t, []byte(box), "")
	got, err := ReadFolder(files, "", false)
	if err != nil {
		t.Fatal(err)
	}
	if bareOutline(got) != bareOutline(want) || got.Title != want.Title || got.Format != "mail" {
		t.Errorf("from files\n%sfrom a mailbox\n%s", outline(got), outline(want))
	}
}

func errorText(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

func TestAMailboxThatBreaksOffIsReadInPart(t *testing.T) {
	t.Parallel()
	box := string(contents(t, "testdata/mail/workshop.mbox"))
	cut := strings.Index(box, "--=_cut here--")
	th, err := Read([]byte(box[:cut]), "")
	if th == nil || th.Len() != 2 {
		t.Fatalf("%v", err)
	}
	const want = "mail: line 60: the last message breaks off: its parts have no end"
	if errorText(err) != want {
		t.Errorf("%q, want %q", errorText(err), want)
	}
}

func TestWhatOnlyBeginsLikeMailIsNone(t *testing.T) {
	t.Parallel()
	for name, data := range map[string]string{
		"a page saved as a message": "From: <Saved by Blink>\nSnapshot-Content-Location: https://town.example/\nSubject: Tools\nMIME-Version: 1.0\n\n<html>",
		"a sentence":                "From here to there is 12 km.\n\nTwo hours on foot.\n",
		"a title":                   "Subject: tools\n\nWho sharpens the chisels?\n",
		"questions and answers":     "Q: What?\nA: That.\n\nFrom: nobody\n",
		"headings":                  "======================================================================\nTools\n",
		"a server's answer":         "HTTP/1.1 200 OK\nDate: Mon, 6 May 2024 09:00:00 GMT\nContent-Type: text/plain\n\nhello",
		"settings":                  "name: x\nfrom: y\ndate: z\n\n",
	} {
		for _, f := range formats {
			if f.name == "mail" && f.sniff([]byte(data)) {
				t.Errorf("%s is taken for mail", name)
			}
		}
	}
}
