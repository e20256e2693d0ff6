package format

import (
	"io"
	"mime"
	"mime/quotedprintable"
	"net/mail"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"skein/thread"
	"skein/thread/markup"
)

func TestAMailboxHoldsAMessageForEachComment(t *testing.T) {
	t.Parallel()
	const want = `From kim%20%22k%22@skein.invalid Wed May  1 09:00:00 2024
From: "kim \"k\"" <kim%20%22k%22@skein.invalid>
Date: Wed, 01 May 2024 11:00:00 +0200
Message-ID: <0@skein.invalid>
Subject: A bench
MIME-Version: 1.0
Content-Type: text/markdown; charset=utf-8
Content-Transfer-Encoding: 8bit

Where shall it stand?

From jos@town.example Wed May  1 10:00:00 2024
From: =?utf-8?q?Jos=C3=A9?= <jos@town.example>
Date: Wed, 01 May 2024 10:00:00
Message-ID: <a1@town.example>
In-Reply-To: <0@skein.invalid>
References: <0@skein.invalid>
Subject: Re: A bench
Archived-At: <https://town.example/bench#a1>
MIME-Version: 1.0
Content-Type: text/markdown; charset=utf-8
Content-Transfer-Encoding: quoted-printable

=46rom here to there: caf=C3=A9.

From - Thu Jan  1 00:00:00 1970
Message-ID: <2@skein.invalid>
In-Reply-To: <a1@town.example>
References: <0@skein.invalid> <a1@town.example>
Subject: =?utf-8?q?M=C3=BChle?=
MIME-Version: 1.0
Content-Type: text/markdown; charset=utf-8
Content-Transfer-Encoding: 8bit


`
	body := func(text string) markup.Body { return markup.Body{Raw: text, Kind: markup.Markdown} }
	b := thread.Builder{Title: "A bench"}
	b.Post(thread.Post{Author: `kim "k"`, Body: body("Where shall it stand?"), Time: time.Date(2024, 5, 1, 11, 0, 0, 0, time.FixedZone("", 7200)), Zone: thread.KnownZone})
	b.Add(thread.Post{Level: 1, ID: "a1@town.example", Author: "José", Address: "jos@town.example", URL: "https://town.example/bench#a1",
		Body: body("From here to there: café."), Time: time.Date(2024, 5, 1, 10, 0, 0, 0, time.UTC)})
	b.Add(thread.Post{Level: 2, Title: "Mühle", Flags: thread.Deleted})
	if got := written(t, b.Thread(), "mbox", Selection{}); got != want {
		t.Errorf("got\n%s", got)
	}
}

// checkMailbox reads a mailbox with the standard library and holds it against
// the thread it was made of.
func checkMailbox(t *testing.T, th *thread.Thread) {
	t.Helper()
	mbox := "\n" + written(t, th, "mbox", Selection{})
	messages := regexp.MustCompile(`(?m)^From .*\n`).Split(mbox, -1)[1:]
	if len(messages) != th.Len() {
		t.Fatalf("%d comments have become %d messages", th.Len(), len(messages))
	}
	at := map[string]int{}
	for i, message := range messages {
		m, err := mail.ReadMessage(strings.NewReader(message))
		if err != nil {
			t.Fatalf("message %d: %v", i, err)
		}
		refs := strings.Fields(m.Header.Get("References"))
		if i > 0 && (len(refs) == 0 || at[refs[len(refs)-1]] != th.Parent(i) || m.Header.Get("In-Reply-To") != refs[len(refs)-1]) {
			t.Fatalf("message %d answers %v, want %d", i, refs, th.Parent(i))
		}
		id := m.Header.Get("Message-ID")
		if _, again := at[id]; again {
			t.Fatalf("message %d: %s is another's", i, id)
		}
		at[id] = i
		checkMessage(t, th, i, m)
	}
}

func checkMessage(t *testing.T, th *thread.Thread, i int, m *mail.Message) {
	t.Helper()
	if from := m.Header.Get("From"); from != "" {
		if a, err := mail.ParseAddress(from); err != nil || a.Name != th.Name(i) {
			t.Errorf("message %d is from %s (%v), want %q", i, from, err, th.Name(i))
		}
	} else if th.Name(i) != "" {
		t.Errorf("message %d is from nobody, want %q", i, th.Name(i))
	}
	if subject, err := new(mime.WordDecoder).DecodeHeader(m.Header.Get("Subject")); err != nil || !strings.HasSuffix(subject, th.At(i).Title()) {
		t.Errorf("message %d is on %q (%v)", i, subject, err)
	}
	if at, err := m.Header.Date(); stamp(th.At(i)) != "" && th.At(i).Is(thread.Zoned) && (err != nil || !at.Equal(th.At(i).Time())) {
		t.Errorf("message %d is of %s (%v), want %s", i, at, err, stamp(th.At(i)))
	}
	var body io.Reader = m.Body
	if m.Header.Get("Content-Transfer-Encoding") == "quoted-printable" {
		body = quotedprintable.NewReader(body)
	}
	text, err := io.ReadAll(body)
	if got, want := strings.Trim(string(text), "\r\n"), strings.Trim(th.At(i).Body.Markdown(), "\n"); err != nil || got != want {
		t.Errorf("message %d (%v) says\n%.500q\nwant\n%.500q", i, err, got, want)
	}
}

func TestRealThreadsAreWholeInAMailbox(t *testing.T) {
	t.Parallel()
	for _, c := range realCases(t) {
		t.Run(filepath.Base(c.path), func(t *testing.T) {
			t.Parallel()
			checkMailbox(t, mustRead(t, contents(t, c.path), ""))
		})
	}
}

func TestOddThreadsAreWholeInAMailbox(t *testing.T) {
	t.Parallel()
	body := func(text string) markup.Body { return markup.Body{Raw: text, Kind: markup.Markdown} }
	var b thread.Builder
	b.Post(thread.Post{ID: "1", Body: body("From \n>From x\nFrom: y\n\n.\n")})
	b.Add(thread.Post{Level: 1, ID: "a b", Author: strings.Repeat("ann ", 60), Body: body(strings.Repeat("long ", 500))})
	b.Add(thread.Post{Level: 2, ID: "a b", Author: "ann", Address: "https://ann.example/é", Title: strings.Repeat("Ünder ", 60)})
	b.Add(thread.Post{Level: 1, ID: "1", Author: `"; <x@y.example>, z`, Body: body("trailing=\n=\n")})
	for level := range 3000 {
		b.Add(thread.Post{Level: level + 2})
	}
	checkMailbox(t, b.Thread())
}

func TestAMailboxOfALongChainStaysLinear(t *testing.T) {
	t.Parallel()
	const n = 20_000
	var b thread.Builder
	for level := range n {
		b.Add(thread.Post{Level: level + 1, Author: "ann"})
	}
	if got := len(written(t, b.Thread(), "mbox", Selection{})); got > n*1200 {
		t.Errorf("%d bytes for %d comments", got, n)
	}
}

func BenchmarkWriteMbox(b *testing.B) { benchmarkWrite(b, "mbox") }
