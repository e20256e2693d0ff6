package mail

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"skein/thread"
)

// outline draws a tree, a message a line: id, author, address, first line.
func outline(th *thread.Thread) string {
	var b strings.Builder
	for i := range th.Len() {
		c := th.At(i)
		if i == 0 && c.ID == "" && c.Body.Empty() {
			continue
		}
		address := ""
		if c.Author != thread.None {
			address = th.Authors[c.Author].Address
		}
		mark := ""
		switch {
		case c.Is(thread.Ghost):
			mark = " (ghost)"
		case c.Is(thread.Inferred):
			mark = " (inferred)"
		}
		line, _, _ := strings.Cut(c.Body.Plain(), "\n")
		fmt.Fprintf(&b, "%s%s%s | %s | %s | %s\n", strings.Repeat("  ", th.Depth(i)), c.ID, mark, th.Name(i), address, line)
	}
	return b.String()
}

func TestAMailboxIsATree(t *testing.T) {
	t.Parallel()
	th := mustRead(t, string(contents(t, "../testdata/mail/workshop.mbox")))
	const want = `  1@workshop.example | Kim Berg | kim@workshop.example | The chisels in the blue box are blunt again, and the whetstone has not been seen since the café moved. Who sharpens them?
    2@harbour.example | Jørn Odd | odd.job@harbour.example | I do, on Thursdays, with the stone from the blå box.
      3@town.example | Marta Vik | marta@town.example | From me too, thanks.
    2@harbour.example~2 | Jørn Odd | odd.job@harbour.example | I do, on Thursdays, with the stone from the blå box.
  gone@island.example (ghost) |  |  | 
    5@island.example | Bo | bo@island.example | Green, please. “Not again”, says my wife.
    6@island.example | hanne@island.example |  | Blue.
  7@island.example | Ann | ann@island.example | When?
     (inferred) | hanne@island.example |  | From noon to six.
`
	if got := outline(th); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if th.Title != "The tool library" {
		t.Errorf("the title is %q", th.Title)
	}
	if got := th.At(1).Title(); got != "[tools] Who sharpens the chisels?" {
		t.Errorf("the subject of a thread is %q", got)
	}
	if got := th.At(5).Title(); got != "Who paints the ladder?" {
		t.Errorf("a ghost is about %q", got)
	}
	if got := th.At(2).Title(); got != "" {
		t.Errorf("a reply has the subject %q, though it is the one it answers", got)
	}
	files := th.At(2).Attachments()
	if len(files) != 1 || files[0] != (thread.Attachment{Name: "wætstone.png", Type: "image/png", Size: 8}) {
		t.Errorf("the attachments are %v", files)
	}
	if got := th.At(1).Time().Format("2006-01-02T15:04:05-0700"); got != "2024-05-06T09:00:00+0200" {
		t.Errorf("written at %s", got)
	}
	if c := th.At(3); !c.Is(thread.Timed) || c.Is(thread.Zoned) {
		t.Error("a date without a zone is in a known one")
	}
}

func TestTheFirstMessageOfASingleThreadIsThePost(t *testing.T) {
	t.Parallel()
	th := mustRead(t, string(contents(t, "../testdata/mail/pipermail.txt")))
	const want = `10@island.example | Ann Lee | ann@island.example | Does anyone have the winter table?
  11@harbour.example | Bo (at the harbour) | bo@harbour.example | Does anyone have the winter table?
    12@island.example | Ann Lee | ann@island.example | Found it, thank you.
`
	if got := outline(th); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if th.Title != "[Ferry] The winter table" || th.At(0).Title() != "" {
		t.Errorf("the titles are %q and %q", th.Title, th.At(0).Title())
	}
}

func TestALogOfLISTSERVIsPartedAtItsRules(t *testing.T) {
	t.Parallel()
	th := mustRead(t, string(contents(t, "../testdata/mail/listserv.log")))
	const want = `   | Vik, Marta | marta@TOWN.EXAMPLE | The keys hang behind the door.
     (inferred) | kim@WORKSHOP.EXAMPLE |  | Which door?
   | Vik, Marta | marta@TOWN.EXAMPLE | The paint is here.
`
	if got := outline(th); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if got := th.At(1).Body.Raw; !strings.HasSuffix(got, "\n=====\nDo not lend them.") {
		t.Errorf("a short rule in a message parts it: %q", got)
	}
}

func TestMessagesAreParted(t *testing.T) {
	t.Parallel()
	const top = "From a@b.example Mon May  6 09:00:00 2024\nFrom: a@b.example\n"
	const inside = "one\n\nFrom a@b.example Mon May  6 09:00:00 2024\nDate: none\n"
	for _, c := range []struct {
		name, file string
		want       []string
	}{
		{"two messages", top + "\none\n\n" + top + "\ntwo\n", []string{"one", "two"}},
		{"no blank line before", top + "\none\n" + top + "\ntwo\n", []string{"one", "two"}},
		{"CRLF", strings.ReplaceAll(top+"\none\n\n"+top+"\ntwo\n", "\n", "\r\n"), []string{"one", "two"}},
		{"a sentence", top + "\none\n\nFrom here to there\n\nFrom 9:00 on, in 1999\n", []string{"one\n\nFrom here to there\n\nFrom 9:00 on, in 1999"}},
		{"no body", top + "\n" + top + "\ntwo", []string{"", "two"}},
		{"a header that does not end", top + top + "\ntwo", []string{"", "two"}},
		{"a length that holds", top + "Content-Length: " + strconv.Itoa(len(inside)) + "\n\n" + inside + "\n" + top + "\ntwo", []string{strings.TrimSpace(inside), "two"}},
		{"a length that lies", top + "Content-Length: 7\n\none\n\n" + top + "\ntwo", []string{"one", "two"}},
		{"a quoted From", top + "\n>From me\n>>From him\n", []string{"From me\n>From him"}},
		{"a quotation that begins with From", top + "\n>said\n>From me\n>to you\n", []string{">said\n>From me\n>to you"}},
	} {
		var got []string
		for s := range split([]byte(c.file)) {
			got = append(got, strings.ReplaceAll(readMessage(&s, new(lastType)).body.Raw, "\r\n", "\n"))
		}
		if strings.Join(got, "|") != strings.Join(c.want, "|") {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestMessagesAreOneOrTwo(t *testing.T) {
	t.Parallel()
	message := func(id, subject, text string) string {
		return "From a@b.example Mon May  6 09:00:00 2024\nMessage-ID: <" + id + ">\nSubject: " + subject + "\n\n" + text + "\n\n"
	}
	for _, c := range []struct{ name, file, want string }{
		{"the same twice", message("1", "x", "one") + message("1", "[list] x", "one  "), "1"},
		{"one id, two texts", message("1", "x", "one") + message("1", "y", "two"), "1 1~2"},
		{"copies of both", message("1", "x", "one") + message("1", "y", "two") + message("1", "y", "two") + message("1", "x", "one"), "1 1~2"},
		{"an id like one of ours", message("1", "x", "one") + message("1~2", "y", "two") + message("1", "z", "three"), "1 1~2 1~3"},
		{"ids that look alike", message("1", "x", "one") + message("1\u200b", "y", "two"), "1 1~2"},
	} {
		var ids []string
		th := mustRead(t, c.file)
		for i := range th.Len() {
			if id := th.At(i).ID; id != "" {
				ids = append(ids, id)
			}
		}
		if got := strings.Join(ids, " "); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestAReferenceWithoutAnAtSignIsNone(t *testing.T) {
	t.Parallel()
	message := func(fields string) string {
		return "From a@b.example Mon May  6 09:00:00 2024\n" + fields + "\n\nx\n\n"
	}
	th := mustRead(t, message("Message-ID: <1@b>\nIn-Reply-To: <yes>")+message("Message-ID: <2@b>\nIn-Reply-To: <yes>")+
		message("Message-ID: <old>")+message("Message-ID: <3@b>\nReferences: <old>"))
	const want = "  1@b | a@b.example |  | x\n  2@b | a@b.example |  | x\n  old | a@b.example |  | x\n    3@b | a@b.example |  | x\n"
	if got := outline(th); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestWhoWroteIsLookedForElsewhere(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ top, name string }{
		{"From env@b.example Mon May  6 09:00:00 2024\nFrom: ann@b.example\nSender: s@b.example\n", "ann@b.example"},
		{"From env@b.example Mon May  6 09:00:00 2024\nFrom:\nSender: s@b.example\n", "s@b.example"},
		{"From env@b.example Mon May  6 09:00:00 2024\nReply-To: r@b.example\n", "r@b.example"},
		{"From env@b.example Mon May  6 09:00:00 2024\nSubject: x\n", "env@b.example"},
		{"From env at b.example Mon May  6 09:00:00 2024\nSubject: x\n", "env@b.example"},
		{"From MAILER-DAEMON Mon May  6 09:00:00 2024\nSubject: x\n", ""},
		{"From - Mon May  6 09:00:00 2024\nSubject: x\n", ""},
		{"From: env@b.example  Mon May  6 09:00:00 2024\nReceived: x; Mon, 6 May 2024 09:00 GMT\nFrom: Ann <ann@b.example>\n", "Ann"},
	} {
		th := mustRead(t, c.top+"\nHello.\n")
		if got := th.Name(0); got != c.name {
			t.Errorf("%q is by %q, want %q", c.top, got, c.name)
		}
		if got := th.At(0).Time().Format("2006-01-02 15:04"); got != "2024-05-06 09:00" {
			t.Errorf("%q is of %s", c.top, got)
		}
	}
}

func TestAMailboxThatBreaksOffSaysSo(t *testing.T) {
	t.Parallel()
	const file = "From a@b.example Mon May  6 09:00:00 2024\nFrom: ann@b.example\nContent-Type: multipart/mixed; boundary=x\n\n" +
		"--x\n\nWhat is there"
	var b thread.Builder
	err := Read([]byte(file), &b)
	damage, ok := errors.AsType[*DamageError](err)
	if !ok || damage.Offset != int64(len(file)) {
		t.Errorf("the error is %v", err)
	}
	if got := b.Thread().At(0).Body.Raw; got != "What is there" {
		t.Errorf("what could be read is %q", got)
	}
}

func TestAChainOfAHundredThousandMessages(t *testing.T) {
	t.Parallel()
	for name, n := range map[string]int{"in order": 100_000, "backwards": 20_000, "in pairs": 20_000} {
		var file strings.Builder
		for k := range n {
			i := k
			switch name {
			case "backwards":
				i = n - 1 - k
			case "in pairs":
				i = k ^ 1
			}
			fmt.Fprintf(&file, "From a@b.example Mon May  6 09:00:00 2024\nMessage-ID: <%d@x>\nReferences: <%d@x>\n\n%d\n\n", i, i-1, i)
		}
		th := mustRead(t, file.String())
		if got := th.Depth(th.Len() - 1); got != n-1 {
			t.Errorf("%s: the last of %d is on level %d", name, th.Len(), got)
		}
	}
}

// TestHostileMailTakesLinearTime reads what would take hours if any of it was
// walked over again and again.
func TestHostileMailTakesLinearTime(t *testing.T) {
	t.Parallel()
	const n = 200_000
	const envelope = "From a@b.example Mon May  6 09:00:00 2024\n"
	for name, file := range map[string]string{
		"commas":      "From: " + strings.Repeat(",", 10*n) + "\n\nx",
		"words":       "Subject: " + strings.Repeat("=?a?q?", n) + "\n\nx",
		"references":  "From: a\nReferences: " + strings.Repeat("<a> <b> ", n) + "\n\nx",
		"brackets":    "From: a\nReferences: " + strings.Repeat("<", 10*n) + "\n\nx",
		"parameters":  "Content-Type: multipart/mixed; boundary=x; " + strings.Repeat("a=b;", n) + "\n\n--x--",
		"boundaries":  "Content-Type: multipart/mixed; boundary=x\n\n" + strings.Repeat("--x\n\n", n) + "--x--",
		"nested":      strings.Repeat("Content-Type: multipart/mixed; boundary=x\n\n--x\n", n) + "--x--",
		"folds":       "Subject: a" + strings.Repeat("\n b", n) + "\n\nx",
		"no fields":   "From: a\n" + strings.Repeat("a b\nX-A: b\n", n) + "\nx",
		"quoted From": envelope + "\n" + strings.Repeat(">From a\n>b\n", n),
		"quotes":      envelope + "\n>From a\n" + strings.Repeat(">", 10*n),
		"envelopes":   strings.Repeat(envelope, n/10),
		"sentences":   envelope + "\n" + strings.Repeat("\nFrom a to b\n", n),
		"lengths":     strings.Repeat(envelope+"Content-Length: 9000\n\n\n", n/10) + strings.Repeat("\n", 10*n),
		"rules":       strings.Repeat("=", 73) + "\nFrom: a\n\n" + strings.Repeat(strings.Repeat("=", 73)+"\n", n/10),
		"one id":      strings.Repeat(envelope+"Message-ID: <a@b>\nReferences: <a@b> <b@b>\n\nx\n\n", n/10) + envelope,
		"flowed":      "From: a\nContent-Type: text/plain; format=flowed\n\n" + strings.Repeat("> > a \n", n),
	} {
		var b thread.Builder
		_ = Read([]byte(file), &b) // whatever is wrong with it
		if th := b.Thread(); th.Len() == 0 {
			t.Errorf("%s: there is no thread", name)
		}
	}
}
