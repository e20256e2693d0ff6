package format

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

func TestChatsAreReadInEveryDialect(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, text, want string }{
		{"irssi", string(contents(t, "testdata/chat/irssi.log")), `1  2024-03-12 23:50: cy [~cy@lamps.example] has joined #lamps
1 ann 2024-03-12 23:51: who has the long wick?
2 bo 2024-03-12 23:52: ann: it is in the shed
3 cy 2024-03-12 23:58: bo: it is not
1 cy 2024-03-12 23:52: cy looks
1 ann 2024-03-13 00:03: then it is lost
2 bo 2024-03-13 00:04: ann: I take another
`},
		{"mIRC, over midnight", "\nSession Start: Tue Mar 12 23:55:10 2024\nSession Ident: #lamps\n[23:55] <ann> hello\n[23:56] <bo> ann: hi\n[00:01] <ann> late\nSession Close: Wed Mar 13 00:10:00 2024\n",
			`1 ann 2024-03-12 23:55: hello
2 bo 2024-03-12 23:56: ann: hi
1 ann 2024-03-13 00:01: late
`},
		{"HexChat", "**** BEGIN LOGGING AT Tue Mar 12 14:05:00 2024\n\nMar 12 14:05:10 *\tNow talking on #lamps\nMar 12 14:05:20 <ann>\thello\nMar 12 14:05:30 <bo>\tann: hi\nMar 12 14:05:40 *\tbo waves\n**** ENDING LOGGING AT Tue Mar 12 15:05:00 2024\n",
			`1  2024-03-12 14:05: Now talking on #lamps
1 ann 2024-03-12 14:05: hello
2 bo 2024-03-12 14:05: ann: hi
1 bo 2024-03-12 14:05: bo waves
`},
		{"WeeChat", "2024-03-12 14:05:00\t-->\tcy (~cy@lamps) has joined #lamps\n2024-03-12 14:05:10\t@ann\thello\n2024-03-12 14:06:10\tbo\tann: hi\n2024-03-12 14:06:20\t *\tbo waves\n",
			`1  2024-03-12 14:05: cy (~cy@lamps) has joined #lamps
1 ann 2024-03-12 14:05: hello
2 bo 2024-03-12 14:06: ann: hi
1 bo 2024-03-12 14:06: bo waves
`},
		{"a bouncer's, with offsets", "2024-03-12T14:05:00+0000 <ann> hello\n2024-03-12T14:06:00+0000 <bo> ann: hi\n2024-03-12T14:06:30+0000 <cy> so\n",
			`1 ann 2024-03-12 14:05: hello
2 bo 2024-03-12 14:06: ann: hi
1 cy 2024-03-12 14:06: so
`},
		{"short names", "14:05 <b> hello\n14:06 <p> b: hi\n14:07 <b> so\n",
			`1 b none: hello
2 p none: b: hi
1 b none: so
`},
		{"no times", "<ann> hello\n<bo> ann: hi\n<ann> bo: who has the lamp?\n=== cy_ is now known as cy\n<bo> cy has\n",
			`1 ann none: hello
2 bo none: ann: hi
3 ann none: bo: who has the lamp?
1  none: cy_ is now known as cy
1 bo none: cy has
`},
		{"WhatsApp on Android, months first", string(contents(t, "testdata/chat/phone.txt")), `1  2024-03-12 14:05: Messages are encrypted. Nobody else can read them.
1 Ann Bee 2024-03-12 14:06: Who has the long wick?
1 Bo 2024-03-12 14:07: I have.
It is in the shed:

- third shelf
- on the left
2 +44 7700 900123 2024-03-12 14:09: @Bo it is not
1 Ann Bee 2024-03-13 09:00: Then it is lost
`},
		{"WhatsApp on iOS", "\ufeff[12.03.24, 14:05:10] Ann Bee: Hallo\r\n\u200e[12.03.24, 14:06:10] \u202a+49 170 1234567\u202c: @Ann Bee hier\r\n[13.03.24, 09:00:00] ~\u202fBo: gut: ja\r\n",
			`1 Ann Bee 2024-03-12 14:05: Hallo
2 +49 170 1234567 2024-03-12 14:06: @Ann Bee hier
1 Bo 2024-03-13 09:00: gut: ja
`},
		{"texts like what programs draw", "12/03/2024, 14:05 - Ann: come\n--- on 5 May 2024 ---\nSession 3, 6 May 2024\n13/03/2024, 14:06 - Bo: I do\n14/03/2024, 14:07 - Ann: so\n",
			`1 Ann 2024-03-12 14:05: come
--- on 5 May 2024 ---
Session 3, 6 May 2024
1 Bo 2024-03-13 14:06: I do
1 Ann 2024-03-14 14:07: so
`},
		{"WhatsApp in Spanish", "13/3/24, 2:05\u00a0p.\u00a0m. - Ann: hola\n13/3/24, 11:06 p. m. - Bo: s\u00ed\n14/3/24, 12:06 a. m. - Ann: bueno\n",
			"1 Ann 2024-03-13 14:05: hola\n1 Bo 2024-03-13 23:06: s\u00ed\n1 Ann 2024-03-14 00:06: bueno\n"},
		{"Zoom", "14:05:10\t From Ann Bee to Everyone : Who has it?\n14:06:12\t From Bo to Ann Bee (Direct Message) : I have\n14:07:12\t From Ann Bee : Good\n",
			`1 Ann Bee none: Who has it?
1 Bo none: I have
1 Ann Bee none: Good
`},
		{"Telegram", "Ann Bee, [12.03.2024 14:05]\nWho has it?\n\nBo, [12.03.2024 14:06]\n[In reply to Ann Bee]\nI have.\n\nAnn Bee, [13.03.2024 14:08]\nGood.\n",
			`1 Ann Bee 2024-03-12 14:05: Who has it?
2 Bo 2024-03-12 14:06: [In reply to Ann Bee]
I have.
1 Ann Bee 2024-03-13 14:08: Good.
`},
		{"Slack", "Ann Bee  [2:05 PM]\nWho has it?\n\nBo  [2:06 PM]\nI have.\n\nAnn Bee  [2:09 PM]\nGood.\n",
			`1 Ann Bee none: Who has it?
1 Bo none: I have.
1 Ann Bee none: Good.
`},
		{"Teams", "[3/12/2024 2:05 PM] Ann Bee\nWho has it?\n\n[3/13/2024 2:06 PM] Bo\nI have.\n\n[3/13/2024 2:09 PM] Ann Bee\nGood.\n",
			`1 Ann Bee 2024-03-12 14:05: Who has it?
1 Bo 2024-03-13 14:06: I have.
1 Ann Bee 2024-03-13 14:09: Good.
`},
		{"Discord", string(contents(t, "testdata/chat/server.txt")), `1 ann 2024-03-12 14:05: Who has the long wick?
1 bo 2024-03-12 14:06: I have.

It is in the shed.
2 ann 2024-03-13 09:00: @bo it is not
`},
	} {
		th := mustRead(t, []byte(c.text), "")
		if got := account(th.Inferred()); got != c.want || th.Format != "chat" {
			t.Errorf("%s, as %s: got\n%swant\n%s", c.name, th.Format, got, c.want)
		}
	}
}

func TestWhatStandsAboveAChatIsItsPost(t *testing.T) {
	t.Parallel()
	th := mustRead(t, contents(t, "testdata/chat/server.txt"), "")
	if post := th.At(0).Body.Raw; th.Title != "Harbour / wicks" || !strings.Contains(post, "Guild: Lamps of the coast") {
		t.Errorf("the title is %q above %q", th.Title, post)
	}
}

// TestAChatIsKnownByItsBeginning has more lines of prose below the messages than
// there are of these, which are so long that few of them tell what it is.
func TestAChatIsKnownByItsBeginning(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("the wick and the oil ", 20)
	text := strings.Repeat("14:05 <ann> "+long+"\n14:06 <bo> "+long+"\n", 100) + strings.Repeat("And so on.\n", 10_000)
	th := mustRead(t, []byte(text), "")
	if last := th.At(th.Len() - 1).Body.Raw; th.Format != "chat" || th.Len() != 201 || !strings.HasSuffix(last, "And so on.") {
		t.Errorf("as %s: %d messages", th.Format, th.Len()-1)
	}
}

func TestTheOrderOfDayAndMonthIsThatInWhichTimeRuns(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"02/03/2024, 14:05 - Ann: a\n02/04/2024, 14:05 - Bo: b\n01/05/2024, 14:05 - Ann: c\n": "2024-03-02",
		"02/03/2024, 14:05 - Ann: a\n02/04/2024, 14:05 - Bo: b\n03/01/2024, 14:05 - Ann: c\n": "2024-02-03",
		"02/03/2024, 14:05 - Ann: a\n02/03/2024, 14:06 - Bo: b\n02/03/2024, 14:07 - Ann: c\n": "2024-03-02",
		"02/03/2024, 14:05 - Ann: a\n02/13/2024, 14:05 - Bo: b\n02/14/2024, 14:05 - Ann: c\n": "2024-02-03",
	} {
		th := mustRead(t, []byte(text), "")
		if got := th.At(1).Time().Format(time.DateOnly); got != want || th.Len() != 4 {
			t.Errorf("%q begins on %s, want %s, and has %d messages", text, got, want, th.Len()-1)
		}
	}
}

// TestLogsOfProgramsAreNoChats has eight lines of each, two programs or levels
// in turn.
func TestLogsOfProgramsAreNoChats(t *testing.T) {
	t.Parallel()
	for _, line := range []string{
		"[2024-03-12 14:0#:10] production.{ERROR|INFO}: lit: #",
		"[2024-03-12, 14:0#:10] production.{ERROR|INFO}: lit: #",
		"2024-03-12 14:0#:10,123 - app.{core|web} - INFO - lit: #",
		"2024-03-12 14:0#:10 - {core|web}: lit: #",
		"2024-03-12 14:0#:10,123 {INFO|WARN} [main] example.Lamp: lit #",
		"2024-03-12 14:0#:10\t{alpha|beta}\tlit #",
		"Mar 12 14:0#:10 host {sshd|cron}[12]: lit #",
		"2024/03/12 14:0#:10 [error] 12#0: {open|close} failed: #",
		"[Tue Mar 12 14:0#:10 2024] [{error|notice}] [client 192.0.2.1] lit: #",
		"[14:0#:10] [Server thread/INFO]: <{ann|bo}> lit #",
		"[2024-03-12T14:0#:10.123Z] + {make|cc} lamp: #",
		"14:0#:10 <{info|warn}>  [17#] lamp: lit",
		"<{b|i}> lit #",
		"* 2024-03-12 14:0# {ann|bo}: lit #",
		"1#:00 - 1#:30 {Opening|Talk}: #",
	} {
		var text strings.Builder
		before, names, _ := strings.Cut(line, "{")
		names, after, _ := strings.Cut(names, "}")
		one, other, _ := strings.Cut(names, "|")
		for i := range 8 {
			name := one
			if i%2 > 0 {
				name = other
			}
			text.WriteString(strings.ReplaceAll(before+name+after, "#", fmt.Sprint(i+1)) + "\n")
		}
		if th, _ := Read([]byte(text.String()), ""); th != nil && th.Format == "chat" {
			t.Errorf("%s is a chat of %d messages", line, th.Len()-1)
		}
	}
	for _, text := range []string{
		"The harbour  [0:00]\nThe crane  [3:12]\nThe wick  [7:40]\n",
		"[00:12] The rain, the rain\n[00:17] Falls on the crane\n[00:21] The rain, the rain\n",
	} {
		if th, _ := Read([]byte(text), ""); th != nil && th.Format == "chat" {
			t.Errorf("%q is a chat", text)
		}
	}
	const usage = "<file> what to read\n<dir> the folder\n<mode> how: read or write\n<name> who\n"
	if th, _ := Read([]byte(usage), ""); th != nil && th.Format == "chat" {
		t.Error("a description of arguments is a chat")
	}
}

func FuzzReadChat(f *testing.F) { fuzzReader(f, "chat") }

// BenchmarkReadChat is the wait for a log of about a megabyte.
func BenchmarkReadChat(b *testing.B) {
	for name, line := range map[string]string{
		"log":   "[14:05:10] <ann%d> bo%d: who has the long wick, and why is it not in the shed?\n",
		"phone": "12/03/2024, 14:05 - Ann %d: who has the long wick, bo%d, and why is it not in the shed?\n",
	} {
		b.Run(name, func(b *testing.B) {
			var text strings.Builder
			for i := 0; text.Len() < 1<<20; i++ {
				fmt.Fprintf(&text, line, i%50, i%20)
			}
			data := []byte(text.String())
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				if th, err := Read(data, ""); err != nil || th.Format != "chat" {
					b.Fatal(err)
				}
			}
		})
	}
}
